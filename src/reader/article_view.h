// Draws the article column: the words, their marks, bullets and quotation bars. Only the lines inside the frame are touched.
//
//   draw_article(painter, {page, findings, highlights, state, theme, analysis, words}, top, bottom);
#pragma once

#include <span>

#include "layout/set_line.h"
#include "reader/highlights.h"
#include "reader/painter.h"
#include "reader/reader_state.h"
#include "reader/text_search.h"

namespace faultline {

struct ArticleView {
  const TypesetPage& page;
  std::span<const Finding> findings;
  std::span<const Highlight> highlights;  // of the lines to draw, in order of line
  const ReaderState& state;
  const Theme& theme;
  const Analysis& analysis;
  const Catalogue& words;
  const TextSearch& search;
};

void draw_article(Painter& painter, const ArticleView& view, LineRange range);

}  // namespace faultline
