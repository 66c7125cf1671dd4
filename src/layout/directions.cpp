#include "layout/directions.h"

#include <SheenBidi/SheenBidi.h>

#include <algorithm>
#include <numeric>

#include "text/utf8.h"

namespace faultline {
namespace {

bool is_bidi_control(char32_t c) { return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_rtl_letter(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

// Rule L1 for the paragraph as one line: white space before separators and at the end goes back to the base level.
void reset_white_space(std::string_view text, const SBBidiType* types, uint8_t base, std::vector<uint8_t>& levels) {
  size_t begin = 0;  // of the white space that may have to be reset
  for (size_t i = 0; i < text.size(); ++i) {
    switch (types[i]) {
      case SBBidiTypeB:
      case SBBidiTypeS:
        std::fill(levels.begin() + static_cast<ptrdiff_t>(begin), levels.begin() + static_cast<ptrdiff_t>(i) + 1, base);
        begin = i + 1;
        break;
      case SBBidiTypeWS: case SBBidiTypeBN: case SBBidiTypeNil:
      case SBBidiTypeLRE: case SBBidiTypeRLE: case SBBidiTypeLRO: case SBBidiTypeRLO: case SBBidiTypePDF:
      case SBBidiTypeLRI: case SBBidiTypeRLI: case SBBidiTypeFSI: case SBBidiTypePDI:
        break;
      default:
        begin = i + 1;
    }
  }
  std::fill(levels.begin() + static_cast<ptrdiff_t>(begin), levels.end(), base);
}

}  // namespace

bool has_rtl(std::string_view text) {
  for (uint32_t at = 0; at < text.size();) {
    // Below U+0590 nothing goes right to left; that is all of most articles, a byte at a time.
    if (static_cast<unsigned char>(text[at]) < 0xD6) {
      ++at;
      continue;
    }
    CodePoint c = code_point_at(text, at);
    if (is_rtl_letter(c.value) || is_bidi_control(c.value)) return true;
    at += c.length;
  }
  return false;
}

std::vector<uint8_t> find_levels(std::string_view paragraph, bool is_rtl) {
  std::vector<uint8_t> levels(paragraph.size(), is_rtl);
  if (paragraph.empty()) return levels;
  SBCodepointSequence sequence{SBStringEncodingUTF8, paragraph.data(), paragraph.size()};
  SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
  if (!algorithm) return levels;
  const SBBidiType* types = SBAlgorithmGetBidiTypesPtr(algorithm);
  for (size_t begin = 0; begin < paragraph.size();) {
    // A separator inside ends a paragraph for the library; for us the base direction goes on.
    SBParagraphRef part = SBAlgorithmCreateParagraph(algorithm, begin, paragraph.size() - begin, is_rtl ? 1 : 0);
    if (!part) break;
    SBUInteger length = SBParagraphGetLength(part);
    const SBLevel* found = SBParagraphGetLevelsPtr(part);
    std::copy(found, found + length, levels.begin() + static_cast<ptrdiff_t>(begin));
    SBParagraphRelease(part);
    begin += std::max<SBUInteger>(length, 1);
  }
  reset_white_space(paragraph, types, is_rtl, levels);
  SBAlgorithmRelease(algorithm);
  return levels;
}

std::optional<bool> find_sole_direction(std::string_view text) {
  bool has_left = false, has_right = false;
  for (uint32_t at = 0; at < text.size() && !(has_left && has_right);) {
    CodePoint c = code_point_at(text, at);
    SBBidiType type = SBCodepointGetBidiType(c.value);
    has_left |= type == SBBidiTypeL;
    has_right |= type == SBBidiTypeR || type == SBBidiTypeAL;
    at += c.length;
  }
  if (has_left == has_right) return {};
  return has_right;
}

bool is_first_rtl(std::string_view text) {
  for (uint32_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    SBBidiType type = SBCodepointGetBidiType(c.value);
    if (type == SBBidiTypeR || type == SBBidiTypeAL) return true;
    if (type == SBBidiTypeL) return false;
    at += c.length;
  }
  return false;
}

std::vector<uint32_t> find_visual_order(std::span<const uint8_t> levels) {
  std::vector<uint32_t> order(levels.size());
  std::iota(order.begin(), order.end(), 0);
  if (levels.empty()) return order;
  uint8_t highest = *std::max_element(levels.begin(), levels.end());
  for (uint8_t level = highest; level > 0; --level) {
    for (size_t begin = 0; begin < levels.size();) {
      size_t end = begin;
      while (end < levels.size() && levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<ptrdiff_t>(begin), order.begin() + static_cast<ptrdiff_t>(end));
      begin = end + 1;
    }
  }
  return order;
}

}  // namespace faultline
