// Cuts sentences into clauses by their trees.
//
//   std::vector<uint32_t> clause_of;
//   std::vector<Clause> clauses = find_clauses(article, trees, words, clause_of);
//   "The union met the board | and rejected the offer | , which it called insulting ."
//
// A clause is a verb with what hangs on it, up to the next verb that opens one of its own: finite, coordinated, adverbial
// or relative. An infinitive or a participle that completes a verb stays with it ("agreed to reopen").
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/words_of.h"
#include "article/article.h"
#include "base/work.h"
#include "language/trees.h"

namespace faultline {

enum class ClauseKind : uint8_t {
  Main,         // has a subject of its own
  Continued,    // shares the subject of another: "… and rejected the offer", "…, citing talks"
  Relative,     // "which it rejected": stands for the words before it
  Subordinate,  // "because …", "that …": a subject of its own
  Conditional,  // "if …", "unless …"
};

struct Clause {
  uint32_t first = 0, last = 0;  // tokens, half open, from its first to its last; other clauses may stand within
  uint32_t sentence = 0;
  ClauseKind kind = ClauseKind::Main;
  uint32_t head = kNoToken;  // what the rest hangs on: its verb, or the noun of a heading
};

// All clauses of the article, sentence by sentence, and in `clause_of` the index of the one that each token belongs to.
Work find_clauses(const Article& article, const Trees& trees, const WordsOf& words, std::vector<Clause>& clauses, std::vector<uint32_t>& clause_of);

}  // namespace faultline
