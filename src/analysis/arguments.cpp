#include "analysis/arguments.h"

#include <array>

namespace faultline {
namespace {

constexpr int kMostSteps = 8;  // clauses up, and phrases down: deeper is the parser's mistake more often than the writer's art
constexpr int kMostDepth = 5;

}  // namespace

Arguments::Arguments(const Scene& scene, uint32_t first, uint32_t last, PartyRef speaker, bool is_quoted)
    : scene_(scene), trees_(scene.trees), first_(first), last_(last), head_(trees_.head_of(first, last)), speaker_(speaker),
      is_quoted_(is_quoted), is_nominal_(is_nominal(head_)), is_passive_(!is_nominal_ && is_passive(head_)) {}

// A noun names an act unless it is said of somebody: "it is a threat".
bool Arguments::is_nominal(uint32_t token) const {
  const Upos upos = trees_.upos(token);
  if (upos != Upos::Noun && upos != Upos::Propn && upos != Upos::Adj) return false;
  for (const Relation said_of : {Relation::Nsubj, Relation::NsubjPass, Relation::Cop})
    if (trees_.find_child(token, said_of) != kNoToken) return false;
  return true;
}

bool Arguments::is_infinitive(uint32_t verb) const {
  const uint32_t mark = trees_.find_child(verb, Relation::Mark);
  return mark != kNoToken && scene_.word(mark) == "to";
}

// "Is opposed to the plan": a stance, not what is done to anybody.
bool Arguments::is_stance(uint32_t verb) const {
  if (scene_.word(verb) != "opposed") return false;
  for (const uint32_t child : trees_.children(verb))
    if (child > verb && has_case(child, "to")) return true;
  return false;
}

// "was rejected", "the offer rejected by", "was accused and fined"; the second of two participles shares the auxiliary.
bool Arguments::is_passive(uint32_t verb) const {
  for (int steps = 0; verb != kNoToken && steps < kMostSteps; ++steps) {
    if (trees_.upos(verb) == Upos::Adj || is_stance(verb)) return false;
    bool has_auxiliary = false;  // or an object, as in headlines: "Minister rejected claim"
    for (const uint32_t child : trees_.children(verb)) {
      const Relation relation = trees_.relation(child);
      if (relation == Relation::AuxPass || (relation == Relation::OblAgent && trees_.xpos(verb) == Xpos::Vbn)) return true;  // not "stood by Peru"
      if (is_one_of(relation, {Relation::Aux, Relation::Nsubj, Relation::Obj, Relation::Ccomp})) has_auxiliary = true;
    }
    const Xpos xpos = trees_.xpos(verb);
    if (has_auxiliary || xpos != Xpos::Vbn) return false;
    if (is_one_of(trees_.relation(verb), {Relation::Acl, Relation::Amod})) return true;
    if (trees_.relation(verb) == Relation::Advcl) return true;
    if (trees_.relation(verb) != Relation::Conj) return false;
    verb = trees_.head(verb);
  }
  return false;
}

uint32_t Arguments::own_subject(uint32_t predicate) const {
  uint32_t subject = kNoToken;  // a dateline before it or a weekday after it is taken for a second one at times
  for (const uint32_t child : trees_.children(predicate)) {
    if (!is_one_of(trees_.relation(child), {Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter})) continue;
    if (subject != kNoToken && child > predicate && in_phrase(subject, kUnspecified).is_found()) continue;  // who says so
    if (subject == kNoToken || in_phrase(child, kUnspecified).is_found()) subject = child;
  }
  return subject;
}

uint32_t Arguments::own_object(uint32_t predicate) const {
  const uint32_t object = trees_.find_child(predicate, Relation::Obj);
  return object != kNoToken ? object : trees_.find_child(predicate, Relation::Iobj);
}

// Whose act an open clause is: of "agreed to halt" the subject above, of "urged Iran to halt" and "accused Iran of
// lying" the object above, of "the decision to halt" whoever decides.
Arguments::Place Arguments::controller(uint32_t predicate) const {
  const uint32_t above = trees_.head(predicate);
  if (above == kNoToken) return {};
  const Relation relation = trees_.relation(predicate);
  const uint32_t mark = trees_.find_child(predicate, Relation::Mark);
  const std::string_view link = mark == kNoToken ? std::string_view() : scene_.word(mark);
  switch (universal(relation)) {
    case Relation::Acl:
      if (is_infinitive(predicate)) {
        if (const uint32_t owner = trees_.find_child(above, Relation::NmodPoss); owner != kNoToken) return {owner};
        const uint32_t verb = has_case(above, "at") || has_case(above, "over") || has_case(above, "against") ? kNoToken : governor(above);
        return verb == kNoToken ? Place{} : surface_subject(verb);  // not "protested at plans to close it"
      }
      // "Passed a resolution condemning Peru": whoever passed it, not the resolution.
      if (const uint32_t message = message_above(above); message != kNoToken) return surface_subject(trees_.head(message));
      return {above};
    case Relation::Xcomp:
    case Relation::Advcl: {
      const bool follows_object = relation == Relation::Xcomp || link == "of" || link == "from" || link == "for";
      const uint32_t object = own_object(above);
      if (follows_object && object != kNoToken && object < predicate) return {object};
      return surface_subject(above);
    }
    case Relation::Ccomp:
      // "The raids that Peru says broke the truce": what is told of a noun in somebody's words, whose own subject is that noun.
      if (trees_.relation(above) == Relation::AclRelcl && own_subject(above) != kNoToken && !is_infinitive(predicate)) return {trees_.head(above)};
      return surface_subject(above);
    case Relation::Conj:
    case Relation::Parataxis: return surface_subject(above);
    default: return {};
  }
}

// "Sent a letter to the head of the agency threatening to close it": what somebody sent, whoever it went to; kNoToken if nothing.
uint32_t Arguments::message_above(uint32_t noun) const {
  for (int steps = 0; noun != kNoToken && steps < kMostSteps; ++steps, noun = trees_.head(noun)) {
    const Relation relation = universal(trees_.relation(noun));
    if (scene_.is(noun, WordKind::Message)) return relation == Relation::Obj ? noun : kNoToken;
    if (relation != Relation::Nmod && relation != Relation::Flat && relation != Relation::Appos) return kNoToken;
  }
  return kNoToken;
}

Arguments::Place Arguments::surface_subject(uint32_t predicate) const {
  Place place;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    const uint32_t subject = own_subject(predicate);
    const bool is_relative = trees_.relation(predicate) == Relation::AclRelcl;
    if (subject != kNoToken) {
      if (!is_relative_pronoun(trees_.xpos(subject))) return {subject, place.is_elsewhere};
      if (is_relative) return {trees_.head(predicate), place.is_elsewhere};
      return {};
    }
    if (is_relative) return {trees_.head(predicate), place.is_elsewhere};
    if (universal(trees_.relation(predicate)) != Relation::Conj) break;
    predicate = trees_.head(predicate);
  }
  return controller(predicate);
}

