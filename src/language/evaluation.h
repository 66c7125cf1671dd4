// Measures the parser against a treebank, as the CoNLL 2018 shared task defines it (Zeman et al. 2018, section 4).
//
//   Evaluation raw = evaluate(gold, syntax, TextOf::Raw);
//   raw.las.f1();   // 0.83
//
// On raw text, words are aligned by the characters that they cover, ignoring white space; inside a token that holds
// several words, by the longest common subsequence of their forms. Precision is over the parser's words, recall over
// the treebank's. Relations count without their subtype. On gold words the three are the same: accuracy.
#pragma once

#include <cstdint>

#include "language/syntax.h"
#include "language/treebank.h"

namespace faultline {

struct Score {
  uint32_t correct = 0, gold = 0, system = 0;
  double precision() const { return system == 0 ? 0 : double(correct) / system; }
  double recall() const { return gold == 0 ? 0 : double(correct) / gold; }
  double f1() const { return gold + system == 0 ? 0 : 2.0 * correct / (double(gold) + system); }
};

struct Evaluation {
  Score sentences, words, upos, xpos, lemmas, uas, las;
};

// What the syntax was parsed from: gold.text, or gold.forms by its own words.
enum class TextOf : uint8_t { Raw, GoldWords };

Evaluation evaluate(const Treebank& gold, const Syntax& syntax, TextOf text);

}  // namespace faultline
