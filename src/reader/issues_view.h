// The second tab of the panel: every disputed issue as a card that can be unfolded.
//
//   draw_issues(sheet, view);
#pragma once

#include "reader/panel_view.h"

namespace faultline {

// Unfolded, a card says what it is about and why it is an issue, who says what about it, and every passage that names it.
// Controls: "open:ID" of each card; in the one that is unfolded "go:ID" of its signals, "mention:ID:N" of its passages and, of
// several, "mention:ID:previous" and "mention:ID:next".
void draw_issues(Sheet& sheet, const PanelView& view);

}  // namespace faultline
