// The words by which one issue is told from another: what they are stripped of, and which of them count.
//
//   IssueWords words(reading);
//   words.read(cast, signals).finish();
//   words.content(phrase.words);     // stems of "the removal of the ferry tolls": {remov, ferr, toll}
//
// Names of states and of the two sides tell who disputes, not about what; the name of a third party may be what it is
// about, whichever of its names is used. "Remove" and "removal" are one stem.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/parties.h"
#include "analysis/reading.h"
#include "analysis/token_range.h"

namespace faultline {

class IssueWords {
 public:
  explicit IssueWords(const Reading& reading) : reading_(reading) {}
  Work read(const Cast& cast, std::span<const Signal> signals);  // once, before anything is asked; counts tokens

  bool is_content(uint32_t token) const;
  uint32_t stem(uint32_t token) const;
  bool is_party(uint32_t stem) const { return stem >= stem_count_; }
  std::vector<uint32_t> content(TokenRange range) const;  // sorted, each once
  // The party named at a token that is none of the two sides, or kUnspecified.
  PartyRef third_party(uint32_t token) const { return side_[token] >= 0 ? side_[token] : kUnspecified; }
  // The pair between which most signals pass.
  std::pair<PartyRef, PartyRef> main_sides() const { return sides_; }

 private:
  void find_main_sides(std::span<const Signal> signals);
  Work find_stems();

  static constexpr PartyRef kNoSide = -3, kSide = -4;
  const Reading& reading_;
  std::pair<PartyRef, PartyRef> sides_{kUnspecified, kUnspecified};
  std::vector<PartyRef> side_;   // by token: kSide, kNoSide or the third party named there
  std::vector<uint32_t> stems_;  // by fold
  uint32_t stem_count_ = 0;
};

}  // namespace faultline
