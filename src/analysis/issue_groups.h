// Gathers the candidates that name one thing, finds the places that name it again, and weighs how sure it is an issue.
//
//   for (const IssueGroup& group : group_issues(reading, words, candidates)) if (group.weight >= kSure) ...
//
// Two candidates are one when they overlap, have the same head ("removing tariffs", "the removal of the tariffs"), or
// share most of their words.
#pragma once

#include <span>
#include <vector>

#include "analysis/issue_candidates.h"
#include "analysis/issue_words.h"

namespace faultline {

struct IssueGroup {
  std::vector<IssueCandidate> candidates;  // in reading order, at least one
  std::vector<TokenRange> mentions;        // of these and of later places, in reading order, not overlapping
  std::vector<uint32_t> words;             // stems of content words, sorted
  std::vector<uint32_t> heads;             // stems by which it is mentioned again
  int weight = 0;
};

// Counts tokens.
Work group_issues(const Reading& reading, const IssueWords& words, std::span<const IssueCandidate> candidates, std::vector<IssueGroup>& groups);

}  // namespace faultline
