// Reads off the tree who stands around a trigger: its subject, its object, what hangs on its prepositions, whose it is.
//
//   Arguments arguments(scene, match.trigger_first, match.trigger_last, speaker, is_quoted);
//   arguments.subject().party    // "The ministry, angered by it, accused Iran": of an active verb its subject, of a
//   arguments.object()           // passive one the agent behind "by"; of a noun its possessor or its light verb's subject
//
// Sources of the method: Universal Dependencies 2 (relations, the control of open complements, relative clauses) and,
// for nouns, the argument positions of NomBank (possessor, "by", "against", support verb).
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/scene.h"

namespace faultline {

// A party in its place: a mention of the text, or a party that is known without one ("we": the speaker).
struct Argument {
  PartyRef party = kUnspecified;
  int32_t mention = -1;
  bool is_elsewhere = false;  // found outside the trigger's clause
  bool is_found() const { return party != kUnspecified; }
};

class Arguments {
 public:
  // `speaker`: the party whose words these are, for "we"; `is_quoted`: they are its very words, in which "they" are others.
  // Requires first < last, within one sentence.
  Arguments(const Scene& scene, uint32_t first, uint32_t last, PartyRef speaker, bool is_quoted);

  // Each returns the first party that is not `other_than`, in the order in which English gives them weight.
  Argument subject(PartyRef other_than = kUnspecified) const;
  Argument object(PartyRef other_than = kUnspecified) const;
  Argument possessor(PartyRef other_than = kUnspecified) const { return possessor(head_, other_than); }
  Argument behind(std::string_view preposition, PartyRef other_than = kUnspecified) const;
  Argument actor_behind(PartyRef other_than) const;
  // Whose act it was in which somebody came to harm.
  Argument cause(PartyRef other_than) const;
  // The subject of a clause above, where the trigger's own has none that is a party.
  Argument subject_above(PartyRef other_than) const;

  bool has_subject() const { return surface_subject(head_).token != kNoToken; }  // be it a party or not
  // "miners who refused overtime": a relative clause of several, who act themselves.
  bool is_told_of_noun() const;
  // "Condemned the eviction": who judges an act has not done it.
  bool is_resistance() const;  // of others, to the subject above: "despite threats"
  bool is_judged() const;
  uint32_t object_noun() const { return is_nominal_ || is_passive_ ? kNoToken : own_object(head_); }  // be it a party or not
  // "Condemned the eviction of the tenants": an act that the trigger is about is done to them.
  uint32_t message_above(uint32_t noun) const;
  bool is_where(uint32_t noun) const;
  bool undergoes(uint32_t token) const;
  bool is_passive() const { return is_passive_; }
  // "India and Pakistan met": two parties in the subject.
  bool has_joint_subject() const;

 private:
  struct Place {
    uint32_t token = kNoToken;
    bool is_elsewhere = false;
  };
  bool is_below_trigger(uint32_t token) const { return first_ <= token && token < last_; }
  bool is_nominal(uint32_t token) const;
  bool is_passive(uint32_t verb) const;
  bool is_stance(uint32_t verb) const;
  bool is_infinitive(uint32_t verb) const;
  uint32_t own_subject(uint32_t predicate) const;
  uint32_t own_object(uint32_t predicate) const;
  Place surface_subject(uint32_t predicate) const;
  Place controller(uint32_t predicate) const;
  uint32_t governor(uint32_t noun) const;
  uint32_t clause_below() const;
  Argument possessor(uint32_t noun, PartyRef other_than) const;
  Argument doer_of(uint32_t blow, PartyRef other_than) const;
  Argument answerable(PartyRef other_than) const;
  Argument held_by(uint32_t predicate, PartyRef other_than) const;
  Argument in_phrase(uint32_t head, PartyRef other_than, int depth = 0) const;
  Argument opposite_of(uint32_t owner, PartyRef other_than, int depth) const;
  Argument first_of_joint(uint32_t head, const Argument& own, PartyRef other_than) const;
  Argument at_token(uint32_t token, PartyRef other_than) const;
  bool has_case(uint32_t noun, std::string_view preposition) const;
  Argument behind(uint32_t head, std::string_view preposition, PartyRef other_than) const;

  const Scene& scene_;
  const Trees& trees_;
  uint32_t first_, last_, head_;
  PartyRef speaker_;
  bool is_quoted_, is_nominal_, is_passive_;
};

}  // namespace faultline
