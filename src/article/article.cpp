#include "article/article.h"

#include <algorithm>

#include "article/json_document.h"
#include "article/markdown.h"
#include "article/plain_text.h"
#include "text/utf8.h"

namespace faultline {
namespace {

Result<Article> make_encoding_error(std::string_view bytes, uint32_t at) {
  const bool utf16 = at == 0 && bytes.size() >= 2 &&
                     (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF");
  char found[8] = "";
  constexpr char kHex[] = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(bytes[at]);
  found[0] = kHex[byte >> 4];
  found[1] = kHex[byte & 15];
  std::string message = utf16 ? "the text is UTF-16; save it as UTF-8"
                              : "the text is not UTF-8: byte 0x" + std::string(found) + " cannot stand here";
  return make_error(ErrorCode::BadEncoding, std::move(message), "byte " + std::to_string(at));
}

// "# Heading" at the start of a line, "**bold**", "[text](target)": what nobody writes in plain text by chance.
bool looks_like_markdown(std::string_view text) {
  const std::string_view head = text.substr(0, 64u << 10);  // enough to tell, and cheap for any size
  bool line_start = true;
  for (size_t at = 0; at < head.size(); ++at) {
    const std::string_view rest = head.substr(at);
    if (line_start && head[at] == '#') {
      const size_t marks = rest.find_first_not_of('#');
      if (marks <= 6 && marks < rest.size() && rest[marks] == ' ') return true;
    }
    if (rest.starts_with("**") && rest.size() > 2 && rest[2] != '*' && rest[2] != ' ') {
      const std::string_view line = rest.substr(2, rest.substr(2).find('\n'));
      if (line.substr(0, 400).find("**") != std::string_view::npos) return true;
    }
    if (rest.starts_with("](") && rest.size() > 2 && rest[2] != ' ' && rest[2] != '\n') return true;
    line_start = head[at] == '\n' || head[at] == '\r';
  }
  return false;
}

ArticleFormat guess_format(std::string_view bytes) {
  for (uint32_t at = 0; at < bytes.size();) {
    const CodePoint c = code_point_at(bytes, at);
    if (c.value == '{') return ArticleFormat::Json;
    if (!is_space(c.value)) break;
    at += c.length;
  }
  return looks_like_markdown(bytes) ? ArticleFormat::Markdown : ArticleFormat::Text;
}

}  // namespace

const char* to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title: return "title";
    case BlockKind::Heading: return "heading";
    case BlockKind::Paragraph: return "paragraph";
    case BlockKind::ListItem: return "list-item";
    case BlockKind::Quote: return "quote";
  }
  return "paragraph";
}

// Stretches in order of text: blocks, sentences.
template <class Stretch>
static uint32_t index_at(const std::vector<Stretch>& stretches, uint32_t byte) {
  auto after = std::upper_bound(stretches.begin(), stretches.end(), byte, [](uint32_t at, const Stretch& stretch) { return at < stretch.span.begin; });
  return after == stretches.begin() ? 0 : static_cast<uint32_t>(after - stretches.begin()) - 1;
}

uint32_t Article::block_at(uint32_t byte) const { return index_at(blocks_, byte); }
uint32_t Article::sentence_at(uint32_t byte) const { return index_at(sentences_, byte); }

std::span<const Sentence> Article::sentences_of(const Block& block) const {
  return sentences().subspan(block.first_sentence, block.sentence_count);
}

std::span<const Token> Article::tokens_of(const Sentence& sentence) const {
  return tokens().subspan(sentence.first_token, sentence.token_count);
}

Result<Article> parse_article(std::string_view bytes, ArticleFormat format) {
  if (bytes.size() > kMaxArticleBytes)
    return make_error(ErrorCode::TooLarge, "an article may have up to " + std::to_string(kMaxArticleBytes) +
                                               " bytes, this one has " + std::to_string(bytes.size()));
  if (auto bad = find_invalid_utf8(bytes)) return make_encoding_error(bytes, *bad);
  if (format == ArticleFormat::Auto) format = guess_format(bytes);
  switch (format) {
    case ArticleFormat::Json: return parse_json_document(bytes);
    case ArticleFormat::Markdown: return parse_markdown(bytes);
    case ArticleFormat::Auto:
    case ArticleFormat::Text: break;
  }
  return parse_plain_text(bytes);
}

}  // namespace faultline
