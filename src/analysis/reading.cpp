#include "analysis/reading.h"

#include "rules/rule_set.h"

namespace faultline {

// In the order of List. The first three come from the gazetteer (rules/lexicon of a RuleSet), the rest are word lists.
static constexpr const char* kListNames[] = {
    "state.names", "state.adjectives", "state.seats", "state.organs", "state.parts", "state.opposition", "roles", "party.dyads", "party.names", "party.nouns",
    "title.state", "title.office", "title.company", "title.union", "title.body", "title.town", "title.expert", "title.honorific", "title.modifier",
    "head.company", "head.union", "head.armed", "head.organisation", "head.loose", "head.outlet", "outlet.nouns", "party.members",
    "name.never", "name.connectors", "name.possessive-parts", "name.place-prepositions",
    "name.place-words", "name.place-nouns", "name.bearings", "name.addressed-nouns", "name.thing-heads", "name.directions", "name.governing-heads", "name.leading-verbs",
    "pronoun.person", "pronoun.thing", "pronoun.many", "pronoun.we", "pronoun.blaming-verbs",
    "cue.neutral", "cue.guarded", "cue.endorse", "cue.distance", "cue.infinitive", "cue.object", "cue.states", "cue.hedges", "cue.source-prepositions", "cue.nouns", "cue.adverbs",
    "source.common",
    "number-words", "determiners", "prepositions",
    "dispute-noun", "dispute-object-preposition", "grievance-verb", "label-header", "demand-noun", "issue.generic", "issue.openers", "issue.circumstances", "issue.never-heads", "issue.kinds", "issue.no-persons", "issue.wrappers", "issue.time-words", "issue.shares",
    "breach-words", "issue.hardened", "issue.eased", "issue.settled", "issue.type.TERRITORY", "issue.type.BORDER_ACCESS", "issue.type.SANCTUARY_PROXY",
    "issue.type.FORCE", "issue.type.POPULATION", "issue.type.TRADE", "issue.type.RESOURCES", "issue.type.ARMS", "issue.type.GOVERNANCE",
    "issue.type.WORK_PAY", "issue.type.ACCORD",
};
static_assert(std::size(kListNames) == static_cast<size_t>(List::Count));

Reading::Ids Reading::find_ids(const Lexicon& lexicon) {
  Ids ids;
  for (size_t i = 0; i < ids.size(); ++i) ids[i] = lexicon.find_list(kListNames[i]);
  return ids;
}

Reading::Reading(const Article& article, const Trees& trees, const RuleSet& rules) : Reading(article, trees, rules, Unread::Yes) { read().finish(); }

Reading::Reading(const Article& article, const Trees& trees, const RuleSet& rules, Unread)
    : article_(article), trees_(trees), rules_(rules), ids_(find_ids(rules.lexicon())) {}

Work Reading::read() { return hits_.read(rules_.lexicon(), article_, ids_); }

bool Reading::is_capital(uint32_t index) const {
  const Token& word = token(index);
  if (word.kind != TokenKind::Word || word.shape == TokenShape::Lower || word.shape == TokenShape::Other) return false;
  if (word.shape == TokenShape::Upper) return true;
  const std::string_view letters = article_.text_of(word.span);
  const auto is_big = [](unsigned char c) { return (c >= 'A' && c <= 'Z') || c >= 0xC3; };
  const size_t hyphen = letters.rfind('-');
  // "al-Assad" is a name; "US-led" and "Britain-based" are none, but "Jong-un" behind "Kim" belongs to it.
  if (!is_big(static_cast<unsigned char>(letters[0]))) return hyphen == 2 && is_big(static_cast<unsigned char>(letters[3]));
  if (hyphen == std::string_view::npos || hyphen + 1 == letters.size() || is_big(static_cast<unsigned char>(letters[hyphen + 1]))) return true;
  return index > 0 && token(index - 1).shape == TokenShape::Capitalised && token(index - 1).span.end + 1 == word.span.begin;
}

uint32_t Reading::begin_of_phrase_before(List list, uint32_t end, uint32_t limit) const {
  constexpr uint32_t kLongestPhrase = 4;
  const uint32_t first = end > limit + kLongestPhrase ? end - kLongestPhrase : limit;
  for (uint32_t begin = first; begin < end; ++begin)
    if (longest(list, begin) == end - begin) return begin;
  return end;
}

}  // namespace faultline
