// Where the lines under marked words run: below every descender, and above what the next line of text begins with.
//
//   Underlines lines = find_underlines(page, page.lines.lines[mark.line]);
//   painter.underline(family, left, right, baseline + lines.of(mark.level), color, 1.6f);
//
// Latin text has one depth a face, so that the lines of a paragraph keep their distance. Words in Arabic script climb and descend
// as they are written, in Nastaliq through the whole line: there the ink of the very line is measured.
#pragma once

#include "layout/set_line.h"
#include "reader/highlights.h"

namespace faultline {

struct Underlines {
  float first = 0;  // from the baseline to the middle of level 0, CSS pixels
  float step = 0;   // from one level to the next
  float of(uint8_t level) const { return first + step * static_cast<float>(level); }
};

Underlines find_underlines(const TypesetPage& page, const Line& line);

}  // namespace faultline
