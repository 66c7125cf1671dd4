// Numbers under which Dear ImGui's atlas keeps our glyphs: a glyph of the font in one of four horizontal phases.
//
//   uint32_t code = code_of_glyph(glyph, 2);     // the pen half a pixel to the right of a whole one
//
// Four phases and no oversampling give the evenest spacing for the fewest texels: quads lie on whole device pixels, so every
// glyph is drawn texel for pixel. Codes below 0x100 stay free because ImGui asks for some characters on its own.
#pragma once

#include <cstdint>

namespace faultline {

inline constexpr uint32_t kFirstGlyphCode = 0x100;
inline constexpr uint32_t kPhases = 4;

constexpr uint32_t code_of_glyph(uint32_t glyph, uint32_t phase) { return kFirstGlyphCode + glyph * kPhases + phase; }
constexpr bool is_glyph_code(uint32_t code) { return code >= kFirstGlyphCode; }
constexpr uint32_t glyph_of_code(uint32_t code) { return (code - kFirstGlyphCode) / kPhases; }
constexpr float shift_of_code(uint32_t code) { return static_cast<float>(code % kPhases) / kPhases; }
static_assert(kFirstGlyphCode % kPhases == 0);

}  // namespace faultline
