// Where the marks of the findings stand on a set page: rectangles to tint and lines to draw under the words.
//
//   for (const Highlight& mark : make_highlights(findings, page)) draw(mark);
//
// Marks that overlap in the text are given different levels, so that their underlines stand one below the other and three
// findings on one word can be told apart without colour.
#pragma once

#include <span>
#include <vector>

#include "layout/set_line.h"
#include "reader/finding.h"
#include "reader/painter.h"

namespace faultline {

struct Highlight {
  uint32_t finding = 0;  // index into the findings
  uint32_t line = 0;     // index into lines.lines
  Span span;             // the part of the finding on this line
  float left = 0, right = 0;
  uint8_t level = 0;  // 0 is nearest to the words
};

inline constexpr uint8_t kHighlightLevels = 3;  // further overlaps share the last level

// In order of line, then of the findings. Filters do not matter here: switching a kind off moves no other mark.
std::vector<Highlight> make_highlights(std::span<const Finding> findings, const TypesetPage& page);

// The box around a stretch of a line, `margin` wider at both ends: from the ascenders to the descenders, and all of the line in Arabic
// script, whose words may climb and descend through it.
Rect box_around(const Lines& lines, uint32_t line, float left, float right, float margin);

}  // namespace faultline
