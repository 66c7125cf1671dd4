// Inputs that were made to hurt: a clear error or a sane article, in linear time, under the sanitizers.
#include <doctest/doctest.h>

#include <chrono>

#include "article/article.h"
#include "article/json_document.h"

using namespace faultline;

namespace {

constexpr size_t kMegabyte = size_t{1} << 20;

std::string repeat(std::string_view piece, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

double seconds_to_parse(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  const auto article = parse_article(text, ArticleFormat::Text);
  CHECK(article);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("bytes that are not UTF-8 are refused by name and place") {
  const auto article = parse_article("Kabul \xFF refused");
  REQUIRE(!article);
  CHECK(article.error().code == ErrorCode::BadEncoding);
  CHECK(article.error().where == "byte 6");
  CHECK(article.error().message == "the text is not UTF-8: byte 0xFF cannot stand here");
  CHECK(parse_article(std::string_view("\xFF\xFEK\0", 4)).error().message == "the text is UTF-16; save it as UTF-8");
}

TEST_CASE("nothing but white space is an article without blocks") {
  for (std::string_view text : {"", " ", "\n\r\n\t", "\uFEFF", "\u00A0\u2003"}) {
    const auto article = parse_article(text);
    REQUIRE(article);
    CHECK(article->blocks().empty());
    CHECK(article->tokens().empty());
  }
}

TEST_CASE("NUL bytes, lone marks and long words are text") {
  CHECK(parse_article(std::string_view("a\0b. \0", 6))->tokens().size() == 5);
  CHECK(parse_article("e\u0301\u0301\u0301 \u0301")->tokens().size() == 2);
  CHECK(parse_article(repeat("w", 64 << 10))->tokens().size() == 1);
  CHECK(parse_article(repeat("é’", 64 << 10))->tokens().size() <= 3);
}

TEST_CASE("20 MB of one line are read") {
  CHECK(parse_article(repeat("a", 20 * kMegabyte))->tokens().size() == 1);
  const auto prose = parse_article(repeat("The envoy of the upper valley refused to open the weir. ", 20 * kMegabyte));
  REQUIRE(prose);
  CHECK(prose->blocks().size() == 1);
  CHECK(prose->sentences().size() > 300000);
}

TEST_CASE("more than the limit is refused") {
  const auto article = parse_article(std::string(kMaxArticleBytes + 1, 'a'));
  REQUIRE(!article);
  CHECK(article.error().code == ErrorCode::TooLarge);
}

TEST_CASE("nesting bombs are refused or flattened") {
  const auto json = parse_article(R"({"schema":"faultline.article/1","x":)" + repeat("[", kMegabyte));
  REQUIRE(!json);
  CHECK(json.error().message == "the document is nested deeper than 64 levels");
  CHECK(parse_json_document(repeat("{\"a\":", kMegabyte)).error().code == ErrorCode::BadArticle);
  for (std::string_view piece : {">", "- ", "> - ", "*", "[", "![", "<div>", "`", "1. ", "&#", "|"}) {
    const auto article = parse_article(repeat(piece, 32 << 10) + "x", ArticleFormat::Markdown);
    CHECK_MESSAGE(article, piece);
  }
}

TEST_CASE("time grows with the length and no faster") {
  for (std::string_view piece : {"a", "a ", ". ", "\"", "'", "- x\n", "x\n", "word word\n\n", "U.", "9,", "“No.” "}) {
    const double once = seconds_to_parse(repeat(piece, kMegabyte / 2));
    const double eight = seconds_to_parse(repeat(piece, kMegabyte * 4));
    // Quadratic work would take 64 times as long; the bound leaves room for a busy machine.
    CHECK_MESSAGE(eight < 28 * once + 0.5, piece);
  }
}