// The verb that a noun belongs to: "launched" for "raid" in "launched an air raid and a blockade".
uint32_t Arguments::governor(uint32_t noun) const {
  for (int steps = 0; noun != kNoToken && steps < kMostSteps; ++steps) {
    const Relation relation = universal(trees_.relation(noun));
    noun = trees_.head(noun);
    if (noun == kNoToken || !is_one_of(relation, {Relation::Obj, Relation::Conj, Relation::Compound, Relation::Nmod, Relation::Obl, Relation::Nsubj, Relation::Amod})) return kNoToken;
    if (trees_.upos(noun) == Upos::Verb) return noun;
  }
  return kNoToken;
}

// What is told of a noun in a clause of its own: "sanctions imposed on the bank", "the deal that the union struck". Not
// what it says itself: "the charge that Peru armed them".
uint32_t Arguments::clause_below() const {
  const uint32_t clause = trees_.find_child(head_, Relation::Acl);
  if (clause == kNoToken || trees_.find_child(clause, Relation::Mark) != kNoToken || scene_.word(trees_.reach(clause).first) == "that") return kNoToken;
  return clause;
}

Argument Arguments::at_token(uint32_t token, PartyRef other_than) const {
  if (scene_.is(token, WordKind::SelfPronoun) && trees_.upos(token) == Upos::Pron) return speaker_ == other_than ? Argument{} : Argument{speaker_, -1, false};
  const int32_t at = scene_.mention_of[token];
  if (at < 0) return {};
  const Mention& mention = scene_.cast.mentions[static_cast<size_t>(at)];
  const bool is_of_others = is_quoted_ && mention.kind == MentionKind::Pronoun && mention.party == speaker_ && speaker_ >= 0;
  const PartyRef party = is_of_others ? scene_.other_side_of(speaker_, token) : mention.party;  // "They ignored us," said the union
  return party == other_than ? Argument{} : Argument{party, at, false};
}

