#include "analysis/stems.h"

namespace faultline {
namespace {

constexpr size_t kShortestStem = 4;

// Without one of the endings that make nouns of verbs and plurals of nouns: "closure", "closing", "closed" → "clos".
std::string_view strip(std::string_view word, std::span<const std::string> endings) {
  for (int i = 0; i < 2; ++i)
    for (const std::string& ending : endings)
      if (word.size() >= ending.size() + kShortestStem && word.ends_with(ending)) {
        word.remove_suffix(ending.size());
        break;
      }
  return word;
}

}  // namespace

WordStems::WordStems(const RuleSet& rules) : endings_(rules.words("issue.endings")) {
  for (const auto& row : rules.rows("issue-synonyms"))
    for (const std::string& word : row) synonyms_.emplace(strip(word, endings_), strip(row.front(), endings_));
}

std::string_view WordStems::without_synonyms(std::string_view folded_word) const { return strip(folded_word, endings_); }

std::string_view WordStems::of(std::string_view folded_word) const {
  const std::string_view stem = without_synonyms(folded_word);
  const auto synonym = synonyms_.find(stem);
  return synonym == synonyms_.end() ? stem : synonym->second;
}

}  // namespace faultline
