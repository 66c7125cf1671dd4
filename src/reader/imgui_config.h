// Dear ImGui's own compile-time options, for every file that includes it.
#pragma once

#include "base/check.h"

// Our canvases are taller than a window, and WebGL draws without a vertex offset: 16-bit indices end at 16,380 glyphs.
#define ImDrawIdx unsigned int
// layout/ has the one copy of stb_truetype.
#define IMGUI_DISABLE_STB_TRUETYPE_IMPLEMENTATION
#ifndef NDEBUG
#define IM_ASSERT(condition) FL_CHECK(condition)
#else
#define IM_ASSERT(condition) ((void)0)
#endif
