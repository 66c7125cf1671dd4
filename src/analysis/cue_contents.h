// Finds what is said, in the tree of the sentence: the content that belongs to a cue.
//
//   TokenRange content = CueContents(reading, quoted, sentence).find_of_verb(said, cue, source, CueShape::Clause);
//
// A content is one range, from its first word to its last, though cue and source may stand inside it ("the plan, he said,
// was dead"); its quotation marks belong to it, the full stop that ends the sentence does not.
#pragma once

#include <vector>

#include "analysis/reading.h"
#include "analysis/token_range.h"

namespace faultline {

// What a cue must govern to report anything.
enum class CueShape : uint8_t {
  Clause,      // "said that …", "…, he said", "warned: “…”"
  Infinitive,  // "pledged to …"
  Object,      // "condemned the …", "called for …"
  Quotation,   // nothing that the tree sees, but a quotation stands beside it
};

class CueContents {
 public:
  CueContents(const Reading& reading, const std::vector<int32_t>& quoted, const Sentence& sentence)
      : reading_(reading), trees_(reading.trees()), quoted_(quoted), begin_(sentence.first_token), end_(sentence.first_token + sentence.token_count) {}

  // Empty when the verb governs nothing of the shape.
  TokenRange find_of_verb(uint32_t verb, TokenRange cue, TokenRange source, CueShape shape) const;
  TokenRange find_of_state(uint32_t state, TokenRange cue) const;                     // "worried that …"
  TokenRange find_of_noun(uint32_t noun, TokenRange cue) const;                       // "the claim that …"
  TokenRange find_around(uint32_t phrase, TokenRange cue, TokenRange source) const;  // "according to X, …": what the phrase modifies
  // A range with the quotation marks that belong to it and without the punctuation around it.
  TokenRange trimmed(TokenRange range) const;

 private:
  TokenRange find_that_clause(uint32_t governor, TokenRange cue) const;
  TokenRange find_clause(uint32_t verb, TokenRange cue) const;
  TokenRange find_governor(uint32_t verb, TokenRange said) const;
  TokenRange find_quotation(TokenRange said) const;
  TokenRange find_complements(uint32_t verb, TokenRange cue, bool objects) const;
  bool opens_content(uint32_t clause) const;
  TokenRange joined(TokenRange range, uint32_t child, TokenRange cue) const;
  bool holds_quote(uint32_t first, uint32_t end) const;
  bool is_quote_mark(uint32_t at) const;
  bool is_break(uint32_t at) const;

  const Reading& reading_;
  const Trees& trees_;
  const std::vector<int32_t>& quoted_;
  uint32_t begin_, end_;
};

}  // namespace faultline
