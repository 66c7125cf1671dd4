// Cuts sentences into clauses by their conjunctions, marks and verbs, and says from where each takes its subject.
//
//   std::vector<Clause> clauses = find_clauses(article, marks, words);
//   "The union met the board | and rejected the offer | , which it called insulting ."
//
// There is no parser yet: a word is taken for a finite verb by its form (word list "verbs", auxiliaries, the ending
// -ed) and its neighbours. Two acts in one clause then share who and whom; a clause too few is worse than one too many.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/words_of.h"
#include "article/article.h"
#include "rules/matcher.h"

namespace faultline {

enum class ClauseKind : uint8_t {
  Main,         // has a subject of its own
  Continued,    // shares the subject of `subject_from`: "… and rejected the offer", "…, citing talks"
  Relative,     // "which it rejected": stands for the words before it
  Subordinate,  // "because …", "that …": a subject of its own
  Conditional,  // "if …", "unless …"
};

struct Clause {
  uint32_t first = 0, last = 0;  // tokens, half open
  uint32_t sentence = 0;
  ClauseKind kind = ClauseKind::Main;
  int32_t subject_from = -1;  // index of an earlier clause of the sentence
  uint32_t verb = kNoToken;   // its first finite verb
};

// All clauses of the article in reading order; they tile its tokens.
std::vector<Clause> find_clauses(const Article& article, std::span<const uint16_t> marks, const WordsOf& words);

}  // namespace faultline
