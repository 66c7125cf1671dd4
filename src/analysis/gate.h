// Keeps articles silent that are not about relations between parties: recipes, match reports, science (guide, rule 11).
//
//   if (const char* reason = find_silence(scene, candidates)) ...   // "the article reports a sport result"
#pragma once

#include <string_view>
#include <vector>

#include "analysis/suppress.h"

namespace faultline {

// Whether words of a list are frequent in the article: "strike" is one of arms where soldiers are, of work where unions are.
bool has_topic(const Scene& scene, std::string_view list);

// The reason why no candidate of this article stands, or a null pointer.
const char* find_silence(const Scene& scene, const std::vector<Candidate>& candidates);

}  // namespace faultline
