// Counts the boosters and downtoners around a trigger (annotation guide, section 8).
//
//   Intensity intensity = find_intensity(scene, match);   // "outright rejected": one booster
#pragma once

#include <vector>

#include "analysis/scene.h"

namespace faultline {

struct Intensity {
  int boosters = 0, downtoners = 0;
  std::vector<Because> because;
};

Intensity find_intensity(const Scene& scene, const Match& match);

}  // namespace faultline
