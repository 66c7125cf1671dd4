// Sets an article in lines: the one layout that the canvas, the text layer and the printed page share.
//
//   Lines lines = make_lines(article, measured, shaper, preferences, 1280);
//   for (const LinePart& part : find_line_parts({article, measured, shaper, lines}, signal.span)) underline(part);
//
// A pure function of its arguments. Lengths are CSS pixels from the surface's upper left corner; y grows downwards. A line is kept
// as a stretch of pieces; where its words stand is worked out when it is looked at (layout/set_line.h).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "article/article.h"
#include "layout/measured_text.h"
#include "layout/page_style.h"

namespace faultline {

struct Line {
  Span span;  // without the white space that ends it
  uint32_t block = 0;
  uint32_t first_piece = 0, last_piece = 0;  // [first, last)
  uint32_t cut = 0;                          // bytes of the first piece that are on the lines before
  float top = 0;
  bool ends_in_hyphen = false;  // shows one for the soft hyphen at its end
  bool is_last = false;         // of its block
};

struct BlockBox {
  uint32_t block = 0;  // index into article.blocks()
  BlockKind kind = BlockKind::Paragraph;
  uint8_t level = 0;
  bool is_rtl = false;
  FaceRole face = FaceRole::Serif;
  float top = 0, left = 0, width = 0, height = 0;
  float size = 0, leading = 0;
  float baseline = 0;  // below the top of each line
  uint32_t first_line = 0, line_count = 0;
};

struct Lines {
  float width = 0, height = 0;
  bool is_rtl = false;  // the article as a whole
  PageStyle style;
  std::vector<BlockBox> blocks;  // one for every block of the article, in order
  std::vector<Line> lines;       // in order of text and of top

  std::span<const Line> lines_of(const BlockBox& box) const { return {lines.data() + box.first_line, box.line_count}; }
  const BlockBox& block_of(const Line& line) const { return blocks[line.block]; }
  float baseline_of(const Line& line) const { return line.top + blocks[line.block].baseline; }
};

Lines make_lines(const Article& article, const MeasuredText& measured, const Shaper& shaper, const PagePreferences& preferences, float width);

// Indices [first, last) of the lines that show between `top` and `bottom`.
struct LineRange {
  uint32_t first = 0, last = 0;
};
LineRange find_lines_between(const Lines& lines, float top, float bottom);
const Line* find_line_at(const Lines& lines, uint32_t byte);  // the first that ends behind it; nullptr if none does

}  // namespace faultline
