// Finds the trust signals of an article: candidates from the rules, each with its parties, speaker, certainty and weight.
//
//   SignalsFound found;
//   find_signals(reading, cast, voices, matches, found).finish();
//
// Candidate → who and whom → objections of the decision rules → overlaps → certainty → intensity → weight.
#pragma once

#include <vector>

#include "analysis/analysis.h"
#include "analysis/parties.h"
#include "analysis/rule_matches.h"
#include "analysis/voices.h"
#include "base/work.h"

namespace faultline {

struct SignalsFound {
  std::vector<Signal> signals;        // in reading order, not overlapping
  std::vector<Suppressed> suppressed;  // in reading order
};

// Takes all but the issues out of the matches. Counts matches of signals.
Work find_signals(const Reading& reading, const Cast& cast, const Voices& voices, RuleMatches& matches, SignalsFound& found);

}  // namespace faultline
