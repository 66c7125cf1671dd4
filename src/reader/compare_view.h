// The tab of the panel that is there only with a comparison: how each article tells of the dispute.
//
//   draw_compare(sheet, view);
//
// First which article is A, which B; then a table of issues by articles, which says of each whether it is disputed, conceded, only told
// or omitted, and in whose words; then, for each pair of parties, the sums of the ledger in each article.
#pragma once

#include "reader/panel_view.h"

namespace faultline {

// Requires view.comparison. Controls: "go:ID" of each issue that the article at hand has and the filter lets through.
void draw_compare(Sheet& sheet, const PanelView& view);

}  // namespace faultline
