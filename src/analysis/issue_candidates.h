// Finds every place that may name a disputed issue, each by one rule; issues.h decides which of them are issues.
//
//   find_issue_candidates(reading, cast, matches.issues, signals, rules, candidates).finish();
#pragma once

#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/issue_phrases.h"
#include "analysis/parties.h"
#include "analysis/reading.h"
#include "base/work.h"
#include "rules/matcher.h"

namespace faultline {

struct IssueCandidate {
  IssuePhrase phrase;
  uint32_t sentence = 0;
  uint32_t rule = 0;  // index into RuleSet::rules()
  IssueBasis basis = IssueBasis::Labelled;
  int weight = 0;
  bool needs_dispute = false;  // counts only where a party refuses or accuses near by
};

// In reading order. Its costs are counted in matches.
Work find_issue_candidates(const Reading& reading, const Cast& cast, std::span<const Match> matches, std::span<const Signal> signals, const RuleSet& rules,
                           std::vector<IssueCandidate>& candidates);

}  // namespace faultline
