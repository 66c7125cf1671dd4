// Draws Dear ImGui's triangles with WebGL 2 (OpenGL ES 3) in a context that belongs to the reader alone.
//
//   GlRenderer renderer;
//   if (!renderer.start()) …                       // with the context current
//   renderer.draw(*triangles, theme.page);         // into the lower left corner of the framebuffer
//
// Dear ImGui's own backend saves and restores the context's whole state around each frame: fourteen questions that each
// stop the pipeline. Nobody shares this context, so the state is set once and never asked for. Textures hold coverage only,
// one byte a texel.
#pragma once

#include <cstdint>

#include "reader/theme.h"

struct ImDrawData;
struct ImTextureData;

namespace faultline {

class GlRenderer {
 public:
  bool start();    // makes program and buffers; false when the shaders do not compile
  void forget();   // the context is lost: its objects are gone with it
  // Uploads what textures changed, clears to `background` and draws. The size of the frame is that of `triangles`.
  void draw(const ImDrawData& triangles, Color background);

 private:
  void upload(ImTextureData& texture);

  unsigned program_ = 0, vertex_array_ = 0, vertices_ = 0, indices_ = 0;
  int scale_ = -1;  // the uniform that turns pixels into clip space
};

}  // namespace faultline
