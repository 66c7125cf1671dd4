// The lower half of a card that is open: what the finding is tied to, the rule with its examples, and what can be done with it.
//
//   draw_card_foot(sheet, view, signal.rule);
#pragma once

#include "reader/card_view.h"

namespace faultline {

void draw_card_foot(Sheet& sheet, const CardView& view, uint32_t rule);

}  // namespace faultline
