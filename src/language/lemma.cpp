#include "language/lemma.h"

#include <algorithm>

#include "text/utf8.h"

namespace faultline {
namespace {

constexpr size_t kLongestEnding = 8;  // bytes
constexpr size_t kLongestWord = 32;   // a longer one is its own lemma

bool is_name(Xpos xpos) {
  return xpos == Xpos::Nnp || xpos == Xpos::Nnps || xpos == Xpos::Add || xpos == Xpos::Fw || xpos == Xpos::Dollar;
}

void append_lower(std::string_view form, std::string& lower) {
  const size_t begin = lower.size();
  append_folded(lower, form);
  if (form.size() > 1) std::replace(lower.begin() + static_cast<ptrdiff_t>(begin), lower.end(), '`', '\'');
  if (form == "‘") {
    lower.resize(begin);
    lower += '\'';
  }
}

// The number of the rule for the word whose tag and folded form, backwards, stand in `key`.
uint32_t find_rule(const LemmaRules& rules, std::string& key) {
  key += '^';
  uint32_t rule = rules.endings.find(key);
  key.pop_back();
  for (size_t size = std::min(kLongestEnding + 1, key.size()); rule == NameTable::kNone && size > 0; --size)
    rule = rules.endings.find(std::string_view(key).substr(0, size));
  return rule;
}

}  // namespace

void append_lemma(const LemmaRules& rules, std::string_view form, Xpos xpos, std::string& lemma, std::string& scratch) {
  if (form.size() > kLongestWord) return void(lemma += form);
  const size_t begin = lemma.size();
  append_lower(form, lemma);
  scratch.assign(1, static_cast<char>('A' + static_cast<int>(xpos)));
  scratch.append(lemma.rbegin(), lemma.rbegin() + static_cast<ptrdiff_t>(lemma.size() - begin));
  const uint32_t rule = find_rule(rules, scratch);
  const bool keep = rule == NameTable::kNone ? is_name(xpos) : rules.cuts[rule] == kKeepForm;
  if (keep) {
    lemma.resize(begin);
    lemma += form;
  } else if (rule != NameTable::kNone) {
    // Rules count bytes; of a character that an ending was not learnt from, none may stay behind.
    size_t size = lemma.size() - std::min<size_t>(rules.cuts[rule], lemma.size() - begin);
    while (size > begin && size < lemma.size() && (static_cast<unsigned char>(lemma[size]) & 0xC0) == 0x80) --size;
    lemma.resize(size);
    lemma += rules.added.name(rule);
  }
}

}  // namespace faultline
