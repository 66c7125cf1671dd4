// Weighs a signal: boosters and downtoners around its trigger, then the ledger's weight (annotation guide, section 8).
//
//   Intensity intensity = find_intensity(scene, match);      // "outright rejected" → 125 percent
//   int weight = weigh(base, Factuality::Reported, intensity.percent, false);
#pragma once

#include <vector>

#include "analysis/scene.h"

namespace faultline {

struct Intensity {
  int percent = 100;  // 25 more a booster, 25 less a downtoner; never under 25
  std::vector<Because> because;
};

Intensity find_intensity(const Scene& scene, const Match& match);

// Base × factuality × intensity in hundredths, halved when a party is inherited. Integer arithmetic, rounded towards
// zero, so that every platform prints the same weight.
int weigh(int base, Factuality factuality, int intensity_percent, bool inherited);

}  // namespace faultline
