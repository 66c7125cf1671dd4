#include "layout/break_places.h"

#include <doctest/doctest.h>

#include "layout/measured_text.h"
#include "layout/test_font.h"
#include "layout/unicode_file.h"

using namespace faultline;

namespace {

// A row of LineBreakTest: code points with ÷ (a line may end) or × between them.
struct BreakRow {
  std::string text, expected;  // a '|' at every place but the last
};

std::vector<BreakRow> read_break_rows() {
  std::vector<BreakRow> rows;
  for (const std::string& line : read_unicode_file("auxiliary/LineBreakTest.txt")) {
    BreakRow row;
    bool is_sound = true;
    for (size_t at = 0; at < line.size();) {
      size_t end = std::min(line.find(' ', at), line.size());
      std::string field = line.substr(at, end - at);
      at = end + 1;
      if (field == "÷" && !row.text.empty()) row.expected += '|';
      if (field == "÷" || field == "×") continue;
      std::string character;
      is_sound &= append_code_points(field, character);
      row.text += character;
      row.expected += character;
    }
    if (is_sound) rows.push_back(row);
  }
  return rows;
}

std::string show_breaks(std::string_view text, const char* language = "") {
  std::vector<bool> places = find_break_places(text, language);
  std::string shown;
  for (size_t i = 0; i < text.size(); ++i) {
    shown += text[i];
    if (places[i]) shown += '|';
  }
  return shown;
}

}  // namespace

TEST_CASE("line breaks of Unicode's own test, but for those that the library takes otherwise") {
  size_t rows = 0, wrong = 0;
  for (const BreakRow& row : read_break_rows()) {
    rows += 1;
    // The rows are for strict breaking: no line begins with a small kana.
    wrong += show_breaks(row.text, "xx-strict") != row.expected;
  }
  MESSAGE(rows << " rows of LineBreakTest, " << wrong << " otherwise");
  // Its authors list them: numbers with signs around them (example 7 of UAX #14, a tailoring), and one unassigned character.
  CHECK(wrong <= 35);
}

TEST_CASE("what is plain enough to spare the algorithm breaks where the algorithm says") {
  // Every pair of these beside every other, inside a word and over a space.
  std::vector<std::string> bits = {"a", "Z", "5", ".", ",", ":", ";", "'", "\"", "’", "”", "“", "(", ")", "-", "–", "—", "/", "é", "ب", "ے", "%", "$", "!", "?", "…", "«", "»", "中", "\u00A0"};
  FontSet fonts;
  fonts.add(FaceRole::Serif, std::move(*parse_typeface(make_test_font())));
  Shaper shaper(fonts);
  for (const std::string& a : bits) {
    for (const std::string& b : bits) {
      for (std::string text : {"xx" + a + b + "yy", "xx" + a + " " + b + "yy", "xx" + a + " yy" + b + " zz"}) {
        MeasuredText measured;
        FaceSpan face{static_cast<uint32_t>(text.size()), FaceRole::Serif};
        append_paragraph(measured, {text, {0, face.end}, false, {&face, 1}}, shaper);
        std::string shown;
        uint32_t at = 0;
        for (const Piece& piece : measured.pieces) {
          shown += text.substr(at, piece.length + piece.spaces);
          at += piece.length + piece.spaces;
          if (piece.has(Piece::kBreakAfter)) shown += '|';
        }
        CHECK(shown == show_breaks(text));
      }
    }
  }
}
