#include "reader/highlights.h"

#include <algorithm>

#include "base/sort.h"

namespace faultline {

Highlights::Highlights(std::span<const Finding> findings) {
  for (uint32_t i = 0; i < findings.size(); ++i) {
    for (Span span : findings[i].spans) spans_.push_back({span, i, 0});
  }
  // The longer first, so that what encloses gets the level nearest to the words.
  sort_stably(spans_, [](const MarkedSpan& a, const MarkedSpan& b) { return a.span < b.span; });
  uint32_t level_ends[kHighlightLevels] = {};  // where the last mark of each level ends
  for (MarkedSpan& marked : spans_) {
    while (marked.level + 1 < kHighlightLevels && level_ends[marked.level] > marked.span.begin) ++marked.level;
    level_ends[marked.level] = std::max(level_ends[marked.level], marked.span.end);
    reach_.push_back(std::max(reach_.empty() ? 0 : reach_.back(), marked.span.end));
  }
}

std::vector<Highlight> Highlights::on(const TypesetPage& page, LineRange lines) const {
  std::vector<Highlight> highlights;
  if (lines.first == lines.last) return highlights;
  const Span shown{page.lines.lines[lines.first].span.begin, page.lines.lines[lines.last - 1].span.end};
  auto next = static_cast<size_t>(std::upper_bound(reach_.begin(), reach_.end(), shown.begin) - reach_.begin());
  for (; next < spans_.size() && spans_[next].span.begin < shown.end; ++next) {
    const MarkedSpan& marked = spans_[next];
    if (marked.span.end <= shown.begin) continue;
    for (const LinePart& part : find_line_parts(page, marked.span)) {
      if (part.line >= lines.first && part.line < lines.last) highlights.push_back({marked.finding, part.line, part.span, part.left, part.right, marked.level});
    }
  }
  sort_stably(highlights, [](const Highlight& a, const Highlight& b) { return a.line < b.line; });
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
