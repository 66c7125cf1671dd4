// What the panel shows of the filter: a chip for each part that is made, and the choices that can be made.
//
//   draw_filter_chips(sheet, view);   // below the tabs, nothing while nothing is filtered
//   draw_choices(sheet, view);        // "▸ Filter", and unfolded what can be chosen
#pragma once

#include "reader/panel_view.h"

namespace faultline {

// Controls: "chip:NAME" buttons that take a choice back, and "clear".
void draw_filter_chips(Sheet& sheet, const PanelView& view);
// Controls: "more:filter", and unfolded "only:CHOICE" checkboxes with how many findings each would leave.
void draw_choices(Sheet& sheet, const PanelView& view);

}  // namespace faultline
