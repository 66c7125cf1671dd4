#include "analysis/outlets.h"

#include <map>
#include <string>

#include "article/dateline.h"

namespace faultline {
namespace {

struct Evidence {
  bool reports = false;  // somebody tells it, it reports, or a noun beside it says "newspaper"
  bool acts = false;     // it does what no outlet does for a living
};

bool may_be_outlet(const Name& name) {
  return (name.kind == NameKind::Unknown || name.kind == NameKind::Organisation || name.kind == NameKind::Outlet) && name.title == TitleKind::None && name.state == kNobody &&
         name.listed == kNobody && name.party_kind == PartyKind::Organisation;
}

std::string key_of(const Reading& reading, const Name& name) {
  std::string key;
  for (uint32_t at = name.first; at < name.end; ++at) key.append(reading.fold(at)).push_back(' ');
  return key;
}

// "VARR CITY (Varrpress) -" before the first sentence.
bool stands_in_dateline(const Reading& reading, const Name& name) {
  return name.end < end_of_dateline(reading.article(), reading.article().sentences()[name.sentence]) && name.first > reading.article().sentences()[name.sentence].first_token &&
         reading.fold(name.first - 1) == "(" && reading.fold(name.end) == ")";
}

// "the newspaper Varr", "Varr newspaper", "the state news agency Varrpress".
bool stands_beside_noun(const Reading& reading, const Name& name) {
  const Sentence& sentence = reading.article().sentences()[name.sentence];
  const bool behind = name.end < sentence.first_token + sentence.token_count && reading.has(List::OutletNouns, name.end);
  return behind || reading.begin_of_phrase_before(List::OutletNouns, name.first, sentence.first_token) < name.first;
}

void read_act(const Reading& reading, const Name& name, Evidence& evidence) {
  const Trees& trees = reading.trees();
  const uint32_t head = trees.head_of(name.first, name.end);
  const uint32_t verb = trees.head(head);
  if (verb == kNoToken || trees.upos(verb) != Upos::Verb) return;
  const Relation relation = trees.relation(head);
  const bool is_told = relation == Relation::Obj || relation == Relation::Iobj;
  if (!is_told && relation != Relation::Nsubj) return;
  if (is_told ? trees.lemma(verb) == "tell" : trees.lemma(verb) == "report") evidence.reports = true;
  else evidence.acts |= is_told || !reading.has(List::NeutralCues, verb);
}

}  // namespace

Work mark_outlets(const Reading& reading, std::vector<Name>& names) {
  std::map<std::string, Evidence> found;
  for (const Name& name : names) {
    if (!may_be_outlet(name)) continue;
    Evidence& evidence = found[key_of(reading, name)];
    evidence.reports |= stands_in_dateline(reading, name) || stands_beside_noun(reading, name);
    read_act(reading, name, evidence);
    co_yield 1;
  }
  for (Name& name : names) {
    if (!may_be_outlet(name)) continue;
    co_yield 1;
    const Evidence& evidence = found[key_of(reading, name)];
    if (evidence.reports && !evidence.acts) name.kind = NameKind::Outlet;
    // "The union accused Varr Post": a head word of outlets, and more than words from it.
    if (name.kind == NameKind::Outlet && evidence.acts && !evidence.reports) name.kind = NameKind::Organisation;
  }
}

}  // namespace faultline
