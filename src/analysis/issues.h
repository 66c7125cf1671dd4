// Finds the disputed issues of an article: labelled as such, enacted by demand and refusal, or the cause of a grievance.
//
//   std::vector<Issue> issues = find_issues(reading, cast, signals);
//   for (const Issue& issue : issues) print(issue.label);
//
// Candidates that name the same thing become one issue with every span (annotation guide, section 2). Few and sure: a
// candidate that the text only hints at is no issue, and an article in which nobody acts against anybody has none.
#pragma once

#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/parties.h"
#include "base/work.h"
#include "rules/matcher.h"

namespace faultline {

// `matches`: of the rules of kind "issue".
// Counts tokens.
Work find_issues(const Reading& reading, const Cast& cast, std::span<const Match> matches, std::span<const Signal> signals, std::vector<Issue>& issues);

}  // namespace faultline
