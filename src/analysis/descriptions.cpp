#include "analysis/descriptions.h"

#include <algorithm>

#include "analysis/bodies.h"
#include "analysis/company.h"
#include "analysis/names.h"
#include "analysis/role_phrases.h"
#include "analysis/standing.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

PartyKind kind_of_role(const std::vector<std::string>& row) { return find_party_kind(row[2]).value_or(PartyKind::Organisation); }

class RoleReader {
 public:
  RoleReader(const Reading& reading, const Entities& entities, const Bodies& bodies, const RuleSet& rules, CastDraft& draft)
      : reading_(reading), entities_(entities), bodies_(bodies), phrases_(reading, draft), roles_(rules.rows("roles")), draft_(draft) {}

  // Counts names.
  Work read_names() {
    places_.resize(entities_.all().size());
    for (size_t i = 0; i < entities_.names().size(); ++i) {
      co_yield 1;
      const Name& name = entities_.names()[i];
      places_[entities_.entity_of(i)] += is_place(reading_, name);
      if (name.kind == NameKind::Adjective && !name.nested) adjectives_[name.end - 1] = name.whole_first;
      note_title(name, entities_.entity_of(i));
      if (name.role_before != 0 && entities_.root_of(entities_.entity_of(i)) == entities_.entity_of(i)) spokesmen_[name.role_before] = entities_.entity_of(i);
    }
    for (uint32_t i = 0; i < entities_.all().size(); ++i)
      if (entities_.at(i).mentions > 0 && entities_.root_of(i) == i && entities_.at(i).kind != NameKind::State && draft_.kind_of(draft_.party_of_entity(i)) == PartyKind::ArmedGroup) note_armed(i);
    company_ = find_company(entities_, places_);
  }

  void finish() {
    // "The company" before the article tells which: the only one that it calls so.
    for (uint32_t role = 0; role < roles_.size() && called_company_ >= 0; ++role)
      if (roles_[role][1] == "company" && draft_.has_role(role)) draft_.join(draft_.party_of_role(role, PartyKind::Company, {}), static_cast<uint32_t>(called_company_));
    join_to_names();
    for (const Member& member : members_)
      if (draft_.has_role(member.role)) draft_.join(member.party, draft_.party_of_role(member.role, PartyKind::Community, {}));
  }

  void read(uint32_t sentence_index) {
    const Sentence& sentence = reading_.article().sentences()[sentence_index];
    begin_ = sentence.first_token;
    end_ = begin_ + sentence.token_count;
    phrases_.enter(sentence);
    for (uint32_t at = begin_; at < end_;) {
      if (draft_.is_taken(at)) {
        ++at;
        continue;
      }
      if (uint32_t count = reading_.longest(List::Dyads, at); count > 0) {
        draft_.add_dyad(draft_.make_mention(at, at + count, sentence_index, MentionKind::Description));
        at += count;
        continue;
      }
      if (const uint32_t count = add_holder(at, sentence_index); count > 0) {
        at += count;
        continue;
      }
      const LexiconHit* role = reading_.find(List::Roles, at);
      if (role != nullptr && !draft_.is_taken(at + role->token_count - 1)) add(*role, at, sentence_index);
      at += role == nullptr ? 1 : role->token_count;
    }
  }

 private:
  // "The trust" of a headline is the "Vale Health Trust" further on, if that is the only name that ends so.
  void join_to_names() {
    for (const auto& [role, words] : called_) {
      int32_t only = kNobody;
      for (uint32_t i = 0; i < entities_.all().size(); ++i) {
        const Name& name = entities_.names()[entities_.at(i).first_name];
        if (entities_.at(i).mentions == 0 || entities_.root_of(i) != i || entities_.at(i).kind != NameKind::Organisation || name.end - name.first < 2) continue;
        if (std::find(words.begin(), words.end(), reading_.token(name.end - 1).fold) == words.end()) continue;
        only = only == kNobody ? static_cast<int32_t>(i) : kSeveral;
      }
      const bool has_own_name = std::find(words.begin(), words.end(), Article::kNoFold) != words.end();  // "the school board" is not the Labour Board
      if (only >= 0 && !has_own_name) draft_.join(draft_.party_of_role(role, PartyKind::Organisation, {}), draft_.party_of_entity(static_cast<uint32_t>(only)));
    }
  }

