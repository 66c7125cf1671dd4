#include "analysis/reading.h"

#include "rules/rule_set.h"

namespace faultline {

// In the order of List. The first three come from the gazetteer (rules/lexicon of a RuleSet), the rest are word lists.
static constexpr const char* kListNames[] = {
    "state.names", "state.adjectives", "state.seats", "state.organs", "roles", "party.dyads",
    "title.state", "title.office", "title.expert", "title.honorific", "title.modifier",
    "head.company", "head.union", "head.armed", "head.organisation", "head.outlet", "outlets", "party.members",
    "name.never", "name.connectors", "name.possessive-parts", "name.place-prepositions",
    "pronoun.person", "pronoun.thing", "pronoun.many", "pronoun.we",
    "cue.neutral", "cue.endorse", "cue.distance", "cue.source-prepositions", "cue.objects", "cue.nouns", "cue.adverbs",
    "source.common",
};
static_assert(std::size(kListNames) == static_cast<size_t>(List::Count));

Reading::Reading(const Article& article, const RuleSet& rules) : article_(article), hits_(rules.lexicon(), article) {
  for (size_t i = 0; i < ids_.size(); ++i) ids_[i] = rules.lexicon().find_list(kListNames[i]);
}

bool Reading::is_capital(uint32_t index) const {
  const Token& word = token(index);
  if (word.kind != TokenKind::Word) return false;
  if (word.shape == TokenShape::Capitalised || word.shape == TokenShape::Upper) return true;
  // "ExxonMobil" begins with a capital, "al-Tanf" and "pro-CPI(M)" do not.
  const unsigned char first = static_cast<unsigned char>(article_.text()[word.span.begin]);
  return word.shape == TokenShape::Mixed && ((first >= 'A' && first <= 'Z') || first >= 0xC3);
}

uint32_t Reading::begin_of_phrase_before(List list, uint32_t end, uint32_t limit) const {
  constexpr uint32_t kLongestPhrase = 4;
  const uint32_t first = end > limit + kLongestPhrase ? end - kLongestPhrase : limit;
  for (uint32_t begin = first; begin < end; ++begin)
    if (longest(list, begin) == end - begin) return begin;
  return end;
}

}  // namespace faultline
