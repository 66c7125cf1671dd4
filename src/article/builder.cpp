#include "article/builder.h"


#include "base/check.h"
#include "base/sort.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace faultline {
namespace {

Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint c = code_point_at(text, span.begin);
    if (!is_space(c.value)) break;
    span.begin += c.length;
  }
  while (!span.empty()) {
    const CodePoint c = code_point_before(text, span.end);
    if (!is_space(c.value)) break;
    span.end -= c.length;
  }
  return span;
}

// Tokens that the text will have, at most a little more: counted first, so that the vector never grows by copying
// and a large article costs what its tokens need.
size_t estimate_tokens(std::string_view text) {
  size_t count = 16;
  bool in_word = false;
  for (char c : text) {
    const bool word = static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                      (c >= 'a' && c <= 'z');
    if (word && !in_word) ++count;
    else if (!word && c != ' ' && c != '\n' && c != '-') ++count;
    in_word = word;
  }
  return count;
}

}  // namespace

ArticleBuilder::ArticleBuilder(std::string whole_text) { article_.text_ = std::move(whole_text); }

void ArticleBuilder::begin_block(BlockKind kind, uint8_t level) {
  FL_CHECK(!open_);
  std::string& text = article_.text_;
  block_ = {kind, level, {}, 0, 0};
  if (!article_.blocks_.empty()) {
    const bool list = kind == BlockKind::ListItem && article_.blocks_.back().kind == BlockKind::ListItem;
    text += list ? "\n" : "\n\n";
  }
  block_begin_ = size();
  open_ = true;
}

void ArticleBuilder::append(std::string_view text) {
  FL_CHECK(open_);
  if (size() == block_begin_) text = text.substr(trim(text, {0, static_cast<uint32_t>(text.size())}).begin);
  article_.text_ += text;
}

void ArticleBuilder::end_block() {
  FL_CHECK(open_);
  open_ = false;
  std::string& text = article_.text_;
  const Span span = trim(text, {block_begin_, size()});
  // An empty block takes back its separator, as if it had never begun.
  const uint32_t before = article_.blocks_.empty() ? 0 : article_.blocks_.back().span.end;
  text.resize(span.empty() ? before : span.end);
  std::vector<Style>& styles = article_.styles_;
  for (size_t i = styles.size(); i > 0 && styles[i - 1].span.end > size(); --i) styles[i - 1].span.end = size();
  while (!styles.empty() && styles.back().span.begin >= styles.back().span.end) styles.pop_back();
  if (span.empty()) return;
  block_.span = span;
  article_.blocks_.push_back(block_);
}

void ArticleBuilder::add_block(BlockKind kind, uint8_t level, Span span) {
  FL_CHECK(span.end <= size() && (article_.blocks_.empty() || article_.blocks_.back().span.end <= span.begin));
  article_.blocks_.push_back({kind, level, span, 0, 0});
}

void ArticleBuilder::add_style(StyleKind kind, Span span, std::string target) {
  if (!span.empty()) article_.styles_.push_back({kind, span, std::move(target)});
}

void ArticleBuilder::split_block(Block& block, uint32_t index, std::vector<uint32_t>& ends) {
  std::vector<Token>& tokens = article_.tokens_;
  const uint32_t first = static_cast<uint32_t>(tokens.size());
  append_tokens(article_.text_, block.span, tokens);
  ends.clear();
  append_sentence_ends(article_.text_, std::span(tokens).subspan(first), ends);
  block.first_sentence = static_cast<uint32_t>(article_.sentences_.size());
  block.sentence_count = static_cast<uint32_t>(ends.size());
  uint32_t start = 0;
  for (uint32_t end : ends) {
    const Span span{tokens[first + start].span.begin, tokens[first + end - 1].span.end};
    article_.sentences_.push_back({span, index, first + start, end - start});
    start = end;
  }
}

Article ArticleBuilder::build() && {
  FL_CHECK(!open_);
  article_.tokens_.reserve(estimate_tokens(article_.text_));
  std::vector<uint32_t> ends;
  for (uint32_t i = 0; i < article_.blocks_.size(); ++i) {
    Block& block = article_.blocks_[i];
    split_block(block, i, ends);
    if (block.kind == BlockKind::Title && article_.title_.empty()) article_.title_ = article_.text_of(block.span);
  }
  for (Token& token : article_.tokens_) token.fold = article_.folds_.intern(article_.text_of(token.span));
  sort_stably(article_.styles_, [](const Style& a, const Style& b) { return a.span < b.span; });
  return std::move(article_);
}

}  // namespace faultline
