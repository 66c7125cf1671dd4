#include "analysis/standing.h"

namespace faultline {
namespace {

constexpr int kMostSteps = 8;  // "Chile, Peru, Brazil and Cuba": members of one list, each hanging on the one before or the first

bool is_verbal(const Trees& trees, uint32_t token) {
  return token != kNoToken && (trees.upos(token) == Upos::Verb || trees.upos(token) == Upos::Aux);
}

// Behind a preposition it is a place or the other side of the act. A case-less oblique ("on Monday" apart) is loose.
Standing behind_preposition(const Reading& reading, uint32_t head) {
  const Trees& trees = reading.trees();
  uint32_t preposition = trees.find_child(head, Relation::Case);
  // "A truce with the rebels to last a week": the parser may hang the "with" on the verb.
  if (const uint32_t first = trees.reach(head).first; preposition == kNoToken && first > 0 && trees.upos(first - 1) == Upos::Adp) preposition = first - 1;
  if (preposition == kNoToken) return Standing::Loose;
  const std::string_view word = reading.fold(preposition);
  if (word == "by") return Standing::Actor;
  const bool is_of_noun = universal(trees.relation(head)) == Relation::Nmod;
  if (word == "from" && is_of_noun) return Standing::Target;  // "a demand from Kabul"
  for (const std::string_view weak : {"of", "from", "like", "on", "for", "than", "as"})
    if (word == weak) return Standing::Beside;
  return reading.has(List::PlacePrepositions, preposition) ? Standing::Place : Standing::Target;
}

// "The town of Larnport": the name stands as the town does.
bool names_place(const Reading& reading, uint32_t head) {
  const uint32_t noun = reading.trees().head(head), preposition = reading.trees().find_child(head, Relation::Case);
  return noun != kNoToken && noun < head && preposition != kNoToken && reading.fold(preposition) == "of" && reading.has(List::PlaceNouns, noun);
}

}  // namespace

Standing standing_of(const Reading& reading, uint32_t first, uint32_t end) {
  const Trees& trees = reading.trees();
  uint32_t head = trees.head_of(first, end);
  bool is_place = false;
  for (int step = 0; step < kMostSteps && head != kNoToken; ++step) {
    switch (trees.relation(head)) {
      case Relation::Conj:
      case Relation::Appos:
      case Relation::Flat:
        head = trees.head(head);
        continue;
      case Relation::Nsubj:
      case Relation::NsubjOuter: return is_verbal(trees, trees.head(head)) ? Standing::Actor : Standing::Target;
      case Relation::OblAgent: return Standing::Actor;
      case Relation::NsubjPass:
      case Relation::Obj:
      case Relation::Iobj: return Standing::Target;
      case Relation::NmodPoss: return Standing::Owner;
      case Relation::Obl:
      case Relation::Nmod:
        if (!is_place && names_place(reading, head)) {
          head = trees.head(head);
          is_place = true;
          continue;
        }
        if (const Standing behind = behind_preposition(reading, head); !is_place || behind != Standing::Target) return behind;
        return Standing::Beside;  // "smoke over the town of Larnport"
      case Relation::Compound:
      case Relation::NmodDesc:
      case Relation::Amod: return Standing::Part;
      default: return Standing::Loose;
    }
  }
  return Standing::Loose;
}

}  // namespace faultline
