#include "rules/inflect.h"

#include <algorithm>

namespace faultline {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

// Consonant, single vowel, consonant: "stop", "travel", but not "play", "meet", "box".
bool ends_in_short_syllable(std::string_view word) {
  const size_t n = word.size();
  if (n < 3) return false;
  const char last = word[n - 1];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  return is_vowel(word[n - 2]) && (!is_vowel(word[n - 3]) || word.substr(n - 3, 2) == "ui");
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string with_s(std::string_view word) {
  std::string out(word);
  if (ends_in_consonant_y(word)) {
    out.pop_back();
    return out + "ies";
  }
  return out + (ends_with_any(word, {"s", "x", "z", "ch", "sh"}) ? "es" : "s");
}

// The stem before -ed and -ing, in every spelling that is in use.
std::vector<std::string> stems(std::string_view word, bool before_e) {
  std::string stem(word);
  if (before_e && ends_in_consonant_y(word)) {
    stem.back() = 'i';
    return {stem};
  }
  if (stem.ends_with("ie") && !before_e) return {stem.substr(0, stem.size() - 2) + "y"};
  if (stem.back() == 'e' && !(stem.ends_with("ee") && !before_e) && !stem.ends_with("oe")) {
    stem.pop_back();
    return {stem};
  }
  if (!ends_in_short_syllable(word)) return {stem};
  std::vector<std::string> out{stem + stem.back()};
  const auto vowels = std::count_if(word.begin(), word.end(), is_vowel);
  if (vowels > 1) out.push_back(stem);  // of more than one syllable: usage is divided
  return out;
}

const std::vector<std::string>* find_irregular(std::string_view lemma, std::string_view part, const Irregulars& irregulars) {
  const auto at = irregulars.find(std::string(lemma) + "/" + std::string(part));
  return at == irregulars.end() ? nullptr : &at->second;
}

void append(std::vector<Form>& out, std::string text, WordClass word_class) {
  Form form{std::move(text), word_class};
  if (std::find(out.begin(), out.end(), form) == out.end()) out.push_back(std::move(form));
}

void append_part(std::string_view lemma, std::string_view part, const Irregulars& irregulars, std::vector<Form>& out) {
  const WordClass word_class = part == "vg"             ? WordClass::Gerund
                               : part.starts_with("v")  ? WordClass::Verb
                               : part.starts_with("n")  ? WordClass::Noun
                                                        : WordClass::Any;
  if (const auto* known = find_irregular(lemma, part, irregulars)) {
    for (const std::string& form : *known) append(out, form, word_class);
    return;
  }
  if (part == "vb" || part == "n1") return append(out, std::string(lemma), word_class);
  if (part == "vz" || part == "ns") return append(out, with_s(lemma), word_class);
  if (part == "vd")
    for (const std::string& stem : stems(lemma, true)) append(out, stem + "ed", word_class);
  if (part == "vg")
    for (const std::string& stem : stems(lemma, false)) append(out, stem + "ing", word_class);
  if (part == "ar" || part == "as")
    for (const std::string& stem : stems(lemma, true)) append(out, stem + (part == "ar" ? "er" : "est"), word_class);
}

}  // namespace

std::optional<std::vector<Form>> inflect(std::string_view lemma, std::string_view part, const Irregulars& irregulars) {
  std::vector<Form> out;
  if (lemma.empty()) return std::nullopt;
  if (part == "v") {
    for (const char* each : {"vb", "vz", "vd", "vg"}) append_part(lemma, each, irregulars, out);
  } else if (part == "n") {
    for (const char* each : {"n1", "ns"}) append_part(lemma, each, irregulars, out);
  } else if (part == "a") {
    append(out, std::string(lemma), WordClass::Any);
    if (lemma.size() <= 7)  // longer adjectives compare with "more"
      for (const char* each : {"ar", "as"}) append_part(lemma, each, irregulars, out);
  } else if (part == "r") {
    append(out, std::string(lemma), WordClass::Any);
  } else if (part == "vb" || part == "vz" || part == "vd" || part == "vg" || part == "n1" || part == "ns") {
    append_part(lemma, part, irregulars, out);
  } else {
    return std::nullopt;
  }
  return out;
}

const std::vector<WordForm>* Inflections::find(std::string_view lemma, std::string_view part) {
  key_.assign(lemma).append("/").append(part);
  const uint32_t key = keys_.intern(key_);
  if (key == forms_.size()) {
    const std::optional<std::vector<Form>> forms = part.empty() ? std::vector<Form>{{std::string(lemma), WordClass::Any}} : inflect(lemma, part, irregulars_);
    auto& numbered = forms_.emplace_back();
    if (forms) numbered.emplace();
    for (size_t i = 0; forms && i < forms->size(); ++i) numbered->push_back({vocabulary.intern((*forms)[i].text), (*forms)[i].word_class});
  }
  return forms_[key] ? &*forms_[key] : nullptr;
}

}  // namespace faultline