// The party of a noun phrase: its head's, else that of a name in it, an owner, the body that its head speaks for ("a
// spokesman for the ministry"), the first of several.
Argument Arguments::in_phrase(uint32_t head, PartyRef other_than, int depth) const {
  if (const Argument own = at_token(head, other_than); own.is_found()) {
    const Argument first = first_of_joint(head, own, other_than);
    return first.is_found() ? first : own;
  }
  if (depth >= kMostDepth) return {};
  if (is_relative_pronoun(trees_.xpos(head))) {  // "the party that Peru banned"
    const uint32_t clause = trees_.head(head);
    return clause != kNoToken && trees_.relation(clause) == Relation::AclRelcl ? in_phrase(trees_.head(clause), other_than, depth + 1) : Argument{};
  }
  if (scene_.is(head, WordKind::Opposite)) {
    if (const uint32_t owner = trees_.find_child(head, Relation::NmodPoss); owner != kNoToken) return opposite_of(owner, other_than, depth);
  }
  static constexpr std::array<std::array<Relation, 3>, 5> kOrder{{
      {Relation::Flat, Relation::Compound, Relation::Amod},
      {Relation::Appos, Relation::Appos, Relation::Fixed},  // "her predecessor, Ana Reil": not she
      {Relation::NmodPoss, Relation::NmodPoss, Relation::NmodPoss},
      {Relation::Nmod, Relation::Nmod, Relation::Obl},
      {Relation::Conj, Relation::Conj, Relation::Conj},
  }};
  for (const auto& relations : kOrder)
    for (const uint32_t child : trees_.children(head)) {
      const Relation relation = trees_.relation(child);
      bool fits = false;
      for (const Relation each : relations) fits = fits || relation == each;
      if (!fits || is_below_trigger(child) || undergoes(child) || (relation == Relation::Nmod && is_where(child))) continue;
      if (const Argument found = in_phrase(child, other_than, depth + 1); found.is_found()) return found;
    }
  return {};
}

// "Condemned the arrests in front of a crowd": where something is, not whose.
bool Arguments::is_where(uint32_t noun) const {
  const uint32_t preposition = trees_.find_child(noun, Relation::Case);
  return preposition != kNoToken && scene_.is(preposition, WordKind::Placing) && !at_token(noun, kUnspecified).is_found();
}

// "Its neighbour", "Peru's rivals": whom the article sets against their owner.
Argument Arguments::opposite_of(uint32_t owner, PartyRef other_than, int depth) const {
  const Argument found = in_phrase(owner, kUnspecified, depth + 1);
  const PartyRef opposite = found.is_found() ? scene_.opponent_of(found.party) : kUnspecified;
  return opposite == other_than ? Argument{} : Argument{opposite, -1, found.is_elsewhere};
}

// "the Russian and Syrian ministries": of several named in one slot the first counts (guide, rule 14), though the mention
// that holds the head is the last one's.
Argument Arguments::first_of_joint(uint32_t head, const Argument& own, PartyRef other_than) const {
  if (own.mention < 0) return {};
  const uint32_t begin = scene_.cast.mentions[static_cast<size_t>(own.mention)].first_token;
  for (const uint32_t child : trees_.children(head)) {
    if (child >= begin) break;
    if (!is_one_of(trees_.relation(child), {Relation::Amod, Relation::Compound, Relation::NmodPoss})) continue;
    if (trees_.find_child(child, Relation::Conj) != kNoToken) return at_token(child, other_than);
  }
  return {};
}

Argument Arguments::subject(PartyRef other_than) const {
  if (is_passive_) return behind("by", other_than);
  if (is_nominal_) {
    if (const Argument owner = possessor(other_than); owner.is_found()) return owner;
    if (const Argument by = behind("by", other_than); by.is_found()) return by;
    if (const uint32_t told = clause_below(); told != kNoToken) {
      const uint32_t own = own_subject(told);
      const Argument found = is_passive(told) || own == kNoToken ? behind(told, "by", other_than) : in_phrase(own, other_than);
      if (found.is_found()) return found;
    }
    const uint32_t verb = governor(head_);
    if (verb == kNoToken || !scene_.is(verb, WordKind::Light)) return answerable(other_than);
    const Place place = surface_subject(verb);
    return place.token == kNoToken ? Argument{} : in_phrase(place.token, other_than);
  }
  const Place place = surface_subject(head_);
  return place.token == kNoToken ? Argument{} : in_phrase(place.token, other_than);
}

