// Laws that hold for every article: spans on character boundaries, tokens in sentences, sentences in blocks.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "article/article.h"
#include "text/offsets.h"
#include "text/utf8.h"

using namespace faultline;

namespace {

bool is_boundary(std::string_view text, uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_span(std::string_view text, Span span, Span outer, uint32_t& last_end) {
  REQUIRE(outer.contains(span));
  REQUIRE_FALSE(span.empty());
  REQUIRE(span.begin >= last_end);
  REQUIRE(is_boundary(text, span.begin));
  REQUIRE(is_boundary(text, span.end));
  last_end = span.end;
}

void check_laws(const Article& article) {
  const std::string& text = article.text();
  const Span whole{0, static_cast<uint32_t>(text.size())};
  uint32_t block_end = 0, sentence_end = 0, token_end = 0, sentences = 0, tokens = 0;
  for (const Block& block : article.blocks()) {
    check_span(text, block.span, whole, block_end);
    REQUIRE(block.first_sentence == sentences);
    for (const Sentence& sentence : article.sentences_of(block)) {
      check_span(text, sentence.span, block.span, sentence_end);
      REQUIRE(&article.blocks()[sentence.block] == &block);
      REQUIRE(sentence.first_token == tokens);
      REQUIRE(sentence.token_count > 0);
      for (const Token& token : article.tokens_of(sentence)) {
        check_span(text, token.span, sentence.span, token_end);
        REQUIRE(article.fold_of(token) == fold_case(article.text_of(token.span)));
        REQUIRE(article.find_fold(article.fold_of(token)) == token.fold);
      }
      tokens += sentence.token_count;
    }
    sentences += block.sentence_count;
  }
  REQUIRE(sentences == article.sentences().size());
  REQUIRE(tokens == article.tokens().size());
  for (const Style& style : article.styles()) REQUIRE(whole.contains(style.span));
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("laws hold for texts of many kinds") {
  for (std::string_view text : {"", "x", "Dam row\r\n\r\nThe envoy came.\r\n- a\r\n", "a\rb\rc", "🕊️ 👩‍👩‍👧 “é”\n\nño",
                                "کابل نے انکار کیا۔ اسلام آباد خاموش رہا۔", "# H\n\n*a* [b](c) **d**\n\n> q\n\n1. x\n2. y",
                                "e\u0301 \u200F\u202Eabc", "'''\"\"\"...!!!", "- \n- \n-", "> \n>", "\u2029\u2028"})
    for (ArticleFormat format : {ArticleFormat::Auto, ArticleFormat::Text, ArticleFormat::Markdown}) {
      const auto article = parse_article(text, format);
      REQUIRE(article);
      check_laws(*article);
    }
}

TEST_CASE("laws hold for the articles of the demo and of the shared gold") {
  size_t seen = 0;
  for (const std::string folder : {FAULTLINE_SOURCE_DIR "/assets/articles", FAULTLINE_SHARED_DIR "/gold/dev", FAULTLINE_SHARED_DIR "/seed"}) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
      const bool demo = folder.ends_with("articles");
      if (entry.path().extension() != (demo ? ".json" : ".txt")) continue;
      const auto article = parse_article(read(entry.path()));
      REQUIRE_MESSAGE(article, entry.path().string());
      check_laws(*article);
      CHECK_FALSE(article->tokens().empty());
      ++seen;
    }
    if (error) MESSAGE("skipped, not there: " << folder);
  }
  CHECK(seen >= 3);
}

TEST_CASE("the seed article has the size that the design names") {
  const std::string text = read(FAULTLINE_SHARED_DIR "/seed/article.txt");
  if (text.empty()) {
    MESSAGE("skipped: the shared seed is not there");
    return;
  }
  const auto article = parse_article(text);
  REQUIRE(article);
  CHECK(article->text() == text);
  CHECK(text.size() == 2652);
  CHECK(Offsets(article->text()).code_points() == 2618);
  size_t items = 0, headings = 0;
  for (const Block& block : article->blocks()) {
    items += block.kind == BlockKind::ListItem;
    headings += block.kind == BlockKind::Heading;
  }
  CHECK(items == 5);
  CHECK(headings == 1);
  CHECK(article->title().empty());  // its first line is a paragraph
}
