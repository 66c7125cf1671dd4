// The distinct case-folded words of one text, each once and numbered: comparing two words is comparing two numbers.
//
//   FoldTable folds;
//   uint32_t kabul = folds.intern("Kabul");      // 0; the same for "KABUL"
//   folds.find("kabul") == kabul;                // FoldTable::kNone when the text does not have the word
//
// One buffer holds all words and one open-addressing table finds them: no allocation a word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace faultline {

class FoldTable {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  uint32_t intern(std::string_view word);             // folds the word (text/utf8.h); requires valid UTF-8
  uint32_t find(std::string_view folded_word) const;  // expects it folded
  std::string_view text_of(uint32_t fold) const;      // valid until the next intern
  uint32_t size() const { return static_cast<uint32_t>(words_.size()); }

 private:
  struct Word {
    uint32_t begin, length, hash;
  };
  size_t slot_of(std::string_view folded_word, uint32_t hash) const;
  void grow();

  std::vector<char> bytes_;      // a vector, not a string: views stay good when the table is moved
  std::vector<Word> words_;
  std::vector<uint32_t> slots_;  // power of two; kNone is free
  std::string scratch_;
};

}  // namespace faultline
