#include "text/utf8.h"

#include <algorithm>

namespace faultline {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Length of the well-formed sequence at `at`, 0 if it is none: Unicode standard, table 3-7.
uint32_t sequence_length(std::string_view bytes, size_t at) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  const size_t left = bytes.size() - at;
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return left >= 2 && is_continuation(byte(1)) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !is_continuation(byte(1)) || !is_continuation(byte(2))) return 0;
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;   // overlong
    if (lead == 0xED && byte(1) >= 0xA0) return 0;  // surrogate
    return 3;
  }
  if (lead > 0xF4 || left < 4) return 0;
  if (!is_continuation(byte(1)) || !is_continuation(byte(2)) || !is_continuation(byte(3))) return 0;
  if (lead == 0xF0 && byte(1) < 0x90) return 0;   // overlong
  if (lead == 0xF4 && byte(1) >= 0x90) return 0;  // beyond U+10FFFF
  return 4;
}

struct Range {
  char32_t first, last;
};

template <size_t N>
bool is_in(const Range (&ranges)[N], char32_t value) {
  size_t low = 0, high = N;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (value > ranges[middle].last) low = middle + 1;
    else high = middle;
  }
  return low < N && value >= ranges[low].first;
}

// Blocks of letters and marks, coarse: what a tokeniser needs, not the full property table.
constexpr Range kLetters[] = {
    {0x41, 0x5A},       {0x61, 0x7A},       {0xAA, 0xAA},     {0xAD, 0xAD},     {0xB5, 0xB5},
    {0xBA, 0xBA},       {0xC0, 0xD6},       {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x300, 0x37D},
    {0x37F, 0x386},     {0x388, 0x481},     {0x483, 0x559},   {0x560, 0x588},   {0x591, 0x5BD},
    {0x5BF, 0x5BF},     {0x5C1, 0x5C2},     {0x5C4, 0x5C5},   {0x5C7, 0x5F2},   {0x610, 0x61A},
    {0x620, 0x65F},     {0x66E, 0x6D3},     {0x6D5, 0x6EF},   {0x6FA, 0x6FF},   {0x710, 0x7BF},
    {0x7CA, 0x963},     {0x971, 0x9E5},     {0x9F0, 0xA65},   {0xA70, 0xAE5},   {0xAF0, 0xB65},
    {0xB70, 0xBE5},     {0xBF0, 0xC65},     {0xC70, 0xCE5},   {0xCF0, 0xD65},   {0xD70, 0xE3E},
    {0xE40, 0xE4E},     {0xE80, 0xECF},     {0xEDA, 0xF1F},   {0xF2A, 0x103F},  {0x1050, 0x10FA},
    {0x10FC, 0x135F},   {0x1380, 0x166C},   {0x166F, 0x167F}, {0x1681, 0x169A}, {0x16A0, 0x17D3},
    {0x17DC, 0x17DF},   {0x180B, 0x180F},   {0x1820, 0x1FFF}, {0x200C, 0x200D}, {0x2071, 0x2071},
    {0x207F, 0x207F},   {0x2C00, 0x2DFF},   {0x3005, 0x3007}, {0x3041, 0x30FA}, {0x30FC, 0x31FF},
    {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA4D0, 0xABFF}, {0xAC00, 0xD7FF}, {0xF900, 0xFD3D},
    {0xFD50, 0xFDFB},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F}, {0xFE70, 0xFEFC}, {0xFF21, 0xFF3A},
    {0xFF41, 0xFF5A},   {0xFF66, 0xFFDC},   {0x10000, 0x1CFFF}, {0x1E000, 0x1EFFF}, {0x20000, 0x3FFFF},
    {0xE0100, 0xE01EF},
};

constexpr Range kDigits[] = {
    {0x30, 0x39},   {0x660, 0x669}, {0x6F0, 0x6F9},   {0x7C0, 0x7C9},   {0x966, 0x96F},   {0x9E6, 0x9EF},
    {0xA66, 0xA6F}, {0xAE6, 0xAEF}, {0xB66, 0xB6F},   {0xBE6, 0xBEF},   {0xC66, 0xC6F},   {0xCE6, 0xCEF},
    {0xD66, 0xD6F}, {0xE50, 0xE59}, {0xED0, 0xED9},   {0xF20, 0xF29},   {0x1040, 0x1049}, {0xFF10, 0xFF19},
};

char32_t fold(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
  if (c == 0x130) return 'i';
  if (c < 0x138) return c | 1;  // Latin Extended-A: capitals are even here …
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);  // … and odd here
  if (c >= 0x14A && c <= 0x177) return c | 1;
  if (c == 0x178) return 0xFF;
  if (c == 0x17F) return 's';
  if (c == 0x386) return 0x3AC;
  if (c >= 0x388 && c <= 0x38A) return c + 37;
  if (c == 0x38C) return 0x3CC;
  if (c == 0x38E || c == 0x38F) return c + 63;
  if (c >= 0x391 && c <= 0x3AB && c != 0x3A2) return c + 32;
  if (c == 0x3C2) return 0x3C3;  // final sigma
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c == 0x2019 || c == 0x2BC) return '\'';
  if (c == 0x2010 || c == 0x2011) return '-';
  return c;
}

}  // namespace

std::optional<uint32_t> find_invalid_utf8(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    const uint32_t length = sequence_length(bytes, at);
    if (length == 0) return static_cast<uint32_t>(at);
    at += length;
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view text, uint32_t at) {
  auto byte = [&](uint32_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

CodePoint code_point_before(std::string_view text, uint32_t at) {
  uint32_t start = at - 1;
  while (is_continuation(static_cast<unsigned char>(text[start]))) --start;
  return code_point_at(text, start);
}

uint32_t boundary_before(std::string_view text, uint32_t at) {
  while (at > 0 && at < text.size() && is_continuation(static_cast<unsigned char>(text[at]))) --at;
  return at;
}

uint32_t count_code_points(std::string_view text) {
  return static_cast<uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

void append_utf8(std::string& text, char32_t value) {
  auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

void append_folded(std::string& folded, std::string_view text) {
  for (uint32_t at = 0; at < text.size();) {
    if (const char byte = text[at]; static_cast<unsigned char>(byte) < 0x80) {
      folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (c.value != 0xAD) append_utf8(folded, fold(c.value));  // a soft hyphen is invisible
    at += c.length;
  }
}

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  append_folded(folded, text);
  return folded;
}

bool is_upper(char32_t value) {
  return is_letter(value) && value != 0xAD && value < 0x430 && fold(value) != value && value != 0x3C2 &&
         value != 0x17F && value != 0x2BC;
}
bool is_letter(char32_t value) {
  if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  return is_in(kLetters, value);
}

bool is_digit(char32_t value) {
  if (value < 0x80) return value >= '0' && value <= '9';
  return is_in(kDigits, value);
}

bool is_space(char32_t value) {
  if (value <= 0x20) return value == ' ' || (value >= 0x09 && value <= 0x0D);
  if (value < 0x80) return false;
  return value == 0x85 || value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200B) ||
         value == 0x2028 || value == 0x2029 || value == 0x202F || value == 0x205F || value == 0x3000 ||
         value == 0xFEFF;
}

}  // namespace faultline
