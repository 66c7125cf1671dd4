// Gives an issue its type and its status by the words of its phrases and of the sentences around them.
//
//   issue.type = type_of_issue(reading, cast, words, candidates);     // "closure of the border crossing": BORDER_ACCESS
//   issue.status = status_of_issue(reading, candidates);              // "…, as the row deepened": hardened
#pragma once

#include <span>

#include "analysis/analysis.h"
#include "analysis/issue_candidates.h"
#include "analysis/issue_words.h"

namespace faultline {

// The types of which a word speaks by itself: bit 1 << IssueType.
uint32_t types_of_issue_word(const Reading& reading, uint32_t token);
// Word lists "issue.type.TERRITORY" and so on; a head counts more than what stands with it. GOVERNANCE without any.
IssueType type_of_issue(const Reading& reading, const Cast& cast, const IssueWords& words, std::span<const IssueCandidate> candidates);
IssueStatus status_of_issue(const Reading& reading, std::span<const IssueCandidate> candidates);

}  // namespace faultline