  // "Governor Ana Reil", "the governor, Ana Reil": from then on "the governor" is she.
  void note_title(const Name& name, uint32_t entity) {
    if (entities_.at(entity).kind != NameKind::Person) return;
    uint32_t word = name.title_word != 0 ? name.title_word : kNoToken;
    for (uint32_t at = name.whole_first; at < name.first; ++at)
      if (reading_.longest(List::StateTitles, at) == 1 || reading_.longest(List::OfficeTitles, at) == 1) word = at;
    if (word != kNoToken) holders_[reading_.token(word).fold].push_back({name.first, entity});
  }

  uint32_t add_holder(uint32_t at, uint32_t sentence) {
    if (at + 1 >= end_ || reading_.fold(at) != "the") return 0;
    uint32_t end = at + 1;
    while (end < end_ && end < at + 4 && !draft_.is_taken(end) && (reading_.has(List::TitleModifiers, end) || reading_.has(List::StateTitles, end) || reading_.has(List::OfficeTitles, end))) ++end;
    const bool goes_on = end < end_ && (draft_.is_taken(end) || reading_.is_capital(end) || (reading_.fold(end) == "of" && reading_.trees().xpos(end + 1) != Xpos::Vbg) || reading_.fold(end) == "for" || reading_.fold(end) == ",");
    const auto known = end == at + 1 || goes_on || phrases_.is_attribute(end - 1) ? holders_.end() : holders_.find(reading_.token(end - 1).fold);
    if (known == holders_.end() || known->second.front().first > at) return 0;
    const auto holder = std::prev(std::upper_bound(known->second.begin(), known->second.end(), std::pair{at, uint32_t{0}}))->second;
    Mention mention = draft_.make_mention(at + 1, end, sentence, MentionKind::Description);
    mention.person = draft_.person_of_entity(holder);
    draft_.add(mention, draft_.party_of_entity(entities_.root_of(holder)), text(at + 1, end));
    return end - at;
  }

  // "The group", "the airline", "the militants": the last body that may be called so and is not known as something else.
  int32_t find_unnamed(uint32_t role, uint32_t token) {
    const std::vector<std::string>& row = roles_[role];
    if (row[2] == "armed-group" && row[1] == "own") return armed_ == kSeveral ? kNobody : armed_;
    if (row[1] != "body" && row[1] != "company") return kNobody;
    // "The union accused Varr of fraud. Varr denied it. The union …": who is a party already is no name that came later, unless
    // that is a union's.
    const int32_t found = bodies_.find(kind_of_role(row), token, row[2] == "union" && draft_.has_role(role));
    if (found == kNobody) return kNobody;
    const uint32_t party = draft_.party_of_entity(static_cast<uint32_t>(found));
    const PartyKind known = draft_.kind_of(party), kind = kind_of_role(row);
    if (known != kind && known != PartyKind::Organisation && kind != PartyKind::Organisation) return kNobody;
    if (known != kind && kind != PartyKind::Organisation) draft_.set_kind(party, kind);
    if (row[1] == "company") note_company(static_cast<int32_t>(party));
    return found;
  }

  // "Tarn denied it. The company said": the company named last where one is, else the article's only one.
  int32_t recent_company(const std::vector<std::string>& row, uint32_t token) const {
    const int32_t recent = row[0] == "company" && company_ != kNobody ? bodies_.find(PartyKind::Company, token) : kNobody;
    return recent != kNobody ? recent : company_;
  }

  // "Grower Ana Reil": one of the growers, if the article tells of them.
  bool note_member(uint32_t role, uint32_t token) {
    const int32_t party = token < end_ && draft_.is_taken(token) ? draft_.party_at(token) : -1;
    const Entity* entity = party < 0 ? nullptr : draft_.entity_of(static_cast<uint32_t>(party));
    if (entity == nullptr || (entity->kind != NameKind::Person && entity->kind != NameKind::Unknown)) return false;
    const Name& name = entities_.names()[entity->first_name];
    if (name.end - name.first < 2 || name.end - name.first > 3) return false;
    members_.push_back({static_cast<uint32_t>(party), role});
    return true;
  }

