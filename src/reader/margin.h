// What stands in the margin beside a line: the letters of its findings, nearest to the text the one that begins first.
//
//   for (const MarginMark& mark : find_margin_marks(view, {first, last})) draw(mark.text, mark.rect);
//
// The margin is the one where lines begin. A finding that goes on from the line above has a bar instead of letters; what finds no
// room is counted: "+2". Where the margin is too narrow for one tag there is none, and the words alone carry the marks.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reader/highlights.h"
#include "reader/painter.h"
#include "reader/reader_state.h"

namespace faultline {

struct MarginMark {
  uint32_t line = 0;     // index into lines.lines
  uint32_t finding = 0;  // index into the findings; that of the first, when it stands for several
  uint32_t count = 1;
  std::string text;      // "Re", "+2" for the rest of several, "3" where there is room for one tag; empty for a bar
  Rect rect;             // what can be pressed, as high as the line; CSS pixels on the surface
};

struct MarkedPage {
  const TypesetPage& page;
  std::span<const Finding> findings;
  std::span<const Highlight> highlights;  // in order of line
  const ReaderState& state;
  const Analysis& analysis;
  const Catalogue& words;
};

// In order of line, then outwards from the text. Only findings that are shown.
std::vector<MarginMark> find_margin_marks(const MarkedPage& marked, LineRange lines);

void draw_margin(Painter& painter, const MarkedPage& marked, LineRange lines, const Theme& theme);

}  // namespace faultline
