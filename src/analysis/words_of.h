// Which of the structural word lists each word of an article is in, looked up once.
//
//   WordsOf words(article, rules);
//   if (words.is(token.fold, WordKind::Negator)) ...
#pragma once

#include <cstdint>
#include <vector>

#include "article/article.h"
#include "rules/rule_set.h"

namespace faultline {

enum class WordKind : uint32_t {
  Conditional = 1,  // list "conditionals"
  Preposition = 2,  // "prepositions"
  Booster = 4,      // "boosters"
  Downtoner = 8,    // "downtoners"
  SelfPronoun = 16, // "self-pronouns": the speaker, "we"
  Opener = 32,      // "trigger-openers"
  Tail = 64,        // "trigger-tails"
  Light = 128,      // "light-verbs"
  Anterior = 256,   // "anterior-links": what they open came before
  Promising = 512,  // "promising-verbs": what they govern is to come
  NewsDay = 1024,   // "news-days"
  Fresh = 2048,     // "fresh-words"
  Message = 4096,   // "message-nouns"
  Opposite = 8192,  // "opposite-nouns"
  Blow = 16384,     // "blow-nouns": acts in which people come to harm
  Judging = 32768,  // "judging-verbs": of an act that is another's
  Denying = 131072,  // "denying-verbs": what the accused does with a charge
  Placing = 262144, // "name.place-prepositions"
  Ending = 524288,  // "ending-verbs": what they govern is there
  Undergone = 65536,  // "undergone-nouns": acts done to whom they are "of"
};

class WordsOf {
 public:
  WordsOf(const Article& article, const RuleSet& rules);

  bool is(uint32_t fold, WordKind kind) const { return kinds_[fold] & static_cast<uint32_t>(kind); }

 private:
  std::vector<uint32_t> kinds_;
};

}  // namespace faultline
