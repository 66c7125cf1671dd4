// Reads off the tree how a trigger is told: its auxiliaries, its tense, and the clauses that it hangs from.
//
//   const VerbGroup group(scene, match.trigger_first, match.trigger_last);
//   group.has({"had"})                        // "had not yet been formally rejected"
//   group.hangs_on(WordKind::Conditional)     // "if the bridge closes"
//
// The verb of a noun is the one whose subject or object it is: in "the talks will resume", "talks" are to come.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "analysis/scene.h"

namespace faultline {

class VerbGroup {
 public:
  VerbGroup(const Scene& scene, uint32_t first, uint32_t last);  // keeps `scene` by reference

  uint32_t verb() const { return verb_; }
  // Whether one of its auxiliaries, those of the verb it completes ("would refuse to meet") among them, is one of `words`.
  bool has(std::initializer_list<std::string_view> words) const;
  // Whether a clause or phrase from the trigger up to the main clause is opened by a word of a kind: "after it refused".
  bool hangs_on(WordKind kind) const;
  // Whether the clause that the trigger belongs to carries a condition: "will strike if …".
  bool has_condition() const;
  bool holds_lemma(std::initializer_list<std::string_view> lemmas) const;
  bool is_participle_clause() const;              // "…, condemning the raid"
  bool holds(std::string_view word) const;        // in the trigger itself
  bool is_called(WordKind kind) const;            // "the recent visit": an adjective of a kind on its head
  bool opens_infinitive(WordKind kind) const;     // "agreed to reopen", all of it in the trigger, its verb of a kind
  bool is_on(WordKind day) const;                 // "late on Monday defended it and rejected the plea": on a day of a kind
  bool is_infinitive_of_noun() const;             // "a deal to reopen"
  bool is_past() const;                           // "refused", "was refused": neither perfect nor pluperfect
  bool is_past_relative() const;                  // "the union, which refused the offer last year"

 private:
  uint32_t find_mark(uint32_t token, WordKind kind) const;

  const Scene& scene_;
  const Trees& trees_;
  uint32_t first_, last_, head_, verb_;
};

}  // namespace faultline