// "Condemned Peru for the raids", "protested to Peru over the use of force", "Peru was fined for the strikes": an act that
// somebody is held to, well or ill, is his.
Argument Arguments::answerable(PartyRef other_than) const {
  uint32_t act = head_;
  for (int steps = 0; steps < kMostSteps; ++steps, act = trees_.head(act)) {
    const Relation relation = universal(trees_.relation(act));
    if (!is_one_of(relation, {Relation::Obl, Relation::Nmod, Relation::Conj})) return {};
    const bool is_reason = has_case(act, "for") || has_case(act, "over") || has_case(act, "about") || (relation == Relation::Obl && has_case(act, "of"));
    if (!is_reason || relation == Relation::Conj) continue;
    if (const Argument found = held_by(trees_.head(act), other_than); found.is_found()) return found;
  }
  return {};
}

// Whom a predicate holds to something: its object, or who stands behind a preposition of address.
Argument Arguments::held_by(uint32_t predicate, PartyRef other_than) const {
  if (is_passive(predicate)) {
    const Place place = surface_subject(predicate);
    return place.token == kNoToken ? Argument{} : in_phrase(place.token, other_than);
  }
  if (const uint32_t object = own_object(predicate); object != kNoToken)
    if (const Argument found = in_phrase(object, other_than); found.is_found()) return found;
  for (const std::string_view preposition : {"to", "with", "at", "against"})
    if (const Argument found = behind(predicate, preposition, other_than); found.is_found()) return found;
  return {};
}

Argument Arguments::object(PartyRef other_than) const {
  if (is_passive_) {
    const Place place = surface_subject(head_);
    return place.token == kNoToken ? Argument{} : in_phrase(place.token, other_than);
  }
  for (uint32_t token = first_; token < last_; ++token) {
    const bool qualifies = is_one_of(trees_.relation(token), {Relation::Amod, Relation::Compound}) && is_below_trigger(trees_.head(token));
    if (qualifies && at_token(trees_.head(token), other_than).is_found()) continue;  // "the Chilean port operator": the operator
    if (const Argument within = at_token(token, other_than); within.is_found()) return within;
  }
  for (uint32_t token = first_; token < last_; ++token)
    for (const uint32_t child : trees_.children(token)) {
        if (!is_one_of(universal(trees_.relation(child)), {Relation::Obj, Relation::Iobj, Relation::Xcomp, Relation::Ccomp})) continue;
        const Argument found = in_phrase(child, other_than);
        if (found.is_found()) return found;
      }
  return {};
}

bool Arguments::is_told_of_noun() const {
  if (is_nominal_) return false;
  const uint32_t noun = surface_subject(head_).token;
  // "The movement that Peru says plans raids": whoever says so does not do it.
  const uint32_t above = trees_.head(head_);
  if (trees_.relation(head_) == Relation::Ccomp && noun != kNoToken && noun == trees_.head(above) && trees_.relation(above) == Relation::AclRelcl) return true;
  if (trees_.relation(head_) != Relation::AclRelcl) return false;
  return noun != kNoToken && trees_.xpos(noun) == Xpos::Nns;
}

bool Arguments::undergoes(uint32_t token) const {
  const uint32_t act = trees_.head(token);
  return act != kNoToken && !is_below_trigger(act) && scene_.is(act, WordKind::Undergone) && has_case(token, "of");
}

bool Arguments::is_judged() const {
  const uint32_t verb = is_nominal_ ? governor(head_) : kNoToken;
  return verb != kNoToken && scene_.is(verb, WordKind::Judging) && !is_passive(verb);
}

Argument Arguments::subject_above(PartyRef other_than) const {
  uint32_t token = head_;
  for (int steps = 0; token != kNoToken && steps < kMostSteps; ++steps, token = trees_.head(token)) {
    const uint32_t subject = own_subject(token);
    if (subject == kNoToken || (subject != head_ && trees_.is_below(head_, subject))) continue;  // "raids and the ban angered Peru": no raid is the ban's
    // "The raids of Peru killed": of what hangs on the trigger itself only an owner acts; "raids inside Peru" are another's.
    if (Argument found = subject == head_ ? behind(head_, "of", other_than) : in_phrase(subject, other_than); found.is_found()) {
      found.is_elsewhere = true;
      return found;
    }
  }
  return {};
}

bool Arguments::has_joint_subject() const {
  const Place place = surface_subject(head_);
  if (place.token == kNoToken) return false;
  const Argument first = in_phrase(place.token, kUnspecified);
  if (first.party < 0) return false;
  for (const uint32_t member : {place.token, trees_.find_child(place.token, Relation::Nmod)})  // "the governors of Peru and Chile"
    for (uint32_t child = member; child != kNoToken && child < trees_.reach(member).last; ++child)
      if (trees_.head(child) == member && trees_.relation(child) == Relation::Conj && in_phrase(child, first.party).is_found()) return true;
  return false;
}

}  // namespace faultline
