// Draws the article column: the words, their marks, bullets and quotation bars. Only the lines inside the frame are touched.
//
//   draw_article(painter, {article, lines, findings, highlights, state, theme});
#pragma once

#include <span>

#include "layout/lines.h"
#include "reader/highlights.h"
#include "reader/painter.h"
#include "reader/reader_state.h"

namespace faultline {

struct ArticleView {
  const Article& article;
  const Lines& lines;
  std::span<const Finding> findings;
  std::span<const Highlight> highlights;  // in order of line
  const ReaderState& state;
  const Theme& theme;
};

void draw_article(Painter& painter, const ArticleView& view, float top, float bottom);

}  // namespace faultline