  // "Union sues … the Cabin Crew Association … the union": the headline's is the one that is called so further on.
  void note_union(uint32_t role, uint32_t party) {
    if (draft_.has_role(role)) draft_.join(draft_.party_of_role(role, PartyKind::Union, {}), party);
  }

  void note_company(int32_t party) {
    if (called_company_ != party) called_company_ = called_company_ == kNobody ? party : kSeveral;
  }

  void note_armed(uint32_t entity) {
    const int32_t root = static_cast<int32_t>(entities_.root_of(entity));
    if (armed_ != root) armed_ = armed_ == kNobody ? root : kSeveral;
  }

  void add(const LexiconHit& hit, uint32_t token, uint32_t sentence) {
    const auto& row = roles_[hit.entry];
    const std::string_view resolve = row[1];
    const bool is_head = resolve == "head" || resolve == "body" || resolve == "organ";
    const uint32_t end = token + hit.token_count, head = reading_.trees().head_of(token, end), first = phrases_.begin_of_phrase(token, head);
    const Upos upos = reading_.trees().upos(head);
    if (phrases_.is_outlet(first, end) || upos == Upos::Verb || upos == Upos::Adj || upos == Upos::Adv) return;  // "I suspect", "he states"
    const bool serves = spokesmen_.count(end - 1) > 0;  // "committee spokesman Reil": as definite as a name
    // "Fierce opposition from the town", "met opposition": a stance, no party.
    if (row[0] == "opposition" && end - token == 1 && ((end < end_ && reading_.has(List::Prepositions, end)) || (first != token && !phrases_.is_definite(head)))) return;
    if (add_apposed(hit, first, head, end, sentence)) return;
    const LexiconHit* members = row[0] == "group" && end + 1 < end_ && reading_.fold(end) == "of" ? reading_.find(List::Roles, end + 1) : nullptr;
    if (members != nullptr && roles_[members->entry][2] == "community") return;  // "a group of tenants": the tenants
    if (row[2] == "community" && note_member(hit.entry, end)) return;
    if (!serves && phrases_.is_attribute(head)) return add_attribute(hit, token, sentence);
    if (row[1] == "organ" && add_organ(hit.entry, first, token, end, sentence)) return;
    if (const int32_t place = resolve == "place" || row[0] == "city" ? party_behind_of(end) : kNobody; place >= 0) {  // "the town of Larnport"
      if (standing_of(reading_, first, end) == Standing::Actor) draft_.add(draft_.make_mention(token, end, sentence, MentionKind::Description), static_cast<uint32_t>(place), text(token, phrases_.end_of_place(end)));
      return;
    }
    if (resolve == "place" && (!phrases_.is_definite(head) || standing_of(reading_, first, end) != Standing::Actor)) return;  // where things happen
    const bool definite = serves || phrases_.is_definite(head);
    if (resolve == "country" && (!definite || (first > begin_ + 1 && reading_.has(List::PlacePrepositions, token - 2)))) return;
    // "A court ruled": who is not known before acts, or is nobody.
    const bool is_new = first > begin_ && (reading_.fold(first - 1) == "a" || reading_.fold(first - 1) == "an" || reading_.fold(first - 1) == "another");
    if (!definite && resolve == "company" && row[0] == "company") return;
    if (is_head && is_new && draft_.has_role(hit.entry)) return;  // "a museum in Larnport" is not the museum that was told of
    if (!definite && is_head && (first == token || (is_new && resolve != "body")) && standing_of(reading_, token, end) != Standing::Actor) return;
    // "the Varr government", "the Larnport council": the name before it says whose.
    uint32_t owner = token > begin_ && reading_.fold(token - 1) == "'s" ? token - 1 : token;
    int32_t named = owner > begin_ ? draft_.party_at(owner - 1) : kNobody;
    // "Varr Front gunmen" are the Front, Chilean gunmen are not Chile.
    const bool are_its_own = row[2] == "armed-group" && owner == token && named >= 0 && draft_.kind_of(static_cast<uint32_t>(named)) != PartyKind::State;
    if (resolve != "state" && !are_its_own) named = kNobody;
    if (resolve == "state" && named < 0) named = party_behind_of(end);  // "the president of Peru"
    int32_t target = kNobody;
    // "The president of Peru … the president"; but either side has an army.
    const uint32_t word = reading_.token(end - 1).fold;
    if (resolve == "state" && named >= 0 && reading_.has(List::StateTitles, end - 1)) told_owners_[word] = static_cast<uint32_t>(named);
    else if (const auto told = told_owners_.find(word); resolve == "state" && definite && told != told_owners_.end()) named = static_cast<int32_t>(told->second);
    if (named >= 0) {
      draft_.add(draft_.make_mention(token, end, sentence, MentionKind::Description), static_cast<uint32_t>(named), {});
      join_holder(end, static_cast<uint32_t>(named));
      return;
    }
    if (resolve == "state" || resolve == "seated") target = entities_.state_seated_at(end + 1);  // "the foreign ministry in Lima", "officials in Lima"
    if (target == kNobody && (resolve == "state" || resolve == "country")) target = entities_.nearest_state(sentence, token);
    else if (resolve == "company" && reading_.trees().relation(first > begin_ ? first - 1 : first) == Relation::NmodPoss) return;  // "its operator" is another
    else if (resolve == "company") target = recent_company(row, token);
    else if (is_head && !draft_.has_role(hit.entry) && first == token && definite) target = bodies_.find_named(reading_.fold(end - 1), token);
    else if (resolve == "body" && first == token && definite) target = bodies_.find_ending(reading_.fold(end - 1), token);
    if (target == kNobody && (resolve == "country" || resolve == "seated")) return;
    // "The group", not "the Chile-led group"; but "heavily armed militants".
    const bool is_bare = (first == token && token > begin_ && reading_.has(List::Determiners, token - 1) && reading_.trees().relation(token - 1) != Relation::NmodPoss) || row[2] == "armed-group";
    if (target == kNobody && is_bare && (definite || row[2] == "armed-group")) target = find_unnamed(hit.entry, token);
    if (target != kNobody && resolve == "body" && row[2] == "union") note_union(hit.entry, draft_.party_of_entity(entities_.root_of(static_cast<uint32_t>(target))));
    // "The city council … the council": another noun's party, called by its last word.
    const auto called = target == kNobody && is_bare && !draft_.has_role(hit.entry) ? by_word_.find(reading_.token(end - 1).fold) : by_word_.end();
    const uint32_t party = target != kNobody ? draft_.party_of_entity(entities_.root_of(static_cast<uint32_t>(target)))
                           : called != by_word_.end() ? called->second
                                                      : draft_.party_of_role(hit.entry, kind_of_role(row), text(token, end));
    if (is_head || (resolve == "own" && end - token > 1)) by_word_[reading_.token(end - 1).fold] = party;
    if (resolve == "state") join_holder(end, party);
    if (is_head && target == kNobody) {
      std::vector<uint32_t>& words = called_[hit.entry];
      const bool has_own_name = first != token && reading_.article().blocks()[reading_.article().sentences()[sentence].block].kind == BlockKind::Paragraph;
      words.push_back(has_own_name ? Article::kNoFold : reading_.token(end - 1).fold);
    }
    // "Afghan refugees" are one mention, of the refugees: the adjective no longer names the state.
    const bool adjective = resolve == "own" && first > begin_ && adjectives_.count(first - 1) > 0;
    uint32_t begin = first;
    if (adjective) {
      draft_.take_back(first - 1);
      begin = adjectives_.at(first - 1);
    }
    Mention mention = draft_.make_mention(begin, end, sentence, MentionKind::Description);
    mention.place = first > begin_ && reading_.has(List::PlacePrepositions, first - 1);
    draft_.add(mention, party, text(first, end));
    if (first != token) draft_.add_name(party, text(token, end));
    if (first > begin_ && (reading_.has(List::NumberWords, first - 1) || reading_.token(first - 1).kind == TokenKind::Number)) draft_.add_name(party, text(first - 1, end));  // "five unions"
    // "Larnport workers" name the workers more fully than "workers".
    if (adjective) draft_.add_name(party, text(begin, end));
    else if (first > begin_ && reading_.is_capital(first - 1) && resolve != "state" && resolve != "country" && !reading_.has(List::NeverNames, first - 1)) {
      uint32_t name = first - 1;  // "the New Larnport court": all of it
      while (name > begin_ && name + 4 > first && reading_.is_capital(name - 1) && !reading_.has(List::NeverNames, name - 1)) --name;
      if (is_head && name > begin_) draft_.add_full_name(party, text(name, end));
      else draft_.add_name(party, text(name, end));
    }
    if (const uint32_t place_end = phrases_.end_of_place(end); is_head && place_end > end) draft_.add_full_name(party, text(first, place_end));
    for (auto spokesman = spokesmen_.find(end - 1); spokesman != spokesmen_.end() && spokesman->first == end - 1; ++spokesman)
      draft_.join(draft_.party_of_entity(spokesman->second), party);
  }

