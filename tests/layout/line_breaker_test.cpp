#include "layout/line_breaker.h"

#include <doctest/doctest.h>

#include "layout/set_line.h"
#include "layout/test_font.h"
#include "text/utf8.h"

using namespace faultline;

namespace {

FontSet make_fonts() {
  FontSet fonts;
  fonts.add(FaceRole::Serif, std::move(*parse_typeface(make_test_font())));
  return fonts;
}

// One paragraph in the test font, measured.
struct Measured {
  explicit Measured(std::string_view given) : text(given) {
    FaceSpan face{static_cast<uint32_t>(text.size()), FaceRole::Serif};
    append_paragraph(measured, {text, {0, face.end}, false, {&face, 1}}, shaper);
  }
  std::vector<BrokenLine> break_at(float width) const { return break_lines(measured, measured.paragraphs[0], text, shaper, 10, width); }

  std::string text;
  FontSet fonts = make_fonts();
  Shaper shaper{fonts};
  MeasuredText measured;
};

// The lines of a text at ten pixels an em, with '|' between them: an 'a' is 5 pixels wide, a space 2.5.
std::string break_at(std::string_view text, float width) {
  Measured paragraph(text);
  std::string broken;
  for (const BrokenLine& line : paragraph.break_at(width)) {
    if (!broken.empty()) broken += '|';
    broken += text_of(text, line.span);
    if (line.ends_in_hyphen) broken += '-';
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
         {"aa—”", 19, "aa|—”"},
         {"and/or", 20, "and/|or"}});
}

TEST_CASE("a soft hyphen is seen only where a line ends at it, and only if it has room") {
  check({{"aaa\u00ADaaa", 40, "aaa\u00ADaaa"}, {"aaa\u00ADaaa", 20, "aaa\u00AD-|aaa"}, {"aa aaa\u00ADaaa", 31.5f, "aa aaa\u00AD-|aaa"},
         {"aa aaa\u00ADaaa", 30.5f, "aa|aaa\u00ADaaa"}});
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
  Measured paragraph(text);
  for (float width = 0; width < 700; width += 3.5f) {
    CAPTURE(width);
    uint32_t at = 0;
    for (const BrokenLine& line : paragraph.break_at(width)) {
      for (; at < line.span.begin; ++at) CHECK(text[at] == ' ');
      CHECK(line.span.size() > 0);
      CHECK(text[line.span.begin] != ' ');
      CHECK(text[line.span.end - 1] != ' ');
      SetLine set = set_line(paragraph.measured, paragraph.measured.paragraphs[0], text, paragraph.shaper,
                             {line.span, line.first_piece, line.last_piece, line.cut, 10, line.ends_in_hyphen});
      CHECK(line.width == doctest::Approx(set.width));
      uint32_t byte = line.span.begin;
      for (const PlacedText& part : set.parts) {
        CHECK(part.span.begin == byte);
        byte = part.span.end;
      }
      CHECK(byte == line.span.end);
      bool is_single = code_point_at(text, line.span.begin).length == line.span.size();
      CHECK((line.width <= width + 0.01f || is_single));
      at = line.span.end;
    }
    CHECK(at == text.size());
  }
}
