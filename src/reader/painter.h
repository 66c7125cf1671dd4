// Draws on one frame of a surface in CSS pixels, or, without a frame, only measures.
//
//   painter.fill({24, 10, 200, 32}, theme.hover, 6);
//   painter.text({FaceRole::Sans, 14}, 24, 30, "Pakistan → Afghanistan", theme.text);
//
// What views draw is placed in the surface's own coordinates; the frame's top is taken off here, and edges are put on whole
// device pixels so that hairlines stay hairlines. What lies outside the frame costs next to nothing.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "layout/set_line.h"
#include "reader/theme.h"

struct ImDrawList;
struct ImFont;
struct ImFontBaked;

namespace faultline {

struct Rect {
  float left = 0, top = 0, right = 0, bottom = 0;
  float width() const { return right - left; }
  float height() const { return bottom - top; }
};

struct Point {
  float x = 0, y = 0;
};

struct TextStyle {
  FaceRole face = FaceRole::Sans;
  float size = 14;
  float tracking = 0;  // extra space after each letter, in em: for small capitals; Arabic letters stay joined
};

class Painter {
 public:
  // Measures only.
  explicit Painter(Shaper& shaper) : shaper_(shaper) {}
  // Draws; `list` and the fonts, one for each role, belong to the canvas.
  Painter(Shaper& shaper, ImDrawList* list, ImFont* const* faces, float top, float height, float dpr);

  Shaper& shaper() const { return shaper_; }
  const FontSet& fonts() const { return shaper_.fonts(); }
  bool is_drawing() const { return list_ != nullptr; }
  bool is_visible(float top, float bottom) const { return list_ && bottom > top_ && top < top_ + height_; }
  float pixel() const { return 1 / dpr_; }  // one device pixel

  // From here on all that is drawn changes sides on a surface of this width, as a page does whose script goes from right to
  // left. Words and pictures stay as they are. 0: nothing changes sides.
  void mirror(float width) { mirror_ = width; }
  bool is_mirrored() const { return mirror_ > 0; }

  void fill(Rect rect, Color color, float radius = 0);
  void outline(Rect rect, Color color, float thickness, float radius = 0);
  void rule(float left, float right, float y, Color color);  // a hairline
  void dot(float x, float y, float radius, Color color);
  void check(Rect box, Color color);                         // a tick mark
  void cross(float x, float y, float radius, Color color);   // to take something away
  void triangle(Point a, Point b, Point c, Color color);
  void path(std::span<const Point> points, Color color, float thickness);  // from each to the next

  // Decorations under words, by family: dotted (issue), wavy (eroding), solid (building). `y` is their middle.
  void underline(Family family, float left, float right, float y, Color color, float thickness);

  // A line with its own left edge moved right by `x`, on the baseline. What no face has is left out.
  void line(const SetLine& line, float x, float baseline, Color color, float tracking = 0);
  // The same for one line of text that begins at x. Returns the width.
  float text(TextStyle style, float x, float baseline, std::string_view text, Color color);
  float width_of(TextStyle style, std::string_view text) const;

 private:
  float to_device_x(float x) const;
  float to_device_y(float y) const;
  float tracked_width_of(const SetLine& line, float tracking) const;
  // The left edge of what is `width` wide and would begin at `left`.
  float side_of(float left, float width) const { return is_mirrored() ? mirror_ - left - width : left; }
  Point to_device(Point point) const { return {side_of(point.x, 0) * dpr_, (point.y - top_) * dpr_}; }
  void wave(float left, float right, float y, unsigned color, float thickness);

  // A glyph that is about to become a quad; its pen in device pixels.
  struct PlacedGlyph {
    ImFontBaked* baked;
    uint16_t code;
    float x, y;
  };
  void place(ImFontBaked* baked, uint32_t glyph, float x, float y);

  Shaper& shaper_;
  ImDrawList* list_ = nullptr;
  ImFont* const* faces_ = nullptr;
  std::vector<PlacedGlyph> placed_;  // kept between calls for its memory
  float top_ = 0, height_ = 0, dpr_ = 1, mirror_ = 0;
};

}  // namespace faultline
