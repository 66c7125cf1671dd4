// A half-open range of bytes in an article's text.
//
//   Span title{0, 12};
//   std::string_view words = text_of(article.text(), title);
//
// Positions inside the core are always bytes; reports count code points and the
// DOM counts UTF-16 units (text/offsets.h converts).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace faultline {

struct Span {
  uint32_t begin = 0;  // first byte
  uint32_t end = 0;    // one past the last byte

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(uint32_t position) const { return begin <= position && position < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr bool operator==(const Span&) const = default;
  // Reading order: by start, the longer span first, so that an outer span precedes what it holds.
  constexpr bool operator<(const Span& other) const {
    return begin != other.begin ? begin < other.begin : end > other.end;
  }
};

// The smallest span that holds both.
constexpr Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

// The bytes of `text` that `span` names. Requires span.end <= text.size().
constexpr std::string_view text_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace faultline
