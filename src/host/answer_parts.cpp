#include "host/answer_parts.h"

#include <cmath>
#include <cstdlib>

namespace faultline {

std::string to_digits(double value) {
  auto millionths = static_cast<int64_t>(std::llround(value * 1e6));
  std::string text = std::to_string(std::abs(millionths) / 1000000);
  if (int64_t rest = std::abs(millionths) % 1000000) {
    std::string digits = std::to_string(rest);
    text += '.' + std::string(6 - digits.size(), '0') + digits;
    while (text.back() == '0') text.pop_back();
  }
  return millionths < 0 ? '-' + text : text;
}

void write_length(JsonWriter& json, std::string_view key, double value) { json.key(key).raw(to_digits(value)); }

void write_rect(JsonWriter& json, const Rect& rect) {
  write_length(json, "left", rect.left);
  write_length(json, "top", rect.top);
  write_length(json, "width", rect.width());
  write_length(json, "height", rect.height());
}

}  // namespace faultline
