// Pronouns that can only mean one party. (descriptions.h)
#include <algorithm>
#include <map>
#include <optional>

#include "analysis/descriptions.h"
#include "analysis/quotes.h"
#include "analysis/standing.h"

namespace faultline {

namespace {

constexpr double kTokensAMention = 3;  // that cost as much as copying it

// A union or an armed group is "it" and "they"; residents are never "it", a state or a company seldom "they".
bool fits_number(PartyKind kind, bool many) {
  if (kind == PartyKind::Community) return many;
  return !many || kind == PartyKind::Union || kind == PartyKind::ArmedGroup || kind == PartyKind::Organisation;
}

// Whom a pronoun cannot stand for: the subject of its own verb, and (unless `quoted`) whoever is named in a quotation.
struct Barred {
  const std::vector<bool>& is_quoted;  // by token
  PartyRef subject;
  bool quoted;
  uint32_t verb = kNoToken;  // whose subject the pronoun is
  bool has(const Mention& mention) const { return (subject >= 0 && mention.party == subject) || (!quoted && is_quoted[mention.first_token]); }
};

// The subject of a sentence usually comes first in it: the first mention that is neither a person, a place nor an
// adjective. "They" passes over a council, "it" over its critics.
const Mention* first_actor(const Reading& reading, const CastDraft& draft, const std::vector<Mention>& mentions, uint32_t before_token, bool many, const Barred& barred) {
  bool is_first = true;
  for (const Mention& mention : mentions) {
    if (mention.first_token >= before_token) break;
    if (barred.has(mention)) continue;
    if (mention.party < 0 || mention.person >= 0 || mention.place || mention.kind == MentionKind::Adjective) continue;
    // "In papers lodged with the High Court it accuses": what leads up to its own verb.
    const uint32_t own = reading.trees().head_of(mention.first_token, mention.first_token + mention.token_count);
    if (barred.verb != kNoToken && reading.trees().is_below(own, barred.verb) && (universal(reading.trees().relation(own)) == Relation::Obl || universal(reading.trees().relation(own)) == Relation::Nmod)) continue;
    const bool acts = is_first || is_core_of_an_act(standing_of(reading, mention.first_token, mention.first_token + mention.token_count));
    if (acts && fits_number(draft.kind_of(static_cast<uint32_t>(mention.party)), many)) return &mention;
    is_first = false;
  }
  return nullptr;
}

// "It was a bomb", "it is important to know": a copula's subject, or one that stands for nothing.
bool is_empty_it(const Trees& trees, uint32_t token) {
  if (trees.relation(token) == Relation::Expl) return true;
  const uint32_t head = trees.head(token);
  return head != kNoToken && universal(trees.relation(token)) == Relation::Nsubj && trees.find_child(head, Relation::Cop) != kNoToken;
}

// "The trust denied it": the object of a verb is another than its subject, unless it says "itself". kUnspecified if it is free.
PartyRef party_of_subject(const Reading& reading, const CastDraft& draft, uint32_t token) {
  const Trees& trees = reading.trees();
  const Relation relation = universal(trees.relation(token));
  if ((relation != Relation::Obj && relation != Relation::Iobj && relation != Relation::Obl) || reading.fold(token).ends_with("self") || reading.fold(token).ends_with("selves")) return kUnspecified;
  const uint32_t subject = trees.find_child(trees.head(token), Relation::Nsubj);
  return subject != kNoToken && draft.is_taken(subject) ? draft.party_at(subject) : kUnspecified;
}

// "Fined the bank after it hid the fees": who is blamed did what he is blamed for. The object's mention; nullptr if nothing is.
const Mention* blamed_for(const Reading& reading, const std::vector<Mention>& mentions, uint32_t token) {
  const Trees& trees = reading.trees();
  const uint32_t clause = universal(trees.relation(token)) == Relation::Nsubj ? trees.head(token) : kNoToken;
  if (clause == kNoToken || trees.relation(clause) != Relation::Advcl) return nullptr;
  const uint32_t mark = trees.find_child(clause, Relation::Mark), verb = trees.head(clause);
  if (mark == kNoToken || verb > token || (reading.fold(mark) != "after" && reading.fold(mark) != "because") || !reading.has(List::BlamingVerbs, verb)) return nullptr;
  const uint32_t object = trees.find_child(verb, Relation::Obj);
  for (const Mention& mention : mentions)
    if (mention.first_token <= object && object < mention.first_token + mention.token_count && mention.party >= 0) return &mention;
  return nullptr;
}

// A paragraph goes on with the one before it, as news often has one for every sentence; a text not with its headline.
bool goes_on(const Article& article, const Sentence& before, const Sentence& sentence) {
  const BlockKind kind = article.blocks()[before.block].kind;
  return before.block == sentence.block || (kind != BlockKind::Title && kind != BlockKind::Heading);
}

// "India and China met. They …": two parties, and no third, share the subject.
bool names_two_together(const Reading& reading, const std::vector<Mention>& mentions) {
  const Trees& trees = reading.trees();
  int together = 0;
  for (size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Mention &first = mentions[i], &second = mentions[i + 1];
    if (first.party < 0 || second.party < 0 || first.party == second.party) continue;
    const uint32_t head = trees.head_of(first.first_token, first.first_token + first.token_count), joined = trees.head_of(second.first_token, second.first_token + second.token_count);
    if (trees.relation(joined) != Relation::Conj || trees.head(joined) != head) continue;
    const bool is_of = universal(trees.relation(head)) == Relation::Nmod;  // "the ministers of India and China"
    if (const uint32_t subject = is_of ? trees.head(head) : head; subject != kNoToken && universal(trees.relation(subject)) == Relation::Nsubj) ++together;
  }
  return together == 1;
}

// "The club appealed. Chairman Reil said": which kind of body a title alone tells, if it is one of a body; nullopt if it is none.
std::optional<PartyKind> kind_of_body(const Reading& reading, const Name& name) {
  for (uint32_t at = name.whole_first; at < name.first && name.of == kNobody && name.state == kNobody && name.role_before == 0; ++at)
    for (const auto& [titles, kind] : {std::pair{List::CompanyTitles, PartyKind::Company}, std::pair{List::UnionTitles, PartyKind::Union}, std::pair{List::BodyTitles, PartyKind::Organisation}})
      if (at + reading.longest(titles, at) == name.first) return kind;
  return std::nullopt;
}

// Whether a body of one kind may be meant by a title of another.
bool may_have(PartyKind body, PartyKind of_title) {
  if (body == PartyKind::State || body == PartyKind::Community || body == PartyKind::Person) return false;
  return body == of_title || body == PartyKind::Organisation || of_title == PartyKind::Organisation;
}

// "Reil left", "its leader, Reil, left", "the council's chairman left".
bool is_subject(const Reading& reading, const Mention& mention) {
  const Trees& trees = reading.trees();
  const uint32_t head = trees.head_of(mention.first_token, mention.first_token + mention.token_count);
  const uint32_t noun = trees.relation(head) == Relation::Appos || trees.relation(head) == Relation::NmodPoss ? trees.head(head) : head;
  return noun != kNoToken && universal(trees.relation(noun)) == Relation::Nsubj;
}

// "Chile's foreign minister", "the council's chairman": one person, though nobody says who.
bool holds_office(const Reading& reading, const Mention& mention) {
  const Trees& trees = reading.trees();
  const uint32_t last = mention.first_token + mention.token_count - 1, head = trees.head_of(mention.first_token, last + 1);
  const uint32_t office = trees.relation(head) == Relation::NmodPoss && trees.head(head) != kNoToken ? trees.head(head) : last;
  if (mention.party < 0 || mention.kind == MentionKind::Pronoun || trees.find_child(office, Relation::Appos) != kNoToken) return false;  // who is named behind it
  return trees.xpos(office) == Xpos::Nn && (reading.has(List::StateTitles, office) || reading.has(List::OfficeTitles, office));
}

// The last one; for a subject rather the first that acts: "Reil told Varr that she …".
const Mention* last_person(const Reading& reading, const std::vector<Mention>& mentions, uint32_t before_token, uint32_t pronoun, const Barred& barred) {
  const bool is_asked = universal(reading.trees().relation(pronoun)) == Relation::Nsubj;
  const Mention* last = nullptr;
  for (const Mention& mention : mentions) {
    if (mention.first_token >= before_token || (mention.person < 0 && !holds_office(reading, mention)) || barred.has(mention)) continue;
    last = &mention;
    if (is_asked && is_subject(reading, mention)) break;
  }
  return last;
}

}  // namespace

Work add_pronouns(const Reading& reading, const Entities& entities, CastDraft& draft) {
  const Article& article = reading.article();
  std::map<uint32_t, uint32_t> officers;  // token of "its" in "its chairman, Ana Reil" → the person
  for (size_t i = 0; i < entities.names().size(); ++i)
    if (entities.names()[i].role_before != 0 && entities.root_of(entities.entity_of(i)) == entities.entity_of(i)) officers[entities.names()[i].role_before] = entities.entity_of(i);
  std::map<uint32_t, uint32_t> titled;  // first token of "chairman Reil", whose body nothing beside it tells → the name
  for (size_t i = 0; i < entities.names().size(); ++i)
    if (kind_of_body(reading, entities.names()[i]) && entities.at(entities.entity_of(i)).kind == NameKind::Person) titled[entities.names()[i].whole_first] = static_cast<uint32_t>(i);
  co_yield 0.1 * static_cast<double>(article.tokens().size());
  std::vector<std::vector<Mention>> by_sentence(article.sentences().size());  // those of pronouns as they are found
  for (const Mention& mention : draft.sorted()) {
    by_sentence[mention.sentence].push_back(mention);
    co_yield kTokensAMention;
  }
  static const std::vector<Mention> kNone;
  std::vector<bool> is_quoted(article.tokens().size());
  for (const QuotedSpan& quote : find_quotes(reading)) {
    auto token = std::lower_bound(article.tokens().begin(), article.tokens().end(), quote.span.begin, [](const Token& each, uint32_t byte) { return each.span.begin < byte; });
    for (; token != article.tokens().end() && token->span.begin < quote.span.end; ++token) is_quoted[static_cast<size_t>(token - article.tokens().begin())] = true;
  }
  co_yield 0.1 * static_cast<double>(article.tokens().size());
  for (uint32_t i = 0; i < article.sentences().size(); ++i) {
    const Sentence& sentence = article.sentences()[i];
    co_yield sentence.token_count;
    std::vector<Mention>& here = by_sentence[i];
    const auto& before = i > 0 && goes_on(article, article.sentences()[i - 1], sentence) ? by_sentence[i - 1] : kNone;
    for (uint32_t at = sentence.first_token; at < sentence.first_token + sentence.token_count; ++at) {
      if (const auto known = titled.find(at); known != titled.end()) {
        const uint32_t own = draft.party_of_entity(entities.party_of(known->second));
        const Mention* body = first_actor(reading, draft, before, sentence.first_token, false, {is_quoted, static_cast<PartyRef>(own), false});
        const bool acts = body != nullptr && standing_of(reading, body->first_token, body->first_token + body->token_count) == Standing::Actor && reading.fold(at) != "former";
        const bool is_free = acts && draft.root_of(own) == own && draft.kind_of(own) == PartyKind::Person && &before != &kNone && std::all_of(here.begin(), here.end(), [&](const Mention& each) { return each.first_token >= at || is_quoted[each.first_token]; });
        if (is_free && may_have(draft.kind_of(static_cast<uint32_t>(body->party)), *kind_of_body(reading, entities.names()[known->second]))) draft.join(own, static_cast<uint32_t>(body->party));
      }
      if (draft.is_taken(at)) continue;
      const bool person = reading.has(List::PersonPronouns, at), thing = reading.has(List::ThingPronouns, at),
                 many = reading.has(List::ManyPronouns, at);
      if (!person && !thing && !many) continue;
      if (thing && is_empty_it(reading.trees(), at)) continue;
      const Mention* antecedent = blamed_for(reading, here, at);
      if (antecedent != nullptr && (person ? antecedent->person < 0 : !fits_number(draft.kind_of(static_cast<uint32_t>(antecedent->party)), many))) antecedent = nullptr;
      // Outside a quotation rather whoever is named outside it, too.
      for (const bool quoted : {false, true}) {
        if (antecedent != nullptr) break;
        const uint32_t verb = thing && universal(reading.trees().relation(at)) == Relation::Nsubj ? reading.trees().head(at) : kNoToken;
        const Barred barred{is_quoted, party_of_subject(reading, draft, at), quoted || is_quoted[at], verb};
        antecedent = person ? last_person(reading, here, at, at, barred) : first_actor(reading, draft, here, at, many, barred);
        if (antecedent == nullptr) antecedent = person ? last_person(reading, before, sentence.first_token, at, barred) : first_actor(reading, draft, before, sentence.first_token, many, barred);
      }
      if (antecedent == nullptr && many && universal(reading.trees().relation(at)) == Relation::Nsubj && names_two_together(reading, before)) {
        draft.add_dyad(draft.make_mention(at, at + 1, i, MentionKind::Pronoun));
        continue;
      }
      if (antecedent == nullptr || antecedent->party < 0) continue;
      Mention mention = draft.make_mention(at, at + 1, i, MentionKind::Pronoun);
      mention.person = antecedent->person;
      mention.of_actor = person && is_subject(reading, *antecedent);
      draft.add(mention, static_cast<uint32_t>(antecedent->party), {});
      if (const auto officer = officers.find(at); officer != officers.end()) draft.join(draft.party_of_entity(officer->second), static_cast<uint32_t>(antecedent->party));
      mention.party = antecedent->party;
      here.insert(std::upper_bound(here.begin(), here.end(), mention, [](const Mention& a, const Mention& b) { return a.first_token < b.first_token; }), mention);
    }
  }
}

}  // namespace faultline