  // "Government forces", "union demands": the noun before an act or a possession says whose it is, where that one is known.
  void add_attribute(const LexiconHit& hit, uint32_t token, uint32_t sentence) {
    const auto& row = roles_[hit.entry];
    int32_t party = kNobody;
    if (row[1] == "state") {
      const int32_t state = entities_.nearest_state(sentence, token);
      if (state != kNobody) party = static_cast<int32_t>(draft_.party_of_entity(entities_.root_of(static_cast<uint32_t>(state))));
    }
    if (party == kNobody && draft_.has_role(hit.entry)) party = static_cast<int32_t>(draft_.party_of_role(hit.entry, kind_of_role(row), {}));
    if (party != kNobody) draft_.add(draft_.make_mention(token, token + hit.token_count, sentence, MentionKind::Adjective), static_cast<uint32_t>(party), {});
  }

  // The party whose name this role stands beside: "the NRF, the armed movement that …", "the carrier, Air Varr",
  // "militant group NRF"; -1 for none.
  int32_t find_apposed(uint32_t first, uint32_t head) const {
    const Trees& trees = reading_.trees();
    const auto name_at = [&](uint32_t token) {
      return token != kNoToken && draft_.is_taken(token) ? draft_.party_at(token) : -1;
    };
    if (trees.relation(head) == Relation::Appos && name_at(trees.head(head)) >= 0) return name_at(trees.head(head));
    if (phrases_.stands_behind(first, head)) return name_at(first - 3);
    if (phrases_.is_attribute(head)) return name_at(head + 1);
    // "The rights group Varr Watch accused": the parser gives the verb both as its subjects.
    if (const int32_t beside = name_at(head + 1); beside >= 0) {
      uint32_t name = head + 1;
      while (trees.head(name) > name && trees.head(name) != kNoToken && draft_.is_taken(trees.head(name))) name = trees.head(name);
      if (trees.head(name) == trees.head(head) && trees.relation(name) == trees.relation(head)) return beside;
    }
    const uint32_t apposed = trees.find_child(head, Relation::Appos);
    if (apposed != kNoToken && apposed > first) return name_at(apposed);
    return head + 1 < end_ && trees.head(head + 1) == head ? name_at(head + 1) : -1;  // "the chip maker Quantis"
  }

