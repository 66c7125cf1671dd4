#include "analysis/entities.h"

#include <algorithm>

#include "analysis/standing.h"
#include "article/dateline.h"
#include "base/sort.h"

namespace faultline {

static std::string lower(std::string_view word) {
  std::string folded(word);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

bool is_place(const Reading& reading, const Name& name) {
  const uint32_t begin = reading.article().sentences()[name.sentence].first_token;
  if (name.end < end_of_dateline(reading.article(), reading.article().sentences()[name.sentence])) return true;
  if (name.employs) return false;
  uint32_t at = name.whole_first;
  if (at > begin && reading.fold(at - 1) == "the") --at;
  if (at > begin + 1 && reading.fold(at - 1) == "of" && reading.has(List::Bearings, at - 2)) return true;  // "ten miles east of Larnport"
  if (at > begin + 1 && reading.fold(at - 1) == "of" && reading.has(List::PlaceNouns, at - 2)) return standing_of(reading, name.first, name.end) == Standing::Place;
  return at > begin && reading.has(List::PlacePrepositions, at - 1);
}

Work Entities::resolve_all() {
  entity_of_.assign(names_.size(), 0);
  resolved_.assign(names_.size(), false);
  // Full names first, wherever they stand: a headline's "DA" is the "Democratic Alliance (DA)" of the third paragraph.
  std::vector<size_t> order(names_.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto length = [&](size_t i) { return names_[i].alias_of != kNobody ? UINT32_MAX : names_[i].end - names_[i].first; };
  sort_stably(order, [&](size_t a, size_t b) { return length(a) > length(b); });
  for (size_t i : order) {
    resolve(i);
    co_yield 1;
  }
  const auto all = static_cast<double>(names_.size());
  for (Work part = resolve_people(); part.step();) co_yield all;
  co_yield all;
  for (Work part = resolve_acronyms(); part.step();) co_yield all;
  co_yield all;
  find_acting_seats();
  for (size_t i = 0; i < names_.size(); ++i) ++entities_[entity_of_[i]].mentions;
  co_yield all;
  list_states();
  co_yield all;
  for (Work part = resolve_affiliations(); part.step();) co_yield all;
  co_yield all;
  list_states();
  join_groups_to_states();
  join_places_to_councils();
}

// By sentence, the names that let one think of a state: its own, and those of who acts for it. Not "Chile-led": there it
// only qualifies somebody else.
void Entities::list_states() {
  constexpr uint32_t kScene = 4;  // sentences: a country that only says where, told of further on, is not where things happen
  by_sentence_.assign(reading_.article().sentences().size(), {});
  first_state_ = kNobody;
  first_state_sentence_ = second_state_sentence_ = SIZE_MAX;
  for (size_t i = 0; i < names_.size(); ++i) {
    const Name& name = names_[i];
    const bool serves_state = name.kind == NameKind::Person && name.state != kNobody;
    const bool acts_for_state = root_of(entity_of_[i]) != entity_of_[i] && entities_[root_of(entity_of_[i])].kind == NameKind::State;
    if (name.kind != NameKind::State && name.kind != NameKind::Adjective && !serves_state && !acts_for_state && !is_actor_seat(i)) continue;
    const Sentence& sentence = reading_.article().sentences()[name.sentence];
    if (name.end < sentence.first_token + sentence.token_count && reading_.fold(name.end) == "-") continue;
    by_sentence_[name.sentence].push_back(static_cast<uint32_t>(i));
    if (!is_country(static_cast<uint32_t>(i)) || (name.sentence > kScene && first_state_ == kNobody && is_place(reading_, name))) continue;
    const auto state = static_cast<int32_t>(root_of(entity_of_[i]));
    if (first_state_ == kNobody) first_state_ = state, first_state_sentence_ = name.sentence;
    else if (first_state_ != state) second_state_sentence_ = std::min<size_t>(second_state_sentence_, name.sentence);
  }
}

uint32_t Entities::root_of(uint32_t entity) const {
  for (int steps = 0; entities_[entity].acts_for != kNobody && steps < 8; ++steps)  // 8: a ring of apposed titles ends
    entity = static_cast<uint32_t>(entities_[entity].acts_for);
  return entity;
}

std::string Entities::key_of(const Name& name) const {
  std::string key;
  for (uint32_t at = name.first; at < name.end; ++at) {
    if (at == name.first && reading_.fold(at) == "the") continue;
    if (!key.empty()) key += ' ';
    key += reading_.fold(at);
  }
  return key;
}

std::string Entities::key_of_state(int32_t entry) {
  std::string key(1, '\x01');  // no name begins so
  key += std::to_string(entry);
  return key;
}

std::string Entities::key_of_listed(int32_t row) {
  std::string key(1, '\x02');
  key += std::to_string(row);
  return key;
}

int32_t Entities::find_alias(const std::string& key) const {
  auto found = aliases_.find(key);
  return found == aliases_.end() ? kNobody : static_cast<int32_t>(found->second);
}

uint32_t Entities::make_entity(size_t index, std::string key) {
  const Name& name = names_[index];
  Entity made;
  made.kind = name.kind == NameKind::Adjective || name.kind == NameKind::Seat ? NameKind::State : name.kind;
  made.party_kind = name.party_kind;
  made.title = name.title;
  made.state = name.state;
  made.listed = name.listed != kNobody;
  made.acronym = name.acronym;
  made.place = name.kind == NameKind::Unknown && name.end - name.first > 1 &&
               (reading_.has(List::PlaceWords, name.first) || reading_.has(List::PlaceWords, name.end - 1) ||
                reading_.has(List::ThingHeads, name.end - 1));
  made.first_name = static_cast<uint32_t>(index);
  made.key = std::move(key);
  entities_.push_back(std::move(made));
  return static_cast<uint32_t>(entities_.size()) - 1;
}

void Entities::add_aliases(uint32_t entity, const Name& name, const std::string& key) {
  aliases_.try_emplace(key, entity);
  const size_t words = name.end - name.first;
  if (words < 2) return;
  if (name.kind == NameKind::State) {  // "the North" is North Korea
    if (reading_.has(List::Directions, name.first)) aliases_.try_emplace(std::string(reading_.fold(name.first)), entity);
    return;
  }
  const size_t last_space = key.rfind(' ');
  // "Jack Straw" is "Straw" later; "Rosneft Oil Company" is "Rosneft"; "City of Larnport" is "Larnport".
  if (name.kind == NameKind::Person) {
    aliases_.try_emplace(key.substr(last_space + 1), entity);
    for (uint32_t at = name.first + 1; at + 1 < name.end; ++at)  // "Patricia de Lille" is "De Lille"
      if (reading_.has(List::NameConnectors, at)) {
        aliases_.try_emplace(key.substr(key.find(' ' + std::string(reading_.fold(at)) + ' ') + 1), entity);
        break;
      }
  }
  if (const size_t joint = key.find(" & "); joint != std::string::npos) aliases_.try_emplace(key.substr(0, joint), entity);  // "Varr & Sons" is "Varr"
  if (name.kind == NameKind::Organisation && name.party_kind == PartyKind::Company && words <= 4)
    aliases_.try_emplace(key.substr(0, last_space), entity);
  constexpr std::string_view kCity = "city of ";
  if (key.starts_with(kCity)) aliases_.try_emplace(key.substr(kCity.size()), entity);
}

void Entities::resolve(size_t index) {
  if (resolved_[index]) return;
  resolved_[index] = true;
  const Name& name = names_[index];
  const std::string key = key_of(name);
  const bool of_state = name.kind == NameKind::State || name.kind == NameKind::Adjective || name.kind == NameKind::Seat;
  if (of_state) {
    const std::string id = key_of_state(name.state);
    int32_t known = find_alias(id);
    if (known == kNobody) {
      known = static_cast<int32_t>(make_entity(index, key));
      aliases_.emplace(id, static_cast<uint32_t>(known));
    }
    if (name.kind == NameKind::State) add_aliases(static_cast<uint32_t>(known), name, key);
    entity_of_[index] = static_cast<uint32_t>(known);
    return;
  }
  if (name.listed != kNobody) {
    const std::string id = key_of_listed(name.listed);
    const int32_t known = find_alias(id);
    entity_of_[index] = known != kNobody ? static_cast<uint32_t>(known) : make_entity(index, key);
    aliases_.try_emplace(id, entity_of_[index]);
    aliases_.try_emplace(key, entity_of_[index]);
    return;
  }
  if (name.alias_of != kNobody && static_cast<size_t>(name.alias_of) < index) {
    resolve(static_cast<size_t>(name.alias_of));
    const Name& full = names_[static_cast<size_t>(name.alias_of)];
    const uint32_t entity = entity_of_[static_cast<size_t>(name.alias_of)];
    // "Ann Varr (Labour)": the bracket behind a person is where they belong, not what they are called.
    if (full.kind != NameKind::Person) {
      aliases_.try_emplace(key, entity);
      entities_[entity].acronym = false;
      if (entities_[entity].kind == NameKind::Unknown) entities_[entity].kind = NameKind::Organisation;
      entity_of_[index] = entity;
      return;
    }
  }
  if (int32_t known = find_alias(key); known != kNobody) {
    Entity& entity = entities_[static_cast<size_t>(known)];
    if (name.kind == NameKind::Person && entity.kind == NameKind::Unknown) {
      entity.kind = NameKind::Person;
      entity.party_kind = PartyKind::Person;
    }
    if (entity.title == TitleKind::None) entity.title = name.title;
    entity_of_[index] = static_cast<uint32_t>(known);
    return;
  }
  const uint32_t made = make_entity(index, key);
  entity_of_[index] = made;
  add_aliases(made, name, key);
}

// "Kirit Varma" without title is a person once "Mr Varma" or "Varma said" follows: the surname is enough later.
Work Entities::resolve_people() {
  std::map<std::string, uint32_t> two_words;
  for (uint32_t i = 0; i < entities_.size(); ++i)
    if (std::count(entities_[i].key.begin(), entities_[i].key.end(), ' ') == 1) two_words.try_emplace(entities_[i].key, i);
  // "Liberal Ana Varr" is the Ana Varr of another sentence.
  std::vector<uint32_t> plain(entities_.size());
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    const std::string& key = entities_[i].key;
    const size_t last = key.rfind(' '), before = last == std::string::npos || last == 0 ? std::string::npos : key.rfind(' ', last - 1);
    const bool may_be_person = entities_[i].kind == NameKind::Unknown || entities_[i].kind == NameKind::Person;
    const auto known = before == std::string::npos || !may_be_person ? two_words.end() : two_words.find(key.substr(before + 1));
    plain[i] = known == two_words.end() ? i : known->second;
  }
  co_yield 1;
  std::map<std::string, uint32_t> full;   // surname → the first entity of two words or more that ends in it
  std::map<std::string, uint32_t> begun;  // the first of two words: "Ren" of "Ren Guoqiang", "Garuda" of "Garuda Indonesia"
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    const Entity& entity = entities_[i];
    if (entity.place || (entity.kind != NameKind::Person && entity.kind != NameKind::Unknown)) continue;
    const size_t space = entity.key.rfind(' ');
    if (space == std::string::npos) continue;
    full.try_emplace(entity.key.substr(space + 1), plain[i]);
    if (entity.key.find(' ') == space) begun.try_emplace(entity.key.substr(0, space), i);
  }
  co_yield 1;
  for (size_t i = 0; i < names_.size(); ++i) {
    const Entity& entity = entities_[entity_of_[i]];
    if (entity.kind != NameKind::Person && entity.kind != NameKind::Unknown) continue;
    if (entity.key.find(' ') != std::string::npos) {
      entity_of_[i] = plain[entity_of_[i]];
      continue;
    }
    const auto ends = full.find(entity.key), begins = begun.find(entity.key);
    if (ends == full.end() && begins == begun.end()) continue;
    const uint32_t known = ends != full.end() ? ends->second : begins->second;
    Entity& whole = entities_[known];
    if (entity.kind == NameKind::Person) whole.kind = NameKind::Person;
    else if (ends == full.end()) whole.shortened = true;
    if (whole.title == TitleKind::None) whole.title = entity.title;
    // "Daniel Varr … Varr": people are called by their last name alone, bodies hardly ever.
    if (ends != full.end() && whole.kind == NameKind::Unknown && names_[whole.first_name].end - names_[whole.first_name].first <= 3) {
      whole.kind = NameKind::Person;
      whole.party_kind = PartyKind::Person;
    }
    entity_of_[i] = known;
  }
}

// The letters that may stand for a name: every capitalised word gives its first (a word in capitals all of them),
// the small words none or, in the second spelling, one each: "NUM", "Cosatu".
std::array<std::string, 2> Entities::spellings_of(const Name& name) const {
  std::array<std::string, 2> spellings;
  for (uint32_t token = name.first; token < name.end; ++token) {
    const std::string_view word = reading_.fold(token);
    if (!reading_.is_word(token) || word == "'s" || word.empty()) continue;
    const bool capital = reading_.is_capital(token);
    const bool whole = capital && reading_.token(token).shape == TokenShape::Upper;
    const std::string_view letters = whole ? word : word.substr(0, 1);
    if (capital) spellings[0] += letters;
    spellings[1] += letters;
  }
  for (std::string& spelling : spellings) std::erase(spelling, '.');
  return spellings;
}

// "VAL" for "Varrish Airlines": the first letter of every capitalised word, with letters from inside them between.
bool Entities::is_short_for(std::string_view letters, const Name& name) const {
  std::vector<std::string_view> words;
  for (uint32_t token = name.first; token < name.end; ++token)
    if (reading_.is_capital(token)) words.push_back(reading_.fold(token));
  if (words.size() < 2 || letters.size() < 3 || letters.size() <= words.size() || letters[0] != words[0][0]) return false;
  size_t word = 0, at = 0;
  for (const char letter : letters.substr(1)) {
    if (word + 1 < words.size() && words[word + 1][0] == letter) {
      ++word, at = 0;
      continue;
    }
    at = words[word].find(letter, at + 1);
    if (at == std::string_view::npos) return false;
  }
  return word + 1 == words.size();
}

Work Entities::resolve_acronyms() {
  constexpr size_t kLongestAcronym = 9;
  constexpr size_t kMostWholes = 64;  // names of bodies that are tried letter by letter: keeps a book linear
  std::map<std::string, uint32_t> full;  // spelling → the first entity that it may stand for
  std::vector<uint32_t> wholes;
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    const Name& name = names_[entities_[i].first_name];
    if (name.end - name.first < 2 || entities_[i].kind == NameKind::Person) continue;
    if (entities_[i].kind == NameKind::Organisation && wholes.size() < kMostWholes) wholes.push_back(i);
    for (const std::string& spelling : spellings_of(name)) full.try_emplace(spelling, i);
  }
  co_yield 1;
  // "The Front" alone is the one organisation that ends so.
  std::map<std::string, uint32_t> by_head;
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    const size_t space = entities_[i].key.rfind(' ');
    const Name& name = names_[entities_[i].first_name];
    const bool is_body = entities_[i].kind == NameKind::Organisation || (entities_[i].kind == NameKind::State && reading_.has(List::OrganisationHeads, name.end - 1) && reading_.is_capital(name.end - 1));
    for (const std::string_view word : bodies_of_union(i)) by_head.try_emplace(lower(word), i);  // "the Commission" beside "the EU"
    if (!is_body || space == std::string::npos) continue;
    by_head.try_emplace(entities_[i].key.substr(space + 1), i);
    // "The Church" is the "Church of the Springs": the word before "of" says what it is.
    if (const size_t of = entities_[i].key.find(" of "); of != std::string::npos && entities_[i].kind == NameKind::Organisation) {
      const size_t before = entities_[i].key.rfind(' ', of - 1);
      by_head.try_emplace(entities_[i].key.substr(before == std::string::npos ? 0 : before + 1, of - (before == std::string::npos ? 0 : before + 1)), i);
    }
    // "Progress" is the "Progress Party": what a body is called before the word that only says what it is.
    if (entities_[i].kind == NameKind::Organisation && (entities_[i].key.find(' ') == space || entities_[i].party_kind == PartyKind::Company)) by_head.try_emplace(entities_[i].key.substr(0, entities_[i].key.find(' ')), i);
  }
  co_yield 1;
  std::vector<uint32_t> same(entities_.size());
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    const Entity& entity = entities_[i];
    same[i] = i;
    if (entity.listed || entity.key.find(' ') != std::string::npos || entity.key.size() < 2) continue;
    if (entity.kind != NameKind::Organisation && entity.kind != NameKind::Unknown && entity.kind != NameKind::Outlet) continue;
    std::string letters = entity.key;
    std::erase(letters, '.');
    const auto spelled = letters.size() > kLongestAcronym ? full.end() : full.find(letters);
    const auto ended = by_head.find(entity.key);
    const auto several = entity.key.ends_with('s') && entity.kind == NameKind::Unknown ? aliases_.find(entity.key.substr(0, entity.key.size() - 1)) : aliases_.end();  // "the Varris", "Varri rebels"
    const bool is_known = spelled != full.end() || ended != by_head.end() || several != aliases_.end();
    const auto longer = is_known || !entity.acronym ? wholes.end() : std::find_if(wholes.begin(), wholes.end(), [&](uint32_t each) { return is_short_for(letters, names_[entities_[each].first_name]); });
    if (!is_known && longer == wholes.end()) continue;
    const uint32_t whole = spelled != full.end() ? spelled->second : ended != by_head.end() ? ended->second : is_known ? several->second : *longer;
    if (whole == i) continue;
    if (entities_[whole].kind == NameKind::Unknown) entities_[whole].kind = NameKind::Organisation;
    same[i] = whole;
  }
  for (uint32_t& entity : entity_of_) entity = same[entity];
}

}  // namespace faultline
