#include "layout/items.h"

#include <hb.h>

#include "layout/directions.h"
#include "text/utf8.h"

namespace faultline {
namespace {

Script find_script(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= U'a' && (c | 0x20) <= U'z' ? kLatin : kCommon;
  return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

bool is_script(Script script) { return script != kCommon && script != kInherited && script != HB_SCRIPT_UNKNOWN; }

// Marks and joiners go with the letter before them, whatever face that is in.
bool is_follower(char32_t c, Script script) {
  return script == kInherited || c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x64B && c <= 0x65F);
}

// Decides for one character after the other; what has no script of its own takes that of what stands before it.
class ItemFinder {
 public:
  ItemFinder(const ParagraphText& paragraph, const FontSet& fonts, FaceRoles& wished)
      : paragraph_(paragraph), fonts_(fonts), wished_(wished), script_(first_script()) {
    std::string_view text = text_of(paragraph.text, paragraph.span);
    if (paragraph.is_rtl || has_rtl(text)) levels_ = find_levels(text, paragraph.is_rtl);
  }

  std::vector<Item> run() {
    size_t face = 0;
    for (uint32_t at = paragraph_.span.begin; at < paragraph_.span.end;) {
      while (at >= paragraph_.faces[face].end) ++face;
      CodePoint c = code_point_at(paragraph_.text, at);
      take(at, c, paragraph_.faces[face].face);
      at += c.length;
    }
    return std::move(items_);
  }

 private:
  Script first_script() const {
    for (uint32_t at = paragraph_.span.begin; at < paragraph_.span.end;) {
      CodePoint c = code_point_at(paragraph_.text, at);
      if (Script script = find_script(c.value); is_script(script)) return script;
      at += c.length;
    }
    return kLatin;
  }

  void take(uint32_t at, CodePoint c, FaceRole style) {
    Script own = find_script(c.value);
    uint8_t level = levels_.empty() ? 0 : levels_[at - paragraph_.span.begin];
    if (!items_.empty() && is_follower(c.value, own)) {
      items_.back().end = at + c.length;
      return;
    }
    if (is_script(own)) script_ = own;
    // Between two scripts a common character would change sides with every letter; in the direction of Latin it is Latin's.
    bool is_latins = !is_script(own) && script_ == kArabic && level % 2 == 0 && !paragraph_.is_rtl;
    Script script = is_latins ? kLatin : script_;
    Item item{at + c.length, setting_of(c.value, script, style, level), level};
    if (!items_.empty() && items_.back().setting == item.setting && items_.back().level == level) items_.back().end = item.end;
    else items_.push_back(item);
  }

  Setting setting_of(char32_t c, Script script, FaceRole style, uint8_t level) {
    FaceRole role = style;
    FontFamily family = family_of(style);
    bool is_latin_face = family == FontFamily::Serif || family == FontFamily::Sans;
    if (script == kArabic && is_latin_face) role = role_of(paragraph_.arabic, is_bold(style), false);
    wished_ |= bit_of(role);
    // Nearly every character is like the one before it.
    if (c < 0x80 && role == last_wish_ && last_choice_) {
      const Typeface* face = fonts_.find(*last_choice_);
      if (c == U' ' || face->glyph_of(c)) return {*last_choice_, script, level % 2 == 1, true};
    }
    std::optional<FaceRole> choice = fonts_.choose(role, c);
    if (choice && *choice == fonts_.resolve(role)) last_wish_ = role, last_choice_ = choice;
    return {choice.value_or(fonts_.resolve(role)), script, level % 2 == 1, choice.has_value()};
  }

  static bool is_bold(FaceRole role) {
    return role == FaceRole::SerifBold || role == FaceRole::SansBold || role == FaceRole::SerifBoldItalic || role == FaceRole::SansBoldItalic;
  }

  const ParagraphText& paragraph_;
  const FontSet& fonts_;
  FaceRoles& wished_;
  std::vector<uint8_t> levels_;  // empty: all 0
  std::vector<Item> items_;
  Script script_;
  FaceRole last_wish_ = FaceRole::Serif;
  std::optional<FaceRole> last_choice_;
};

}  // namespace

std::vector<Item> find_items(const ParagraphText& paragraph, const FontSet& fonts, FaceRoles& wished) {
  return ItemFinder(paragraph, fonts, wished).run();
}

}  // namespace faultline
