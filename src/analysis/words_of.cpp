#include "analysis/words_of.h"

#include <array>
#include <utility>

namespace faultline {

WordsOf::WordsOf(const Article& article, const RuleSet& rules) : kinds_(article.fold_count(), 0), ends_in_ed_(article.fold_count(), false) {
  static constexpr std::array<std::pair<const char*, WordKind>, 24> kLists{{
      {"be", WordKind::Be}, {"have", WordKind::Have}, {"do", WordKind::Do}, {"modals", WordKind::Modal},
      {"verbs", WordKind::Verb}, {"subordinators", WordKind::Subordinator}, {"relatives", WordKind::Relative},
      {"conditionals", WordKind::Conditional}, {"coordinators", WordKind::Coordinator}, {"prepositions", WordKind::Preposition},
      {"determiners", WordKind::Determiner}, {"subject-pronouns", WordKind::Pronoun}, {"adverbs", WordKind::Adverb},
      {"boosters", WordKind::Booster}, {"downtoners", WordKind::Downtoner}, {"self-pronouns", WordKind::SelfPronoun}, {"saying-verbs", WordKind::Saying},
      {"trigger-openers", WordKind::Opener}, {"trigger-tails", WordKind::Tail}, {"light-verbs", WordKind::Light}, {"anterior-links", WordKind::Anterior},
      {"promising-verbs", WordKind::Promising}, {"news-days", WordKind::NewsDay}, {"fresh-words", WordKind::Fresh},
  }};
  for (const auto& [list, kind] : kLists)
    for (const std::string& word : rules.words(list))
      if (const uint32_t fold = article.find_fold(word); fold != Article::kNoFold) kinds_[fold] |= static_cast<uint32_t>(kind);
  for (uint32_t fold = 0; fold < article.fold_count(); ++fold) {
    const std::string_view word = article.fold_text(fold);
    if (word.size() > 4 && word.ends_with("ly")) kinds_[fold] |= static_cast<uint32_t>(WordKind::Adverb);
    ends_in_ed_[fold] = word.size() > 4 && word.ends_with("ed") && word.find('-') == std::string_view::npos;
  }
}

bool WordsOf::is_auxiliary(uint32_t fold) const {
  return is(fold, WordKind::Be) || is(fold, WordKind::Have) || is(fold, WordKind::Do) || is(fold, WordKind::Modal);
}

bool WordsOf::is_verb(uint32_t fold) const { return is_auxiliary(fold) || is(fold, WordKind::Verb) || ends_in_ed_[fold]; }

}  // namespace faultline
