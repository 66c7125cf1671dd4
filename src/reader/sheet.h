// A surface of controls and short texts, drawn from top to bottom: the panel and the card.
//
//   Sheet sheet(painter, theme, {.width = 340, .is_coarse = false});
//   sheet.paragraph("note", {FaceRole::Sans, 13}, sheet.left(), "Disputed is not false.", theme.muted);
//   ControlList list = std::move(sheet).finish(20);
//
// One pass does both jobs: with a painter that only measures it gives the list of controls, with one that draws, the pixels.
#pragma once

#include <string>
#include <string_view>

#include "reader/controls.h"
#include "reader/painter.h"
#include "reader/theme.h"

namespace faultline {

struct SheetSize {
  float width = 0;
  float margin = 24;       // left and right
  bool is_coarse = false;  // pressed with a finger: targets of 44 instead of 28 pixels
  bool is_rtl = false;     // begins at the right: views draw as ever, and the sheet changes the sides of all they draw
};

class Sheet {
 public:
  Sheet(Painter& painter, const Theme& theme, SheetSize size) : painter_(painter), theme_(theme), size_(size) {
    painter.mirror(size.is_rtl ? size.width : 0);
  }

  // A sheet like this one that only measures: for what must be known before it is drawn.
  Sheet blank(Painter& measuring) const { return Sheet(measuring, theme_, {size_.width, size_.margin, size_.is_coarse, false}); }

  Painter& painter() { return painter_; }
  const Painter& painter() const { return painter_; }
  const Theme& theme() const { return theme_; }
  float left() const { return size_.margin; }
  float right() const { return size_.width - size_.margin; }
  float width() const { return size_.width; }
  float row_height() const { return size_.is_coarse ? 44.0f : 28.0f; }
  bool is_coarse() const { return size_.is_coarse; }

  float y = 0;  // where the next thing begins

  void add(Control control) { controls_.push_back(std::move(control)); }

  // Sets `text` in lines between `left` and `right` (default: the margin) below y, and moves y below it. More than
  // `most_lines` end in an ellipsis. Lists nothing.
  struct Place {
    float left = 0, right = 0;
    int most_lines = 12;
    float leading = 1.4f;  // in em
    Span strong = {};      // bytes of the text that are set in the bold face
  };
  void set(TextStyle style, Place place, std::string_view text, Color color);
  // The text in one line between the place's sides, shortened where it is longer. Returns its width; lists nothing, y stays.
  float line(TextStyle style, Place place, float baseline, std::string_view text, Color color);
  std::string shorten(TextStyle style, std::string_view text, float width) const;
  // The same, listed as a text or a heading of its own.
  void text(std::string id, TextStyle style, Place place, std::string_view text, Color color);
  void heading(std::string id, int level, TextStyle style, Place place, std::string_view text, Color color);

  ControlList finish(float bottom_margin) &&;

 private:
  Painter& painter_;
  const Theme& theme_;
  SheetSize size_;
  std::vector<Control> controls_;
};

}  // namespace faultline
