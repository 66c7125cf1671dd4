#include "analysis/words_of.h"

#include <array>
#include <utility>

namespace faultline {

WordsOf::WordsOf(const Article& article, const RuleSet& rules) : kinds_(article.fold_count(), 0) {
  static constexpr std::array<std::pair<const char*, WordKind>, 20> kLists{{
      {"conditionals", WordKind::Conditional}, {"prepositions", WordKind::Preposition}, {"boosters", WordKind::Booster},
      {"downtoners", WordKind::Downtoner}, {"self-pronouns", WordKind::SelfPronoun}, {"trigger-openers", WordKind::Opener},
      {"trigger-tails", WordKind::Tail}, {"light-verbs", WordKind::Light}, {"anterior-links", WordKind::Anterior},
      {"promising-verbs", WordKind::Promising}, {"news-days", WordKind::NewsDay}, {"fresh-words", WordKind::Fresh}, {"message-nouns", WordKind::Message},
      {"opposite-nouns", WordKind::Opposite}, {"blow-nouns", WordKind::Blow}, {"judging-verbs", WordKind::Judging},
      {"undergone-nouns", WordKind::Undergone}, {"name.place-prepositions", WordKind::Placing}, {"denying-verbs", WordKind::Denying}, {"ending-verbs", WordKind::Ending},
  }};
  for (const auto& [list, kind] : kLists)
    for (const std::string& word : rules.words(list))
      if (const uint32_t fold = article.find_fold(word); fold != Article::kNoFold) kinds_[fold] |= static_cast<uint32_t>(kind);
}

}  // namespace faultline
