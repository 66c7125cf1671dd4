// The fifth tab of the panel: who speaks how much, and on whose word the signals rest.
//
//   draw_sources(sheet, view);
#pragma once

#include "reader/panel_view.h"

namespace faultline {

// Controls: "only:speaker:NAME" of each speaker.
void draw_sources(Sheet& sheet, const PanelView& view);

}  // namespace faultline
