#include "analysis/descriptions.h"

#include "rules/rule_set.h"

namespace faultline {

namespace {

PartyKind party_kind_from(std::string_view name) {
  if (name == "State") return PartyKind::State;
  if (name == "ArmedGroup") return PartyKind::ArmedGroup;
  if (name == "Company") return PartyKind::Company;
  if (name == "Union") return PartyKind::Union;
  if (name == "Community") return PartyKind::Community;
  if (name == "Person") return PartyKind::Person;
  return PartyKind::Organisation;
}

class RoleReader {
 public:
  RoleReader(const Reading& reading, const Entities& entities, const RuleSet& rules, CastDraft& draft)
      : reading_(reading), entities_(entities), roles_(rules.rows("roles")), draft_(draft) {
    for (size_t i = 0; i < entities_.names().size(); ++i) {
      const Entity& entity = entities_.at(entities_.entity_of(i));
      if (entity.kind == NameKind::Organisation || entity.kind == NameKind::Unknown) note_words(i);
    }
    company_ = most_mentioned(true);
    if (company_ == kNobody) company_ = most_mentioned(false);
  }

  void read(uint32_t sentence_index) {
    const Sentence& sentence = reading_.article().sentences()[sentence_index];
    begin_ = sentence.first_token;
    end_ = begin_ + sentence.token_count;
    for (uint32_t at = begin_; at < end_;) {
      if (draft_.is_taken(at)) {
        note_last(at);
        ++at;
        continue;
      }
      if (uint32_t count = dyad_at(at); count > 0) {
        draft_.add_dyad(draft_.make_mention(at, at + count, sentence_index, MentionKind::Description));
        at += count;
        continue;
      }
      const LexiconHit* role = reading_.find(List::Roles, at);
      if (role != nullptr && !is_title_here(at + role->token_count)) add(*role, sentence_index);
      at += role == nullptr ? 1 : role->token_count;
    }
  }

 private:
  // Which organisation a head word means: the last one named that has it.
  void note_words(size_t name_index) {
    const Name& name = entities_.names()[name_index];
    for (uint32_t at = name.first; at < name.end; ++at)
      word_owners_[std::string(reading_.fold(at))].push_back({name.first, entities_.party_of(name_index)});
  }

  int32_t most_mentioned(bool companies) const {
    int32_t best = kNobody;
    uint32_t most = 1;  // a company named once is not "the company"
    for (uint32_t i = 0; i < entities_.all().size(); ++i) {
      const Entity& entity = entities_.at(i);
      if (entities_.root_of(i) != i || entity.mentions <= most) continue;
      const bool fits = companies ? entity.party_kind == PartyKind::Company
                                  : entity.kind == NameKind::Organisation && entity.acronym;
      if (!fits) continue;
      best = static_cast<int32_t>(i);
      most = entity.mentions;
    }
    return best;
  }

  uint32_t dyad_at(uint32_t at) const { return reading_.longest(List::Dyads, at); }

  // "commission spokesman Reil": the body belongs to the name behind it.
  bool is_title_here(uint32_t next) const { return next < end_ && draft_.is_taken(next) && reading_.has(List::OfficeTitles, next); }
  void note_last(uint32_t) {}

  bool is_definite(uint32_t at) const {
    if (at == begin_) return false;
    const std::string_view before = reading_.fold(at - 1);
    return before == "the" || before == "this" || before == "that" || before == "its" || before == "'s" || before == "their";
  }

  // The first word of the noun phrase that ends in the role: "local government workers", at most three words more.
  uint32_t begin_of_phrase(uint32_t at) const {
    uint32_t first = at;
    while (first > begin_ && at - first < 3) {
      const uint32_t before = first - 1;
      const bool small = reading_.token(before).shape == TokenShape::Lower || reading_.text(before).find('-') != std::string_view::npos;
      const bool fits = reading_.is_word(before) && small && !draft_.is_taken(before) && !reading_.has(List::NeverNames, before) &&
                        !reading_.has(List::NeutralCues, before) && !reading_.has(List::Verbs, before) && reading_.fold(before) != "'s";
      if (!fits) break;
      first = before;
    }
    return first;
  }

  int32_t owner_of_word(uint32_t at) const {
    auto found = word_owners_.find(std::string(reading_.fold(at)));
    if (found == word_owners_.end()) return kNobody;
    int32_t owner = static_cast<int32_t>(found->second.front().party);
    for (const Use& use : found->second)
      if (use.token < at) owner = static_cast<int32_t>(use.party);
    return owner;
  }

  void add(const LexiconHit& hit, uint32_t sentence) {
    const auto& row = roles_[hit.entry];
    const std::string_view resolve = row[1];
    const uint32_t end = hit.token + hit.token_count;
    const uint32_t first = begin_of_phrase(hit.token);
    // "government policy", "company law": the role only qualifies the next noun. Nouns are not known yet, so bare
    // singulars count only when they own something, end a phrase or come with an article.
    const bool plural = resolve == "own";
    if (!plural && !is_definite(first) && !(resolve == "state" || resolve == "company")) return;
    if (resolve == "company" && row[0] == "company" && !is_definite(first)) return;
    // "the Varr government", "the Larnport council": the name before it says whose.
    uint32_t owner = hit.token > begin_ && reading_.fold(hit.token - 1) == "'s" ? hit.token - 1 : hit.token;
    const int32_t named = owner > begin_ && resolve == "state" ? draft_.party_at(owner - 1) : kNobody;
    int32_t target = kNobody;
    if (named >= 0) {
      draft_.add(draft_.make_mention(hit.token, end, sentence, MentionKind::Description), static_cast<uint32_t>(named), {});
      return;
    }
    if (resolve == "state") target = entities_.nearest_state(sentence, hit.token);
    else if (resolve == "company") target = company_;
    else if (resolve == "head" && !draft_.has_role(hit.entry) && first == hit.token) target = owner_of_word(end - 1);
    const uint32_t party = target != kNobody ? draft_.party_of_entity(entities_.root_of(static_cast<uint32_t>(target)))
                                             : draft_.party_of_role(hit.entry, party_kind_from(row[2]), text(hit.token, end));
    Mention mention = draft_.make_mention(first, end, sentence, MentionKind::Description);
    mention.place = first > begin_ && reading_.has(List::PlacePrepositions, first - 1);
    draft_.add(mention, party, text(first, end));
    if (first != hit.token) draft_.add_name(party, text(hit.token, end));
    if (first > begin_ && reading_.has(List::NumberWords, first - 1)) draft_.add_name(party, text(first - 1, end));  // "five unions"
    // "Larnport workers" name the workers more fully than "workers".
    if (resolve == "own" && first > begin_ && draft_.is_taken(first - 1) && reading_.is_capital(first - 1))
      draft_.add_name(party, text(first - 1, end));
  }

  std::string_view text(uint32_t first, uint32_t end) const { return reading_.article().text_of(reading_.span_of(first, end)); }

  struct Use {
    uint32_t token, party;
  };
  const Reading& reading_;
  const Entities& entities_;
  std::span<const std::vector<std::string>> roles_;
  CastDraft& draft_;
  std::map<std::string, std::vector<Use>> word_owners_;
  int32_t company_ = kNobody;
  uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

void add_descriptions(const Reading& reading, const Entities& entities, const RuleSet& rules, CastDraft& draft) {
  RoleReader reader(reading, entities, rules, draft);
  for (uint32_t i = 0; i < reading.article().sentences().size(); ++i) reader.read(i);
}

}  // namespace faultline
