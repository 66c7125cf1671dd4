#include "layout/page_style.h"

#include <algorithm>
#include <cmath>

namespace faultline {
namespace {

constexpr float kBodySize = 19, kNarrowBodySize = 18;

// The width of an average character of running English: the alphabet's letters by how often they come, with the spaces.
float find_character_width(const FontSet& fonts) {
  constexpr std::string_view kSample = "the news of the day is what people said and did, and to whom they did it";
  return fonts.width_of(FaceRole::Serif, kSample) / static_cast<float>(kSample.size());
}

// Browsers cut glyph positions at 1/64 pixel; a size on that grid is the same in both renditions.
float to_grid(float size) { return std::round(size * 64) / 64; }

}  // namespace

PageStyle make_page_style(const PagePreferences& preferences, const FontSet& fonts, float surface_width) {
  bool is_narrow = surface_width < kNarrowWidth;
  PageStyle style;
  style.base = to_grid((is_narrow ? kNarrowBodySize : kBodySize) * std::clamp(preferences.font_scale, 0.7f, 4.0f));
  style.leading = std::round(style.base * std::clamp(preferences.line_height, 1.2f, 2.5f));
  float margin = is_narrow ? 20 : 40;
  float measure = std::clamp(preferences.measure, 30.0f, 120.0f) * find_character_width(fonts) * style.base;
  style.column_width = std::floor(std::max(std::min(measure, surface_width - 2 * margin), style.base));
  style.column_left = std::floor(std::max(0.0f, (surface_width - style.column_width) / 2));
  style.top = is_narrow ? 28 : 48;
  style.bottom = is_narrow ? 64 : 96;
  return style;
}

BlockStyle PageStyle::of(BlockKind kind, uint8_t level) const {
  float line = leading;
  BlockStyle body{FaceRole::Serif, base, leading, std::round(line * 0.55f), std::round(line * 0.55f), 0};
  bool is_narrow = column_width + 2 * 40 < kNarrowWidth;
  auto display = [&](float scale, float spacing, float before, float after) {
    float size = to_grid(base * scale);
    return BlockStyle{FaceRole::SerifBold, size, std::round(size * spacing), std::round(line * before), std::round(line * after), 0};
  };
  switch (kind) {
    case BlockKind::Title: return display(is_narrow ? 1.72f : 2.15f, 1.16f, 0, 0.95f);
    case BlockKind::Heading:
      if (level <= 2) return display(1.32f, 1.25f, 1.5f, 0.45f);
      return display(level == 3 ? 1.12f : 1, 1.35f, 1.2f, 0.35f);
    case BlockKind::ListItem:
      body.indent = std::round(base * 1.35f * static_cast<float>(std::clamp<int>(level, 1, 5)));
      body.before = body.after = std::round(line * 0.3f);
      return body;
    case BlockKind::Quote:
      body.indent = std::round(base * 1.2f);
      body.before = body.after = std::round(line * 0.75f);
      return body;
    case BlockKind::Paragraph: break;
  }
  return body;
}

}  // namespace faultline
