// Where words may be hyphenated, by the patterns of a language (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
//
//   Result<Hyphenation> english = parse_hyphenation(file);       // UTF-8, as TeX's patterns are written
//   std::vector<uint32_t> places = english->find_hyphens("information");   // bytes: in|for|ma|tion
//
// The patterns are no part of the reader: a page hands in those of its language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace faultline {

class Hyphenation {
 public:
  // Offsets at which a hyphen may be set, ascending: never within the first two or the last three letters. None for what is no
  // word of letters. Requires valid UTF-8.
  std::vector<uint32_t> find_hyphens(std::string_view word) const;
  size_t pattern_count() const { return patterns_.size(); }

 private:
  friend Result<Hyphenation> parse_hyphenation(std::string_view text);

  using Levels = std::string;  // a digit for the place before each letter and one for the end
  void add_pattern(const std::u32string& token);
  void add_exception(const std::u32string& token);

  std::unordered_map<std::u32string, Levels> patterns_;
  std::unordered_map<std::u32string, Levels> exceptions_;  // whole words: odd where they are hyphenated
  size_t longest_ = 0;
};

// The same for the words of a text: each that comes again is remembered. `hyphenation` must outlive it.
class HyphenFinder {
 public:
  explicit HyphenFinder(const Hyphenation& hyphenation) : hyphenation_(hyphenation) {}
  // Of a word as it stands between white space, with the punctuation at its ends.
  const std::vector<uint32_t>& find(std::string_view word);

 private:
  const Hyphenation& hyphenation_;
  std::unordered_map<std::string, std::vector<uint32_t>> known_;
};

// Reads words and patterns between white space: letters, digits and the stop that stands for a word's edge (".ach4 a1b"); a word
// with hyphens is an exception ("ta-ble"). "%" begins a comment; TeX's own "\patterns{" and "}" may stand around them. Without
// any pattern, or with another character, BadRequest with the line.
Result<Hyphenation> parse_hyphenation(std::string_view text);

}  // namespace faultline
