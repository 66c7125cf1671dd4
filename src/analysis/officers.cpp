// Whom people act for whose office says what kind of body they serve. (descriptions.h)
#include "analysis/descriptions.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

class OfficerReader {
 public:
  OfficerReader(const Reading& reading, const Entities& entities, const Bodies& bodies, CastDraft& draft)
      : reading_(reading), entities_(entities), bodies_(bodies), draft_(draft) {
    const auto roles = reading.rules().rows("roles");
    for (uint32_t role = 0; role < roles.size(); ++role) {
      if (!draft.has_role(role)) continue;
      const uint32_t party = draft.party_of_role(role, PartyKind::Organisation, {});
      if (roles[role][0] == "government") government_ = static_cast<int32_t>(party);
      if (roles[role][0] == "city" || roles[role][0] == "council") take(town_, party);
      if (roles[role][1] != "own" && draft.kind_of(party) == PartyKind::Union) take(union_, party);
      if (roles[role][1] != "own" && draft.kind_of(party) == PartyKind::Company) take(company_, party);
    }
    for (uint32_t i = 0; i < entities.all().size(); ++i) {
      if (entities.at(i).mentions == 0 || entities.root_of(i) != i || (entities.at(i).kind != NameKind::Organisation && entities.at(i).kind != NameKind::Unknown)) continue;
      const uint32_t party = draft.party_of_entity(i);
      const Name& name = entities.names()[entities.at(i).first_name];
      if (draft.kind_of(party) == PartyKind::Union) take(union_, party);
      if (draft.kind_of(party) == PartyKind::Company) take(company_, party);
      if (reading.begin_of_phrase_before(List::GoverningHeads, name.end, name.first) < name.end) take(town_, party);
      for (uint32_t at = name.first; at < name.end; ++at)
        if (reading.fold(at) == "ministry" || (reading.fold(at) == "department" && at == name.first)) take(ministry_, party);
    }
    // "The Department of Fisheries … the minister", in an article that names no state: of one government (guide, section 1).
    if (ministry_ >= 0 && government_ < 0) government_ = ministry_;
    else if (ministry_ >= 0 && draft.entity_of(static_cast<uint32_t>(government_)) == nullptr) draft.join(static_cast<uint32_t>(government_), static_cast<uint32_t>(ministry_));
  }

  // "Mayor Varr", "general secretary Reil", "chief executive Holm": of the article's only town, union or company; a
  // minister, where the article names no state at all, of "the government".
  void read(size_t index) {
    const Name& name = entities_.names()[index];
    const uint32_t person = entities_.entity_of(index);
    if (entities_.at(person).kind != NameKind::Person) return;
    if (entities_.root_of(person) != person) join_town(name, draft_.party_of_entity(entities_.root_of(person)));
    if (entities_.root_of(person) != person || name.first == name.whole_first) return;
    const int32_t body = body_of(name);
    if (body >= 0) draft_.join(draft_.party_of_entity(person), static_cast<uint32_t>(body));
  }

 private:
  static constexpr int32_t kNone = -1, kSeveral = -2;

  void take(int32_t& only, uint32_t party) const {
    const int32_t taken = static_cast<int32_t>(draft_.root_of(party));
    if (only != taken) only = only == kNone ? taken : kSeveral;
  }

  // "The mayor of Larnport, Ana Varr": the only city that the article speaks of is Larnport.
  void join_town(const Name& name, uint32_t place) const {
    if (town_ < 0 || name.title_word == 0 || !reading_.has(List::TownTitles, name.title_word)) return;
    const auto town = static_cast<uint32_t>(town_);
    if (draft_.entity_of(town) == nullptr) draft_.join(town, place);
    else draft_.join(place, town);
  }

  int32_t body_of(const Name& name) const {
    for (uint32_t at = name.whole_first; at < name.first; ++at) {
      if (reading_.has(List::CompanyTitles, at)) return company_;
      if (reading_.has(List::UnionTitles, at)) return union_;
      if (reading_.has(List::TownTitles, at)) return town_;
      if (const int32_t body = body_in_title(at, name); body >= 0) return body;
    }
    return name.title == TitleKind::State ? government_ : kNone;
  }

  // "Party leader Varr", "Commissioner Reil", "opposition leader Holm": the body whose word is in the title.
  int32_t body_in_title(uint32_t at, const Name& name) const {
    std::string_view word = reading_.fold(at);
    constexpr std::string_view kOffice = "commissioner";
    if (word == kOffice) word.remove_suffix(2);
    else if (!reading_.has(List::Roles, at) || reading_.has(List::StateTitles, at) || reading_.longest(List::OfficeTitles, at) == 1) return kNone;
    if (const int32_t named = bodies_.find_named(word, name.first); named != kNobody) return static_cast<int32_t>(draft_.party_of_entity(static_cast<uint32_t>(named)));
    const LexiconHit* role = reading_.find(List::Roles, at);
    return role != nullptr && draft_.has_role(role->entry) ? static_cast<int32_t>(draft_.party_of_role(role->entry, PartyKind::Organisation, {})) : kNone;
  }

  const Reading& reading_;
  const Entities& entities_;
  const Bodies& bodies_;
  CastDraft& draft_;
  int32_t company_ = kNone, union_ = kNone, town_ = kNone, government_ = kNone, ministry_ = kNone;
};

}  // namespace

Work add_officers(const Reading& reading, const Entities& entities, const Bodies& bodies, CastDraft& draft) {
  OfficerReader reader(reading, entities, bodies, draft);
  for (size_t i = 0; i < entities.names().size(); ++i) {
    reader.read(i);
    co_yield 1;
  }
}

}  // namespace faultline
