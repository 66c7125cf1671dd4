#include "reader/highlights.h"

#include <algorithm>

namespace faultline {
namespace {

struct Part {
  Span span;
  uint32_t finding;
};

// Reading order; the longer first, so that what encloses gets the level nearest to the words.
std::vector<Part> find_parts(std::span<const Finding> findings) {
  std::vector<Part> parts;
  for (uint32_t i = 0; i < findings.size(); ++i) {
    for (Span span : findings[i].spans) parts.push_back({span, i});
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.span < b.span; });
  return parts;
}

}  // namespace

std::vector<Highlight> make_highlights(std::span<const Finding> findings, const TypesetPage& page) {
  std::vector<Highlight> highlights;
  uint32_t level_ends[kHighlightLevels] = {};  // where the last mark of each level ends
  for (const Part& part : find_parts(findings)) {
    uint8_t level = 0;
    while (level + 1 < kHighlightLevels && level_ends[level] > part.span.begin) ++level;
    level_ends[level] = std::max(level_ends[level], part.span.end);
    for (const LinePart& shown : find_line_parts(page, part.span)) {
      highlights.push_back({part.finding, shown.line, shown.span, shown.left, shown.right, level});
    }
  }
  std::stable_sort(highlights.begin(), highlights.end(), [](const Highlight& a, const Highlight& b) { return a.line < b.line; });
  return highlights;
}

Rect box_around(const Lines& lines, uint32_t line, float left, float right, float margin) {
  constexpr float kAbove = 0.95f, kBelow = 0.37f;  // em from the baseline
  const Line& own = lines.lines[line];
  const BlockBox& box = lines.block_of(own);
  const FontFamily family = family_of(box.face);
  if (family == FontFamily::Naskh || family == FontFamily::Nastaliq) return {left - margin, own.top + 1, right + margin, own.top + box.leading - 1};
  const float baseline = lines.baseline_of(own);
  return {left - margin, baseline - box.size * kAbove, right + margin, baseline + box.size * kBelow};
}

}  // namespace faultline
