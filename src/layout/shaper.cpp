#include "layout/shaper.h"

#include <hb.h>

#include "base/check.h"
#include "text/utf8.h"

namespace faultline {
namespace {

constexpr size_t kFirstSlots = 1024;

bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  hb_unicode_general_category_t category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK || c == 0x200C || c == 0x200D;
}

// Ideographs, kana, Hangul, wide punctuation, emoji.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F000 && c <= 0x3FFFF) || (c >= 0x2600 && c <= 0x27BF);
}

float guess_advance(char32_t c) {
  constexpr float kUsual = 0.55f;
  return is_mark(c) ? 0 : is_wide(c) ? 1 : is_space(c) ? 0.25f : kUsual;
}

uint32_t hash_of(const Setting& setting, std::string_view text) {
  // Eight bytes a step; words are short.
  uint64_t hash = (uint64_t{setting.script} << 16) ^ (uint64_t{static_cast<uint8_t>(setting.face)} << 2) ^ (setting.is_rtl ? 2u : 0u) ^ (setting.has_glyphs ? 1u : 0u);
  constexpr uint64_t kPrime = 0x9E3779B97F4A7C15u;
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t bytes = 0;
    for (size_t i = 0; i < 8; ++i) bytes |= uint64_t{static_cast<unsigned char>(text[at + i])} << (8 * i);
    hash = (hash ^ bytes) * kPrime;
    hash ^= hash >> 29;
  }
  uint64_t rest = text.size();
  for (; at < text.size(); ++at) rest = rest << 8 | static_cast<unsigned char>(text[at]);
  hash = (hash ^ rest) * kPrime;
  return static_cast<uint32_t>(hash >> 32);
}

}  // namespace

Shaper::Shaper(const FontSet& fonts) : fonts_(fonts), revision_(fonts.revision()), buffer_(hb_buffer_create()), slots_(kFirstSlots) {}
Shaper::~Shaper() { hb_buffer_destroy(buffer_); }

void Shaper::start(std::string_view language) {
  language_ = language;
  revision_ = fonts_.revision();
  words_.clear();
  glyphs_.clear();
  texts_.clear();
  slots_.assign(kFirstSlots, 0);
}

std::span<const Glyph> Shaper::glyphs_of(uint32_t id) const {
  return {glyphs_.data() + words_[id].word.first_glyph, words_[id].word.glyph_count};
}

float Shaper::space_of(FaceRole face) const {
  const Typeface* found = fonts_.find(face);
  uint32_t glyph = found ? found->glyph_of(U' ') : 0;
  return glyph ? found->advance_of(glyph) : 0.25f;
}

void Shaper::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (uint32_t id = 0; id < words_.size(); ++id) {
    size_t slot = words_[id].hash & (slots_.size() - 1);
    while (slots_[slot]) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = id + 1;
  }
}

uint32_t Shaper::find(const Setting& setting, std::string_view text) {
  FL_CHECK(text.size() <= kLongestWord);
  if (revision_ != fonts_.revision()) start(std::string(language_));
  uint32_t hash = hash_of(setting, text);
  size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot]; slot = (slot + 1) & (slots_.size() - 1)) {
    const Entry& entry = words_[slots_[slot] - 1];
    if (entry.hash == hash && entry.text_length == text.size() && entry.setting == setting &&
        std::string_view(texts_).substr(entry.text_begin, entry.text_length) == text) {
      return slots_[slot] - 1;
    }
  }
  auto id = static_cast<uint32_t>(words_.size());
  slots_[slot] = id + 1;
  Word word = setting.has_glyphs ? shape(setting, text) : guess(text);
  words_.push_back({word, setting, static_cast<uint32_t>(texts_.size()), static_cast<uint32_t>(text.size()), hash});
  texts_ += text;
  if (words_.size() * 2 > slots_.size()) grow();
  return id;
}

Word Shaper::shape(const Setting& setting, std::string_view text) {
  const Typeface* face = fonts_.find(setting.face);
  if (!face) return guess(text);
  hb_buffer_clear_contents(buffer_);
  hb_buffer_set_direction(buffer_, setting.is_rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer_, static_cast<hb_script_t>(setting.script));
  hb_buffer_set_language(buffer_, hb_language_from_string(language_.data(), static_cast<int>(language_.size())));
  hb_buffer_set_cluster_level(buffer_, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  hb_buffer_add_utf8(buffer_, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
  hb_shape(face->shaping_font(), buffer_, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_, &count);
  Word word{static_cast<uint32_t>(glyphs_.size()), count, 0};
  int64_t units = 0;
  for (unsigned i = 0; i < count; ++i) {
    auto to_em = [&](int32_t value) { return static_cast<float>(value) / face->em_units(); };
    glyphs_.push_back({static_cast<uint16_t>(infos[i].codepoint), static_cast<uint16_t>(infos[i].cluster), to_em(positions[i].x_advance),
                       to_em(positions[i].x_offset), to_em(positions[i].y_offset)});
    units += positions[i].x_advance;
  }
  word.advance = static_cast<float>(units) / face->em_units();
  return word;
}

std::vector<float> Shaper::carets_of(uint32_t id, std::string_view text) const {
  std::vector<float> carets(text.size() + 1, kNoCaret);
  // Divides [begin, end) evenly between its letters.
  auto divide = [&](uint32_t begin, uint32_t end, float from, float width) {
    std::vector<uint32_t> letters;
    for (uint32_t at = begin; at < end;) {
      CodePoint c = code_point_at(text, at);
      if (at == begin || !is_mark(c.value)) letters.push_back(at);
      at += c.length;
    }
    for (size_t i = 0; i < letters.size(); ++i) {
      carets[letters[i]] = from + width * static_cast<float>(i) / static_cast<float>(letters.size());
    }
  };
  auto length = static_cast<uint32_t>(text.size());
  std::span<const Glyph> glyphs = glyphs_of(id);
  if (glyphs.empty()) {
    divide(0, length, 0, word(id).advance);
  } else {
    bool is_rtl = words_[id].setting.is_rtl;
    float pen = 0;
    for (size_t i = 0; i < glyphs.size();) {
      auto at = [&](size_t index) -> const Glyph& { return glyphs[is_rtl ? glyphs.size() - 1 - index : index]; };
      uint32_t begin = at(i).cluster;
      float width = 0;
      for (; i < glyphs.size() && at(i).cluster == begin; ++i) width += at(i).advance;
      divide(begin, i < glyphs.size() ? at(i).cluster : length, pen, width);
      pen += width;
    }
  }
  carets[text.size()] = word(id).advance;
  return carets;
}

Word Shaper::guess(std::string_view text) {
  Word word{static_cast<uint32_t>(glyphs_.size()), 0, 0};
  for (uint32_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    word.advance += guess_advance(c.value);
    at += c.length;
  }
  return word;
}

}  // namespace faultline
