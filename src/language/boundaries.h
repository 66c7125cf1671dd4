// Decides where sentences end: a linear classifier over the words around each gap between two tokens.
#pragma once

#include <cstdint>
#include <vector>

namespace faultline {

struct BoundaryWeights {
  std::vector<int8_t> weights;  // power of two, by hash of the feature; empty: only the ends of blocks
  int16_t bias = 0;
};

}  // namespace faultline
