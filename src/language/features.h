// What the network sees of a word's form: its normal form and its affixes, as numbers of the model's vocabularies.
//
//   WordFeatures features = find_features(model, "Kabul's", scratch);
//
// The normal form is lower case with every digit a 0 and one kind of quote. Affixes are its last 1 to 4 and first 2 and
// 3 characters and the form's shape ("Xx", "X", "d-x"). scripts/training/features.py computes the same.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/model.h"

namespace faultline {

constexpr uint32_t kUnknownWord = 1;  // row of the word vectors; 0 is for nothing at all
constexpr uint32_t kFirstWord = 2;
constexpr uint32_t kUnknownAffix = 0;

struct WordFeatures {
  uint32_t word = kUnknownWord;
  std::array<uint32_t, kAffixes> affixes{};  // rows of each kind's vectors
  bool operator==(const WordFeatures&) const = default;
};

// `scratch` is reused from word to word. Requires valid UTF-8.
WordFeatures find_features(const LanguageModel& model, std::string_view form, std::string& scratch);

void append_normal_form(std::string_view form, std::string& normal);
void append_shape(std::string_view form, std::string& shape);

}  // namespace faultline
