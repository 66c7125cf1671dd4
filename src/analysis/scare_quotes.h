// Finds scare quotes: a quoted word or two that the text sets at a distance (annotation guide, rule 6).
//
//   append_scare_quotes(scene, matches);   // claimed that the visit was “successful,” … while …
#pragma once

#include <vector>

#include "analysis/scene.h"

namespace faultline {

// Adds a match of rule "credibility-gap.scare-quote" for every quotation of up to four words that holds an evaluative
// word (list "evaluative") and stands after a distancing word ("distancing") in its clause, or in a sentence with a
// word of contrast ("contrast").
void append_scare_quotes(const Scene& scene, std::vector<Match>& matches);

}  // namespace faultline
