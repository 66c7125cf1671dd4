#include "analysis/cast_draft.h"

#include <algorithm>

#include "analysis/standing.h"
#include "base/sort.h"

namespace faultline {

CastDraft::CastDraft(const Reading& reading, const Entities& entities) : reading_(reading), entities_(entities) {
  taken_.assign(reading.article().tokens().size(), kFree);
}

uint32_t CastDraft::party_of_entity(uint32_t root) {
  auto [place, fresh] = by_entity_.try_emplace(root, static_cast<uint32_t>(drafts_.size()));
  if (fresh) {
    Draft draft;
    draft.entity = static_cast<int32_t>(root);
    const Entity& entity = entities_.at(root);
    draft.kind = entity.kind == NameKind::State || entity.kind == NameKind::Organ ? PartyKind::State : entity.party_kind;
    drafts_.push_back(std::move(draft));
  }
  return place->second;
}

uint32_t CastDraft::party_of_role(uint32_t role, PartyKind kind, std::string_view name) {
  auto [place, fresh] = by_role_.try_emplace(role, static_cast<uint32_t>(drafts_.size()));
  if (fresh) {
    Draft draft;
    draft.kind = kind;
    drafts_.push_back(std::move(draft));
    add_name(place->second, name);
  }
  return place->second;
}

int32_t CastDraft::person_of_entity(uint32_t entity) {
  const Entity& who = entities_.at(entity);
  if (who.kind != NameKind::Person && who.kind != NameKind::Outlet) return -1;
  auto [place, fresh] = person_by_entity_.try_emplace(entity, static_cast<int32_t>(people_.size()));
  if (fresh) {
    const Name& name = entities_.names()[who.first_name];
    people_.push_back({std::string(reading_.article().text_of(reading_.span_of(name.first, name.end))), kUnspecified,
                       who.kind == NameKind::Outlet});
    person_entity_.push_back(entity);
  }
  return place->second;
}

Mention CastDraft::make_mention(uint32_t first, uint32_t end, uint32_t sentence, MentionKind kind) const {
  Mention mention;
  mention.span = reading_.span_of(first, end);
  mention.kind = kind;
  mention.first_token = first;
  mention.token_count = end - first;
  mention.sentence = sentence;
  return mention;
}

void CastDraft::count(const Mention& mention, Draft& draft) {
  if (mention.kind == MentionKind::Description) ++draft.described;
  else if (mention.place) ++draft.placed;
  else ++draft.plain;
  const Standing standing = standing_of(reading_, mention.first_token, mention.first_token + mention.token_count);
  draft.acting += is_in_an_act(standing);
  draft.core += is_core_of_an_act(standing);
  draft.doing += standing == Standing::Actor || standing == Standing::Owner;
}

void CastDraft::add_name(uint32_t party, std::string_view name) {
  std::vector<std::string>& names = drafts_[root_of(party)].names;
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

void CastDraft::add_full_name(uint32_t party, std::string_view name) {
  add_name(party, name);
  if (std::string& full = drafts_[root_of(party)].full_name; full.empty()) full = name;
}

void CastDraft::add(Mention mention, uint32_t party, std::string_view name) {
  party = root_of(party);
  mention.party = static_cast<PartyRef>(party);
  count(mention, drafts_[party]);
  add_name(party, name);
  std::fill_n(taken_.begin() + mention.first_token, mention.token_count, static_cast<int32_t>(party));
  sorted_ = false;
  if (mention.kind == MentionKind::Adjective) mention_of_[mention.first_token + mention.token_count - 1] = mentions_.size();
  mentions_.push_back(mention);
}

void CastDraft::add_dyad(Mention mention) {
  mention.party = kDyad;
  std::fill_n(taken_.begin() + mention.first_token, mention.token_count, kNoParty);
  sorted_ = false;
  mentions_.push_back(mention);
}

void CastDraft::add_bystander(Mention mention, int32_t person) {
  mention.party = kUnspecified;
  mention.person = person;
  std::fill_n(taken_.begin() + mention.first_token, mention.token_count, kNoParty);
  bystanders_.push_back(mention);
}

void CastDraft::take_back(uint32_t token) {
  const auto at = mention_of_.find(token);
  if (at == mention_of_.end()) return;
  Mention& mention = mentions_[at->second];
  std::fill_n(taken_.begin() + mention.first_token, mention.token_count, kFree);
  mention.token_count = 0;  // sorted() drops it
  sorted_ = false;
}

void CastDraft::join(uint32_t party, uint32_t into) {
  into = root_of(into);
  if (root_of(party) == into || drafts_[party].joined != kNobody) return;
  for (const std::string& name : std::vector<std::string>(drafts_[party].names)) add_name(into, name);
  Draft& from = drafts_[party];
  Draft& home = drafts_[into];
  home.acting += from.acting;
  home.core += from.core;
  home.doing += from.doing;
  home.plain += from.plain;
  home.placed += from.placed;
  from.joined = static_cast<int32_t>(into);
}

const Entity* CastDraft::entity_of(uint32_t party) const {
  return drafts_[party].entity == kNobody ? nullptr : &entities_.at(static_cast<uint32_t>(drafts_[party].entity));
}

std::vector<Mention>& CastDraft::sorted() {
  if (sorted_) return mentions_;
  std::erase_if(mentions_, [](const Mention& mention) { return mention.token_count == 0; });
  mention_of_.clear();  // the places in mentions_ change
  sort_stably(mentions_, [](const Mention& a, const Mention& b) { return a.span < b.span; });
  sorted_ = true;
  return mentions_;
}

bool CastDraft::is_party(const Draft& draft) const {
  const uint32_t all = draft.plain + draft.placed + draft.described;
  if (draft.entity == kNobody) {
    // One "workers" in passing is no party; a union or rebels named once usually act.
    return all >= 2 || draft.acting > 0;
  }
  const Entity& entity = entities_.at(static_cast<uint32_t>(draft.entity));
  if (entity.listed) return true;
  switch (entity.kind) {
    case NameKind::Outlet: return false;
    case NameKind::State: return draft.acting > 0 || draft.plain + draft.described > 0;
    case NameKind::Organ: return draft.acting > 0 || draft.plain + draft.described > 1;
    case NameKind::Person: return entity.title != TitleKind::Expert && (all >= 2 || draft.acting > 0 || entity.title == TitleKind::State);
    case NameKind::Unknown: return !entity.place && (draft.placed == 0 || draft.doing > 0) && ((draft.core > 0 && draft.plain > draft.placed) || (draft.acting > 0 && draft.described > 0));
    default: return draft.acting > 0 || draft.kind == PartyKind::Union || (draft.plain + draft.described > std::max(draft.placed, 1u));
  }
}

namespace {

// Of most words, and of these the first.
std::string_view fullest(const std::vector<std::string>& names) {
  const auto words = [](const std::string& name) { return std::count(name.begin(), name.end(), ' '); };
  const auto at = std::max_element(names.begin(), names.end(), [&](const std::string& a, const std::string& b) { return words(a) < words(b); });
  return at == names.end() ? std::string_view() : std::string_view(*at);
}

}  // namespace

std::string_view CastDraft::display_name(const Draft& draft) const {
  // A state is called by its own name; anybody else by the fullest name that is not a title or a description.
  if (draft.kind == PartyKind::State && draft.entity != kNobody) {
    for (const Name& name : entities_.names()) {
      const uint32_t own_words = reading_.longest(List::States, name.first);
      if (name.kind != NameKind::State || name.state != entities_.at(static_cast<uint32_t>(draft.entity)).state || own_words == 0) continue;
      const std::string_view own = reading_.article().text_of(reading_.span_of(name.first, name.first + own_words));
      for (const std::string& known : draft.names)
        if (known == own) return known;
    }
  }
  if (draft.entity != kNobody) {
    const Name& name = entities_.names()[entities_.at(static_cast<uint32_t>(draft.entity)).first_name];
    if (name.kind == NameKind::Adjective) return fullest(draft.names);  // not "Afghan" where "Afghan Taliban" is said, too
    const std::string_view own = reading_.article().text_of(reading_.span_of(name.first, name.end));
    for (const std::string& known : draft.names)
      if (known == own) return known;
  }
  if (!draft.full_name.empty()) return draft.full_name;
  return draft.names.empty() ? std::string_view() : std::string_view(draft.names.front());
}

Work CastDraft::finish(Cast& cast) {
  std::vector<PartyRef> place(drafts_.size(), kUnspecified);
  for (const Mention& mention : sorted()) {
    co_yield 1;
    Mention kept = mention;
    if (mention.party >= 0) {
      const size_t draft = root_of(static_cast<uint32_t>(mention.party));
      if (drafts_[draft].names.empty() || !is_party(drafts_[draft])) {
        if (mention.person >= 0) add_bystander(mention, mention.person);
        continue;
      }
      if (place[draft] == kUnspecified) {
        place[draft] = static_cast<PartyRef>(cast.parties.size());
        Party party;
        party.name = display_name(drafts_[draft]);
        party.names.push_back(party.name);
        for (const std::string& name : drafts_[draft].names)
          if (name != party.name) party.names.push_back(name);
        party.kind = drafts_[draft].kind;
        cast.parties.push_back(std::move(party));
      }
      kept.party = place[draft];
      cast.parties[static_cast<size_t>(kept.party)].mentions.push_back(kept.span);
    }
    cast.mentions.push_back(kept);
  }
  sort_stably(bystanders_, [](const Mention& a, const Mention& b) { return a.span < b.span; });
  cast.bystanders = std::move(bystanders_);
  for (size_t i = 0; i < people_.size(); ++i) {
    auto party = by_entity_.find(entities_.root_of(person_entity_[i]));
    if (party != by_entity_.end()) people_[i].party = place[root_of(party->second)];
  }
  cast.people = std::move(people_);
}

}  // namespace faultline
