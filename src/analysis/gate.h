// Keeps articles silent that are not about relations between parties: recipes, match reports, science (guide, rule 11).
//
//   if (const char* reason = find_silence(scene, candidates)) ...   // "the article reports a sport result"
#pragma once

#include <vector>

#include "analysis/suppress.h"

namespace faultline {

// The reason why no candidate of this article stands, or a null pointer.
const char* find_silence(const Scene& scene, const std::vector<Candidate>& candidates);

}  // namespace faultline
