#include "layout/hyphenation.h"

#include <doctest/doctest.h>

#include "layout/line_breaker.h"
#include "layout/set_line.h"
#include "layout/test_font.h"

using namespace faultline;

namespace {

// A handful of patterns of our own making, enough to show each of their powers.
constexpr std::string_view kPatterns =
    "% made up\n"
    "\\patterns{\n"
    "1ba d2b .ha2 n1d e2k3 2tt t3i 4k. é1ro\n"
    "}\n"
    "\\hyphenation{ ta-ble pre-sent }\n";

std::string hyphenate(const Hyphenation& hyphenation, std::string word) {
  std::vector<uint32_t> places = hyphenation.find_hyphens(word);
  for (auto place = places.rbegin(); place != places.rend(); ++place) word.insert(*place, "-");
  return word;
}

}  // namespace

TEST_CASE("words are hyphenated where their patterns' highest digit is odd") {
  Hyphenation hyphenation = *parse_hyphenation(kPatterns);
  CHECK(hyphenation.pattern_count() == 9);
  struct Row { const char* word; const char* expected; };
  for (Row row : {Row{"sandbank", "san-dbank"},    // n1d; the 2 of d2b forbids what 1ba allows
                  Row{"Sandbank", "San-dbank"}, Row{"SANDBANK", "SAN-DBANK"},
                  Row{"zebra", "zebra"},           // no pattern
                  Row{"lekkers", "lek-kers"},      // e2k3: the 3 stands behind the k
                  Row{"table", "ta-ble"},          // an exception
                  Row{"Present", "Pre-sent"},
                  Row{"oband", "oband"},           // too near to its end
                  Row{"robots", "robots"}, Row{"né", "né"},
                  Row{"caméros", "camé-ros"},      // by letters, not bytes: é1ro
                  Row{"sand-bank", "sand-bank"},   // has its hyphen
                  Row{"1andbank", "1andbank"}, Row{"", ""}}) {
    CAPTURE(row.word);
    CHECK(hyphenate(hyphenation, row.word) == row.expected);
  }
}

TEST_CASE("punctuation at the ends of a word is no part of it") {
  Hyphenation hyphenation = *parse_hyphenation(kPatterns);
  HyphenFinder finder(hyphenation);
  for (int turn = 0; turn < 2; ++turn) {
    CHECK(finder.find("table") == std::vector<uint32_t>{2});
    CHECK(finder.find("“table,”") == std::vector<uint32_t>{5});
    CHECK(finder.find("…") == std::vector<uint32_t>{});
    CHECK(finder.find("(present)") == std::vector<uint32_t>{4});
  }
}

TEST_CASE("what is no file of patterns is refused, with the line") {
  struct Row { std::string_view text; const char* message; const char* where; };
  for (Row row : {Row{"", "there is no hyphenation pattern; expected some such as \".ach4\"", ""},
                  Row{"% only a comment", "there is no hyphenation pattern; expected some such as \".ach4\"", ""},
                  Row{"1ba\n<html>", "expected letters, digits, stops and hyphens between white space", "line 2"},
                  Row{"1ba\n\xFF", "the patterns are not UTF-8", "byte 4"}}) {
    auto hyphenation = parse_hyphenation(row.text);
    REQUIRE_FALSE(hyphenation.has_value());
    CHECK(hyphenation.error().message == row.message);
    CHECK(hyphenation.error().where == row.where);
  }
}

TEST_CASE("a line ends in a hyphenated word, with a hyphen, but not in a heading") {
  FontSet fonts;
  fonts.add(FaceRole::Serif, std::move(*parse_typeface(make_test_font())));
  Shaper shaper(fonts);
  Hyphenation hyphenation = *parse_hyphenation(kPatterns);
  Article article = *parse_article("# At present a table\n\nThey have at present a table.\n", ArticleFormat::Markdown);
  const std::string& text = article.text();
  struct Row { bool has_patterns; float width; size_t block; std::vector<std::string> lines; };
  const Row rows[] = {
      {false, 80, 1, {"They have", "at present", "a table."}},
      {true, 80, 1, {"They have", "at present", "a table."}},
      {false, 72, 1, {"They have", "at", "present a", "table."}},
      {true, 72, 1, {"They have", "at pre-", "sent a ta-", "ble."}},
      {true, 72, 0, {"At", "present a", "table"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.width); CAPTURE(row.has_patterns);
    MeasuredText measured = measure_article(article, shaper, {}, row.has_patterns ? &hyphenation : nullptr);
    const Paragraph& paragraph = measured.paragraphs[row.block];
    std::vector<std::string> lines;
    for (const BrokenLine& line : break_lines(measured, paragraph, text, shaper, 16, row.width)) {
      lines.push_back(std::string(text_of(text, line.span)) + (line.ends_in_hyphen ? "-" : ""));
      CHECK(line.width <= row.width + 0.01f);
    }
    CHECK(lines == row.lines);
  }
}
