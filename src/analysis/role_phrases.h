// The phrase around a common noun that may stand for a party: where it begins, whether it says which one is meant.
//
//   RolePhrases phrases(reading, draft);
//   phrases.enter(sentence);
//   if (phrases.is_definite(head)) ...   // "the council", not "a council"
#pragma once

#include <cstdint>

#include "analysis/cast_draft.h"
#include "analysis/reading.h"

namespace faultline {

class RolePhrases {
 public:
  RolePhrases(const Reading& reading, const CastDraft& draft) : reading_(reading), draft_(draft) {}
  void enter(const Sentence& sentence);  // before anything is asked of its tokens

  // "The council", "its council", "Larnport's council"; in a headline, which drops its articles, "council" too.
  bool is_definite(uint32_t head) const;
  // "Military actions", "company law": before another noun the role only qualifies it.
  bool is_attribute(uint32_t head) const;
  // "News agency": outlets speak, they are no parties.
  bool is_outlet(uint32_t first, uint32_t end) const;
  // The first word of the noun phrase that ends in the role at `at`: "local government workers", at most three words more.
  uint32_t begin_of_phrase(uint32_t at, uint32_t head) const;
  // "A raid on the NRF, the movement that …": the tree may hang the movement on the raid, or join it as if an "and" were there.
  bool stands_behind(uint32_t first, uint32_t head) const;
  // "The council of Larnport": where the name behind "of" ends, or `at`.
  uint32_t end_of_place(uint32_t at) const;

 private:
  bool is_modifier(uint32_t at, uint32_t head) const;

  const Reading& reading_;
  const CastDraft& draft_;
  uint32_t begin_ = 0, end_ = 0;
  bool is_headline_ = false;
};

}  // namespace faultline
