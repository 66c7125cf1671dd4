// The features of a word that rules ask for: number, person, tense, verb form, voice.
//
//   Morphology features = find_morphology(syntax, word, text);
//   features.tense == Tense::Past; features.voice == GrammaticalVoice::Passive;
//   append_features(features, line);   // "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
//
// They follow from the tag, the word and its dependents, as UD English annotates them: a participle is passive if it has
// a passive auxiliary or subject, or stands as an attribute after its noun.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "language/syntax.h"

namespace faultline {

enum class GrammaticalNumber : uint8_t { None, Singular, Plural };
enum class Tense : uint8_t { None, Present, Past };
enum class VerbForm : uint8_t { None, Finite, Infinitive, Gerund, Participle };
enum class GrammaticalVoice : uint8_t { None, Active, Passive };

struct Morphology {
  GrammaticalNumber number = GrammaticalNumber::None;
  uint8_t person = 0;  // 1, 2, 3; 0: none
  Tense tense = Tense::None;
  VerbForm verb_form = VerbForm::None;
  GrammaticalVoice voice = GrammaticalVoice::None;  // of verbs only
};

// `word` is one of syntax.words(); `text` what was parsed.
Morphology find_morphology(const Syntax& syntax, const SyntaxWord& word, std::string_view text);

// In the notation of column FEATS of CoNLL-U; "_" if there are none. Active voice is not written, as in UD English.
void append_features(const Morphology& features, std::string& line);

}  // namespace faultline
