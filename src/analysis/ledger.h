// Sums the weights of the signals: who did what to whom, how it moves through the article, and on whose word it rests.
//
//   std::vector<LedgerEntry> ledger = make_ledger(signals);
//   std::vector<CurvePoint> curve = make_curve(article, signals);
//
// Words and deeds, eroding and building, current and background are never netted into one number (annotation guide,
// section 8). Sums are in hundredths, as the weights are.
#pragma once

#include <span>
#include <vector>

#include "analysis/analysis.h"

namespace faultline {

// One entry for each ordered pair that has a signal, by who, then whom: parties first, then the dyad, then unspecified.
std::vector<LedgerEntry> make_ledger(std::span<const Signal> signals);

// One point for each block that has a signal which is not background, in reading order.
std::vector<CurvePoint> make_curve(const Article& article, std::span<const Signal> signals);

// Every signal is counted once: flatly told by the writer, told by the writer with a hedge, by a named or an unnamed source.
Sourcing make_sourcing(std::span<const Signal> signals, std::span<const Speaker> speakers);

}  // namespace faultline
