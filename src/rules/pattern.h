// Reads one pattern of a rule into a tree: the grammar of the pattern language and nothing else.
//
//   Result<PatternNode> pattern = parse_pattern("[reject/v $determiner? $proposal] by? @whom?");
//
//   word          that word, case folded            lemma/v lemma/n …  its inflected forms (rules/inflect.h)
//   $list         any phrase of a word list         (a b|c)            alternatives
//   (a|b c)/v     every first word inflected
//   x?            x or nothing                      !x                 the next word is not x
//   ..3           up to three words of the clause   _                  any one word
//   @who @whom @party  a mention of a party         #                  a number
//   [x]           x is the trigger (default: all)   ^                  the sentence begins here
//   >role(x)      the word before this has x in that role of its tree; >role: anything in it; <role(x): stands so to x
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace faultline {

struct PatternNode {
  enum class Kind : uint8_t { Word, Inflected, List, Slot, Gap, Any, Number, Start, Sequence, Alternatives, Not, Trigger, Below, Above };
  Kind kind = Kind::Sequence;
  bool optional = false;
  std::string text{};  // the word, lemma, list, slot or role
  std::string part{};  // of Inflected: "v", "ns" …
  int count = 0;     // of Gap: the most words
  std::vector<PatternNode> children{};
};

inline constexpr int kMaxGap = 8;  // a wider gap reads across clauses

// Errors: BadRule; the message names the character and what was expected there.
Result<PatternNode> parse_pattern(std::string_view pattern);

}  // namespace faultline
