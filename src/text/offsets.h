// Converts positions between bytes, Unicode code points and UTF-16 units of one text.
//
//   Offsets offsets(text);
//   uint32_t start = offsets.code_point_of(span.begin);  // for the report
//   uint32_t unit = offsets.utf16_of(span.begin);        // for the DOM
//
// Built in one pass; a look-up costs at most kStride byte steps.
// Requires valid UTF-8 (text/utf8.h) and positions on character boundaries.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace faultline {

class Offsets {
 public:
  explicit Offsets(std::string_view text);  // keeps a view: the text must outlive this

  uint32_t code_point_of(uint32_t byte) const;
  uint32_t utf16_of(uint32_t byte) const;
  uint32_t byte_of_code_point(uint32_t code_point) const;  // clamps to the end
  uint32_t byte_of_utf16(uint32_t unit) const;             // inside a pair: the start of its character
  uint32_t code_points() const { return code_points_; }
  uint32_t utf16_units() const { return utf16_units_; }

 private:
  static constexpr uint32_t kStride = 256;  // bytes between marks: 8 bytes of memory per 256 of text
  struct Mark {
    uint32_t code_points;
    uint32_t utf16_units;
  };
  std::string_view text_;
  std::vector<Mark> marks_;
  uint32_t code_points_ = 0;
  uint32_t utf16_units_ = 0;
};

}  // namespace faultline
