// The formula of the ledger: what a signal weighs (annotation guide, section 8), read from the tables of the rules.
//
//   const Weights weights = read_weights(rules);
//   int weight = weights.weigh(-350, Factuality::Reported, weights.intensity(1, 0), false);   // hundredths
//
// Base × factuality × intensity, in hundredths, times what an inherited party leaves of it. Integer arithmetic, rounded
// towards zero, so that every platform prints the same weight. Base weights stand with the categories and the rules.
#pragma once

#include <array>

#include "analysis/analysis.h"

namespace faultline {

struct Weights {
  std::array<int, 4> certainty{};  // percent, by Factuality
  int booster = 0, downtoner = 0;  // percent added for each word
  int least = 0;                   // percent of intensity that no number of downtoners goes under
  int inherited = 0;               // percent

  int intensity(int boosters, int downtoners) const;  // percent: 100 plain
  int weigh(int base, Factuality factuality, int intensity_percent, bool is_inherited) const;
};

// From table "ledger-weights"; a row that is missing or no number counts 100 for a factor and 0 for what is added.
Weights read_weights(const RuleSet& rules);

}  // namespace faultline
