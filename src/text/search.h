// Finds what a person types in a text: by default whatever its case, its diacritics and its kind of quotation marks.
//
//   Search search("اڑان", {});
//   std::vector<Span> found = search.find_in(text);       // one pass, however the query repeats itself
//
// Letters that keyboards and typesetters write in several ways are one letter: Arabic and Persian yeh and kaf, the digits of
// every script in use, ’ and ', – and -. White space of any kind and length is one space; soft hyphens and joiners are nothing.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace faultline {

struct SearchOptions {
  bool matches_case = false;
  bool matches_marks = false;  // é is not e, and Arabic vowel signs count; hamza and madda make another letter
  bool is_whole_word = false;
  bool operator==(const SearchOptions&) const = default;
};

class Search {
 public:
  Search(std::string_view query, SearchOptions options);  // valid UTF-8

  bool is_empty() const { return query_.empty(); }  // nothing but white space or signs that do not count
  // Every place, in order and without overlaps, with the marks on its last letter. Requires valid UTF-8. Linear in the text
  // (Knuth, Morris, Pratt 1977: Fast pattern matching in strings).
  std::vector<Span> find_in(std::string_view text) const;

 private:
  SearchOptions options_;
  std::vector<char32_t> query_;
  std::vector<uint32_t> borders_;  // of each prefix: the longest proper one that is a suffix, too
};

}  // namespace faultline
