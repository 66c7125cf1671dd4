// Finds who speaks, in the tree of the sentence: the noun phrase that stands as source to a cue.
//
//   CueSource source = CueSources(reading, quoted).find_of_verb(said, {said, said + 1});
//   source.range   // "Juan Ruiz, who" in "Juan Ruiz, who said …"
//   source.head    // "Juan": whose mention tells the speaker
//
// A cue without a subject of its own has that of the verb it is coordinated with or depends on ("…, adding that"), a
// passive one its agent ("is accused by"), a relative clause its antecedent, a participle behind a noun that noun.
#pragma once

#include <vector>

#include "analysis/reading.h"
#include "analysis/token_range.h"

namespace faultline {

struct CueSource {
  TokenRange range;          // empty: nobody is named
  uint32_t head = kNoToken;  // the token that governs the source
};

class CueSources {
 public:
  // `quoted` tells by token what stands in quotation marks (mark_quotes); a source never reaches into a quotation.
  CueSources(const Reading& reading, const std::vector<int32_t>& quoted) : reading_(reading), trees_(reading.trees()), quoted_(quoted) {}

  CueSource find_of_verb(uint32_t verb, TokenRange cue) const;
  CueSource find_of_state(uint32_t state, TokenRange cue) const;  // "Kabul is worried that"
  CueSource find_of_noun(uint32_t noun, TokenRange cue) const;  // "Kabul's claim that", "issued a statement that"
  CueSource phrase_of(uint32_t head, TokenRange cue) const;     // the noun phrase of `head`, clear of the cue
  // In the sentence [begin, end): what stands beside a verb that has no subject in the tree.
  CueSource find_beside(uint32_t verb, TokenRange cue, uint32_t begin, uint32_t end) const;
  bool is_passive(uint32_t verb) const;
  bool is_loose_participle(uint32_t verb) const;  // "…, adding that"

 private:
  bool is_name(uint32_t at) const;
  uint32_t top_of_name(uint32_t at, uint32_t begin, uint32_t end) const;
  uint32_t find_paper_before(uint32_t verb) const;
  uint32_t find_subject(uint32_t verb) const;
  CueSource find_antecedent(uint32_t verb, uint32_t pronoun, TokenRange cue) const;

  const Reading& reading_;
  const Trees& trees_;
  const std::vector<int32_t>& quoted_;
};

}  // namespace faultline
