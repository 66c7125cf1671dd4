// A cast in the making: every mention with the entity or role it stands for, before it is known who is a party.
//
//   CastDraft draft(reading, entities);
//   draft.add(mention, draft.party_of_entity(root), "Indonesia's foreign ministry");
//   Cast cast = draft.finish();
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/entities.h"
#include "analysis/parties.h"

namespace faultline {

class CastDraft {
 public:
  CastDraft(const Reading& reading, const Entities& entities);

  uint32_t party_of_entity(uint32_t root);
  uint32_t party_of_role(uint32_t role, PartyKind kind, std::string_view name);  // the row of the table "roles"
  int32_t person_of_entity(uint32_t entity);

  // Adds a mention of party `party` (a draft index) and the name it uses, if it is one.
  void add(Mention mention, uint32_t party, std::string_view name);
  void add_dyad(Mention mention);
  void add_bystander(Mention mention, int32_t person);
  void add_name(uint32_t party, std::string_view name);
  void add_full_name(uint32_t party, std::string_view name);  // by which a party without a name of its own is called
  // Takes back the adjective that ends at `token`: a longer mention is about to hold it. Its party keeps the name.
  void take_back(uint32_t token);
  // From now on `party` is `into`: the spokesman of "the committee" speaks for it.
  void join(uint32_t party, uint32_t into);

  uint32_t root_of(uint32_t party) const {
    while (drafts_[party].joined != kNobody) party = static_cast<uint32_t>(drafts_[party].joined);  // a minister is his ministry's, and it the government's
    return party;
  }
  bool is_taken(uint32_t token) const { return taken_[token] != kFree; }
  int32_t party_at(uint32_t token) const { return taken_[token]; }  // a draft index; negative: free, a dyad or a bystander
  bool has_role(uint32_t role) const { return by_role_.count(role) > 0; }
  Mention make_mention(uint32_t first, uint32_t end, uint32_t sentence, MentionKind kind) const;
  // Mentions so far, reading order.
  std::vector<Mention>& sorted();
  const Entity* entity_of(uint32_t party) const;  // nullptr for a role
  PartyKind kind_of(uint32_t party) const { return drafts_[root_of(party)].kind; }
  void set_kind(uint32_t party, PartyKind kind) { drafts_[root_of(party)].kind = kind; }

  Work finish(Cast& cast);  // its costs are counted in mentions

 private:
  struct Draft {
    std::vector<std::string> names;
    std::string full_name;
    PartyKind kind = PartyKind::Organisation;
    int32_t entity = kNobody;
    int32_t joined = kNobody;  // another draft
    uint32_t acting = 0, core = 0, doing = 0, placed = 0, plain = 0, described = 0;  // mentions of each sort; core, doing: of those that act
  };
  void count(const Mention& mention, Draft& draft);
  bool is_party(const Draft& draft) const;
  std::string_view display_name(const Draft& draft) const;

  const Reading& reading_;
  const Entities& entities_;
  std::vector<Draft> drafts_;
  std::map<uint32_t, uint32_t> by_entity_, by_role_;
  std::map<uint32_t, int32_t> person_by_entity_;
  std::vector<Person> people_;
  std::vector<uint32_t> person_entity_;
  std::vector<Mention> mentions_, bystanders_;
  static constexpr int32_t kFree = -1, kNoParty = -2;
  std::vector<int32_t> taken_;  // by token
  std::unordered_map<uint32_t, size_t> mention_of_;  // last token of an adjective → its place in mentions_
  bool sorted_ = true;
};

}  // namespace faultline
