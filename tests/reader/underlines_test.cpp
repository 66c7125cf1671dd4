#include "reader/underlines.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <fstream>
#include <sstream>

#include "layout/test_font.h"
#include "reader/canvas.h"

using namespace faultline;

namespace {

// A paragraph in one face, and what is drawn of its first line.
struct Typeset {
  Article article;
  FontSet fonts;
  Shaper shaper{fonts};
  MeasuredText measured;
  Lines lines;

  Typeset(std::string_view text, FaceRole role, std::string font, PagePreferences preferences) : article(*parse_article(text, ArticleFormat::Text)) {
    fonts.add(role, std::move(*parse_typeface(std::move(font))));
    preferences.arabic = FontFamily::Nastaliq;
    measured = measure_article(article, shaper, choose_families(preferences, article));
    lines = make_lines(article, measured, shaper, preferences, 1000);
  }
  TypesetPage page() { return {article, measured, shaper, lines}; }

  // How far the drawn glyphs reach below their baseline, pixels.
  float find_ink_below() {
    constexpr float kBaseline = 200;
    Canvas canvas(shaper);
    Painter painter = canvas.begin({2000, 400, 0, 1});
    painter.line(set_line(page(), lines.lines[0]), 0, kBaseline, {});
    float most = 0;
    for (const ImDrawList* list : canvas.end()->CmdLists) {
      for (const ImDrawVert& vertex : list->VtxBuffer) most = std::max(most, vertex.pos.y - kBaseline);
    }
    return most;
  }
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("underlines keep below the letters, apart from each other, and above the next line where leading has room") {
  for (float line_height : {1.2f, 1.5f, 2.5f}) {
    for (float scale : {0.7f, 1.0f, 4.0f}) {
      CAPTURE(line_height); CAPTURE(scale);
      PagePreferences preferences;
      preferences.line_height = line_height;
      preferences.font_scale = scale;
      Typeset typeset("The guild warned the mayor.", FaceRole::Serif, make_test_font(), preferences);
      const Line& line = typeset.lines.lines[0];
      const BlockBox& box = typeset.lines.block_of(line);
      Underlines underlines = find_underlines(typeset.page(), line);
      const Typeface& face = *typeset.fonts.find(FaceRole::Serif);
      CHECK(underlines.of(0) - underlines.step / 2 >= face.letter_depth() * box.size);
      CHECK(underlines.step >= 2.25f);
      bool has_room = box.leading - (face.letter_height() + face.letter_depth()) * box.size > 3 * 3.5f + 1;
      if (has_room) CHECK(underlines.of(2) + underlines.step / 2 <= box.leading - face.letter_height() * box.size);
    }
  }
}

// The faces come with the web package; without it there is nothing to look at.
TEST_CASE("no underline meets a letter, however deep the face's words descend") {
  struct Row { FaceRole role; const char* file; const char* text; };
  for (Row row : {Row{FaceRole::Serif, "serif", "gypsy jacquard, (Qj)"}, Row{FaceRole::Sans, "sans", "gypsy jacquard"},
                  Row{FaceRole::Naskh, "naskh", "خبرې به وشي، چې پل"}, Row{FaceRole::Nastaliq, "nastaliq", "تاجر پچھلے ہفتے سے کشتیوں پر سامان لے جا رہے ہیں"},
                  Row{FaceRole::Nastaliq, "nastaliq", "پل"}}) {
    std::string font = read_file(std::string(FAULTLINE_SOURCE_DIR "/web/dist/fonts/") + row.file + ".ttf");
    if (font.empty()) {
      MESSAGE("without the faces of the web package: they are not built");
      return;
    }
    CAPTURE(row.text);
    Typeset typeset(row.text, row.role, std::move(font), {});
    Underlines underlines = find_underlines(typeset.page(), typeset.lines.lines[0]);
    float ink = typeset.find_ink_below();
    CHECK(ink > 2);
    CHECK(underlines.of(0) - 1.8f >= ink - 1.5f);  // a wave's half height; ink is counted in whole pixels
    CHECK(underlines.of(0) <= ink + 4);            // and no further off than need be
    CHECK(underlines.of(2) < typeset.lines.blocks[0].leading);
  }
}
