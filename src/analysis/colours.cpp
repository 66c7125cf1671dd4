#include "analysis/colours.h"

namespace faultline {
namespace {

constexpr int kMostSteps = 12;  // up the tree

// How a word hangs on the one above: beside it, as its clause, as what completes it, or through a preposition.
enum class Link : uint8_t { None, Beside, Clause, Completes, Leans };

Link link_of(const Trees& trees, uint32_t token) {
  const Relation relation = trees.relation(token);
  const uint32_t copula = trees.find_child(token, Relation::Cop);
  const Xpos form = trees.xpos(copula == kNoToken ? token : copula);
  const bool is_open = form == Xpos::Vb || form == Xpos::Vbg;  // "to reopen", "of reopening", "of being fond of"
  if (relation == Relation::AclRelcl) return Link::None;
  switch (universal(relation)) {
    case Relation::Acl: return is_open ? Link::Completes : Link::None;
    case Relation::Xcomp:
    case Relation::Obj:
    case Relation::Iobj:
    case Relation::Compound: return Link::Completes;
    case Relation::Obl:
    case Relation::Nmod: return Link::Leans;
    case Relation::Ccomp: return Link::Clause;
    case Relation::Advcl: return is_open ? Link::Clause : Link::None;
    case Relation::Conj:
    case Relation::Nsubj: return Link::Beside;
    default: return Link::None;
  }
}

}  // namespace

bool ColourReader::is_coloured_by(uint32_t first, uint32_t last, bool as_object) const {
  const TokenReach context{first, last};
  for (uint32_t token = first_; token < last_; ++token)
    if (has_beside(token, context)) return true;
  uint32_t token = trees_.head_of(first_, last_);
  for (const uint32_t child : trees_.children(token))  // "no deal was signed", "the suspected raid hit a post", "nobody was hurt"
    if (universal(trees_.relation(child)) == Relation::Nsubj && (has_beside(child, context) || (context.has(child) && trees_.upos(child) == Upos::Pron))) return true;
  bool is_near = true;  // "will not live on the settlement": what is negated is not what it only leans on
  for (int steps = 0; steps < kMostSteps; ++steps) {
    const Link link = link_of(trees_, token);
    token = trees_.head(token);
    if (link == Link::None || token == kNoToken || (as_object && link == Link::Leans)) return false;
    if (link == Link::Beside) continue;
    if (context.has(token)) return true;
    if (link == Link::Clause) return false;  // "wants to say that it agreed": only the saying is wanted
    if (is_near && has_beside(token, context)) return true;
    if (link == Link::Leans) is_near = false;
  }
  return false;
}

bool ColourReader::has_beside(uint32_t token, TokenReach context) const {
  for (const uint32_t child : trees_.children(token)) {
    if (!context.has(child)) continue;
    switch (universal(trees_.relation(child))) {
      case Relation::Advmod:
      case Relation::Amod:
      case Relation::Aux:
      case Relation::Case:
      case Relation::Cc:  // "nor do they trust"
      case Relation::Cop:
      case Relation::Det:
      case Relation::Mark:
      case Relation::Obl: return true;
      default: break;
    }
  }
  return false;
}

}  // namespace faultline
