// Brings the forms of a word, and words that take each other up, to one stem.
//
//   WordStems stems(rules);            // the rules must outlive it
//   stems.of("closures") == stems.of("closing");
//   stems.of("legislation") == stems.of("bill");   // table "issue-synonyms"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rules/rule_set.h"

namespace faultline {

class WordStems {
 public:
  explicit WordStems(const RuleSet& rules);
  // Of a folded word; valid while the word and the rules are.
  std::string_view of(std::string_view folded_word) const;
  std::string_view without_synonyms(std::string_view folded_word) const;  // "bill" stays itself

 private:
  std::span<const std::string> endings_;
  std::unordered_map<std::string_view, std::string_view> synonyms_;  // stem → stem of the first word of its row
};

}  // namespace faultline