  bool add_apposed(const LexiconHit& hit, uint32_t first, uint32_t head, uint32_t end, uint32_t sentence) {
    const auto& row = roles_[hit.entry];
    if ((row[1] == "own" && row[0] != "opposition") || row[1] == "state" || row[1] == "country") return false;
    const int32_t party = find_apposed(first, head);
    if (party < 0) return false;
    const PartyKind kind = draft_.kind_of(static_cast<uint32_t>(party));
    const Entity* named = draft_.entity_of(static_cast<uint32_t>(party));
    const bool is_open = kind == PartyKind::Organisation || (kind == PartyKind::Person && named != nullptr && named->title == TitleKind::None);  // "the builder, Varr Nord"
    const bool is_any_body = kind_of_role(row) == PartyKind::Organisation && kind != PartyKind::State && kind != PartyKind::Person;
    if (!is_open && kind != kind_of_role(row) && !is_any_body) return false;
    if (is_open) draft_.set_kind(static_cast<uint32_t>(party), kind_of_role(row));
    if (row[1] == "company") note_company(party);
    by_word_[reading_.token(end - 1).fold] = static_cast<uint32_t>(party);
    if (const Entity* entity = draft_.entity_of(static_cast<uint32_t>(party)); entity != nullptr && row[2] == "armed-group") note_armed(entities_.entity_of(entity->first_name));
    if (draft_.has_role(hit.entry)) draft_.join(draft_.party_of_role(hit.entry, kind, {}), static_cast<uint32_t>(party));
    draft_.add(draft_.make_mention(first, end, sentence, MentionKind::Description), static_cast<uint32_t>(party), text(first, end));
    return true;
  }

