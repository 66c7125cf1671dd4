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
  Be = 1,            // list "be"
  Have = 2,          // "have"
  Modal = 4,         // "modals"
  Verb = 8,          // "verbs": forms that can be finite
  Subordinator = 16, // "subordinators"
  Relative = 32,     // "relatives"
  Conditional = 64,  // "conditionals"
  Coordinator = 128, // "coordinators"
  Preposition = 256, // "prepositions"
  Determiner = 512,  // "determiners"
  Pronoun = 1024,    // "subject-pronouns"
  Adverb = 2048,     // "adverbs" and words in -ly
  Booster = 4096,    // "boosters"
  Downtoner = 8192,  // "downtoners"
  SelfPronoun = 16384,  // "self-pronouns": the speaker, "we"
  Do = 32768,        // "do"
  Saying = 65536,    // "saying-verbs"
  Opener = 131072,   // "trigger-openers"
  Tail = 262144,     // "trigger-tails"
  Light = 524288,    // "light-verbs"
  Anterior = 1048576,  // "anterior-links": what they open came before
  Promising = 2097152,  // "promising-verbs": what they govern is to come
  NewsDay = 4194304,    // "news-days"
  Fresh = 8388608,      // "fresh-words"
};

class WordsOf {
 public:
  WordsOf(const Article& article, const RuleSet& rules);

  bool is(uint32_t fold, WordKind kind) const { return kinds_[fold] & static_cast<uint32_t>(kind); }
  bool is_auxiliary(uint32_t fold) const;  // be, have, do or a modal
  bool is_verb(uint32_t fold) const;       // an auxiliary, a form of list "verbs", or a word in -ed

 private:
  std::vector<uint32_t> kinds_;
  std::vector<bool> ends_in_ed_;
};

}  // namespace faultline
