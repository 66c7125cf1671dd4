#include "text/utf8.h"

#include <doctest/doctest.h>

using namespace faultline;

TEST_CASE("the first byte that is not UTF-8 is named") {
  struct Row { std::string_view bytes; int64_t expected; };
  const Row rows[] = {
      {"", -1},
      {"Kabul", -1},
      {"کابل – Kābul 🕊", -1},
      {std::string_view("a\0b", 3), -1},  // NUL is a character
      {"ab\xFF", 2},
      {"\x80", 0},                  // continuation without a lead
      {"caf\xC3", 3},               // cut off
      {"\xC0\xAF", 0},              // overlong '/'
      {"\xE0\x80\xAF", 0},          // overlong, three bytes
      {"x\xED\xA0\x80", 1},         // surrogate D800
      {"\xF4\x90\x80\x80", 0},      // beyond U+10FFFF
      {"\xF0\x9F\x95", 0},          // three of four bytes
  };
  for (const Row& row : rows) {
    const auto bad = find_invalid_utf8(row.bytes);
    CHECK_MESSAGE((bad ? static_cast<int64_t>(*bad) : -1) == row.expected, row.bytes.size(), " bytes: ", row.bytes);
  }
}

TEST_CASE("stepping forward and backward meets the same characters") {
  const std::string_view text = "aé€🕊";
  uint32_t at = 0;
  for (char32_t expected : {U'a', U'é', U'€', U'🕊'}) {
    const CodePoint c = code_point_at(text, at);
    CHECK(c.value == expected);
    at += c.length;
    CHECK(code_point_before(text, at).value == expected);
  }
  CHECK(at == text.size());
}

TEST_CASE("append_utf8 writes what code_point_at reads") {
  for (char32_t value : {0x00u, 0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
    std::string text;
    append_utf8(text, value);
    CHECK(code_point_at(text, 0).value == value);
    CHECK(code_point_at(text, 0).length == text.size());
  }
}

TEST_CASE("folding makes the spellings of a word equal") {
  struct Row { std::string_view word, expected; };
  const Row rows[] = {
      {"KABUL", "kabul"},     {"Évian", "évian"}, {"ŁÓDŹ", "łódź"},         {"Москва", "москва"},
      {"Ёлка", "ёлка"},       {"ΑΘΗΝΑ", "αθηνα"}, {"λόγος", "λόγοσ"},      {"Kabul’s", "kabul's"},
      {"co\u00ADop", "coop"}, {"کابل", "کابل"},   {"cross‑border", "cross-border"}, {"×", "×"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(fold_case(row.word) == row.expected, row.word);
}

TEST_CASE("letters, digits, capitals and spaces of many scripts") {
  for (char32_t c : {U'a', U'É', U'ж', U'ک', U'क', U'汉', U'한', U'\u0301', U'\u200C'}) CHECK(is_letter(c));
  for (char32_t c : {U'1', U' ', U'.', U'،', U'؟', U'۔', U'।', U'“', U'🕊', U'٣', U'€', U'×'}) CHECK_FALSE(is_letter(c));
  for (char32_t c : {U'0', U'٣', U'۴', U'५'}) CHECK(is_digit(c));
  for (char32_t c : {U'A', U'É', U'Ż', U'Ж', U'Ω'}) CHECK(is_upper(c));
  for (char32_t c : {U'a', U'é', U'ж', U'ک', U'1', U'×'}) CHECK_FALSE(is_upper(c));
  for (char32_t c : {U' ', U'\t', U'\n', U'\u00A0', U'\u202F', U'\u3000', U'\uFEFF'}) CHECK(is_space(c));
  for (char32_t c : {U'a', U'\0', U'-'}) CHECK_FALSE(is_space(c));
}
