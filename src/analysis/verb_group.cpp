#include "analysis/verb_group.h"

namespace faultline {
namespace {

constexpr int kMostSteps = 12;  // up the tree

bool is_verbal(const Trees& trees, uint32_t token) {
  return trees.upos(token) == Upos::Verb || trees.upos(token) == Upos::Aux || trees.find_child(token, Relation::Cop) != kNoToken;
}

uint32_t find_verb(const Trees& trees, uint32_t token) {
  for (int steps = 0; token != kNoToken && steps < kMostSteps && !is_verbal(trees, token); ++steps) {
    switch (universal(trees.relation(token))) {
      case Relation::Nsubj: case Relation::NsubjPass: case Relation::Obj: case Relation::Conj: case Relation::Compound: token = trees.head(token); break;
      default: return kNoToken;
    }
  }
  return token;
}

}  // namespace

VerbGroup::VerbGroup(const Scene& scene, uint32_t first, uint32_t last)
    : scene_(scene), trees_(scene.trees), first_(first), last_(last), head_(trees_.head_of(first, last)), verb_(find_verb(trees_, head_)) {
  // "the settlement that the ministry reached": the relative clause within the trigger tells when.
  if (verb_ == kNoToken && head_ != kNoToken)
    if (const uint32_t told = trees_.find_child(head_, Relation::AclRelcl); told != kNoToken && told < last_) verb_ = told;
}

bool VerbGroup::has(std::initializer_list<std::string_view> words) const {
  uint32_t verb = verb_;
  for (int steps = 0; verb != kNoToken && steps < kMostSteps; ++steps) {
    bool is_helped = false;
    for (const uint32_t child : trees_.children(verb)) {
      const Relation relation = universal(trees_.relation(child));
      if (relation != Relation::Aux && relation != Relation::Cop) continue;
      is_helped = true;
      for (const std::string_view word : words)
        if (scene_.word(child) == word) return true;
    }
    const Relation relation = universal(trees_.relation(verb));
    if (relation != Relation::Xcomp && (relation != Relation::Conj || is_helped)) return false;
    verb = trees_.head(verb);
  }
  return false;
}

uint32_t VerbGroup::find_mark(uint32_t token, WordKind kind) const {
  for (const uint32_t child : trees_.children(token)) {
    const Relation relation = universal(trees_.relation(child));
    if ((relation == Relation::Mark || relation == Relation::Case || relation == Relation::Advmod) && scene_.is(child, kind)) return child;
  }
  return kNoToken;
}

bool VerbGroup::hangs_on(WordKind kind) const {
  uint32_t token = head_;
  for (int steps = 0; token != kNoToken && steps < kMostSteps; ++steps, token = trees_.head(token))
    if (find_mark(token, kind) != kNoToken) return true;
  return false;
}

bool VerbGroup::has_condition() const {
  uint32_t token = verb_ == kNoToken ? head_ : verb_;
  for (int steps = 0; token != kNoToken && steps < kMostSteps; ++steps, token = trees_.head(token)) {
    for (const uint32_t child : trees_.children(token))
      if (universal(trees_.relation(child)) == Relation::Advcl && find_mark(child, WordKind::Conditional) != kNoToken) return true;
    const Relation relation = universal(trees_.relation(token));
    if (relation != Relation::Xcomp && relation != Relation::Conj && relation != Relation::Obj) return false;
  }
  return false;
}

bool VerbGroup::holds(std::string_view word) const {
  for (uint32_t token = first_; token < last_; ++token)
    if (scene_.word(token) == word) return true;
  return false;
}

bool VerbGroup::holds_lemma(std::initializer_list<std::string_view> lemmas) const {
  for (uint32_t token = first_; token < last_; ++token)
    for (const std::string_view lemma : lemmas)
      if (trees_.lemma(token) == lemma) return true;
  return false;
}

bool VerbGroup::is_participle_clause() const {
  return verb_ != kNoToken && trees_.xpos(verb_) == Xpos::Vbg && universal(trees_.relation(verb_)) == Relation::Advcl;
}

bool VerbGroup::is_called(WordKind kind) const {
  for (const uint32_t child : trees_.children(head_))
    if (scene_.is(child, kind) && trees_.relation(child) == Relation::Amod) return true;
  return false;
}

bool VerbGroup::opens_infinitive(WordKind kind) const {
  if (verb_ == kNoToken || verb_ < first_ || verb_ >= last_ || !scene_.is(verb_, kind)) return false;
  for (const uint32_t child : trees_.children(verb_)) {
    if (universal(trees_.relation(child)) != Relation::Xcomp || child >= last_) continue;
    const uint32_t mark = trees_.find_child(child, Relation::Mark);
    if (mark != kNoToken && scene_.word(mark) == "to") return true;
  }
  return false;
}

bool VerbGroup::is_on(WordKind day) const {
  uint32_t token = head_;
  for (int steps = 0; token != kNoToken && steps < kMostSteps; ++steps, token = trees_.head(token)) {
    for (const uint32_t child : trees_.children(token))
      if (scene_.is(child, day)) return true;
    switch (universal(trees_.relation(token))) {
      case Relation::Nsubj: case Relation::NsubjPass: case Relation::Obj: case Relation::Conj: case Relation::Compound: case Relation::Xcomp: case Relation::Obl: break;
      default: return false;
    }
  }
  return false;
}

bool VerbGroup::is_infinitive_of_noun() const {
  if (verb_ == kNoToken || universal(trees_.relation(verb_)) != Relation::Acl) return false;
  const uint32_t mark = trees_.find_child(verb_, Relation::Mark);
  return mark != kNoToken && scene_.word(mark) == "to";
}

bool VerbGroup::is_past() const { return verb_ != kNoToken && (trees_.xpos(verb_) == Xpos::Vbd || has({"was", "were", "did"})); }

bool VerbGroup::is_past_relative() const { return is_past() && trees_.relation(verb_) == Relation::AclRelcl; }

}  // namespace faultline
