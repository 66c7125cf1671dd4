// Whom people, ministries and groups act for. (Entities, second half.)
#include "analysis/entities.h"

#include <algorithm>

#include "analysis/standing.h"
#include "rules/rule_set.h"

namespace faultline {

// How a capital stands: a place, an actor, or, after "to", whichever it is elsewhere in the article.
enum class SeatUse : uint8_t { Place, Actor, Either };

static SeatUse seat_use(const Reading& reading, const Name& name) {
  const Sentence& sentence = reading.article().sentences()[name.sentence];
  const uint32_t end = sentence.first_token + sentence.token_count;
  if (is_place(reading, name)) return SeatUse::Place;
  // "Kabul, Afghanistan" is an address.
  if (name.end + 1 < end && reading.fold(name.end) == "," && reading.has(List::States, name.end + 1)) return SeatUse::Place;
  if (name.first == sentence.first_token && standing_of(reading, name.first, name.end) != Standing::Part) return SeatUse::Actor;
  if (name.first == sentence.first_token) return SeatUse::Either;
  const std::string_view before = reading.fold(name.first - 1);
  const uint32_t noun = reading.trees().head(reading.trees().head_of(name.first, name.end));
  if (before == "to" && noun != kNoToken && noun < name.first && reading.has(List::AddressedNouns, noun)) return SeatUse::Actor;  // "an ultimatum to Lima"
  if (before == "to" || before == "from") return SeatUse::Either;
  if (before == "capital" || before == "of" || before == "as") return SeatUse::Place;
  // "the Lima accord": a thing that has its name from where it was made, unless the capital acts elsewhere.
  if (standing_of(reading, name.first, name.end) == Standing::Part) return SeatUse::Either;
  const bool in_longer_name = reading.is_capital(name.first - 1) && !reading.has(List::NeverNames, name.first - 1);  // "ATC Jakarta"
  return in_longer_name ? SeatUse::Place : SeatUse::Actor;
}

void Entities::find_acting_seats() {
  std::map<int32_t, bool> acts;  // by entry of the gazetteer
  acting_seats_.assign(names_.size(), false);
  for (size_t i = 0; i < names_.size(); ++i) {
    if (names_[i].kind != NameKind::Seat || seat_use(reading_, names_[i]) != SeatUse::Actor) continue;
    acting_seats_[i] = true;
    acts[names_[i].state] = true;
  }
  for (size_t i = 0; i < names_.size(); ++i)
    if (names_[i].kind == NameKind::Seat && seat_use(reading_, names_[i]) == SeatUse::Either) acting_seats_[i] = acts.count(names_[i].state) > 0;
}

// Not of a union of states, which has no nationals: "the government" is never its.
bool Entities::is_country(uint32_t name) const {
  const int32_t entry = entities_[root_of(entity_of_[name])].state;
  return entry == kNobody || !reading_.rules().rows("states")[static_cast<size_t>(entry)][2].empty();
}

int32_t Entities::nearest_state(size_t sentence, uint32_t before_token) const {
  const int32_t told = last_state(sentence, before_token);
  if (told != kNobody) return told;
  // "The Sudanese town of Kabrin … the army": where things happen, if no state was named until then.
  if (first_state_sentence_ < sentence) return first_state_;
  // Elsewhere in the article, but not further on in the same sentence: there it is the other side.
  for (size_t each = 0; each < by_sentence_.size(); ++each)
    for (const uint32_t name : by_sentence_[each])
      if (each != sentence && names_[name].kind != NameKind::Adjective && is_country(name) && !is_place(reading_, names_[name])) return static_cast<int32_t>(entity_of_[name]);
  return kNobody;
}

// "In a White House statement, President Varr said", "Foreign Minister Varr said in Lima": the seat that qualifies a noun
// before a name of the same sentence, or where its bearer speaks.
int32_t Entities::state_of_seat_beside(size_t name) const {
  if (const size_t next = name + 1; next < names_.size() && names_[next].kind == NameKind::Seat && names_[next].first == names_[name].end + 2 &&
                                    reading_.fold(names_[name].end + 1) == "in" && reading_.has(List::NeutralCues, names_[name].end))
    return find_alias(key_of_state(names_[next].state));
  for (size_t i = name; i-- > 0 && names_[i].sentence == names_[name].sentence;)
    if (names_[i].kind == NameKind::Seat && standing_of(reading_, names_[i].first, names_[i].end) == Standing::Part) return find_alias(key_of_state(names_[i].state));
  return kNobody;
}

std::vector<std::string_view> Entities::bodies_of_union(uint32_t entity) const {
  std::vector<std::string_view> words;
  const int32_t entry = entities_[entity].kind == NameKind::State ? entities_[entity].state : kNobody;
  if (entry == kNobody || !reading_.rules().rows("states")[static_cast<size_t>(entry)][2].empty()) return words;
  std::string_view names = reading_.rules().rows("states")[static_cast<size_t>(entry)][1];
  for (size_t end = 0; !names.empty(); names.remove_prefix(std::min(names.size(), end + 1))) {
    end = std::min(names.find('|'), names.size());
    const std::string_view name = names.substr(0, end);
    if (const size_t space = name.rfind(' '); space != std::string_view::npos) words.push_back(name.substr(space + 1));
  }
  return words;
}

int32_t Entities::state_seated_at(uint32_t token) const {
  const auto at = std::lower_bound(names_.begin(), names_.end(), token, [](const Name& name, uint32_t first) { return name.first < first; });
  if (at == names_.end() || at->first != token || at->kind != NameKind::Seat || reading_.fold(token - 1) != "in") return kNobody;
  return find_alias(key_of_state(at->state));
}

// "Polish judges welcomed it. The government": what a state's own people do leads to its government.
bool Entities::qualifies_subject(uint32_t name) const {
  const Trees& trees = reading_.trees();
  const uint32_t noun = trees.head(names_[name].end - 1);
  return noun != kNoToken && noun >= names_[name].end && universal(trees.relation(noun)) == Relation::Nsubj;
}

int32_t Entities::last_state(size_t sentence, uint32_t before_token) const {
  // "Chilean refugees" are not Chile.
  for (uint32_t name : by_sentence_[sentence])
    if (names_[name].first < before_token && names_[name].kind != NameKind::Adjective && is_country(name)) return static_cast<int32_t>(entity_of_[name]);
  // The subject of the last sentence that has one comes first in it; five sentences are a paragraph or two.
  for (size_t back = 1; back <= 5 && back <= sentence; ++back)
    for (uint32_t name : by_sentence_[sentence - back])
      if (!is_place(reading_, names_[name]) && (names_[name].kind != NameKind::Adjective || qualifies_subject(name)) && is_country(name)) return static_cast<int32_t>(entity_of_[name]);
  return kNobody;
}

// The word that tells one ministry from another, in "Justice Ministry" and "Justice Minister" alike.
uint32_t Entities::field_of(uint32_t first, uint32_t end) const {
  for (uint32_t at = first; at + 1 < end; ++at) {
    const std::string_view next = reading_.fold(at + 1);
    if (next == "ministry" || next == "minister" || next == "department" || next == "secretary") return reading_.token(at).fold;
  }
  return Article::kNoFold;
}

// The state or body that a name says itself: "Chile's foreign minister Reil", "Harbour Union secretary Varr". kNobody if none.
int32_t Entities::told_affiliation(size_t i) {
  const Name& name = names_[i];
  if (name.state != kNobody && name.kind == NameKind::Person) {
    const auto [known, fresh] = aliases_.try_emplace(key_of_state(name.state), static_cast<uint32_t>(entities_.size()));
    if (fresh) {
      make_entity(i, {});
      Entity& state = entities_.back();
      state.kind = NameKind::State;
      state.party_kind = PartyKind::State;
      state.title = TitleKind::None;
    }
    return static_cast<int32_t>(known->second);
  }
  if (name.of == kNobody) return kNobody;
  const uint32_t body = entity_of_[static_cast<size_t>(name.of)];
  return entities_[body].kind == NameKind::Outlet ? kNobody : static_cast<int32_t>(body);
}

enum class Bond : uint8_t { Together, Apart, Unrelated };

// Apart: the one is a verb's subject, the other stands below that verb. Unrelated: in the words that somebody says.
static Bond bond_of(const Trees& trees, uint32_t a, uint32_t b) {
  constexpr int kMostSteps = 12;
  Bond bond = Bond::Together;
  for (int turn = 0; turn < 2; ++turn, std::swap(a, b)) {
    uint32_t subject = a;
    for (int steps = 0; subject != kNoToken && steps < kMostSteps && universal(trees.relation(subject)) != Relation::Nsubj; ++steps) subject = trees.head(subject);
    const uint32_t verb = subject == kNoToken ? kNoToken : trees.head(subject);
    if (verb == kNoToken || trees.is_below(b, subject) || !trees.is_below(b, verb)) continue;
    bond = Bond::Apart;
    uint32_t token = b;
    for (int steps = 0; token != verb && steps < kMostSteps; ++steps, token = trees.head(token))
      if (trees.relation(token) == Relation::Ccomp || trees.relation(token) == Relation::Parataxis) return Bond::Unrelated;
  }
  return bond;
}

// For each person with a state's title the state that the article speaks of where it names them, save what they act on or
// what acts on them: "President Varr threatened Peru over Chilean assets" has him act for Chile.
Entities::Homes Entities::find_home_states() const {
  constexpr int kLeastVotes = 2;  // once is chance
  const Trees& trees = reading_.trees();
  std::vector<std::vector<size_t>> people(by_sentence_.size());
  for (size_t i = 0; i < names_.size(); ++i)
    if (entities_[entity_of_[i]].title == TitleKind::State && entities_[entity_of_[i]].kind == NameKind::Person) people[names_[i].sentence].push_back(i);
  std::map<std::pair<uint32_t, uint32_t>, int> votes;  // of person and state
  for (size_t sentence = 0; sentence < by_sentence_.size(); ++sentence)
    for (const uint32_t state : by_sentence_[sentence]) {
      const uint32_t root = root_of(entity_of_[state]);
      const Standing standing = standing_of(reading_, names_[state].first, names_[state].end);
      if (standing == Standing::Owner) continue;  // "France's Total": of others
      for (const size_t person : people[sentence]) {
        if (root == entity_of_[person]) continue;
        const Bond bond = bond_of(trees, trees.head_of(names_[person].first, names_[person].end), trees.head_of(names_[state].first, names_[state].end));
        if (bond == Bond::Together) ++votes[{entity_of_[person], root}];
        else if (bond == Bond::Apart && standing != Standing::Part) --votes[{entity_of_[person], root}];
      }
    }
  Homes homes;
  std::map<uint32_t, int> most;
  for (const auto& [pair, count] : votes) {
    if (count < 0) homes.strangers.insert(pair);
    if (count < kLeastVotes || count <= most[pair.first]) continue;
    most[pair.first] = count;
    homes.of[pair.first] = pair.second;
  }
  return homes;
}

// A ministry or a minister that no state stands beside, and the head of the article's only company or union.
int32_t Entities::guess_affiliation(size_t i, const std::map<uint32_t, Told>& fields, const Homes& homes) const {
  const Name& name = names_[i];
  if (const auto home = homes.of.find(entity_of_[i]); home != homes.of.end()) return static_cast<int32_t>(home->second);
  if (name.kind == NameKind::Organ || name.title == TitleKind::State) {
    const auto known = fields.find(field_of(name.whole_first, name.kind == NameKind::Organ ? name.end : name.first));
    if (known != fields.end() && (known->second.name < i || name.kind == NameKind::Organ)) return static_cast<int32_t>(known->second.entity);
    // A leader whom no state stands before stays a party of their own rather than that of the first state of the article.
    if (name.kind == NameKind::Organ) {
      const auto told = told_organs_.find(reading_.token(name.end - 1).fold);
      return told != told_organs_.end() && told->second != kNobody ? told->second : nearest_state(name.sentence, name.first);
    }
    const int32_t host = state_of_seat_beside(i);
    int32_t state = host != kNobody ? host : last_state(name.sentence, name.first);
    if (state == kNobody) state = only_state_before(name.sentence);
    return state != kNobody && homes.strangers.count({entity_of_[i], root_of(static_cast<uint32_t>(state))}) == 0 ? state : kNobody;
  }
  if (name.title != TitleKind::Office || name.role_before != 0) return kNobody;
  for (const auto& [titles, kind] : {std::pair{List::CompanyTitles, PartyKind::Company}, std::pair{List::UnionTitles, PartyKind::Union}})
    for (uint32_t at = name.whole_first; at < name.first; ++at)
      if (reading_.has(titles, at)) return only_entity(kind);
  return kNobody;
}

int32_t Entities::only_state_before(size_t sentence) const { return first_state_sentence_ < sentence && second_state_sentence_ >= sentence ? first_state_ : kNobody; }

int32_t Entities::only_entity(PartyKind kind) const {
  int32_t only = kNobody;
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    if (entities_[i].party_kind != kind || entities_[i].mentions == 0 || root_of(i) != i) continue;
    if (only != kNobody) return kNobody;
    only = static_cast<int32_t>(i);
  }
  return only;
}

