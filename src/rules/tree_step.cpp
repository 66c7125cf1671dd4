#include "rules/tree_step.h"

#include <array>
#include <utility>

namespace faultline {

std::optional<TreeRole> find_tree_role(std::string_view name) {
  static constexpr std::pair<std::string_view, TreeRole> kNames[] = {
      {"subject", TreeRole::Subject},       {"object", TreeRole::Object},         {"recipient", TreeRole::Recipient},
      {"clause", TreeRole::Clause},         {"infinitive", TreeRole::Infinitive}, {"apposition", TreeRole::Apposition},
      {"relative", TreeRole::Relative},     {"participle", TreeRole::Participle}, {"adverbial", TreeRole::Adverbial},
      {"adverb", TreeRole::Adverb},         {"auxiliary", TreeRole::Auxiliary},   {"determiner", TreeRole::Determiner},
      {"modifier", TreeRole::Modifier},     {"compound", TreeRole::Compound},     {"possessor", TreeRole::Possessor},
      {"conjunct", TreeRole::Conjunct},
  };
  for (const auto& [known, role] : kNames)
    if (known == name) return role;
  return std::nullopt;
}

// "agreed, after a night of talks, to lift the ban": set off by commas, what was agreed is parsed as a purpose.
static bool has_to(const Trees& trees, uint32_t token) {
  const uint32_t mark = trees.find_child(token, Relation::Mark);
  return mark != kNoToken && trees.xpos(mark) == Xpos::To;
}

// "brushed off the warnings": parsed as an oblique, but its preposition is tagged as the verb's particle.
static bool is_behind_particle(const Trees& trees, uint32_t token) {
  if (trees.relation(token) != Relation::Obl) return false;
  const uint32_t preposition = trees.find_child(token, Relation::Case);
  return preposition != kNoToken && trees.xpos(preposition) == Xpos::Rp;
}

bool is_in_role(const Trees& trees, uint32_t token, TreeRole role) {
  const Relation relation = trees.relation(token);
  switch (role) {
    case TreeRole::Subject: return relation == Relation::Nsubj || relation == Relation::OblAgent || relation == Relation::Csubj;
    case TreeRole::Object: return relation == Relation::Obj || relation == Relation::NsubjPass || relation == Relation::CsubjPass || is_behind_particle(trees, token);
    case TreeRole::Recipient: return relation == Relation::Iobj;
    case TreeRole::Clause: return relation == Relation::Ccomp || relation == Relation::Parataxis;
    case TreeRole::Infinitive: return relation == Relation::Xcomp || (universal(relation) == Relation::Advcl && has_to(trees, token));
    case TreeRole::Apposition: return relation == Relation::Appos;
    case TreeRole::Relative: return relation == Relation::AclRelcl;
    case TreeRole::Participle: return relation == Relation::Acl;
    case TreeRole::Adverbial: return universal(relation) == Relation::Advcl;
    case TreeRole::Adverb: return relation == Relation::Advmod;
    case TreeRole::Auxiliary: return universal(relation) == Relation::Aux || relation == Relation::Cop;
    case TreeRole::Determiner: return universal(relation) == Relation::Det;
    case TreeRole::Modifier: return relation == Relation::Amod;
    case TreeRole::Compound: return relation == Relation::Compound;
    case TreeRole::Possessor: return relation == Relation::NmodPoss;
    case TreeRole::Conjunct: return relation == Relation::Conj;
    case TreeRole::Preposition: return find_preposition(trees, token) != kNoToken;
  }
  return false;
}

uint32_t find_anchor(const Trees& trees, uint32_t token) {
  const uint32_t head = trees.head(token);
  if (head == kNoToken) return token;
  if (trees.relation(token) == Relation::CompoundPrt || (trees.relation(token) == Relation::Advmod && trees.xpos(token) == Xpos::Rp)) return head;
  if (trees.relation(token) != Relation::Case || trees.upos(token) != Upos::Adp) return token;
  const uint32_t verb = trees.head(head);
  return verb != kNoToken && verb < token && trees.upos(verb) == Upos::Verb ? verb : token;
}

uint32_t find_preposition(const Trees& trees, uint32_t token) {
  const Relation relation = universal(trees.relation(token));
  if ((relation != Relation::Obl && relation != Relation::Nmod) || trees.relation(token) == Relation::NmodPoss) return kNoToken;
  return trees.find_child(token, Relation::Case);
}

}  // namespace faultline
