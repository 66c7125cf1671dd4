// Finds the dictionary form of a word from its tag: "denied" VBD → "deny", "talks" NNS → "talk", "Dar" NNP → "Dar".
//
//   std::string lemma, scratch;
//   append_lemma(model.lemmas, "Denied", Xpos::Vbd, lemma, scratch);  // "deny"
//
// Rules are learned from the treebanks by scripts/training/lemmas.py: for a tag and an ending, cut so many bytes and
// add some. The longest ending wins, a whole word before all. Without a rule the form itself is the lemma, in lower
// case unless its tag is a name's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/name_table.h"
#include "language/tags.h"

namespace faultline {

struct LemmaRules {
  NameTable endings;  // the tag as one character ('A' + its number), then the ending backwards; a whole word ends in '^'
  NameTable added;    // what each rule adds, by its number
  std::vector<uint8_t> cuts;  // how many bytes each rule cuts; kKeepForm: the lemma is the form as it is written
};

inline constexpr uint8_t kKeepForm = 255;

// `scratch` is reused from word to word. Requires valid UTF-8.
void append_lemma(const LemmaRules& rules, std::string_view form, Xpos xpos, std::string& lemma, std::string& scratch);

}  // namespace faultline
