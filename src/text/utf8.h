// UTF-8: validation and stepping.
//
//   if (auto bad = find_invalid_utf8(bytes)) ...   // byte offset of the first bad sequence
//   for (uint32_t at = 0; at < text.size();) { CodePoint c = code_point_at(text, at); at += c.length; }
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace faultline {

struct CodePoint {
  char32_t value;
  uint32_t length;  // bytes, 1..4
};

// The byte offset of the first sequence that is not well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
std::optional<uint32_t> find_invalid_utf8(std::string_view bytes);

// The character that starts at byte `at`. Requires valid UTF-8 and a boundary.
CodePoint code_point_at(std::string_view text, uint32_t at);

// The character that ends before byte `at` > 0. Requires valid UTF-8 and a boundary.
CodePoint code_point_before(std::string_view text, uint32_t at);

// Of the bytes at and before `at`, the last that a character begins at, or the end: where valid UTF-8 may be cut.
uint32_t boundary_before(std::string_view text, uint32_t at);

uint32_t count_code_points(std::string_view text);  // of valid UTF-8

void append_utf8(std::string& text, char32_t value);

// Simple case folding of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; ’ becomes '. For matching only.
// A soft hyphen is dropped, the hyphens U+2010 and U+2011 become '-'.
std::string fold_case(std::string_view text);
void append_folded(std::string& folded, std::string_view text);  // the same, without a new string

bool is_upper(char32_t value);   // the same alphabets
bool is_digit(char32_t value);   // decimal digits of the scripts in use
bool is_letter(char32_t value);  // letters and marks of every script the Unicode blocks name as such, coarse
bool is_space(char32_t value);   // Unicode white space, with NBSP, zero-width space and the byte order mark

}  // namespace faultline
