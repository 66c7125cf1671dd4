#include "analysis/role_phrases.h"

namespace faultline {

void RolePhrases::enter(const Sentence& sentence) {
  begin_ = sentence.first_token;
  end_ = begin_ + sentence.token_count;
  const BlockKind kind = reading_.article().blocks()[sentence.block].kind;
  is_headline_ = kind == BlockKind::Title || kind == BlockKind::Heading;
}

bool RolePhrases::is_definite(uint32_t head) const {
  bool has_determiner = false;
  for (uint32_t child : reading_.trees().children(head)) {
    if (child >= head) break;
    const Relation relation = reading_.trees().relation(child);
    if (relation == Relation::NmodPoss) return true;
    if (relation != Relation::Det) continue;
    has_determiner = true;
    const std::string_view word = reading_.fold(child);
    if (word == "the" || word == "this" || word == "that") return true;
  }
  return is_headline_ && !has_determiner && reading_.trees().xpos(head) == Xpos::Nn;
}

bool RolePhrases::is_modifier(uint32_t at, uint32_t head) const {
  const Relation relation = reading_.trees().relation(at);
  const bool small = reading_.token(at).shape == TokenShape::Lower || reading_.text(at).find('-') != std::string_view::npos;
  return small && !draft_.is_taken(at) && reading_.is_word(at) && (relation == Relation::Amod || relation == Relation::Compound) &&
         reading_.trees().is_below(at, head);
}

uint32_t RolePhrases::begin_of_phrase(uint32_t at, uint32_t head) const {
  uint32_t first = at;
  while (first > begin_ && at - first < 3 && is_modifier(first - 1, head)) --first;
  return first;
}

bool RolePhrases::is_attribute(uint32_t head) const {
  const Relation relation = reading_.trees().relation(head);
  return (relation == Relation::Compound || relation == Relation::Amod || relation == Relation::NmodDesc) && reading_.trees().head(head) > head;
}

bool RolePhrases::is_outlet(uint32_t first, uint32_t end) const {
  for (uint32_t at = first; at < end; ++at)
    if (at + reading_.longest(List::OutletHeads, at) >= end) return reading_.has(List::OutletHeads, at);
  return false;
}

bool RolePhrases::stands_behind(uint32_t first, uint32_t head) const {
  const Trees& trees = reading_.trees();
  if (first < begin_ + 4 || !reading_.has(List::Determiners, first - 1) || reading_.fold(first - 2) != ",") return false;
  if (trees.relation(head) == Relation::Appos) return true;
  if (trees.relation(head) != Relation::Conj || trees.find_child(head, Relation::AclRelcl) == kNoToken) return false;
  int joined = trees.find_child(head, Relation::Cc) != kNoToken ? 2 : 0;
  for (uint32_t each : trees.children(trees.head(head))) joined += trees.relation(each) == Relation::Conj;
  return joined == 1;
}

uint32_t RolePhrases::end_of_place(uint32_t at) const {
  if (at + 1 >= end_ || reading_.fold(at) != "of") return at;
  uint32_t end = at + 1;
  while (end < end_ && end < at + 4 && reading_.is_word(end) && reading_.is_capital(end) && !reading_.has(List::NeverNames, end)) ++end;
  return end > at + 1 ? end : at;
}

}  // namespace faultline