  // "The minister, Ana Reil, said": who holds the office acts for the party.
  void join_holder(uint32_t end, uint32_t party) {
    if (end + 1 >= end_ || reading_.fold(end) != "," || !reading_.has(List::StateTitles, end - 1) || draft_.party_at(end + 1) < 0) return;
    const auto holder = static_cast<uint32_t>(draft_.party_at(end + 1));
    if (draft_.kind_of(holder) == PartyKind::Person && draft_.root_of(holder) == holder) draft_.join(holder, party);
  }

  // "The board of Tarn Foods", "the president of the Council": whose; negative for none.
  int32_t party_behind_of(uint32_t end) const {
    int32_t owner = kNobody;
    for (uint32_t at = end; owner < 0 && at < end_ && at < end + 3 && reading_.fold(end) == "of"; ++at) owner = draft_.party_at(at);
    return owner;
  }

  // "The board of Tarn Foods", "Tarn's board", and from then on "the board": who runs a body acts for it.
  bool add_organ(uint32_t role, uint32_t first, uint32_t token, uint32_t end, uint32_t sentence) {
    if (draft_.has_role(role)) return false;
    int32_t owner = -1;
    if (first > begin_ + 1 && reading_.fold(first - 1) == "'s") owner = draft_.party_at(first - 2);
    if (owner < 0) owner = party_behind_of(end);
    const Entity* body = owner < 0 ? nullptr : draft_.entity_of(static_cast<uint32_t>(owner));
    if (body != nullptr && body->kind != NameKind::State && body->kind != NameKind::Person) organs_[role] = owner;
    const auto known = organs_.find(role);
    if (known == organs_.end() || (owner < 0 && !phrases_.is_definite(token))) return false;
    draft_.add(draft_.make_mention(first, end, sentence, MentionKind::Description), static_cast<uint32_t>(known->second), text(first, end));
    return true;
  }

  std::string_view text(uint32_t first, uint32_t end) const { return reading_.article().text_of(reading_.span_of(first, end)); }

  const Reading& reading_;
  const Entities& entities_;
  const Bodies& bodies_;
  RolePhrases phrases_;
  std::span<const std::vector<std::string>> roles_;
  CastDraft& draft_;
  struct Member {
    uint32_t party, role;
  };
  std::vector<Member> members_;
  std::vector<uint32_t> places_;             // by entity: mentions behind "in", "at" …
  std::map<uint32_t, std::vector<std::pair<uint32_t, uint32_t>>> holders_;  // fold of a title → from which token on, the person
  std::map<uint32_t, std::vector<uint32_t>> called_;  // role → folds of the words that it is called by, kNoFold for one with more words
  std::map<uint32_t, uint32_t> by_word_;     // fold of a body's last word → the party last called so
  std::map<uint32_t, uint32_t> told_owners_;  // fold of an office's last word → the party that it was last told of
  std::map<uint32_t, int32_t> organs_;       // role → the party whose organ it is
  std::map<uint32_t, uint32_t> adjectives_;  // last token of an adjective of a state → its first
  std::map<uint32_t, uint32_t> spokesmen_;   // token of the body before a title ("committee spokesman Reil") → the person
  static constexpr int32_t kSeveral = -2;
  int32_t company_ = kNobody, armed_ = kNobody;  // the article's only one
  int32_t called_company_ = kNobody;             // the only party that it calls "the company" where it knows no company by name
  uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

Work add_descriptions(const Reading& reading, const Entities& entities, const Bodies& bodies, const RuleSet& rules, CastDraft& draft) {
  RoleReader reader(reading, entities, bodies, rules, draft);
  for (Work part = reader.read_names(); part.step();) co_yield 4 * part.cost();
  for (uint32_t i = 0; i < reading.article().sentences().size(); ++i) {
    reader.read(i);
    co_yield reading.article().sentences()[i].token_count;
  }
  reader.finish();
}

}  // namespace faultline
