// Writes out the inflected forms of an English word, so that a rule says "reject/v" once.
//
//   Forms forms = inflect("reject", "v", irregulars);   // reject rejects rejected rejecting
//
// The spelling rules are those of school grammar; what they get wrong is in the table of irregular forms
// (assets/rules/english.json). Both spellings of a doubled consonant are made ("travelled", "traveled"):
// a form nobody writes never matches.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/folds.h"

namespace faultline {

// What an inflected word may stand as; the matcher tells by its neighbours (rules/matcher.h).
enum class WordClass : uint8_t { Any, Verb, Gerund, Noun };

struct Form {
  std::string text;
  WordClass word_class = WordClass::Any;
  bool operator==(const Form&) const = default;
};

// Irregular forms by "lemma/part": "send/vd" → {sent}, "child/ns" → {children}. Parts: vz vd vg ns ar as.
using Irregulars = std::map<std::string, std::vector<std::string>, std::less<>>;

// The forms of `lemma` for a part: v (all of a verb), vb, vz, vd (past and participle), vg, n (both numbers),
// n1, ns, a (with comparison), r (an adverb: as it is). nullopt for an unknown part.
std::optional<std::vector<Form>> inflect(std::string_view lemma, std::string_view part, const Irregulars& irregulars);

// A form by its number in a vocabulary.
struct WordForm {
  uint32_t word;
  WordClass word_class;
};

// The forms of many words, each made once: packs name the same verbs again and again.
class Inflections {
 public:
  Inflections() = default;
  explicit Inflections(Irregulars irregulars) : irregulars_(std::move(irregulars)) {}

  // As inflect(); of an empty part the word itself. nullptr for an unknown part. Good as long as this object.
  const std::vector<WordForm>* find(std::string_view lemma, std::string_view part);

  FoldTable vocabulary;  // of every form there is, and of whatever else is put there

 private:
  Irregulars irregulars_;
  FoldTable keys_;
  std::string key_;
  std::deque<std::optional<std::vector<WordForm>>> forms_;  // by key
};

}  // namespace faultline
