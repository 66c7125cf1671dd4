#include "text/offsets.h"

#include <doctest/doctest.h>

#include <string>

using namespace faultline;

namespace {

// The same counts by another road: decode everything into UTF-32 and UTF-16 and measure.
struct Counted {
  std::u32string code_points;
  std::u16string units;
};
Counted count(std::string_view text) {
  Counted counted;
  for (size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t value = length == 1 ? lead : lead & (0xFF >> (length + 1));
    for (size_t i = 1; i < length; ++i) value = value << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    counted.code_points += value;
    if (value >= 0x10000) {
      counted.units += static_cast<char16_t>(0xD800 + ((value - 0x10000) >> 10));
      counted.units += static_cast<char16_t>(0xDC00 + ((value - 0x10000) & 0x3FF));
    } else {
      counted.units += static_cast<char16_t>(value);
    }
    at += length;
  }
  return counted;
}

}  // namespace

TEST_CASE("every boundary converts to the independent count and back") {
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += "Kabul’s envoy – 🕊️ امن\r\n";
  for (const std::string& text : {std::string(), std::string("plain"), std::string("é€🕊"), std::string("a\r\nb\rc\n"),
                                  std::string("اسلام آباد نے کابل کی تجویز مسترد کر دی۔"), lines}) {
    const Offsets offsets(text);
    const Counted whole = count(text);
    CHECK(offsets.code_points() == whole.code_points.size());
    CHECK(offsets.utf16_units() == whole.units.size());
    uint32_t code_point = 0, unit = 0;
    for (uint32_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
      REQUIRE(offsets.code_point_of(at) == code_point);
      REQUIRE(offsets.utf16_of(at) == unit);
      REQUIRE(offsets.byte_of_code_point(code_point) == at);
      REQUIRE(offsets.byte_of_utf16(unit) == at);
      if (at == text.size()) break;
      unit += whole.code_points[code_point] >= 0x10000 ? 2 : 1;
      ++code_point;
    }
  }
}

TEST_CASE("positions beyond the end are the end, and the middle of a pair is its character") {
  const Offsets offsets("a🕊");
  CHECK(offsets.byte_of_code_point(99) == 5);
  CHECK(offsets.byte_of_utf16(99) == 5);
  CHECK(offsets.code_point_of(99) == 2);
  CHECK(offsets.byte_of_utf16(2) == 1);
}
