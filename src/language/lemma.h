// Finds the dictionary form of a word from its tag: "denied" VBD → "deny", "talks" NNS → "talk", "Dar" NNP → "Dar".
//
//   std::string lemma;
//   append_lemma(model.lemmas, "Denied", Xpos::Vbd, lemma);  // "deny"
//
// Rules are learned from the treebanks by scripts/training/lemmas.py: for a tag and an ending, cut so many bytes and
// add some. The longest ending wins; an ending that begins with '^' is a whole word. Without a rule the form itself is
// the lemma, in lower case unless its tag is a name's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/name_table.h"
#include "language/tags.h"

namespace faultline {

struct LemmaRules {
  NameTable endings;  // the tag as one character ('A' + its number), then the ending
  NameTable added;    // what each rule adds
  std::vector<uint8_t> cuts;
  std::vector<uint8_t> added_of;
};

constexpr uint32_t kLongestEnding = 24;  // bytes; a longer word is never a rule of its own

void append_lemma(const LemmaRules& rules, std::string_view form, Xpos xpos, std::string& lemma);

}  // namespace faultline
