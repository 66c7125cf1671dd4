// Decides where sentences end: a linear classifier over the words around each gap between two words.
//
//   SentenceEnds ends(model.boundaries);
//   ends.restart();                                   // a block begins
//   for (size_t i = 0; i < words.size(); ++i)
//     if (ends.is_end(text, words, i)) …              // words[i] is the last of its sentence
//
// What it looks at: two words on either side and their shapes, white space, the length of the sentence so far and
// whether a quote or a bracket is open. "U.S. officials", "Mr. Dar" and a quote that holds several sentences are
// learned, not listed (scripts/training/boundaries.py). The sum of integer weights decides: the same everywhere.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace faultline {

struct BoundaryWeights {
  uint8_t bits = 0;             // of a slot: the weights are 2^bits; 0: sentences end only with their block
  std::vector<int8_t> weights;  // by slot of a feature's hash
  int16_t bias = 0;
};

// No sentence is longer, in words: the work of the parser grows with the square of it.
inline constexpr uint32_t kLongestSentence = 256;
// How many words after a gap decide about it.
inline constexpr uint32_t kWordsAfterGap = 2;

class SentenceEnds {
 public:
  explicit SentenceEnds(const BoundaryWeights& weights) : weights_(weights) {}

  void restart();
  // To be asked for each word in turn. Requires the next kWordsAfterGap words of the block to be in `words`, if there are any.
  bool is_end(std::string_view text, std::span<const Span> words, size_t at);

 private:
  struct Hashes {
    uint32_t word = 0, shape = 0;
  };

  Hashes hashes_of(std::string_view text, std::span<const Span> words, size_t at);
  void take(std::string_view word);
  uint32_t slot(uint32_t number, uint32_t a, uint32_t b = 0, uint32_t c = 0) const;
  int32_t weigh(bool spaced) const;

  const BoundaryWeights& weights_;
  Hashes window_[4];  // two words before the gap, two after it
  bool fresh_ = true;
  uint32_t length_ = 0;
  bool quoted_ = false, bracketed_ = false;
  std::string scratch_;
};

}  // namespace faultline
