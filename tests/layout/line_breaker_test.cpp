#include "layout/line_breaker.h"

#include <doctest/doctest.h>

#include <chrono>

#include "layout/test_font.h"
#include "text/utf8.h"

using namespace faultline;

namespace {

FontSet make_fonts() {
  FontSet fonts;
  fonts.add(FaceRole::Serif, std::move(*parse_typeface(make_test_font())));
  return fonts;
}

// The lines of a text at ten pixels an em, with '|' between them: an 'a' is 5 pixels wide, a space 2.5.
std::string break_at(std::string_view text, float width) {
  FontSet fonts = make_fonts();
  FaceSpan face{static_cast<uint32_t>(text.size()), FaceRole::Serif};
  std::string broken;
  for (const BrokenLine& line : break_lines(text, {0, face.end}, {fonts, 10}, {&face, 1}, width)) {
    if (!broken.empty()) broken += '|';
    broken += text_of(text, line.span);
  }
  return broken;
}

struct Row { std::string_view text; float width; std::string_view expected; };
void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK_MESSAGE(break_at(row.text, row.width) == row.expected, row.text);
}

}  // namespace

TEST_CASE("lines break at the last space that fits") {
  check({{"one two ten", 100, "one two ten"},
         {"one two ten", 35, "one two|ten"},  // 15 + 2.5 + 17.5 pixels: w is wide
         {"one two ten", 34, "one|two|ten"},
         {"one two ten", 17.5f, "one|two|ten"}});
}

TEST_CASE("a word that just fits stays") {
  check({{"aa aa", 22.5f, "aa aa"}, {"aa aa", 22.4f, "aa|aa"}});
}

TEST_CASE("white space counts once, and none stands at the ends of a line") {
  check({{"aa    aa", 22.5f, "aa    aa"},
         {"  aa\n\n aa  ", 20, "aa|aa"},
         {"aa \t\r\n aa", 100, "aa \t\r\n aa"},
         {"   ", 50, ""},
         {"", 50, ""}});
}

TEST_CASE("lines break after hyphens and dashes, but not inside numbers") {
  check({{"cross-border", 40, "cross-|border"},
         {"aaa—aaa", 30, "aaa—|aaa"},
         {"aaa–aaa", 30, "aaa–|aaa"},
         {"aa COVID-19", 40, "aa|COVID-19"},
         {"aa 1941–45", 35, "aa|1941–45"},
         {"aa (b-)", 22, "aa|(b-)"},
         {"aa—”", 19, "aa—|”"}});  // nothing fits: the closing mark has to move
}

TEST_CASE("unbreakable spaces hold words together") {
  check({{"aa 10\u00A0km", 30, "aa|10\u00A0km"}, {"aa 10\u202Fkm", 30, "aa|10\u202Fkm"}});
}

TEST_CASE("a word wider than the line is cut between characters, never before a mark") {
  check({{"aaaaaa", 15, "aaa|aaa"},
         {"a aaaaaa", 15, "a|aaa|aaa"},
         {"aaae\u0301a", 20, "aaae\u0301|a"},
         {"aaa", 1, "a|a|a"},
         {"aaa", 0, "a|a|a"},
         {"中中中中", 25, "中中|中中"}});
}

TEST_CASE("laws: lines keep order and width and lose nothing but white space") {
  const std::string text = "The envoys of both sides — tired, cross and far from home — met again; “nothing”, said one, “was agreed-upon” … 1,250 km away.";
  FontSet fonts = make_fonts();
  FaceSpan face{static_cast<uint32_t>(text.size()), FaceRole::Serif};
  for (float width = 0; width < 700; width += 3.5f) {
    CAPTURE(width);
    uint32_t at = 0;
    for (const BrokenLine& line : break_lines(text, {0, face.end}, {fonts, 10}, {&face, 1}, width)) {
      for (; at < line.span.begin; ++at) CHECK(text[at] == ' ');
      CHECK(line.span.size() > 0);
      CHECK(text[line.span.begin] != ' ');
      CHECK(text[line.span.end - 1] != ' ');
      CHECK(line.width == doctest::Approx(fonts.width_of(FaceRole::Serif, text_of(text, line.span)) * 10));
      bool is_single = code_point_at(text, line.span.begin).length == line.span.size();
      CHECK((line.width <= width + 0.01f || is_single));
      at = line.span.end;
    }
    CHECK(at == text.size());
  }
}

TEST_CASE("time grows with the text, not with its square") {
  auto seconds = [](std::string text) {
    auto start = std::chrono::steady_clock::now();
    break_at(text, 400);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds(std::string(1 << 16, 'a'));  // warm
  for (std::string_view unit : {"a", "a ", "a-", "— ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "}) {
    std::string text;
    while (text.size() < (1u << 18)) text += unit;
    double small = seconds(text);
    std::string large = text + text + text + text;
    CHECK_MESSAGE(seconds(large) < 12 * small + 0.05, unit);
  }
}
