#include "analysis/parties.h"

#include <algorithm>

#include "analysis/cast_draft.h"
#include "analysis/descriptions.h"
#include "analysis/entities.h"
#include "rules/rule_set.h"

namespace faultline {

std::span<const Mention> Cast::mentions_of(uint32_t sentence) const {
  const auto begin = std::lower_bound(mentions.begin(), mentions.end(), sentence,
                                      [](const Mention& mention, uint32_t value) { return mention.sentence < value; });
  const auto end = std::upper_bound(begin, mentions.end(), sentence,
                                    [](uint32_t value, const Mention& mention) { return value < mention.sentence; });
  return {begin, end};
}

namespace {

// "TTP militants", "NGO Union activists": the people of a body are the body.
uint32_t end_with_members(const Reading& reading, const Name& name, uint32_t limit) {
  if (name.kind != NameKind::Organisation && name.kind != NameKind::Unknown) return name.whole_end;
  uint32_t end = name.whole_end;  // "TTP rebel group", "union members' leaders"
  for (int words = 0; words < 2 && end < limit && reading.token(end).shape == TokenShape::Lower; ++words) end += reading.longest(List::MemberWords, end);
  return end;
}

Work add_names(const Reading& reading, const Entities& entities, CastDraft& draft) {
  const Article& article = reading.article();
  auto text = [&](uint32_t first, uint32_t end) { return article.text_of(reading.span_of(first, end)); };
  for (size_t i = 0; i < entities.names().size(); ++i) {
    co_yield 1;
    const Name& name = entities.names()[i];
    const uint32_t entity = entities.entity_of(i);
    const uint32_t root = entities.root_of(entity);
    if (name.nested) {
      if (entities.at(root).kind != NameKind::Outlet) draft.add_name(draft.party_of_entity(root), text(name.first, name.end));
      continue;
    }
    if (name.kind == NameKind::Seat && !entities.is_actor_seat(i)) continue;
    const Sentence& sentence = article.sentences()[name.sentence];
    const uint32_t end = end_with_members(reading, name, sentence.first_token + sentence.token_count);
    const MentionKind kind = name.kind == NameKind::Adjective ? MentionKind::Adjective : MentionKind::Name;
    Mention mention = draft.make_mention(name.whole_first, end, name.sentence, kind);
    mention.place = is_place(reading, name);
    const int32_t person = draft.person_of_entity(entity);
    if (entities.at(root).kind == NameKind::Outlet) {
      draft.add_bystander(mention, draft.person_of_entity(root));
      continue;
    }
    mention.person = person;
    const uint32_t party = draft.party_of_entity(root);
    draft.add(mention, party, text(name.first, name.end));
    if (name.whole_first != name.first) draft.add_name(party, text(name.whole_first, name.end));
    // "Chile's foreign ministry", "Chilean troops": known by the state's own word, too.
    if (name.kind == NameKind::State)
      if (const uint32_t own = std::max(reading.longest(List::States, name.first), reading.longest(List::StateAdjectives, name.first)); own > 0)
        draft.add_name(party, text(name.first, name.first + own));
    if (end != name.end) draft.add_name(party, text(name.first, end));
    // "TTP militants": who has fighters is an armed group.
    if (end != name.whole_end && reading.has(List::ArmedHeads, end - 1) && draft.kind_of(party) == PartyKind::Organisation)
      draft.set_kind(party, PartyKind::ArmedGroup);
  }
}

}  // namespace

Cast find_parties(const Reading& reading) {
  std::vector<Name> names;
  find_names(reading, names).finish();
  Entities entities(reading, std::move(names));
  entities.resolve_all().finish();
  Cast cast;
  find_parties(reading, entities, cast).finish();
  return cast;
}

Work find_parties(const Reading& reading, const Entities& entities, Cast& cast) {
  CastDraft draft(reading, entities);
  Bodies bodies(reading, entities);
  for (Work part = bodies.read(); part.step();) co_yield 4 * part.cost();
  for (Work part = add_names(reading, entities, draft); part.step();) co_yield 8 * part.cost();
  for (Work part = add_descriptions(reading, entities, bodies, reading.rules(), draft); part.step();) co_yield 0.3 * part.cost();
  for (Work part = add_officers(reading, entities, bodies, draft); part.step();) co_yield part.cost();
  for (Work part = add_pronouns(reading, entities, draft); part.step();) co_yield 0.3 * part.cost();
  for (Work part = draft.finish(cast); part.step();) co_yield 8 * part.cost();
}

}  // namespace faultline
