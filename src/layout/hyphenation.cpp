#include "layout/hyphenation.h"

#include <algorithm>

#include "text/utf8.h"

namespace faultline {
namespace {

constexpr size_t kLeast = 5, kFirst = 2, kLast = 3;  // letters: of a word, before its first hyphen, behind its last one
constexpr size_t kMost = 64;                          // longer ones are no words

bool is_level(char32_t c) { return c >= U'0' && c <= U'9'; }

std::u32string to_code_points(std::string_view text) {
  std::u32string code_points;
  for (uint32_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    code_points += c.value;
    at += c.length;
  }
  return code_points;
}

}  // namespace

void Hyphenation::add_pattern(const std::u32string& token) {
  std::u32string letters;
  Levels levels(1, '0');
  for (char32_t c : token) {
    if (is_level(c)) {
      levels.back() = static_cast<char>(c);
    } else {
      letters += c;
      levels += '0';
    }
  }
  longest_ = std::max(longest_, letters.size());
  patterns_[letters] = levels;
}

void Hyphenation::add_exception(const std::u32string& token) {
  std::u32string letters;
  Levels levels(1, '0');
  for (char32_t c : token) {
    if (c == U'-') {
      levels.back() = '1';
    } else {
      letters += c;
      levels += '0';
    }
  }
  exceptions_[letters] = levels;
}

std::vector<uint32_t> Hyphenation::find_hyphens(std::string_view word) const {
  std::u32string folded = to_code_points(fold_case(word)), letters = to_code_points(word);
  bool is_word = letters.size() >= kLeast && letters.size() <= kMost && folded.size() == letters.size() && std::all_of(letters.begin(), letters.end(), is_letter);
  if (!is_word) return {};
  Levels levels(letters.size() + 1, '0');
  if (auto exception = exceptions_.find(folded); exception != exceptions_.end()) {
    levels = exception->second;
  } else {
    // With its edges the word has one place more at its front.
    std::u32string edged = U'.' + folded + U'.';
    for (size_t begin = 0; begin < edged.size(); ++begin) {
      for (size_t length = 1; length <= std::min(longest_, edged.size() - begin); ++length) {
        auto pattern = patterns_.find(edged.substr(begin, length));
        if (pattern == patterns_.end()) continue;
        for (size_t i = 0; i <= length; ++i) {
          size_t place = begin + i;  // before this letter of `edged`
          if (place >= 1 && place <= levels.size()) levels[place - 1] = std::max(levels[place - 1], pattern->second[i]);
        }
      }
    }
  }
  std::vector<uint32_t> places;
  uint32_t at = 0;
  for (size_t i = 0; i < letters.size(); ++i) {
    if (i >= kFirst && i + kLast <= letters.size() && (levels[i] - '0') % 2 == 1) places.push_back(at);
    at += code_point_at(word, at).length;
  }
  return places;
}

const std::vector<uint32_t>& HyphenFinder::find(std::string_view word) {
  auto [known, is_new] = known_.try_emplace(std::string(word));
  if (!is_new) return known->second;
  uint32_t begin = 0, end = static_cast<uint32_t>(word.size());
  while (begin < end && !is_letter(code_point_at(word, begin).value)) begin += code_point_at(word, begin).length;
  while (end > begin && !is_letter(code_point_before(word, end).value)) end -= code_point_before(word, end).length;
  known->second = hyphenation_.find_hyphens(word.substr(begin, end - begin));
  for (uint32_t& place : known->second) place += begin;
  return known->second;
}

Result<Hyphenation> parse_hyphenation(std::string_view text) {
  if (std::optional<uint32_t> bad = find_invalid_utf8(text)) return make_error(ErrorCode::BadEncoding, "the patterns are not UTF-8", "byte " + std::to_string(*bad));
  Hyphenation hyphenation;
  std::u32string token;
  bool is_comment = false, is_command = false;
  size_t line = 1;
  auto finish = [&] {
    if (!token.empty() && !is_command) {
      bool has_level = std::any_of(token.begin(), token.end(), is_level);
      has_level ? hyphenation.add_pattern(token) : hyphenation.add_exception(token);
    }
    token.clear();
    is_command = false;
  };
  for (uint32_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    at += c.length;
    if (c.value == U'\n') ++line, is_comment = false;
    if (is_comment) continue;
    bool is_part = is_letter(c.value) || is_level(c.value) || c.value == U'.' || c.value == U'-' || c.value == U'\'' || c.value == 0x2019;
    if (c.value == U' ' || c.value == U'\t' || c.value == U'\n' || c.value == U'\r' || c.value == U'{' || c.value == U'}') {
      finish();
    } else if (c.value == U'%') {
      finish();
      is_comment = true;
    } else if (c.value == U'\\') {
      finish();
      is_command = true;
    } else if (is_part || is_command) {
      token += c.value == 0x2019 ? U'\'' : c.value;
    } else {
      return make_error(ErrorCode::BadRequest, "expected letters, digits, stops and hyphens between white space", "line " + std::to_string(line));
    }
  }
  finish();
  if (hyphenation.patterns_.empty()) return make_error(ErrorCode::BadRequest, "there is no hyphenation pattern; expected some such as \".ach4\"", "");
  return hyphenation;
}

}  // namespace faultline
