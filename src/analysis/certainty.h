// Judges how sure a signal is and when it happens: factuality and time, by the annotation guide's sections 5 and 6.
//
//   Certainty certainty = judge_certainty(scene, match, category, voice, roles);
//
// Reads the context rules of the categories "hedge", "conditional", "evidential", "background", "future", the verb group
// of the trigger ("had rejected" → background, "will close" → future) and its place: below the lead, deeds are history.
#pragma once

#include <vector>

#include "analysis/roles.h"
#include "analysis/scene.h"

namespace faultline {

struct Certainty {
  Factuality factuality = Factuality::Fact;
  Time time = Time::Current;
  std::vector<Because> because;
};

Certainty judge_certainty(const Scene& scene, const Match& match, Category category, const Voice& voice, const Roles& roles);

}  // namespace faultline
