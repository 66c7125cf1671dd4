// The typography of the reading column: sizes, leading and spaces of every kind of block, from a handful of preferences.
//
//   PageStyle style = make_page_style({.font_scale = 1.25f}, {}, fonts, 1280);
//   float title = style.of(BlockKind::Title, 0, false).size;
//
// All lengths are CSS pixels. Leading is a whole number of pixels and so are the spaces, which keeps every baseline of
// the column on the same grid at any device pixel ratio that is a whole number.
#pragma once

#include <optional>

#include "article/article.h"
#include "layout/measured_text.h"

namespace faultline {

// What the reader chose. The defaults are a newspaper's: 66 characters a line, one and a half lines of leading.
struct PagePreferences {
  float font_scale = 1;         // 0.7–4
  float line_height = 1.5f;     // of the body in Latin script, in em; 1.2–2.5. Arabic scripts need more and get it in proportion.
  float measure = 66;           // characters a line, at most; 20–100
  float paragraph_space = 1;    // of the usual one; 0–4
  bool is_justified = false;
  FontFamily latin = FontFamily::Serif;  // Serif, Sans or Own
  std::optional<FontFamily> arabic = {};  // Naskh or Nastaliq; else what the article's language is printed in
  bool operator==(const PagePreferences&) const = default;
};

struct BlockStyle {
  FaceRole face = FaceRole::Serif;
  float size = 0;
  float leading = 0;  // from baseline to baseline
  float before = 0;   // least space above; of two neighbours the larger space counts
  float after = 0;
  float indent = 0;  // of the text, from the edge at which its lines begin
};

struct PageStyle {
  float column_left = 0, column_width = 0;
  float top = 0, bottom = 0;  // space above the first and below the last block
  float base = 0;             // the body's size
  float leading = 0;          // the body's leading in Latin script
  float paragraph_space = 1;
  bool is_justified = false;
  FontFamilies families;
  BlockStyle of(BlockKind kind, uint8_t level, bool is_arabic) const;
};

// Titles and headings, which are set larger and never justified.
constexpr bool is_display(BlockKind kind) { return kind == BlockKind::Title || kind == BlockKind::Heading; }

// Below this width of the surface a page is set for a phone: smaller display sizes, tighter margins.
inline constexpr float kNarrowWidth = 600;

// Urdu is printed in Nastaliq, every other language of the Arabic script in Naskh.
FontFamilies choose_families(const PagePreferences& preferences, const Article& article);

PageStyle make_page_style(const PagePreferences& preferences, FontFamilies families, const FontSet& fonts, float surface_width);

}  // namespace faultline
