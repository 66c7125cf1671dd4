// One line as it stands on the page: its runs from left to right, its words at their places, and both ways of pointing at it.
//
//   TypesetPage page{article, measured, shaper, lines};
//   SetLine line = set_line(page, lines.lines[7]);
//   for (const PlacedText& part : line.parts) draw(shaper.glyphs_of(part.word), part.left);
//   uint32_t at = find_position(page, 120, 340);                    // the caret for a click
//   for (const LinePart& part : find_line_parts(page, span)) fill(part);
//
// Lengths are CSS pixels from the surface's upper left corner.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/lines.h"

namespace faultline {

struct TypesetPage {
  const Article& article;
  const MeasuredText& measured;
  Shaper& shaper;
  const Lines& lines;
};

// A word, or the white space between two.
struct PlacedText {
  static constexpr uint32_t kSpace = ~uint32_t{0};
  Span span;  // empty for a hyphen that is not in the text
  uint32_t word = kSpace;
  float left = 0, width = 0;
};

// A part of a line in one face and direction.
struct Run {
  Span span;
  float left = 0, width = 0;
  FaceRole face = FaceRole::Serif;
  Script script = kLatin;
  bool is_rtl = false;
  bool has_glyphs = true;  // false: characters that no face has; the page shows them in a font of its own
  uint32_t first_part = 0, last_part = 0;  // [first, last)
};

struct SetLine {
  float left = 0, width = 0;
  float size = 0;  // pixels an em
  std::vector<Run> runs;          // in order of text; they tile the line from its first to its last byte
  std::vector<PlacedText> parts;  // likewise
};

SetLine set_line(const TypesetPage& page, const Line& line);

// The same for a line that belongs to no page, with its left edge at 0.
struct LoneLine {
  Span span;
  uint32_t first_piece = 0, last_piece = 0, cut = 0;
  float size = 0;
  bool ends_in_hyphen = false;
};
SetLine set_line(const MeasuredText& measured, const Paragraph& paragraph, std::string_view text, Shaper& shaper, const LoneLine& line);

// One line of any length, for labels; its direction is that of its first letter.
SetLine set_single_line(std::string_view text, FaceRole face, float size, Shaper& shaper);

// A stretch of a span on one line. A span that crosses directions has several on a line.
struct LinePart {
  uint32_t line = 0;  // index into lines.lines
  Span span;
  float left = 0, right = 0;
};

// Where `span` stands: in order of line, on a line from left to right, touching stretches joined. White space between lines gives none.
std::vector<LinePart> find_line_parts(const TypesetPage& page, Span span);

// The caret before byte `at`, between two letters. Requires a byte of the line, or its end, on a character boundary.
float x_of(const SetLine& line, std::string_view text, const Shaper& shaper, uint32_t at);

// The position between two letters that is nearest to a point; that of the nearest line when the point is on none.
// Nothing when there is no line.
std::optional<uint32_t> find_position(const TypesetPage& page, float x, float y);

}  // namespace faultline
