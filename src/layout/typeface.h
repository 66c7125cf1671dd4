// One TrueType face: which glyph a character has, how wide it is, and what it looks like at a size.
//
//   Result<Typeface> serif = parse_typeface(std::move(bytes));
//   uint32_t glyph = serif->glyph_of(U'é');            // 0: the face does not have it
//   float width = serif->advance_of(glyph) * 19.0f;    // at 19 pixels an em
//
// Lengths are in em (1 = the font size) unless a name says pixels. Text is shaped by layout/shaper.h, which knows kerning,
// ligatures and joining; the advances here are the plain ones of the font's `hmtx` table.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

struct hb_font_t;

namespace faultline {

// A glyph's pixels, relative to the pen on the baseline; y grows downwards. Empty for a space.
struct GlyphBox {
  int left = 0, top = 0, right = 0, bottom = 0;
  int width() const { return right - left; }
  int height() const { return bottom - top; }
  bool empty() const { return left >= right || top >= bottom; }
};

class Typeface {
 public:
  Typeface(Typeface&&) noexcept;
  Typeface& operator=(Typeface&&) noexcept;
  ~Typeface();

  uint32_t glyph_of(char32_t character) const {
    return character < kTableSize ? table_[character] : find_glyph(character);
  }
  float advance_of(uint32_t glyph) const { return advances_[glyph]; }
  float em_units() const { return em_units_; }  // font units an em
  hb_font_t* shaping_font() const;              // HarfBuzz's view of the same bytes, in font units
  uint32_t glyph_count() const { return static_cast<uint32_t>(advances_.size()); }

  float ascent() const { return ascent_; }    // above the baseline, of the whole face (`hhea`)
  float descent() const { return descent_; }  // below it; positive
  float x_height() const { return x_height_; }
  float cap_height() const { return cap_height_; }
  float letter_height() const { return letter_height_; }  // the ink of the tallest small letter above the baseline, …
  float letter_depth() const { return letter_depth_; }    // … and that of the deepest below it

  // The box that `draw` fills, with the pen moved right by shift_x ∈ [0, 1) pixels.
  GlyphBox box_of(uint32_t glyph, float pixels_per_em, float shift_x) const;
  // Coverage 0..255, row by row without gaps, into box.width() × box.height() bytes that hold zeros.
  void draw(uint32_t glyph, float pixels_per_em, float shift_x, GlyphBox box, unsigned char* pixels) const;

 private:
  friend Result<Typeface> parse_typeface(std::string bytes);
  struct Outlines;
  Typeface(std::string bytes, std::unique_ptr<Outlines> outlines);
  uint32_t find_glyph(char32_t character) const;

  static constexpr char32_t kTableSize = 0x2200;  // Latin, punctuation, currency, arrows: a look-up, not a search
  std::string bytes_;
  std::unique_ptr<Outlines> outlines_;
  std::vector<uint16_t> table_;
  std::vector<float> advances_;
  float ascent_ = 0, descent_ = 0, x_height_ = 0, cap_height_ = 0, letter_height_ = 0, letter_depth_ = 0, em_units_ = 0;
};

// Reads a static TrueType file. BadFont when it is another kind of file, or a table is missing or runs over its end.
Result<Typeface> parse_typeface(std::string bytes);

}  // namespace faultline
