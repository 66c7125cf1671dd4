// Parts of a paragraph that are shaped in one go: one direction, one script, one face.
//
//   for (const Item& item : find_items({text, span, is_rtl, faces})) shaper.find(item.setting, …);
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "layout/hyphenation.h"
#include "layout/shaper.h"

namespace faultline {

// Bytes from the end of the FaceSpan before (or the start of the paragraph) up to `end` are to be set in `face`.
struct FaceSpan {
  uint32_t end;
  FaceRole face;
};

struct Item {
  uint32_t end;
  Setting setting;
  uint8_t level;  // of UAX #9
  bool operator==(const Item&) const = default;
};

struct ParagraphText {
  std::string_view text;  // valid UTF-8
  Span span;
  bool is_rtl = false;
  std::span<const FaceSpan> faces;           // wished; they reach span.end
  FontFamily arabic = FontFamily::Naskh;     // for Arabic letters that are wished in a Latin face
  HyphenFinder* hyphens = nullptr;           // none: only where soft hyphens stand
};

// They tile the span; none for an empty one. `wished` gains the faces that were asked for, there or not.
std::vector<Item> find_items(const ParagraphText& paragraph, const FontSet& fonts, FaceRoles& wished);

}  // namespace faultline
