#include "layout/page_style.h"

#include <algorithm>
#include <cmath>

namespace faultline {
namespace {

constexpr float kBodySize = 19, kNarrowBodySize = 18;

// Leading of the scripts, as a part of Latin's: Nastaliq's words descend over several steps.
constexpr float kNaskhLeading = 1.7f / 1.5f, kNastaliqLeading = 2.5f / 1.5f;

// The width of an average character of running English: the alphabet's letters by how often they come, with the spaces.
float find_character_width(const FontSet& fonts, FaceRole role) {
  constexpr std::string_view kSample = "the news of the day is what people said and did, and to whom they did it";
  const Typeface* face = fonts.find(role);
  float width = 0;
  for (char c : kSample) width += face && face->glyph_of(static_cast<char32_t>(c)) ? face->advance_of(face->glyph_of(static_cast<char32_t>(c))) : 0.5f;
  return width / static_cast<float>(kSample.size());
}

// Browsers cut glyph positions at 1/64 pixel; a size on that grid is the same in both renditions.
float to_grid(float size) { return std::round(size * 64) / 64; }

}  // namespace

FontFamilies choose_families(const PagePreferences& preferences, const Article& article) {
  bool is_urdu = article.lang().starts_with("ur");
  // A plain text does not say its language; these letters are Urdu's among the languages of the script.
  for (std::string_view letter : {"ے", "ٹ", "ں"}) is_urdu |= is_rtl(article) && article.lang() == "en" && article.text().find(letter) != std::string::npos;
  return {preferences.latin, preferences.arabic.value_or(is_urdu ? FontFamily::Nastaliq : FontFamily::Naskh)};
}

PageStyle make_page_style(const PagePreferences& preferences, FontFamilies families, const FontSet& fonts, float surface_width) {
  bool is_narrow = surface_width < kNarrowWidth;
  PageStyle style;
  style.base = to_grid((is_narrow ? kNarrowBodySize : kBodySize) * std::clamp(preferences.font_scale, 0.7f, 4.0f));
  style.leading = std::round(style.base * std::clamp(preferences.line_height, 1.2f, 2.5f));
  float margin = is_narrow ? 20 : 40;
  style.paragraph_space = std::clamp(preferences.paragraph_space, 0.0f, 4.0f);
  style.is_justified = preferences.is_justified;
  style.families = families;
  FaceRole body = role_of(families.latin, false, false);
  float measure = std::clamp(preferences.measure, 20.0f, 100.0f) * find_character_width(fonts, body) * style.base;
  style.column_width = std::floor(std::max(std::min(measure, surface_width - 2 * margin), style.base));
  style.column_left = std::floor(std::max(0.0f, (surface_width - style.column_width) / 2));
  style.top = is_narrow ? 28 : 48;
  style.bottom = is_narrow ? 64 : 96;
  return style;
}

BlockStyle PageStyle::of(BlockKind kind, uint8_t level, bool is_arabic) const {
  FontFamily family = is_arabic && families.latin != FontFamily::Own ? families.arabic : families.latin;
  float stretch = !is_arabic ? 1 : families.arabic == FontFamily::Nastaliq ? kNastaliqLeading : kNaskhLeading;
  float line = std::round(leading * stretch);
  bool is_narrow = column_width + 2 * 40 < kNarrowWidth;
  auto space = [&](float lines) { return std::round(leading * lines * paragraph_space); };
  auto display = [&](float scale, float spacing, float before, float after) {
    float size = to_grid(base * scale);
    // A display line is set tighter than the body, but Nastaliq's needs its whole height.
    float own = is_arabic ? size * 1.5f * stretch : size * spacing;
    return BlockStyle{role_of(family, true, false), size, std::round(own), space(before), space(after), 0};
  };
  BlockStyle body{role_of(family, false, false), base, line, space(0.55f), space(0.55f), 0};
  switch (kind) {
    case BlockKind::Title: return display(is_narrow ? 1.72f : 2.15f, 1.16f, 0, 0.95f);
    case BlockKind::Heading:
      if (level <= 2) return display(1.32f, 1.25f, 1.5f, 0.45f);
      return display(level == 3 ? 1.12f : 1, 1.35f, 1.2f, 0.35f);
    case BlockKind::ListItem:
      body.indent = std::round(base * 1.35f * static_cast<float>(std::clamp<int>(level, 1, 5)));
      body.before = body.after = space(0.3f);
      return body;
    case BlockKind::Quote:
      body.indent = std::round(base * 1.2f);
      body.before = body.after = space(0.75f);
      return body;
    case BlockKind::Paragraph: break;
  }
  return body;
}

}  // namespace faultline
