// Finds where the patterns of the rules match in an article.
//
//   std::vector<uint16_t> marks = make_marks(article, rules);   // word places; the caller adds the parties
//   for (const Match& match : Matcher(rules, article, trees).find("signal", marks)) ...
//
// Whether "attack" stands as a verb or a noun the tagger tells; where it is not sure, the word before (make_marks).
// Linear in the length of the article.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "language/trees.h"
#include "rules/rule_set.h"

namespace faultline {

// What is known of a token beside its word.
enum Mark : uint16_t {
  kPartyHead = 1,      // a mention of a party starts here
  kPartyMore = 2,      // … goes on here
  kClauseBreak = 4,    // no gap reads over it: punctuation, "that", "because"
  kNumberMark = 8,     // a number in figures or words
  kAfterArticle = 16,  // after "the", "its", "’s": no verb, and no gerund with an object
  kAfterPreposition = 32,  // after "of", "by": a gerund perhaps, but no other verb
  kAfterModal = 64,    // after "will", "not", "they": no noun
  kQuoteMark = 128,    // read over within a pattern: 'called the offer "a sham"'
};

// Token numbers count through the whole article; ranges are half open.
struct Match {
  uint32_t rule = 0;
  uint32_t first = 0, last = 0;    // the whole match
  uint32_t trigger_first = 0, trigger_last = 0;
  uint32_t who = kNoToken, whom = kNoToken;  // first tokens of the mentions in the slots
};

// The marks of every token of the article, without the two of parties. Uses the word lists "determiners",
// "prepositions", "modals", "subject-pronouns", "clause-breaks", "number-words".
std::vector<uint16_t> make_marks(const Article& article, const RuleSet& rules);

class Matcher {
 public:
  Matcher(const RuleSet& rules, const Article& article, const Trees& trees);  // keeps all three by reference

  // Every match of the rules of a kind, by sentence and first token; matches may overlap. Of several ways in which one
  // pattern can match at a place, the first as the pattern is written. Requires one mark a token.
  std::vector<Match> find(std::string_view kind, std::span<const uint16_t> marks) const;
  // Appends those of some sentences, from `first` to before `last`: for work in slices.
  void find(std::string_view kind, std::span<const uint16_t> marks, uint32_t first, uint32_t last, std::vector<Match>& found) const;

 private:
  const RuleSet& rules_;
  const Article& article_;
  const Trees& trees_;
  std::vector<uint32_t> words_;  // word of the rules' vocabulary, by fold of the article
};

}  // namespace faultline
