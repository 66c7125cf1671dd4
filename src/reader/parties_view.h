// The fourth tab of the panel: the parties as a small directed graph, and as a list what the graph has no room for.
//
//   draw_parties(sheet, view);
#pragma once

#include "reader/panel_view.h"

namespace faultline {

// Controls: "only:party:pN" of each party, "only:pair:pN:pM" of each arrow and of each further direction.
void draw_parties(Sheet& sheet, const PanelView& view);

}  // namespace faultline
