// Shapes words: kerning, ligatures, joined Arabic. A word that was shaped once is remembered, whatever its size on the page.
//
//   Shaper shaper(fonts);
//   uint32_t word = shaper.find({FaceRole::Serif, kLatin, false}, "office");
//   for (const Glyph& glyph : shaper.glyphs_of(word)) pen += glyph.advance * size;
//
// Words stand between white space, because a face of ours moves no glyph for a space beside it (scripts/make-fonts sees to it).
// An article of a million words has some thirty thousand different ones: shaping costs as little as its dictionary.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/font_set.h"

struct hb_buffer_t;

namespace faultline {

// An ISO 15924 tag, as a number: 'Arab'.
using Script = uint32_t;
constexpr Script script_of(const char (&tag)[5]) {
  return static_cast<Script>(tag[0]) << 24 | static_cast<Script>(tag[1]) << 16 | static_cast<Script>(tag[2]) << 8 | static_cast<Script>(tag[3]);
}
inline constexpr Script kLatin = script_of("Latn"), kArabic = script_of("Arab"), kCommon = script_of("Zyyy"), kInherited = script_of("Zinh");

// What a stretch of text is shaped with.
struct Setting {
  FaceRole face = FaceRole::Serif;  // one that is there: FontSet::choose
  Script script = kLatin;
  bool is_rtl = false;
  bool has_glyphs = true;  // false: no face has these characters; they get the widths that their kind usually has
  bool operator==(const Setting&) const = default;
};

// Lengths in em; x and y move the glyph from its pen, y upwards.
struct Glyph {
  uint16_t id;
  uint16_t cluster;  // the byte of the word that it begins to show
  float advance, x, y;
};

struct Word {
  uint32_t first_glyph, glyph_count;
  float advance;  // em
};

class Shaper {
 public:
  explicit Shaper(const FontSet& fonts);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  // Forgets all words, and shapes in another language from now on (BCP 47): Urdu has digits of its own.
  void start(std::string_view language);

  // The id of a word; ids are good until start(), or until the fonts change. Requires valid UTF-8, at most kLongestWord bytes.
  uint32_t find(const Setting& setting, std::string_view text);
  const Word& word(uint32_t id) const { return words_[id].word; }
  // Left to right as they are drawn, also of right-to-left words.
  std::span<const Glyph> glyphs_of(uint32_t id) const;
  float space_of(FaceRole face) const;  // em
  // The advance, in em, of what stands before each byte of the word in reading order, and at its end; kNoCaret inside a letter
  // with its marks. Ligatures are divided evenly, as browsers do it. `text` is what the word was found with.
  std::vector<float> carets_of(uint32_t id, std::string_view text) const;
  static constexpr float kNoCaret = -1;

  const FontSet& fonts() const { return fonts_; }
  size_t word_count() const { return words_.size(); }
  static constexpr uint32_t kLongestWord = 0xFFFF;

 private:
  struct Entry {
    Word word;
    Setting setting;
    uint32_t text_begin, text_length;
    uint32_t hash;
  };
  void grow();
  Word shape(const Setting& setting, std::string_view text);
  Word guess(std::string_view text);

  const FontSet& fonts_;
  uint32_t revision_ = 0;  // of the fonts that the words were shaped with
  std::string language_;
  hb_buffer_t* buffer_;
  std::vector<Entry> words_;
  std::vector<uint32_t> slots_;  // ids + 1 by hash; a power of two of them
  std::vector<Glyph> glyphs_;
  std::string texts_;
};

}  // namespace faultline
