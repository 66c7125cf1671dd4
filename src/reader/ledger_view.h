// The third tab of the panel: for each ordered pair of parties what erodes and what builds trust, words and deeds apart.
//
//   draw_ledger(sheet, view);
//
// Every signal is one square on its side of an axis: filled what is news, hollow what is background. Both sums stand beside the
// axis and are never netted (annotation guide, section 8).
#pragma once

#include "reader/panel_view.h"

namespace faultline {

// Hundredths as the ledger prints them: "−5.5", "+0.87", "0"; in the digits of the language.
std::string describe_sum(const Catalogue& words, int hundredths);

// Controls: "go:ID" of every signal, "more:weights" and unfolded the formula.
void draw_ledger(Sheet& sheet, const PanelView& view);

}  // namespace faultline
