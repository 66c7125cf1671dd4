#include "layout/font_set.h"

#include "text/utf8.h"

namespace faultline {
namespace {

// Whom to ask when a face is missing, in this order.
constexpr FaceRole kStandIns[kFaceRoleCount][kFaceRoleCount] = {
    {FaceRole::Serif, FaceRole::Sans, FaceRole::SerifBold, FaceRole::SansBold, FaceRole::SerifItalic},
    {FaceRole::SerifBold, FaceRole::Serif, FaceRole::SansBold, FaceRole::Sans, FaceRole::SerifItalic},
    {FaceRole::Sans, FaceRole::Serif, FaceRole::SansBold, FaceRole::SerifBold, FaceRole::SerifItalic},
    {FaceRole::SansBold, FaceRole::Sans, FaceRole::SerifBold, FaceRole::Serif, FaceRole::SerifItalic},
    {FaceRole::SerifItalic, FaceRole::Serif, FaceRole::Sans, FaceRole::SerifBold, FaceRole::SansBold},
};

// Controls, joiners, direction marks, variation selectors: nothing to draw in any font.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c >= 0xE0000;
}

bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED) ||
         (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF);
}

// Ideographs, kana, Hangul, wide punctuation, emoji.
bool is_wide(char32_t c) { return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F000 && c <= 0x3FFFF) || (c >= 0x2600 && c <= 0x27BF); }

constexpr float kUsualAdvance = 0.55f;

}  // namespace

void FontSet::add(FaceRole role, Typeface face) {
  faces_[static_cast<size_t>(role)] = std::make_unique<Typeface>(std::move(face));
  for (size_t i = 0; i < kFaceRoleCount; ++i) {
    for (FaceRole candidate : kStandIns[i]) {
      resolved_[i] = faces_[static_cast<size_t>(candidate)].get();
      sources_[i] = candidate;
      if (resolved_[i]) break;
    }
  }
  revision_ += 1;
}

bool FontSet::has(FaceRole role, char32_t character) const {
  if (character > U' ' && character < 0x7F && find(role)) return find(role)->glyph_of(character) != 0;
  if (is_invisible(character) || is_space(character)) return true;
  const Typeface* face = find(role);
  return face && face->glyph_of(character) != 0;
}

float FontSet::advance_of(FaceRole role, char32_t character) const {
  const Typeface* face = find(role);
  // Most of most articles: nothing to be careful about.
  if (face && character >= U' ' && character < 0x7F) return face->advance_of(face->glyph_of(character));
  if (is_invisible(character)) return character == U'\t' || character == U'\n' ? advance_of(role, U' ') : 0;
  if (face) {
    if (uint32_t glyph = face->glyph_of(character)) return face->advance_of(glyph);
  }
  if (is_mark(character)) return 0;
  if (is_wide(character)) return 1;
  return is_space(character) ? 0.25f : kUsualAdvance;
}

float FontSet::width_of(FaceRole role, std::string_view text) const {
  float width = 0;
  char32_t previous = 0;
  for (uint32_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    if (!is_breaking_space(c.value) || !is_breaking_space(previous)) width += advance_of(role, c.value);
    previous = c.value;
    at += c.length;
  }
  return width;
}

bool is_breaking_space(char32_t c) {
  if (c > U' ' && c < 0x7F) return false;
  return is_space(c) && c != 0xA0 && c != 0x202F && c != 0x2007;
}

}  // namespace faultline
