// The first tab of the panel: what is marked, how much of it, what can be switched off, and the list of findings.
//
//   draw_findings(sheet, view);
#pragma once

#include "reader/panel_view.h"

namespace faultline {

// Controls: "show:NAME" checkboxes of families and kinds, "more:filter" and below it those of filter_view.h, "go:ID" buttons of
// findings, "tab:skipped" at the foot when there is something that was not marked.
void draw_findings(Sheet& sheet, const PanelView& view);

// What was looked at and not marked, each with its passage and the reason: the tab behind that button.
void draw_skipped(Sheet& sheet, const PanelView& view);

}  // namespace faultline
