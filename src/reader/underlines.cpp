#include "reader/underlines.h"

#include <algorithm>

namespace faultline {
namespace {

// A wave is 3.5 pixels high when its finding is selected. Where leading is so tight that three do not fit they come closer;
// they lie below the words, so that even then no letter is covered.
constexpr float kStep = 3.5f, kLeastStep = 2.25f;
constexpr float kGap = 0.5f;  // pixels of paper between ink and line

struct Ink {
  float above = 0, below = 0;  // of the baseline, pixels
};

Ink find_ink(const SetLine& line, const Shaper& shaper) {
  constexpr float kUnits = 1000;
  Ink ink;
  for (const Run& run : line.runs) {
    const Typeface* face = shaper.fonts().find(run.face);
    if (!face || !run.has_glyphs) continue;
    if (run.script != kArabic) {
      ink.above = std::max(ink.above, face->letter_height() * line.size);
      ink.below = std::max(ink.below, face->letter_depth() * line.size);
      continue;
    }
    for (uint32_t i = run.first_part; i < run.last_part; ++i) {
      if (line.parts[i].word == PlacedText::kSpace) continue;
      for (const Glyph& glyph : shaper.glyphs_of(line.parts[i].word)) {
        GlyphBox box = face->box_of(glyph.id, kUnits, 0);
        if (box.empty()) continue;
        ink.above = std::max(ink.above, (glyph.y - static_cast<float>(box.top) / kUnits) * line.size);
        ink.below = std::max(ink.below, (static_cast<float>(box.bottom) / kUnits - glyph.y) * line.size);
      }
    }
  }
  return ink;
}

}  // namespace

Underlines find_underlines(const TypesetPage& page, const Line& line) {
  Ink ink = find_ink(set_line(page, line), page.shaper);
  // The next line of the block is taken to be as tall as this one.
  float room = page.lines.block_of(line).leading - ink.above - ink.below - kGap;
  float step = std::clamp(room / kHighlightLevels, kLeastStep, kStep);
  return {ink.below + kGap + step / 2, step};
}

}  // namespace faultline
