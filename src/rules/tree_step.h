// What a step of a pattern through the tree may ask for: ">object($proposal)" after a verb, "<object(reject/v)" after a noun.
//
//   std::optional<TreeRole> role = find_tree_role("object");          // nullopt: a preposition, "against"
//   if (is_in_role(trees, child, TreeRole::Object)) ...               // "request" in "rejected the request"
//   if (is_after_preposition(trees, child, fold_of, "against")) ...
//
// Subject and object are those of the act, not of the clause: in "was rejected by Kabul" Kabul is the subject.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "language/trees.h"

namespace faultline {

enum class TreeRole : uint8_t {
  Subject,      // who acts: of an active verb, or behind a passive verb's "by"
  Object,       // whom or what the act concerns: the object, or the subject of a passive verb
  Recipient,    // "offered the union a rise"
  Clause,       // "said that …", "claims it broke the deal"
  Infinitive,   // "agreed to leave", "began shelling"
  Apposition,   // "the minister, Ana Rell"
  Relative,     // "the deal, which …"
  Participle,   // "the deal signed in May", "a plan to leave"
  Adverbial,    // "if …", "while …", "accusing …"
  Adverb,       // "not", "outright"
  Auxiliary,    // "will", "had", "may"
  Determiner,   // "no", "the"
  Modifier,     // adjectives
  Compound,     // "pay" in "pay claim"
  Possessor,    // "Kabul" in "Kabul's refusal"
  Conjunct,     // "… and X"
  Preposition,  // behind one that the step names: ">against(@party)"
};

// The role by its name in a pattern; nullopt if it is none of them, and so a preposition.
std::optional<TreeRole> find_tree_role(std::string_view name);

// Whether a token stands in a role to its head. Not for Preposition: find_preposition tells which it stands behind.
bool is_in_role(const Trees& trees, uint32_t token, TreeRole role);

// The word whose tree a step behind `token` looks at: of a verb's particle or preposition the verb, as "up" in "gave up
// the claim" and "into" in "marched into the town" have nothing of their own; else the token itself.
uint32_t find_anchor(const Trees& trees, uint32_t token);

// The preposition of an oblique or of a noun's complement, as its token; kNoToken if it has none.
uint32_t find_preposition(const Trees& trees, uint32_t token);

}  // namespace faultline
