// Dear ImGui as the reader uses it: a painter that turns rectangles and glyphs into triangles, and nothing else.
//
//   Canvas canvas(shaper);
//   Painter painter = canvas.begin({.width = 640, .height = 900, .dpr = 2}, theme.page);
//   draw_article(painter, …);
//   const ImDrawData* triangles = canvas.end();       // for gl_renderer.h, or for a test to look at
//
// No window, no widget, no input: the page owns pointer, focus and scrolling, and tells what happened as Actions. There is not even
// a context of ImGui's: its atlas and its draw list work alone, and the half of it that is widgets is not in the module.
#pragma once

#include <memory>

#include "layout/shaper.h"
#include "reader/painter.h"

struct ImDrawData;

namespace faultline {

// The stretch of a surface that one frame shows, in CSS pixels.
struct Frame {
  float width = 0, height = 0;
  float top = 0;  // of the surface, that the frame's upper edge shows
  float dpr = 1;  // device pixels a CSS pixel
};

class Canvas {
 public:
  explicit Canvas(Shaper& shaper);  // keeps a reference; faces may be added later
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  Painter begin(const Frame& frame);
  // The triangles of the frame in device pixels, valid until the next begin. Their textures list says what to upload.
  const ImDrawData* end();

  // The GPU has lost everything: the next frame asks for its textures again. No glyph is rasterised anew.
  void forget_textures();

 private:
  Shaper& shaper_;
  uint32_t revision_ = 0;  // of the fonts that the glyphs were made from
  struct Drawing;
  std::unique_ptr<Drawing> drawing_;
};

}  // namespace faultline
