#include "text/search.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace faultline {
namespace {

constexpr char32_t kNothing = 0;

// The letters below the diacritics of Latin-1's second half and Latin Extended-A, from U+00C0 to U+017F; ' ' where there is none.
constexpr std::string_view kBases =
    "AAAAAA CEEEEIIII NOOOOO OUUUUY  aaaaaa ceeeeiiii nooooo ouuuuy y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKk LlLlLlLlLlNnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static_assert(kBases.size() == 0x180 - 0xC0);

// Marks that stand on a letter: combining diacritics, Arabic vowel signs, hamza and madda above, Quranic signs.
bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED && c != 0x6DD && c != 0x6DE && c != 0x6E9);
}

// What is there for the typesetter alone: soft hyphen, joiners, marks of direction, the Arabic stretcher.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x640;
}

// One of several ways to write a sign.
char32_t unify(char32_t c) {
  if (c >= 0x2018 && c <= 0x201B) return '\'';
  if (c >= 0x201C && c <= 0x201F) return '"';
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c == 0x2212) return '-';
  if (c == 0x649 || c == 0x6CC) return 0x64A;              // yeh without dots, Farsi yeh
  if (c == 0x6A9 || c == 0x6AA) return 0x643;              // keheh, swash kaf
  if (c == 0x6C1 || c == 0x6BE || c == 0x6D5) return 0x647;  // Urdu's two hehs, ae
  if (c >= 0x660 && c <= 0x669) return '0' + (c - 0x660);
  if (c >= 0x6F0 && c <= 0x6F9) return '0' + (c - 0x6F0);
  return c;
}

char32_t find_base(char32_t c) {
  if (c >= 0xC0 && c < 0x180) {
    const auto base = static_cast<unsigned char>(kBases[c - 0xC0]);
    return base == ' ' ? c : base;
  }
  switch (c) {
    case 0x622: case 0x623: case 0x625: case 0x671: return 0x627;  // alef with madda, hamza, wasla
    case 0x624: return 0x648;
    case 0x626: return 0x64A;
    case 0x6C2: case 0x6C0: return 0x647;
    case 0x6D3: return 0x6D2;
    default: return c;
  }
}

// The character as it is compared; kNothing when it does not count.
char32_t fold(char32_t c, const SearchOptions& options) {
  if (is_invisible(c)) return kNothing;
  if (is_space(c)) return ' ';
  if (c < 0x80) return !options.matches_case && c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (!options.matches_marks) {
    if (is_mark(c)) return kNothing;
    c = find_base(c);
  }
  c = unify(c);
  if (options.matches_case) return c;
  std::string letter, folded;
  append_utf8(letter, c);
  append_folded(folded, letter);
  return folded.empty() ? kNothing : code_point_at(folded, 0).value;
}

bool is_in_word(char32_t c) { return is_letter(c) || is_digit(c); }

// A match does not begin or end inside a word.
bool is_alone(std::string_view text, Span span) {
  const bool has_before = span.begin > 0 && is_in_word(code_point_before(text, span.begin).value) && is_in_word(code_point_at(text, span.begin).value);
  const bool has_after = span.end < text.size() && is_in_word(code_point_at(text, span.end).value) && is_in_word(code_point_before(text, span.end).value);
  return !has_before && !has_after;
}

// Marks and joiners behind the last letter belong to it.
uint32_t end_with_marks(std::string_view text, uint32_t end) {
  while (end < text.size()) {
    const CodePoint next = code_point_at(text, end);
    if (!is_mark(next.value)) break;
    end += next.length;
  }
  return end;
}

}  // namespace

Search::Search(std::string_view query, SearchOptions options) : options_(options) {
  for (uint32_t at = 0; at < query.size();) {
    const CodePoint c = code_point_at(query, at);
    at += c.length;
    const char32_t folded = fold(c.value, options);
    if (folded == kNothing || (folded == ' ' && !query_.empty() && query_.back() == ' ')) continue;
    query_.push_back(folded);
  }
  if (query_ == std::vector<char32_t>{U' '}) query_.clear();
  borders_.assign(query_.size(), 0);
  for (uint32_t i = 1, border = 0; i < query_.size(); ++i) {
    while (border > 0 && query_[i] != query_[border]) border = borders_[border - 1];
    if (query_[i] == query_[border]) ++border;
    borders_[i] = border;
  }
}

std::vector<Span> Search::find_in(std::string_view text) const {
  std::vector<Span> found;
  if (query_.empty()) return found;
  const auto size = static_cast<uint32_t>(query_.size());
  std::vector<uint32_t> starts(size);  // of the last characters that count, round and round
  uint32_t matched = 0, counted = 0;
  bool was_space = false;
  for (uint32_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const uint32_t begin = at;
    at += c.length;
    const char32_t folded = fold(c.value, options_);
    if (folded == kNothing || (folded == ' ' && was_space)) continue;
    was_space = folded == ' ';
    starts[counted++ % size] = begin;
    while (matched > 0 && folded != query_[matched]) matched = borders_[matched - 1];
    if (folded == query_[matched]) ++matched;
    if (matched < size) continue;
    const Span span{starts[counted % size], end_with_marks(text, at)};
    if (options_.is_whole_word && !is_alone(text, span)) {
      matched = borders_[matched - 1];
      continue;
    }
    found.push_back(span);
    matched = 0;
  }
  return found;
}

}  // namespace faultline
