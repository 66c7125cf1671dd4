#include "reader/margin.h"

#include <algorithm>
#include <cmath>

#include "reader/wording.h"

namespace faultline {
namespace {

constexpr TextStyle kTag{FaceRole::SansBold, 10.5f};
constexpr float kTagWidth = 24, kTagHeight = 17, kBarWidth = 2;
constexpr float kGap = 10;   // between text and tags
constexpr float kStep = 28;  // from tag to tag
constexpr float kEdge = 5;   // least space at the surface's edge
constexpr size_t kMost = 4;  // tags a line

// How many tags a line of this page has room for.
size_t count_places(const Lines& lines) {
  float right = lines.style.column_left + lines.style.column_width;
  float margin = lines.is_rtl ? lines.width - right : lines.style.column_left;
  float places = std::floor((margin - kGap - kEdge + kStep - kTagWidth) / kStep);
  return places < 1 ? 0 : std::min(kMost, static_cast<size_t>(places));
}

Rect find_rect(const Lines& lines, const Line& line, size_t place) {
  float outwards = kGap + kStep * static_cast<float>(place);
  float left = lines.is_rtl ? lines.style.column_left + lines.style.column_width + outwards : lines.style.column_left - outwards - kTagWidth;
  return {left, line.top, left + kTagWidth, line.top + lines.block_of(line).leading};
}

bool begins_on(const Finding& finding, const Line& line) {
  return std::any_of(finding.spans.begin(), finding.spans.end(), [&](Span span) { return line.span.contains(span.begin); });
}

}  // namespace

std::vector<MarginMark> find_margin_marks(const MarkedPage& marked, LineRange range) {
  std::vector<MarginMark> found;
  const Lines& lines = marked.page.lines;
  size_t places = count_places(lines);
  if (places == 0) return found;
  auto is_before = [](const Highlight& mark, uint32_t line) { return mark.line < line; };
  auto mark = std::lower_bound(marked.highlights.begin(), marked.highlights.end(), range.first, is_before);
  while (mark != marked.highlights.end() && mark->line < range.last) {
    const uint32_t index = mark->line;
    const Line& line = lines.lines[index];
    std::vector<uint32_t> findings;
    for (; mark != marked.highlights.end() && mark->line == index; ++mark) {
      bool is_new = std::find(findings.begin(), findings.end(), mark->finding) == findings.end();
      if (is_new && is_shown(marked.findings[mark->finding], marked.state.filter, marked.analysis)) findings.push_back(mark->finding);
    }
    for (size_t place = 0; place < std::min(places, findings.size()); ++place) {
      const Finding& finding = marked.findings[findings[place]];
      bool is_last = place + 1 == places;
      auto count = static_cast<uint32_t>(is_last ? findings.size() - place : 1);
      std::string text = begins_on(finding, line) ? std::string(tag_of(marked.words, finding.kind)) : "";
      if (count > 1) text = (place > 0 ? "+" : "") + marked.words.number(static_cast<int>(count));
      found.push_back({index, findings[place], count, std::move(text), find_rect(lines, line, place)});
    }
  }
  return found;
}

void draw_margin(Painter& painter, const MarkedPage& marked, LineRange range, const Theme& theme) {
  const Typeface* face = painter.fonts().find(kTag.face);
  for (const MarginMark& mark : find_margin_marks(marked, range)) {
    const Finding& finding = marked.findings[mark.finding];
    const FamilyColors& colors = theme.family(family_of(finding.kind));
    bool is_strong = mark.count == 1 && (marked.state.selected == finding.id || marked.state.hovered == finding.id);
    float middle = std::round((mark.rect.left + mark.rect.right) / 2);
    if (mark.text.empty()) {
      float half = is_strong ? kBarWidth : kBarWidth / 2;
      painter.fill({middle - half, mark.rect.top, middle + half, mark.rect.bottom}, colors.mark);
      continue;
    }
    // Beside the small letters, whose middle is the line's.
    const Line& line = marked.page.lines.lines[mark.line];
    const BlockBox& box = marked.page.lines.block_of(line);
    const Typeface* body = painter.fonts().find(box.face);
    float x_height = body && body->x_height() > 0 ? body->x_height() : 0.5f;  // an Arabic face has no x
    float centre = marked.page.lines.baseline_of(line) - x_height * box.size / 2;
    Rect chip{mark.rect.left, std::round(centre - kTagHeight / 2), mark.rect.right, std::round(centre + kTagHeight / 2)};
    painter.fill(chip, mark.count > 1 ? theme.hover : is_strong ? colors.ink : colors.chip, 4);
    float baseline = std::round((chip.top + chip.bottom + (face ? face->cap_height() : 0.7f) * kTag.size) / 2);
    painter.text(kTag, middle - painter.width_of(kTag, mark.text) / 2, baseline, mark.text,
                 mark.count > 1 ? theme.muted : is_strong ? theme.page : colors.ink);
  }
}

}  // namespace faultline
