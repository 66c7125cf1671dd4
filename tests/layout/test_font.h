// A TrueType font made in memory, so that tests know every width: each character is a plain box on the baseline.
//
//   Result<Typeface> face = parse_typeface(make_test_font());   // 'a' is half an em wide, 'i' a quarter, 'm' three quarters
//
// Has printable ASCII and é ’ “ ” – — … →; nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace faultline {

inline constexpr int kTestUnitsPerEm = 1024;

inline int test_advance_of(char32_t c) {
  constexpr std::u32string_view kNarrow = U"il.,'! ", kWide = U"mwMW—…→";
  if (kNarrow.find(c) != kNarrow.npos) return 256;
  return kWide.find(c) != kWide.npos ? 768 : 512;
}

class TestFontWriter {
 public:
  std::string make() {
    characters_.clear();
    for (char32_t c = 0x20; c < 0x7F; ++c) characters_.push_back(c);
    for (char32_t c : {U'é', U'–', U'—', U'’', U'“', U'”', U'…', U'→'}) characters_.push_back(c);
    std::vector<std::pair<std::string, std::string>> tables = {
        {"cmap", make_cmap()}, {"glyf", {}}, {"head", make_head()}, {"hhea", make_hhea()},
        {"hmtx", {}},          {"loca", {}}, {"maxp", make_maxp()}};
    make_glyphs(tables[1].second, tables[4].second, tables[5].second);
    return assemble(tables);
  }

 private:
  static void put16(std::string& to, int value) { to += static_cast<char>(value >> 8), to += static_cast<char>(value); }
  static void put32(std::string& to, uint32_t value) { put16(to, static_cast<int>(value >> 16)), put16(to, static_cast<int>(value & 0xFFFF)); }
  int glyph_count() const { return static_cast<int>(characters_.size()) + 1; }

  std::string make_cmap() const {
    std::string table;
    put16(table, 0), put16(table, 1);                      // version, one subtable
    put16(table, 3), put16(table, 10), put32(table, 12);  // Windows, full Unicode, right behind this
    put16(table, 12), put16(table, 0);                     // format 12: groups of characters
    put32(table, static_cast<uint32_t>(16 + 12 * characters_.size())), put32(table, 0);
    put32(table, static_cast<uint32_t>(characters_.size()));
    for (uint32_t i = 0; i < characters_.size(); ++i) put32(table, characters_[i]), put32(table, characters_[i]), put32(table, i + 1);
    return table;
  }

  static std::string make_head() {
    std::string table(54, '\0');
    table.replace(0, 2, {'\0', '\1'});                              // version 1
    table.replace(12, 4, {'\x5F', '\x0F', '\x3C', '\xF5'});  // the format's magic number
    table[18] = static_cast<char>(kTestUnitsPerEm >> 8), table[19] = static_cast<char>(kTestUnitsPerEm & 0xFF);
    table[51] = 1;  // offsets of glyphs have four bytes
    return table;
  }

  std::string make_hhea() const {
    std::string table;
    put32(table, 0x00010000), put16(table, 928), put16(table, -288), put16(table, 0);
    table.resize(34);
    put16(table, glyph_count());
    return table;
  }

  std::string make_maxp() const {
    std::string table;
    put32(table, 0x00010000), put16(table, glyph_count());
    table.resize(32);
    return table;
  }

  // A box from the baseline up to 768 (or 512 for small letters without an ascender), with 64 units of air at both sides:
  // fractions of two, so that at 16 or 32 pixels an em every edge is exact.
  static std::string make_box(char32_t c) {
    std::string glyph;
    int right = test_advance_of(c) - 64, top = std::u32string_view(U"acemnorsuvwxz").find(c) != std::u32string_view::npos ? 512 : 768;
    put16(glyph, 1), put16(glyph, 64), put16(glyph, 0), put16(glyph, right), put16(glyph, top);
    put16(glyph, 3), put16(glyph, 0);          // last point of the one contour, no instructions
    glyph.append(4, '\x01');                   // four points on the curve, coordinates of two bytes
    for (int x : {64, 0, right - 64, 0}) put16(glyph, x);
    for (int y : {0, top, 0, -top}) put16(glyph, y);
    return glyph;
  }

  void make_glyphs(std::string& outlines, std::string& widths, std::string& places) const {
    auto add = [&](char32_t c) {
      put32(places, static_cast<uint32_t>(outlines.size()));
      put16(widths, test_advance_of(c)), put16(widths, 64);
      if (c != U' ') outlines += make_box(c);
    };
    add(U'?');  // glyph 0: what a missing character would look like
    for (char32_t c : characters_) add(c);
    put32(places, static_cast<uint32_t>(outlines.size()));
  }

  static std::string assemble(const std::vector<std::pair<std::string, std::string>>& tables) {
    std::string font, body;
    put32(font, 0x00010000), put16(font, static_cast<int>(tables.size())), put16(font, 0), put32(font, 0);
    size_t start = 12 + 16 * tables.size();
    for (const auto& [name, content] : tables) {
      font += name;
      put32(font, 0), put32(font, static_cast<uint32_t>(start + body.size())), put32(font, static_cast<uint32_t>(content.size()));
      body += content;
      while (body.size() % 4) body += '\0';
    }
    return font + body;
  }

  std::u32string characters_;
};

inline std::string make_test_font() { return TestFontWriter().make(); }

}  // namespace faultline
