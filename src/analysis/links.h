// Ties signals that belong together: an act and its refusal, a claim and its outcome, one act told twice.
//
//   for (const Link& link : find_links(reading, signals)) connect(signals[link.from], signals[link.to]);
//
// request-rejection runs from what was asked, offered or alleged to the refusal by the other side; claim-outcome from a
// claim to the act that belies it; promise-breach from a promise to the word that it was not kept; same-as from a later
// telling to the first.
#pragma once

#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/reading.h"
#include "analysis/token_range.h"

namespace faultline {

// In the order of `from`. Requests and claims are looked for three sentences either way: farther apart, the text no longer
// sets them side by side. A promise may stand far before its breach.
std::vector<Link> find_links(const Reading& reading, std::span<const Signal> signals);

}  // namespace faultline
