#include "language/features.h"

#include <algorithm>

#include "text/utf8.h"

namespace faultline {
namespace {

constexpr uint32_t kLongestWord = 64;  // bytes of a form that are looked at; no vocabulary word is longer
constexpr uint32_t kShapeCharacters = 12, kShapeRuns = 5;

// The byte where the last `count` characters of `word` begin.
size_t find_suffix(std::string_view word, uint32_t count) {
  size_t at = word.size();
  while (count-- > 0 && at > 0) at -= code_point_before(word, static_cast<uint32_t>(at)).length;
  return at;
}

size_t find_prefix_end(std::string_view word, uint32_t count) {
  size_t at = 0;
  while (count-- > 0 && at < word.size()) at += code_point_at(word, static_cast<uint32_t>(at)).length;
  return at;
}

char shape_of(char32_t c) {
  if (is_upper(c)) return 'X';
  if (is_digit(c)) return 'd';
  switch (c) {
    case '-': case '\'': case '.': case ',': case '&': case '/': return static_cast<char>(c);
    default: break;
  }
  return c < 0x530 && is_letter(c) ? 'x' : 'o';  // the cased alphabets end with Cyrillic
}

std::string_view first_bytes(std::string_view form) {
  if (form.size() <= kLongestWord) return form;
  return form.substr(0, boundary_before(form, kLongestWord));
}

}  // namespace

void append_normal_form(std::string_view form, std::string& normal) {
  for (uint32_t at = 0; at < form.size();) {
    const CodePoint c = code_point_at(form, at);
    if (is_digit(c.value)) normal += '0';
    else if (c.value == 0x201C || c.value == 0x201D) normal += '"';
    else if (c.value == 0x2018) normal += '\'';
    else if (c.value < 0x80) normal += static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value + 32 : c.value);
    else append_folded(normal, form.substr(at, c.length));
    at += c.length;
  }
}

void append_shape(std::string_view form, std::string& shape) {
  uint32_t characters = 0, runs = 0;
  char last = 0;
  for (uint32_t at = 0; at < form.size() && characters < kShapeCharacters; ++characters) {
    const CodePoint c = code_point_at(form, at);
    at += c.length;
    if (c.value == 0x2019) {  // kept apart from ' by the training, too
      if (last != '\x01' && ++runs <= kShapeRuns) shape += "\xE2\x80\x99";
      last = '\x01';
      continue;
    }
    const char kind = shape_of(c.value);
    if (kind != last && ++runs <= kShapeRuns) shape += kind;
    last = kind;
  }
  if (characters == 1 && find_prefix_end(form, 1) == form.size()) shape += '1';
}

WordFeatures find_features(const LanguageModel& model, std::string_view whole, std::string& scratch) {
  const std::string_view form = first_bytes(whole);
  scratch.clear();
  append_normal_form(form, scratch);
  const size_t size = scratch.size();
  WordFeatures features;
  const uint32_t word = model.words.find(scratch);
  if (word != NameTable::kNone) features.word = kFirstWord + word;

  // Each key is built behind the normal form: kind, length, characters; suffixes backwards, byte by byte.
  uint32_t next = 0;
  const auto find_affix = [&] {
    const uint32_t found = model.affixes.find(std::string_view(scratch).substr(size));
    features.affixes[next] = found == NameTable::kNone ? kUnknownAffix : found - model.first_affix[next] + 1;
    ++next;
    scratch.resize(size);
  };
  for (uint32_t count = 1; count <= 4; ++count) {
    const size_t begin = find_suffix(std::string_view(scratch).substr(0, size), count);
    scratch += 's';
    scratch += static_cast<char>('0' + count);
    for (size_t at = size; at > begin; --at) scratch += scratch[at - 1];
    find_affix();
  }
  for (uint32_t count = 2; count <= 3; ++count) {
    const size_t end = find_prefix_end(std::string_view(scratch).substr(0, size), count);
    scratch += 'p';
    scratch += static_cast<char>('0' + count);
    scratch.append(scratch, 0, end);
    find_affix();
  }
  scratch += 'S';
  append_shape(form, scratch);
  find_affix();
  return features;
}

}  // namespace faultline
