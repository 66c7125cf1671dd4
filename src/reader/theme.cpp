#include "reader/theme.h"

#include <cmath>

namespace faultline {
namespace {

// Indigo, vermilion and teal: three hues that stay apart in the common kinds of colour blindness, and none of them a traffic
// light. An issue is neither good nor bad, so it gets the coolest.
constexpr Theme kThemes[kThemeCount] = {
    {"light", rgb(0xFFFFFF), rgb(0xF8F6F3), rgb(0xFFFFFF), rgb(0x1D1B19), rgb(0x625D57), rgb(0xE3DED7), rgb(0x8A847C), rgb(0xEFEBE5), rgb(0x1D1B19),
     with_alpha(rgb(0xFFC933), 130), rgb(0xFFC933),
     {{with_alpha(rgb(0x5646C4), 26), with_alpha(rgb(0x5646C4), 64), rgb(0x5646C4), rgb(0x43359F), rgb(0xE9E6F8)},
      {with_alpha(rgb(0xD2401A), 28), with_alpha(rgb(0xD2401A), 70), rgb(0xC23A15), rgb(0x97290B), rgb(0xFBE5DD)},
      {with_alpha(rgb(0x0A8A7C), 30), with_alpha(rgb(0x0A8A7C), 72), rgb(0x0B7D71), rgb(0x075C52), rgb(0xDCEFEA)}}},
    {"dark", rgb(0x17181B), rgb(0x1E2024), rgb(0x24262B), rgb(0xE9E6E1), rgb(0xA8A49D), rgb(0x34363C), rgb(0x7A7C84), rgb(0x292B31), rgb(0xE9E6E1),
     with_alpha(rgb(0x8A6800), 130), rgb(0x5C4500),
     {{with_alpha(rgb(0x9387FF), 46), with_alpha(rgb(0x9387FF), 84), rgb(0x9F95FF), rgb(0xC0B9FF), rgb(0x312E52)},
      {with_alpha(rgb(0xFF7A50), 40), with_alpha(rgb(0xFF7A50), 76), rgb(0xFF8259), rgb(0xFFB094), rgb(0x4A2A20)},
      {with_alpha(rgb(0x32C7B4), 36), with_alpha(rgb(0x32C7B4), 68), rgb(0x3CC9B7), rgb(0x8ADFD3), rgb(0x173F3B)}}},
    {"sepia", rgb(0xF8F1E3), rgb(0xF1E8D6), rgb(0xFBF6EA), rgb(0x33291C), rgb(0x6A5B47), rgb(0xDFD2BA), rgb(0x8C7C64), rgb(0xE8DCC5), rgb(0x33291C),
     with_alpha(rgb(0xF5BE2E), 130), rgb(0xF5BE2E),
     {{with_alpha(rgb(0x5646C4), 28), with_alpha(rgb(0x5646C4), 62), rgb(0x5646C4), rgb(0x3F3196), rgb(0xE2DAEA)},
      {with_alpha(rgb(0xC93C16), 32), with_alpha(rgb(0xC93C16), 70), rgb(0xB53613), rgb(0x87260B), rgb(0xF3D9C7)},
      {with_alpha(rgb(0x0A8071), 34), with_alpha(rgb(0x0A8071), 72), rgb(0x0A7266), rgb(0x07524A), rgb(0xD5E4D3)}}},
    {"contrast", rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0xE6E6E6), rgb(0x8C8C8C), rgb(0xFFFFFF), rgb(0x2B2B2B), rgb(0xFFE55C),
     with_alpha(rgb(0x8A6800), 150), rgb(0x7A5C00),
     {{with_alpha(rgb(0x8F84FF), 52), with_alpha(rgb(0x8F84FF), 110), rgb(0xC3BCFF), rgb(0xDAD6FF), rgb(0x1C1650)},
      {with_alpha(rgb(0xFF6A3A), 52), with_alpha(rgb(0xFF6A3A), 100), rgb(0xFFA98A), rgb(0xFFC9B5), rgb(0x481604)},
      {with_alpha(rgb(0x14C9B2), 44), with_alpha(rgb(0x14C9B2), 86), rgb(0x6BEBDB), rgb(0xB0F5EC), rgb(0x023A33)}}},
    // For reading in a dark room: pixels that are off, words that do not glare.
    {"night", rgb(0x000000), rgb(0x0B0B0C), rgb(0x141416), rgb(0xD8D3CA), rgb(0x9C978F), rgb(0x242528), rgb(0x73757C), rgb(0x1B1C1F), rgb(0xD8D3CA),
     with_alpha(rgb(0x7A5C00), 104), rgb(0x4A3800),
     {{with_alpha(rgb(0x8A7FF0), 50), with_alpha(rgb(0x8A7FF0), 88), rgb(0x9A90F5), rgb(0xB9B1FA), rgb(0x211E3D)},
      {with_alpha(rgb(0xE86B45), 42), with_alpha(rgb(0xE86B45), 78), rgb(0xEC7A56), rgb(0xF2A488), rgb(0x361C13)},
      {with_alpha(rgb(0x2BAF9F), 38), with_alpha(rgb(0x2BAF9F), 70), rgb(0x37B5A5), rgb(0x7CCFC4), rgb(0x0F2D29)}}},
};

double luminance_of(Color color) {
  auto linear = [](uint8_t value) {
    double s = value / 255.0;
    return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

Color blend(Color above, Color below) {
  auto mix = [&](uint8_t a, uint8_t b) { return static_cast<uint8_t>((a * above.alpha + b * (255 - above.alpha) + 127) / 255); };
  return {mix(above.red, below.red), mix(above.green, below.green), mix(above.blue, below.blue)};
}

double contrast_of(Color a, Color b) {
  double x = luminance_of(a), y = luminance_of(b);
  return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

const Theme& theme_of(ThemeName name) { return kThemes[static_cast<int>(name)]; }

std::optional<ThemeName> find_theme(std::string_view name) {
  for (int i = 0; i < kThemeCount; ++i) {
    if (name == kThemes[i].name) return static_cast<ThemeName>(i);
  }
  return {};
}

}  // namespace faultline
