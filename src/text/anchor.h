// How to point at a stretch of a text so that it is found again when the text has been edited a little: its own words, what stands
// around them, and where it stood (TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model).
//
//   Anchor anchor = make_anchor(text, offsets, span);
//   std::optional<Span> again = find_anchor(edited, Offsets(edited), anchor);
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "text/offsets.h"

namespace faultline {

inline constexpr int kAnchorContext = 32;  // code points before and after: enough to tell a quote from its likes

struct Anchor {
  uint32_t start = 0;  // code point
  std::string exact, prefix, suffix;
};

// Requires valid UTF-8 and a span on character boundaries. Context is cut at the ends of the text.
Anchor make_anchor(std::string_view text, const Offsets& offsets, Span span);

// Where the quote stands now: at its old place if its words are still there, else where most of its context agrees, and of
// several such places the nearest to the old one. Nothing when its words are in the text no longer. Linear in the text.
std::optional<Span> find_anchor(std::string_view text, const Offsets& offsets, const Anchor& anchor);

}  // namespace faultline
