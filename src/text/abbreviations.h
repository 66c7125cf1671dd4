// Knows the written abbreviations that end in a stop, and what that stop may mean.
//
//   find_abbreviation("mr") == Abbreviation::Title;   // never ends a sentence
//   find_abbreviation("inc") == Abbreviation::Suffix;  // may end one
#pragma once

#include <cstdint>
#include <string_view>

namespace faultline {

enum class Abbreviation : uint8_t {
  None,
  Title,         // "Mr.", "Gen.": a name follows
  BeforeNumber,  // "No.", "p.", "Sept.": an abbreviation only before a number
  Hour,          // "a.m."
  Letters,       // "U.S.", "J.", "e.g."
  Suffix,        // "Inc.", "Jr.", "etc."
};

// Expects the word folded and without its last stop ("mr", "u.s").
Abbreviation find_abbreviation(std::string_view folded);

// A capitalised word that opens sentences but hardly ever follows an abbreviation inside one ("The", "He", "But").
bool is_sentence_opener(std::string_view folded);

// A verb that introduces speech: “Will it hold?” Dar asked.
bool is_speech_verb(std::string_view folded);

}  // namespace faultline
