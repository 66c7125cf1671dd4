// Where the marks of the findings stand on a set page: rectangles to tint and lines to draw under the words.
//
//   Highlights highlights(findings);
//   for (const Highlight& mark : highlights.on(page, find_lines_between(page.lines, top, bottom))) draw(mark);
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

// A stretch of the text that a finding has, wherever its lines break.
struct MarkedSpan {
  Span span;
  uint32_t finding = 0;
  uint8_t level = 0;
};

// Filters do not matter here: switching a kind off moves no other mark.
class Highlights {
 public:
  Highlights() = default;
  explicit Highlights(std::span<const Finding> findings);

  std::span<const MarkedSpan> spans() const { return spans_; }  // in reading order, what encloses before what it encloses
  // Those on the given lines, in order of line, then of spans(): a long article is never marked as a whole.
  std::vector<Highlight> on(const TypesetPage& page, LineRange lines) const;

 private:
  std::vector<MarkedSpan> spans_;
  std::vector<uint32_t> reach_;  // of each and all before it the furthest end
};

// The box around a stretch of a line, `margin` wider at both ends: from the ascenders to the descenders, and all of the line in Arabic
// script, whose words may climb and descend through it.
Rect box_around(const Lines& lines, uint32_t line, float left, float right, float margin);

}  // namespace faultline
