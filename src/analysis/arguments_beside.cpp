// Whom a trigger's owners, prepositions and causes name. (Arguments, second half.)
#include "analysis/arguments.h"

namespace faultline {

// "Kabul's rejection", "Turkish threats".
Argument Arguments::possessor(uint32_t noun, PartyRef other_than) const {
  for (const Relation relation : {Relation::NmodPoss, Relation::Amod, Relation::Compound})
    for (const uint32_t child : trees_.children(noun))
      if (trees_.relation(child) == relation && child < noun)
        if (const Argument found = in_phrase(child, other_than); found.is_found()) return found;
  return {};
}

bool Arguments::has_case(uint32_t noun, std::string_view preposition) const {
  for (const uint32_t child : trees_.children(noun))
    if (trees_.relation(child) == Relation::Case && scene_.word(child) == preposition) return true;
  return false;
}

Argument Arguments::behind(uint32_t head, std::string_view preposition, PartyRef other_than) const {
  for (const uint32_t child : trees_.children(head)) {
    if (!is_one_of(universal(trees_.relation(child)), {Relation::Obl, Relation::Nmod}) || !has_case(child, preposition) || undergoes(child)) continue;
    if (const Argument found = in_phrase(child, other_than); found.is_found()) return found;
  }
  return {};
}

// On the words of the trigger, on what they govern ("voiced anger at Iran"), and on the verb that governs a noun.
Argument Arguments::behind(std::string_view preposition, PartyRef other_than) const {
  for (uint32_t token = first_; token < last_; ++token) {
    if (const Argument found = behind(token, preposition, other_than); found.is_found()) return found;
    for (const uint32_t child : trees_.children(token))
      if (is_one_of(universal(trees_.relation(child)), {Relation::Obj, Relation::Xcomp}))
        if (const Argument found = behind(child, preposition, other_than); found.is_found()) return found;
  }
  if (!is_nominal_) return {};
  if (const uint32_t told = clause_below(); told != kNoToken)
    if (const Argument found = behind(told, preposition, other_than); found.is_found()) return found;
  const uint32_t verb = governor(head_);
  return verb == kNoToken || !scene_.is(verb, WordKind::Light) ? Argument{} : behind(verb, preposition, other_than);
}

// "Syria's claim that Peru had armed them", "alleged that it was armed by Peru": who acts in the clause behind the trigger.
Argument Arguments::actor_behind(PartyRef other_than) const {
  for (uint32_t token = first_; token < last_; ++token)
    for (const uint32_t clause : trees_.children(token)) {
      const bool is_noun_clause = universal(trees_.relation(clause)) == Relation::Acl && trees_.find_child(clause, Relation::Mark) != kNoToken && !is_infinitive(clause);
      const bool is_content = trees_.relation(clause) == Relation::Ccomp || is_noun_clause;
      if (!is_content || is_below_trigger(clause)) continue;
      const uint32_t own = own_subject(clause);
      if (is_passive(clause)) return behind(clause, "by", other_than);
      if (own != kNoToken) return in_phrase(own, other_than);
    }
  return {};
}

// "The line went on flying despite threats", "amid criticism": who acts so is the one that the others resist.
bool Arguments::is_resistance() const {
  return is_nominal_ && (has_case(head_, "despite") || has_case(head_, "amid") || has_case(head_, "under"));
}

// "Nine were killed in a Chilean raid", "… when Chile shelled the port", "the raid by Chile in which nine died".
Argument Arguments::cause(PartyRef other_than) const {
  uint32_t verb = is_nominal_ ? governor(head_) : head_;
  if (verb == kNoToken) verb = head_;
  for (const uint32_t child : trees_.children(verb)) {
    const Relation relation = universal(trees_.relation(child));
    if (relation == Relation::Obl || relation == Relation::Nmod)
      if (const Argument found = doer_of(child, other_than); found.is_found()) return found;
    const uint32_t mark = relation == Relation::Advcl ? trees_.reach(child).first : kNoToken;
    if (mark == kNoToken || (scene_.word(mark) != "when" && scene_.word(mark) != "after" && scene_.word(mark) != "as")) continue;
    const uint32_t own = own_subject(child);
    const Argument found = is_passive(child) ? behind(child, "by", other_than) : own == kNoToken ? Argument{} : in_phrase(own, other_than);
    if (found.is_found()) return found;
  }
  return trees_.relation(verb) == Relation::AclRelcl ? doer_of(trees_.head(verb), other_than) : Argument{};
}

Argument Arguments::doer_of(uint32_t blow, PartyRef other_than) const {
  if (!scene_.is(blow, WordKind::Blow)) return {};
  const Argument owner = possessor(blow, other_than);
  return owner.is_found() ? owner : behind(blow, "by", other_than);
}

}  // namespace faultline