// "The Parliament of Chile … the Parliament": by the fold of a body's last word the only state that the article gives one to.
std::map<uint32_t, int32_t> Entities::find_told_organs() const {
  std::map<uint32_t, int32_t> told;
  for (size_t i = 0; i < names_.size(); ++i) {
    const Name& name = names_[i];
    if (name.kind != NameKind::State) continue;
    uint32_t last = name.end - 1;
    for (uint32_t at = name.first + 1; at < name.end; ++at)
      if (reading_.fold(at) == "of") last = at - 1;
    if (!reading_.has(List::StateOrgans, last)) continue;
    const auto state = static_cast<int32_t>(root_of(entity_of_[i]));
    const auto [known, fresh] = told.try_emplace(reading_.token(last).fold, state);
    if (!fresh && known->second != state) known->second = kNobody;
  }
  return told;
}

Work Entities::resolve_affiliations() {
  told_organs_ = find_told_organs();
  std::map<uint32_t, Told> fields;  // field of a ministry that is told with its state → the state
  for (size_t i = 0; i < names_.size(); ++i) {
    const uint32_t field = names_[i].kind == NameKind::State ? field_of(names_[i].first, names_[i].end) : Article::kNoFold;
    if (field != Article::kNoFold) fields.try_emplace(field, Told{i, entity_of_[i]});
  }
  const Homes homes = find_home_states();
  co_yield 1;
  // What the text tells comes before what is guessed, wherever it stands.
  for (const bool guesses : {false, true}) {
    for (size_t i = 0; i < names_.size(); ++i) {
      const uint32_t self = entity_of_[i];
      if (names_[i].kind != NameKind::Person && names_[i].kind != NameKind::Organ && entities_[self].kind != NameKind::Person) continue;
      if (entities_[self].acts_for != kNobody || entities_[self].title == TitleKind::Expert) continue;
      const int32_t target = guesses ? guess_affiliation(i, fields, homes) : told_affiliation(i);
      if (target == kNobody || root_of(static_cast<uint32_t>(target)) == self) continue;
      entities_[self].acts_for = target;
    }
    co_yield 1;
  }
}

