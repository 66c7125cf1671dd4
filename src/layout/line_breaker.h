// Breaks a paragraph into lines of a width: greedily, at spaces, after hyphens and dashes, and inside a word only if it must.
//
//   FaceSpan faces[] = {{40, FaceRole::Serif}, {52, FaceRole::SerifBold}};   // each up to its end
//   for (const BrokenLine& line : break_lines(text, {0, 52}, {fonts, 19.0f}, faces, 640.0f)) draw(line.span);
//
// Greedy, not optimal, on purpose: it is what browsers do, so that the text layer above breaks where the canvas does.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "layout/font_set.h"

namespace faultline {

// Bytes from the end of the FaceSpan before (or the start of the paragraph) up to `end` are set in `face`.
struct FaceSpan {
  uint32_t end;
  FaceRole face;
};

struct TextSize {
  const FontSet& fonts;
  float pixels;  // an em
};

// One line. White space at its end belongs to no line: the next one begins after it.
struct BrokenLine {
  Span span;
  float width;  // pixels
};

// Lines of the paragraph `span` of `text`, in order; none for white space only. White space inside counts as one space, as in
// HTML. Requires valid UTF-8 and faces that reach span.end. A width below one character gives one character a line.
std::vector<BrokenLine> break_lines(std::string_view text, Span span, TextSize size, std::span<const FaceSpan> faces, float width);

// May a line end after `before`, which stands directly before `after`, with no space between them?
bool is_break_between(char32_t before, char32_t after);
}  // namespace faultline
