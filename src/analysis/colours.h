// Says whether words colour an act in the tree: negate it, aim at it, ask for it, doubt it.
//
//   const ColourReader reader(trees, trigger_first, trigger_last);
//   reader.is_coloured_by(first, last)   // "did not" of "did not agree to reopen the port", "calls for" of its reopening
//
// They do so when they govern it, or stand beside it, beside its subject, or beside a verb that it completes.
#pragma once

#include <cstdint>

#include "language/trees.h"

namespace faultline {

class ColourReader {
 public:
  // Of a trigger, the tokens [first, last) of one sentence. Keeps `trees` by reference.
  ColourReader(const Trees& trees, uint32_t first, uint32_t last) : trees_(trees), first_(first), last_(last) {}

  // By the tokens [first, last) before it; `as_object`: only if it completes them ("rejected talks", not "rejected it at talks").
  bool is_coloured_by(uint32_t first, uint32_t last, bool as_object = false) const;

 private:
  bool has_beside(uint32_t token, TokenReach context) const;

  const Trees& trees_;
  uint32_t first_, last_;
};

}  // namespace faultline
