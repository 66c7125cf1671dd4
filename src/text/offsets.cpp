#include "text/offsets.h"

#include <algorithm>

#include "text/utf8.h"

namespace faultline {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }
// UTF-16 units of the character that a lead byte opens: two beyond U+FFFF, which is four bytes of UTF-8.
uint32_t units_of(char lead) { return static_cast<unsigned char>(lead) >= 0xF0 ? 2 : 1; }

}  // namespace

Offsets::Offsets(std::string_view text) : text_(text) {
  marks_.reserve(text.size() / kStride + 1);
  for (uint32_t at = 0; at < text.size(); ++at) {
    if (at % kStride == 0) marks_.push_back({code_points_, utf16_units_});
    if (!starts_character(text[at])) continue;
    ++code_points_;
    utf16_units_ += units_of(text[at]);
  }
  if (marks_.empty()) marks_.push_back({0, 0});
}

uint32_t Offsets::code_point_of(uint32_t byte) const {
  byte = std::min(byte, static_cast<uint32_t>(text_.size()));
  const size_t mark = std::min<size_t>(byte / kStride, marks_.size() - 1);
  uint32_t count = marks_[mark].code_points;
  for (uint32_t at = static_cast<uint32_t>(mark) * kStride; at < byte; ++at) count += starts_character(text_[at]);
  return count;
}

uint32_t Offsets::utf16_of(uint32_t byte) const {
  byte = std::min(byte, static_cast<uint32_t>(text_.size()));
  const size_t mark = std::min<size_t>(byte / kStride, marks_.size() - 1);
  uint32_t count = marks_[mark].utf16_units;
  for (uint32_t at = static_cast<uint32_t>(mark) * kStride; at < byte; ++at)
    if (starts_character(text_[at])) count += units_of(text_[at]);
  return count;
}

uint32_t Offsets::byte_of_code_point(uint32_t code_point) const {
  auto after = std::upper_bound(marks_.begin(), marks_.end(), code_point,
                                [](uint32_t want, const Mark& mark) { return want < mark.code_points; });
  const size_t mark = static_cast<size_t>(after - marks_.begin()) - 1;
  uint32_t count = marks_[mark].code_points;
  uint32_t at = static_cast<uint32_t>(mark) * kStride;
  for (; at < text_.size(); ++at) {
    if (!starts_character(text_[at])) continue;
    if (count == code_point) break;
    ++count;
  }
  return at;
}

uint32_t Offsets::byte_of_utf16(uint32_t unit) const {
  auto after = std::upper_bound(marks_.begin(), marks_.end(), unit,
                                [](uint32_t want, const Mark& mark) { return want < mark.utf16_units; });
  const size_t mark = static_cast<size_t>(after - marks_.begin()) - 1;
  uint32_t count = marks_[mark].utf16_units;
  uint32_t at = static_cast<uint32_t>(mark) * kStride;
  for (; at < text_.size(); ++at) {
    if (!starts_character(text_[at])) continue;
    if (count + units_of(text_[at]) > unit) break;
    count += units_of(text_[at]);
  }
  return at;
}

}  // namespace faultline