// "The Afghan Taliban" is the state's party where the article lets the capital act for the same side (guide, section 1).
void Entities::join_groups_to_states() {
  std::map<int32_t, bool> acts;
  for (size_t i = 0; i < names_.size(); ++i)
    if (acting_seats_[i]) acts[names_[i].state] = true;
  for (size_t i = 0; i < names_.size(); ++i) {
    const Name& name = names_[i];
    const uint32_t group = entity_of_[i];
    if (name.kind != NameKind::Unknown || name.state == kNobody || name.first == name.whole_first) continue;
    if (entities_[group].acts_for != kNobody || name.alias_of != kNobody) continue;
    auto state = aliases_.find(key_of_state(name.state));
    if (acts.count(name.state) > 0 && state != aliases_.end()) entities_[group].acts_for = static_cast<int32_t>(state->second);
  }
}

// "Marl Town" is "Marl Town Council" where the article names both: a place acts through its council.
void Entities::join_places_to_councils() {
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    const Name& name = names_[entities_[i].first_name];
    if (entities_[i].kind != NameKind::Organisation || name.end - name.first < 2) continue;
    for (uint32_t head = name.first + 1; head < name.end; ++head) {
      if (reading_.longest(List::GoverningHeads, head) != name.end - head) continue;
      Name place = name;
      place.end = head;
      const int32_t known = find_alias(key_of(place));
      if (known == kNobody || static_cast<uint32_t>(known) == i) continue;
      Entity& entity = entities_[static_cast<size_t>(known)];
      const bool joins = entity.kind == NameKind::Unknown || entity.kind == NameKind::Organisation;
      if (joins && entity.acts_for == kNobody && root_of(i) != static_cast<uint32_t>(known)) entity.acts_for = static_cast<int32_t>(i);
      break;
    }
  }
}

}  // namespace faultline
