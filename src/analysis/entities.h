// Decides which names mean the same: aliases, acronyms, surnames, whom a titled person acts for.
//
//   Entities entities(reading, std::move(names));
//   entities.resolve_all().finish();
//   uint32_t party = entities.party_of(name_index);   // an entity; its names are entities.at(party).names
//
// An entity is a state, an organisation, a group, a person or an outlet of the article. A person who acts for a
// state or an organisation keeps an entity of their own (a speaker needs the name) whose party is the other one.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/proper_names.h"

namespace faultline {

struct Entity {
  NameKind kind = NameKind::Unknown;
  PartyKind party_kind = PartyKind::Organisation;
  TitleKind title = TitleKind::None;  // of a person
  int32_t state = kNobody;            // entry of the gazetteer
  int32_t acts_for = kNobody;         // an entity
  bool listed = false;                // by a rule pack of the page: a party wherever it is named
  bool acronym = false;               // known only by letters
  bool shortened = false;             // called by its first word alone, as bodies are and people are not
  bool place = false;                 // a river, a line, a road by its name
  uint32_t first_name = 0;            // index of the name that introduced it
  uint32_t mentions = 0;
  std::string key;                    // folded words of its fullest name, joined by one space
};

class Entities {
 public:
  Entities(const Reading& reading, std::vector<Name> names) : reading_(reading), names_(std::move(names)) {}
  Work resolve_all();  // once, before anything is asked; counts names

  const std::vector<Name>& names() const { return names_; }
  const std::vector<Entity>& all() const { return entities_; }
  const Entity& at(uint32_t entity) const { return entities_[entity]; }
  uint32_t entity_of(size_t name) const { return entity_of_[name]; }
  uint32_t party_of(size_t name) const { return root_of(entity_of_[name]); }
  uint32_t root_of(uint32_t entity) const;  // follows acts_for
  bool is_actor_seat(size_t name) const { return acting_seats_[name]; }  // "Kabul rejected", not "in Kabul"
  // The state whose officials a sentence speaks of when it names none: kNobody without any state in the article.
  int32_t nearest_state(size_t sentence, uint32_t before_token) const;
  int32_t last_state(size_t sentence, uint32_t before_token) const;  // the same, before it alone
  // Of a union of states, which has no nationals, the last words of all its names: "union", "commission", "parliament".
  std::vector<std::string_view> bodies_of_union(uint32_t entity) const;
  int32_t state_seated_at(uint32_t token) const;  // "in Lima" where the capital stands at `token`
  int32_t state_of_seat_beside(size_t name) const;

 private:
  uint32_t make_entity(size_t name, std::string key);
  void resolve(size_t name);
  // Steps of resolve_all(), each of which stops after every pass over the entities.
  Work resolve_people();
  Work resolve_acronyms();
  uint32_t field_of(uint32_t first, uint32_t end) const;
  void list_states();
  Work resolve_affiliations();
  int32_t told_affiliation(size_t name);
  struct Told {
    size_t name;
    uint32_t entity;
  };
  struct Homes {
    std::map<uint32_t, uint32_t> of;                      // person → state
    std::set<std::pair<uint32_t, uint32_t>> strangers;  // a person and a state that stand against each other
  };
  int32_t guess_affiliation(size_t name, const std::map<uint32_t, Told>& fields, const Homes& homes) const;
  Homes find_home_states() const;
  std::map<uint32_t, int32_t> find_told_organs() const;
  bool is_country(uint32_t name) const;
  bool qualifies_subject(uint32_t name) const;
  int32_t only_state_before(size_t sentence) const;  // kNobody when there are several, or none
  int32_t only_entity(PartyKind kind) const;  // kNobody when there are several, or none
  void join_groups_to_states();
  void join_places_to_councils();
  std::string key_of(const Name& name) const;
  static std::string key_of_state(int32_t entry);  // the alias under which a state of the gazetteer is found
  static std::string key_of_listed(int32_t row);   // … a party of the page
  int32_t find_alias(const std::string& key) const;
  void add_aliases(uint32_t entity, const Name& name, const std::string& key);
  std::array<std::string, 2> spellings_of(const Name& name) const;
  bool is_short_for(std::string_view letters, const Name& name) const;
  void find_acting_seats();

  const Reading& reading_;
  std::vector<Name> names_;
  std::vector<Entity> entities_;
  std::vector<uint32_t> entity_of_;               // by name
  std::vector<bool> resolved_;                    // by name
  std::map<std::string, uint32_t> aliases_;       // folded name → entity
  std::vector<std::vector<uint32_t>> by_sentence_;  // names of states, by sentence
  int32_t first_state_ = kNobody;                 // the country that is named first, and in which sentence
  size_t first_state_sentence_ = SIZE_MAX, second_state_sentence_ = SIZE_MAX;  // second: where another country is
  std::vector<bool> acting_seats_;                // by name
  std::map<uint32_t, int32_t> told_organs_;       // fold of a body's last word → the only state it is told of, or kNobody
};

// Preceded by "in", "at", "near" …: the name is where something happens.
bool is_place(const Reading& reading, const Name& name);

}  // namespace faultline
