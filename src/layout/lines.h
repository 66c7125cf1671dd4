// Sets an article in lines: the one layout that the canvas, the text layer and the printed page share.
//
//   Lines lines = make_lines(article, fonts, preferences, 1280);
//   for (const LinePart& part : find_line_parts(lines, article, fonts, signal.span)) underline(part);
//
// A pure function of its arguments. Lengths are CSS pixels from the surface's upper left corner; y grows downwards.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "article/article.h"
#include "layout/font_set.h"
#include "layout/page_style.h"

namespace faultline {

// A part of a line in one face. The runs of a line tile it from its first to its last byte.
struct Run {
  Span span;
  float left = 0, width = 0;
  FaceRole face = FaceRole::Serif;
  bool has_glyphs = true;  // false: characters that the face lacks; the page shows them in a font of its own
};

struct Line {
  Span span;  // without the white space that ends it
  uint32_t block = 0;
  float top = 0, baseline = 0, left = 0, width = 0;
  uint32_t first_run = 0, run_count = 0;
};

struct BlockBox {
  uint32_t block = 0;  // index into article.blocks()
  BlockKind kind = BlockKind::Paragraph;
  uint8_t level = 0;
  FaceRole face = FaceRole::Serif;
  float top = 0, left = 0, width = 0, height = 0;
  float size = 0, leading = 0;
  uint32_t first_line = 0, line_count = 0;
};

struct Lines {
  float width = 0, height = 0;
  PageStyle style;
  std::vector<BlockBox> blocks;  // one for every block of the article, in order
  std::vector<Line> lines;       // in order of text and of top
  std::vector<Run> runs;

  std::span<const Line> lines_of(const BlockBox& box) const { return {lines.data() + box.first_line, box.line_count}; }
  std::span<const Run> runs_of(const Line& line) const { return {runs.data() + line.first_run, line.run_count}; }
};

// The part of a span that stands on one line.
struct LinePart {
  uint32_t line = 0;  // index into lines.lines
  Span span;
  float left = 0, right = 0;
};

Lines make_lines(const Article& article, const FontSet& fonts, const PagePreferences& preferences, float width);

// Where `span` stands, a part a line, in order. White space between lines gives none.
std::vector<LinePart> find_line_parts(const Lines& lines, const Article& article, const FontSet& fonts, Span span);

// The distance of byte `at` from the surface's left edge. Requires line.span.begin <= at <= line.span.end, on a boundary.
float x_of(const Lines& lines, const Article& article, const FontSet& fonts, const Line& line, uint32_t at);

// Indices [first, last) of the lines that show between `top` and `bottom`.
struct LineRange {
  uint32_t first = 0, last = 0;
};
LineRange find_lines_between(const Lines& lines, float top, float bottom);

}  // namespace faultline
