// A half-open range of tokens of an article.
//
//   TokenRange cue{12, 14};   // article.tokens()[12] and [13]
#pragma once

#include <cstdint>

namespace faultline {

struct TokenRange {
  uint32_t first = 0, end = 0;
  bool empty() const { return first >= end; }
};

}  // namespace faultline
