// What the views of the panel and the card are made of: the type scale, tags, rows and pills that can be pressed.
//
//   draw_row(sheet, {.is_selected = true, .mark = colors.mark}, [&](Sheet& row) { row.set(type::kName, {…}, label, ink); });
//   PillLine pills(sheet, sheet.left());
//   pills.add({"only:party:p1", ControlRole::Checkbox, "Pakistan, 9", …}, {.text = "Pakistan", .count = "9"});
//   pills.end();
//
// Every view is a function of a Sheet and what it shows; what several of them draw alike is drawn here.
#pragma once

#include "reader/catalogue.h"
#include "reader/sheet.h"

namespace faultline {

namespace type {
inline constexpr TextStyle kTitle{FaceRole::SerifBold, 24};
inline constexpr TextStyle kName{FaceRole::SerifBold, 16};
inline constexpr TextStyle kQuote{FaceRole::Serif, 16};
inline constexpr TextStyle kExcerpt{FaceRole::Serif, 15};
inline constexpr TextStyle kSection{FaceRole::SansBold, 11.5f, 0.07f};
inline constexpr TextStyle kFamily{FaceRole::SansBold, 14};
inline constexpr TextStyle kStrong{FaceRole::SansBold, 13.5f};
inline constexpr TextStyle kPlain{FaceRole::Sans, 13.5f};
inline constexpr TextStyle kSmall{FaceRole::Sans, 12.5f};
inline constexpr TextStyle kSmallStrong{FaceRole::SansBold, 12.5f};
inline constexpr TextStyle kTag{FaceRole::SansBold, 10.5f};
}  // namespace type

// The baseline that centres capitals between `top` and top + height.
float baseline_in(const Sheet& sheet, TextStyle style, float top, float height);

// The two letters of a kind in a small rounded box: tinted beside words; solid and hollow where boxes are counted.
enum class TagLook : uint8_t { Tinted, Solid, Hollow };
void draw_tag(Sheet& sheet, const Catalogue& words, Kind kind, Rect box, TagLook look = TagLook::Tinted);

// A hairline, and below it the heading of a section in small capitals.
void draw_section(Sheet& sheet, std::string id, std::string_view title);

// One line of text that takes a row's height and can be pressed: "▸ How it is counted". `look` tells what is drawn before it.
enum class LineLook : uint8_t { Plain, Folded, Unfolded, Back };
void draw_line_button(Sheet& sheet, std::string id, LineLook look, std::string_view text);

// A count's line: what at the left, the number at the right, both one text for a screen reader.
void draw_figure(Sheet& sheet, std::string id, std::string_view what, std::string_view number);

// The ground of a row that is pressed as a whole, around what `set` sets on the sheet; returns where the row is.
struct RowLook {
  bool is_selected = false, is_hovered = false;
  Color mark = {};  // of the bar beside a selected row
  float padding = 10;
};
using SetRow = void (*)(const void* context, Sheet& row);
Rect draw_row(Sheet& sheet, RowLook look, const void* context, SetRow set);
template <class Set>
Rect draw_row(Sheet& sheet, RowLook look, const Set& set) {
  return draw_row(sheet, look, &set, [](const void* context, Sheet& row) { (*static_cast<const Set*>(context))(row); });
}

// Pills one behind the other, in as many lines as they need.
class PillLine {
 public:
  // What a pill shows: a tag (or a cross) in ink, its words, a number.
  struct Look {
    std::string_view tag = {}, text = {}, count = {};
    const FamilyColors* family = nullptr;  // tinted with it; without one it has an outline
    enum class State : uint8_t { On, Off, Plain } state = State::Plain;  // Off with a family: struck through
    bool has_cross = false;                // at its end: pressing takes it away
  };
  PillLine(Sheet& sheet, float left) : sheet_(sheet), left_(left), x_(left) {}
  void add(Control control, const Look& look);  // the control's rect is set here
  void end();                                   // moves the sheet below the last line; nothing when there was no pill

 private:
  Sheet& sheet_;
  float left_, x_;
  bool is_empty_ = true;
};

}  // namespace faultline
