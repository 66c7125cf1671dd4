#include "analysis/bodies.h"

#include <algorithm>

#include "analysis/standing.h"

namespace faultline {

namespace {

constexpr std::ptrdiff_t kMostBack = 40;  // names: keeps a book linear

bool has_head_word(const Reading& reading, const Name& name) {
  for (const List list : {List::CompanyHeads, List::UnionHeads, List::ArmedHeads, List::OrganisationHeads})
    if (reading.longest(list, name.end - 1) > 0) return true;
  for (uint32_t at = name.first; at + 1 < name.end; ++at)
    if (reading.fold(at + 1) == "of" || reading.fold(at + 1) == "for") return true;
  return false;
}

}  // namespace

Bodies::Bodies(const Reading& reading, const Entities& entities)
    : reading_(reading), entities_(entities), acts_(entities.all().size()), tells_kind_(entities.all().size()), is_settlement_(entities.all().size()), is_loose_(entities.all().size()) {}

Work Bodies::read() {
  for (size_t i = 0; i < entities_.names().size(); ++i) {
    co_yield 1;
    const Name& name = entities_.names()[i];
    const uint32_t root = entities_.party_of(i);
    const Entity& entity = entities_.at(root);
    if (const NameKind kind = entities_.at(entities_.entity_of(i)).kind; kind != NameKind::Person && kind != NameKind::Outlet)
      for (uint32_t at = name.first; at < name.end; ++at) owners_[std::string(reading_.fold(at))].push_back({name.first, name.sentence, root});
    if (const auto words = entities_.bodies_of_union(root); !words.empty()) {
      for (const std::string_view word : words)
        if (word == "Commission") owners_["commission"].push_back({name.first, name.sentence, root});
      owners_["bloc"].push_back({name.first, name.sentence, root});
    }
    if (entities_.at(entities_.entity_of(i)).kind == NameKind::Person) continue;  // who speaks for it is not called so
    const bool is_body = entity.kind == NameKind::Organisation || entity.kind == NameKind::Unknown;
    if (!is_body || entity.place || is_place(reading_, name)) continue;
    const uint32_t begin = reading_.article().sentences()[name.sentence].first_token;
    if (name.whole_first > begin + 1 && reading_.fold(name.whole_first - 1) == "of" && reading_.has(List::PlaceNouns, name.whole_first - 2)) is_settlement_[root] = true;
    const Standing standing = standing_of(reading_, name.whole_first, name.whole_end);
    if (standing == Standing::Actor || standing == Standing::Owner) acts_[root] = true;
    if (has_head_word(reading_, entities_.names()[entity.first_name])) tells_kind_[root] = true;
    is_loose_[root] = reading_.has(List::LooseHeads, entities_.names()[entity.first_name].end - 1);
    uses_.push_back({name.first, name.sentence, root});
  }
}

Bodies::Fit Bodies::fit(uint32_t root, PartyKind kind) const {
  const Entity& entity = entities_.at(root);
  if (entity.party_kind == kind && kind != PartyKind::Organisation) return Fit::Told;
  // "The union" may be an association, a guild or a congress; nothing else is told by such a word.
  if (kind == PartyKind::Union && entity.kind == NameKind::Organisation && is_loose_[root]) return Fit::Told;
  if (is_settlement_[root] || tells_kind_[root] || entity.party_kind != PartyKind::Organisation) return Fit::None;
  // Two capitals that nothing explains are a person as often as a body.
  const Name& name = entities_.names()[entity.first_name];
  return entity.kind == NameKind::Organisation || (acts_[root] && (entity.shortened || name.end - name.first != 2)) ? Fit::May : Fit::None;
}

// "Varrbank rejected the claim of the union": what a verb's subject does something to is another.
bool Bodies::is_acted_on(uint32_t token, uint32_t name) const {
  constexpr int kMostSteps = 8;
  const Trees& trees = reading_.trees();
  uint32_t subject = name;
  for (int step = 0; step < kMostSteps && subject != kNoToken && universal(trees.relation(subject)) != Relation::Nsubj; ++step) subject = trees.head(subject);
  const uint32_t verb = subject == kNoToken || universal(trees.relation(subject)) != Relation::Nsubj ? kNoToken : trees.head(subject);
  if (verb == kNoToken || trees.is_below(token, subject)) return false;
  for (int step = 0; step < kMostSteps && token != kNoToken; ++step) {
    token = trees.head(token);
    if (token == verb) return true;
    if (token != kNoToken && trees.upos(token) == Upos::Verb) return false;
  }
  return false;
}

int32_t Bodies::find(PartyKind kind, uint32_t before_token, bool only_told) const {
  const auto end = std::lower_bound(uses_.begin(), uses_.end(), before_token, [](const Use& use, uint32_t token) { return use.token < token; });
  const auto begin = end - std::min<std::ptrdiff_t>(end - uses_.begin(), kMostBack);
  const Use* found = nullptr;
  Fit best = Fit::None;
  bool is_open = false;  // two in one sentence that fit as well: no telling which
  for (auto use = end; use != begin;) {
    --use;
    if (found != nullptr && use->sentence != found->sentence) break;
    const Fit fits = fit(use->entity, kind);
    if (only_told && fits != Fit::Told) continue;
    if (fits > best && is_acted_on(before_token, use->token)) continue;
    if (fits > best) {
      best = fits;
      found = &*use;
      is_open = false;
    } else if (found != nullptr && fits == best && found->entity != use->entity) {
      is_open = true;
    }
  }
  return found == nullptr || is_open ? kNobody : static_cast<int32_t>(found->entity);
}

int32_t Bodies::find_named(std::string_view word, uint32_t before_token) const {
  const auto found = owners_.find(word);
  if (found == owners_.end()) return kNobody;
  const auto after = std::lower_bound(found->second.begin(), found->second.end(), before_token, [](const Use& use, uint32_t token) { return use.token < token; });
  return static_cast<int32_t>((after == found->second.begin() ? after : after - 1)->entity);
}

int32_t Bodies::find_ending(std::string_view word, uint32_t before_token) const {
  const int32_t found = find_named(word, before_token);
  if (found == kNobody) return kNobody;
  const Name& name = entities_.names()[entities_.at(static_cast<uint32_t>(found)).first_name];
  const bool begins = name.first + 1 < name.end && reading_.fold(name.first) == word && reading_.fold(name.first + 1) == "of";  // "Guild of Weavers"
  return name.end < before_token && (begins || reading_.fold(name.end - 1) == word) ? found : kNobody;
}

}  // namespace faultline
