#include "layout/typeface.h"

#include <hb-ot.h>
#include <imstb_truetype.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "base/check.h"

namespace faultline {

struct Typeface::Outlines {
  stbtt_fontinfo font;
  float em;  // pixels per font unit at one pixel an em
  hb_font_t* shaping = nullptr;
  ~Outlines() { hb_font_destroy(shaping); }
};

namespace {

uint32_t read_16(std::string_view bytes, size_t at) {
  return static_cast<uint32_t>(static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]));
}
uint32_t read_32(std::string_view bytes, size_t at) { return read_16(bytes, at) << 16 | read_16(bytes, at + 2); }

// stb_truetype trusts its file; this is what makes a truncated or foreign one an error and not a stray read.
const char* find_fault(std::string_view bytes) {
  constexpr size_t kHeader = 12, kEntry = 16;
  if (bytes.size() < kHeader) return "too short to be a font";
  uint32_t kind = read_32(bytes, 0);
  if (kind != 0x00010000 && kind != 0x74727565) return "not a static TrueType file";
  size_t tables = read_16(bytes, 4);
  if (bytes.size() < kHeader + tables * kEntry) return "cut off in its table directory";
  const char* wanted[] = {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"};
  size_t found = 0;
  uint32_t sizes[7] = {}, places[7] = {};
  for (size_t i = 0; i < tables; ++i) {
    size_t entry = kHeader + i * kEntry;
    uint64_t offset = read_32(bytes, entry + 8), length = read_32(bytes, entry + 12);
    if (offset + length > bytes.size()) return "cut off: a table runs over its end";
    for (size_t w = 0; w < 7; ++w) {
      if (bytes.substr(entry, 4) != wanted[w] || sizes[w] != 0) continue;
      sizes[w] = static_cast<uint32_t>(length), places[w] = static_cast<uint32_t>(offset), found += 1;
    }
  }
  if (found != 7) return "without one of the tables cmap, glyf, head, hhea, hmtx, loca, maxp";
  if (sizes[2] < 54 || sizes[3] < 36 || sizes[6] < 6 || sizes[0] < 4) return "cut off inside a table";
  if (read_32(bytes, places[2] + 12) != 0x5F0F3CF5) return "damaged: its head table lacks the format's magic number";
  size_t glyphs = read_16(bytes, places[6] + 4), wide = read_16(bytes, places[3] + 34);
  bool is_long = read_16(bytes, places[2] + 50) != 0;
  if (glyphs == 0 || wide == 0 || wide > glyphs) return "without glyphs";
  if (sizes[4] < wide * 4 + (glyphs - wide) * 2) return "without a width for every glyph";
  if (sizes[5] < (glyphs + 1) * (is_long ? 4 : 2)) return "without a place for every glyph";
  if (read_16(bytes, places[2] + 18) == 0) return "without an em size";
  return nullptr;
}

}  // namespace

Typeface::Typeface(Typeface&&) noexcept = default;
Typeface& Typeface::operator=(Typeface&&) noexcept = default;
Typeface::~Typeface() = default;

Typeface::Typeface(std::string bytes, std::unique_ptr<Outlines> outlines)
    : bytes_(std::move(bytes)), outlines_(std::move(outlines)), table_(kTableSize) {
  const stbtt_fontinfo* font = &outlines_->font;
  for (char32_t c = 0; c < kTableSize; ++c) table_[c] = static_cast<uint16_t>(find_glyph(c));
  advances_.resize(static_cast<size_t>(font->numGlyphs));
  for (int glyph = 0; glyph < font->numGlyphs; ++glyph) {
    int advance, bearing;
    stbtt_GetGlyphHMetrics(font, glyph, &advance, &bearing);
    advances_[static_cast<size_t>(glyph)] = static_cast<float>(advance) * outlines_->em;
  }
  em_units_ = static_cast<float>(hb_face_get_upem(hb_font_get_face(outlines_->shaping)));
  int ascent, descent, gap;
  stbtt_GetFontVMetrics(font, &ascent, &descent, &gap);
  ascent_ = static_cast<float>(ascent) * outlines_->em;
  descent_ = -static_cast<float>(descent) * outlines_->em;
  x_height_ = static_cast<float>(-box_of(glyph_of(U'x'), 1000, 0).top) / 1000;
  cap_height_ = static_cast<float>(-box_of(glyph_of(U'H'), 1000, 0).top) / 1000;
  for (char32_t letter = U'a'; letter <= U'z'; ++letter) {
    GlyphBox box = box_of(glyph_of(letter), 1000, 0);
    letter_height_ = std::max(letter_height_, static_cast<float>(-box.top) / 1000);
    letter_depth_ = std::max(letter_depth_, static_cast<float>(box.bottom) / 1000);
  }
}

hb_font_t* Typeface::shaping_font() const { return outlines_->shaping; }

uint32_t Typeface::find_glyph(char32_t character) const {
  int glyph = stbtt_FindGlyphIndex(&outlines_->font, static_cast<int>(character));
  return glyph > 0 && glyph < outlines_->font.numGlyphs ? static_cast<uint32_t>(glyph) : 0;
}

GlyphBox Typeface::box_of(uint32_t glyph, float pixels_per_em, float shift_x) const {
  GlyphBox box;
  float scale = pixels_per_em * outlines_->em;
  stbtt_GetGlyphBitmapBoxSubpixel(&outlines_->font, static_cast<int>(glyph), scale, scale, shift_x, 0, &box.left,
                                  &box.top, &box.right, &box.bottom);
  return box;
}

void Typeface::draw(uint32_t glyph, float pixels_per_em, float shift_x, GlyphBox box, unsigned char* pixels) const {
  FL_CHECK(!box.empty());
  float scale = pixels_per_em * outlines_->em;
  stbtt_MakeGlyphBitmapSubpixel(&outlines_->font, pixels, box.width(), box.height(), box.width(), scale, scale, shift_x,
                                0, static_cast<int>(glyph));
}

Result<Typeface> parse_typeface(std::string bytes) {
  if (const char* fault = find_fault(bytes)) {
    return make_error(ErrorCode::BadFont, std::string("the font is ") + fault + "; expected a static TrueType (.ttf) file");
  }
  auto outlines = std::make_unique<Typeface::Outlines>();
  // A string of more than a few bytes lives on the heap, and stays there when it is moved.
  const auto* start = reinterpret_cast<const unsigned char*>(bytes.data());
  if (!stbtt_InitFont(&outlines->font, start, 0)) {
    return make_error(ErrorCode::BadFont, "the font has no character table that is understood; expected a Unicode cmap");
  }
  outlines->em = stbtt_ScaleForMappingEmToPixels(&outlines->font, 1);
  hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  outlines->shaping = hb_font_create(face);  // at its own scale: positions are whole font units, the same on every machine
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return Typeface(std::move(bytes), std::move(outlines));
}

}  // namespace faultline
