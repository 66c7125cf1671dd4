// Ties signals that belong together: an act and its refusal, a claim and its outcome, one act told twice.
//
//   for (const Link& link : find_links(article, signals)) connect(signals[link.from], signals[link.to]);
//
// request-rejection runs from what was asked, offered or alleged to the refusal by the other side; claim-outcome from a
// claim to the act that belies it; same-as from a later telling to the first.
#pragma once

#include <span>
#include <vector>

#include "analysis/analysis.h"

namespace faultline {

// In the order of `from`. Looks three sentences either way: farther apart, the text no longer sets them side by side.
std::vector<Link> find_links(const Article& article, std::span<const Signal> signals);

}  // namespace faultline
