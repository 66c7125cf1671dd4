#include "language/morphology.h"

#include <algorithm>

namespace faultline {
namespace {

std::string_view form_of(const SyntaxWord& word, std::string_view text) { return text.substr(word.span.begin, word.span.size()); }

bool is_form(std::string_view form, std::string_view lower) {
  return std::equal(form.begin(), form.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

struct Pronoun {
  std::string_view lemma;
  uint8_t person;
  GrammaticalNumber number;
};
constexpr Pronoun kPronouns[] = {
    {"I", 1, GrammaticalNumber::Singular},    {"my", 1, GrammaticalNumber::Singular}, {"myself", 1, GrammaticalNumber::Singular},
    {"we", 1, GrammaticalNumber::Plural},     {"our", 1, GrammaticalNumber::Plural},  {"ourselves", 1, GrammaticalNumber::Plural},
    {"you", 2, GrammaticalNumber::None},      {"your", 2, GrammaticalNumber::None},   {"he", 3, GrammaticalNumber::Singular},
    {"his", 3, GrammaticalNumber::Singular},  {"she", 3, GrammaticalNumber::Singular}, {"her", 3, GrammaticalNumber::Singular},
    {"it", 3, GrammaticalNumber::Singular},   {"its", 3, GrammaticalNumber::Singular}, {"they", 3, GrammaticalNumber::Plural},
    {"their", 3, GrammaticalNumber::Plural},
};

// Dependents of a word are looked for within this many words on either side: auxiliaries and subjects stand near.
constexpr size_t kReach = 40;

bool has_passive_dependent(const Syntax& syntax, size_t index) {
  const auto words = syntax.words();
  const size_t begin = index > kReach ? index - kReach : 0, end = std::min(words.size(), index + kReach);
  return std::any_of(words.begin() + static_cast<ptrdiff_t>(begin), words.begin() + static_cast<ptrdiff_t>(end), [&](const SyntaxWord& word) {
    return word.head == index && (word.relation == Relation::AuxPass || word.relation == Relation::NsubjPass ||
                                  word.relation == Relation::CsubjPass || word.relation == Relation::OblAgent);
  });
}

GrammaticalVoice voice_of(const Syntax& syntax, const SyntaxWord& word) {
  if (word.upos != Upos::Verb && word.upos != Upos::Adj) return GrammaticalVoice::None;
  if (word.xpos != Xpos::Vbn) return word.upos == Upos::Verb ? GrammaticalVoice::Active : GrammaticalVoice::None;
  const size_t index = static_cast<size_t>(&word - syntax.words().data());
  const bool attribute = word.relation == Relation::Acl || word.relation == Relation::Amod;
  return attribute || has_passive_dependent(syntax, index) ? GrammaticalVoice::Passive : GrammaticalVoice::Active;
}

void find_verb_features(const SyntaxWord& word, std::string_view form, Morphology& features) {
  switch (word.xpos) {
    case Xpos::Vbd:
      features.tense = Tense::Past;
      features.verb_form = VerbForm::Finite;
      if (is_form(form, "was")) features.number = GrammaticalNumber::Singular;
      break;
    case Xpos::Vbz:
      features = {GrammaticalNumber::Singular, 3, Tense::Present, VerbForm::Finite, features.voice};
      break;
    case Xpos::Vbp:
      features.tense = Tense::Present;
      features.verb_form = VerbForm::Finite;
      break;
    case Xpos::Md: features.verb_form = VerbForm::Finite; break;
    case Xpos::Vb: features.verb_form = VerbForm::Infinitive; break;
    case Xpos::Vbg: features.verb_form = VerbForm::Gerund; break;
    case Xpos::Vbn:
      features.tense = Tense::Past;
      features.verb_form = VerbForm::Participle;
      break;
    default: break;
  }
}

}  // namespace

Morphology find_morphology(const Syntax& syntax, const SyntaxWord& word, std::string_view text) {
  Morphology features;
  features.voice = voice_of(syntax, word);
  switch (word.xpos) {
    case Xpos::Nn: case Xpos::Nnp: features.number = GrammaticalNumber::Singular; break;
    case Xpos::Nns: case Xpos::Nnps: features.number = GrammaticalNumber::Plural; break;
    case Xpos::Prp: case Xpos::PrpPoss:
      for (const Pronoun& pronoun : kPronouns)
        if (pronoun.lemma == syntax.lemma_of(word)) {
          features.person = pronoun.person;
          features.number = pronoun.number;
        }
      break;
    default: find_verb_features(word, form_of(word, text), features);
  }
  return features;
}

void append_features(const Morphology& features, std::string& line) {
  const size_t begin = line.size();
  const auto add = [&](std::string_view feature) {
    if (line.size() > begin) line += '|';
    line += feature;
  };
  if (features.verb_form == VerbForm::Finite && features.tense != Tense::None) add("Mood=Ind");
  if (features.number != GrammaticalNumber::None) add(features.number == GrammaticalNumber::Singular ? "Number=Sing" : "Number=Plur");
  if (features.person != 0) {
    add("Person=");
    line += static_cast<char>('0' + features.person);
  }
  if (features.tense != Tense::None) add(features.tense == Tense::Past ? "Tense=Past" : "Tense=Pres");
  switch (features.verb_form) {
    case VerbForm::None: break;
    case VerbForm::Finite: add("VerbForm=Fin"); break;
    case VerbForm::Infinitive: add("VerbForm=Inf"); break;
    case VerbForm::Gerund: add("VerbForm=Ger"); break;
    case VerbForm::Participle: add("VerbForm=Part"); break;
  }
  if (features.voice == GrammaticalVoice::Passive) add("Voice=Pass");
  if (line.size() == begin) line += '_';
}

}  // namespace faultline
