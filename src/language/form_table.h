// Tells which words of a batch look alike to the network, so that what depends on a word alone is computed once.
//
//   FormTable forms;                          // keep it: it reuses its memory
//   forms.find(words);
//   for (const uint32_t first : forms.firsts()) embed(words[first]);
//   forms.form_of(i);                         // of word i, as an index into firsts()
//
// Of 640 words of news, 380 are different.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/features.h"

namespace faultline {

class FormTable {
 public:
  void find(std::span<const WordFeatures> words);
  std::span<const uint32_t> firsts() const { return firsts_; }  // of each form, in reading order: the first word that has it
  uint32_t form_of(size_t word) const { return form_of_[word]; }
  size_t size() const { return firsts_.size(); }

 private:
  std::vector<uint32_t> firsts_;
  std::vector<uint32_t> form_of_;  // by word
  std::vector<uint32_t> slots_;    // open addressing, a power of two: forms, or kFree
};

}  // namespace faultline
