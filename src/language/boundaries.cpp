#include "language/boundaries.h"

#include <algorithm>

#include "language/features.h"

namespace faultline {
namespace {

// FNV-1a, 32 bits.
uint32_t hash_of(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

uint32_t length_class(uint32_t words) {
  if (words < 8) return std::min(words, 6u);
  return words < 12 ? 7 : words < 20 ? 8 : words < 35 ? 9 : 10;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> marks) {
  return std::find(marks.begin(), marks.end(), word) != marks.end();
}

}  // namespace

void SentenceEnds::restart() {
  fresh_ = true;
  length_ = 0;
  quoted_ = bracketed_ = false;
}

bool SentenceEnds::is_end(std::string_view text, std::span<const Span> words, size_t at) {
  if (fresh_) {
    window_[0] = {};
    for (size_t i = 1; i < 4; ++i) window_[i] = hashes_of(text, words, at + i - 1);
    fresh_ = false;
  } else {
    std::move(window_ + 1, window_ + 4, window_);
    window_[3] = hashes_of(text, words, at + kWordsAfterGap);
  }
  take(text_of(text, words[at]));
  const bool last = at + 1 == words.size();
  const bool end = last || length_ >= kLongestSentence || weigh(words[at].end < words[at + 1].begin) > 0;
  if (end) {
    length_ = 0;
    quoted_ = bracketed_ = false;
  }
  return end;
}

SentenceEnds::Hashes SentenceEnds::hashes_of(std::string_view text, std::span<const Span> words, size_t at) {
  if (at >= words.size()) return {};
  const std::string_view word = text_of(text, words[at]);
  Hashes hashes;
  scratch_.clear();
  append_normal_form(word, scratch_);
  hashes.word = hash_of(scratch_);
  scratch_.clear();
  append_shape(word, scratch_);
  hashes.shape = hash_of(scratch_);
  return hashes;
}

void SentenceEnds::take(std::string_view word) {
  ++length_;
  if (is_one_of(word, {"\"", "''", "``"})) quoted_ = !quoted_;
  else if (is_one_of(word, {"“", "‘"})) quoted_ = true;
  else if (word == "”") quoted_ = false;
  else if (is_one_of(word, {"(", "[", "{"})) bracketed_ = true;
  else if (is_one_of(word, {")", "]", "}"})) bracketed_ = false;
}

uint32_t SentenceEnds::slot(uint32_t number, uint32_t a, uint32_t b, uint32_t c) const {
  uint32_t value = number * 0x9E3779B1u;
  for (const uint32_t part : {a, b, c}) {
    value = (value ^ part) * 0x85EBCA6Bu;
    value ^= value >> 15;
  }
  return value >> (32 - weights_.bits);
}

int32_t SentenceEnds::weigh(bool spaced) const {
  if (weights_.bits == 0) return -1;
  const auto& [a2, a1, b1, b2] = window_;
  const uint32_t n = length_class(length_);
  const uint32_t slots[] = {
      slot(1, a1.word), slot(2, b1.word), slot(3, a1.shape, b1.shape), slot(4, a1.word, b1.shape), slot(5, a1.shape, b1.word),
      slot(6, a1.word, b1.word), slot(7, a2.word, a1.word), slot(8, a2.shape, a1.word, b1.shape), slot(9, b1.shape, b2.shape),
      slot(10, b1.word, b2.word), slot(11, a1.word, spaced), slot(12, n, a1.shape, b1.shape), slot(13, a1.word, b1.shape, quoted_),
      slot(14, a1.shape, b1.shape, bracketed_), slot(15, a1.shape, b1.shape, b2.shape), slot(16, a2.word, a1.word, b1.shape),
      slot(17, n, a1.word, spaced), slot(18, a2.shape, a1.shape, b1.word)};
  int32_t sum = weights_.bias;
  for (const uint32_t at : slots) sum += weights_.weights[at];
  return sum;
}

}  // namespace faultline
