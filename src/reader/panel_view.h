// Draws the panel: what is marked, how much of it, what can be switched off, and the list of findings.
//
//   ControlList list = draw_panel(painter, {article, analysis, findings, state, theme, words}, {.width = 340});
#pragma once

#include <span>

#include "article/article.h"
#include "reader/catalogue.h"
#include "reader/finding.h"
#include "reader/reader_state.h"
#include "reader/sheet.h"

namespace faultline {

struct PanelView {
  const Article& article;
  const Analysis& analysis;
  std::span<const Finding> findings;
  const ReaderState& state;
  const Theme& theme;
  const Catalogue& words;
};

// Controls: "show:NAME" checkboxes of families and kinds, "go:ID" buttons of findings (see reader_state.h).
ControlList draw_panel(Painter& painter, const PanelView& view, SheetSize size);

}  // namespace faultline
