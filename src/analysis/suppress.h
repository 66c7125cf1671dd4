// Says why a candidate is not a signal: the decision rules of the annotation guide, one after the other.
//
//   if (const char* reason = find_objection(scene, candidate)) suppressed.push_back({span, rule, reason});
#pragma once

#include "analysis/roles.h"
#include "analysis/scene.h"

namespace faultline {

// A match on its way to become a signal.
struct Candidate {
  Match match;
  const Rule* rule = nullptr;
  Category category = Category::Rejection;
  Voice voice;
  Roles roles;
};

// The reason in plain words, or a null pointer when the candidate stands.
const char* find_objection(const Scene& scene, const Candidate& candidate);

}  // namespace faultline
