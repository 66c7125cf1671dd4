// Breaks a measured paragraph into lines of a width: greedily, and inside a word only if it must.
//
//   for (const BrokenLine& line : break_lines(measured, paragraph, text, shaper, 19, 640)) draw(line.span);
//
// Greedy, not optimal, on purpose: it is what browsers do, so that the text layer above breaks where the canvas does.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/measured_text.h"

namespace faultline {

// One line. White space at its end belongs to no line: the next one begins after it.
struct BrokenLine {
  Span span;
  uint32_t first_piece = 0, last_piece = 0;  // [first, last)
  uint32_t cut = 0;                          // bytes of the first piece that are on the lines before
  float width = 0;                           // pixels
  bool ends_in_hyphen = false;               // at a soft hyphen, which is shown there; the width has room for it
};

// Lines of a paragraph in order, `size` pixels an em and `width` pixels wide; none for white space only. A width below one
// character gives one character a line. Linear in the text.
std::vector<BrokenLine> break_lines(const MeasuredText& measured, const Paragraph& paragraph, std::string_view text, const Shaper& shaper,
                                    float size, float width);

}  // namespace faultline
