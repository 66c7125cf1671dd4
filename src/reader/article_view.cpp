#include "reader/article_view.h"

#include <algorithm>
#include <cmath>

#include "reader/links.h"
#include "reader/margin.h"
#include "reader/underlines.h"

namespace faultline {
namespace {

bool is_strong(const ArticleView& view, const Finding& finding) {
  return view.state.selected == finding.id || view.state.hovered == finding.id;
}

void draw_tint(Painter& painter, const ArticleView& view, const Highlight& mark) {
  const Finding& finding = view.findings[mark.finding];
  const FamilyColors& colors = view.theme.family(family_of(finding.kind));
  const Rect rect = box_around(view.page.lines, mark.line, mark.left, mark.right, 1);
  painter.fill(rect, is_strong(view, finding) ? colors.selected : colors.tint, 2);
}

// A candidate that was gone to is framed, in no family's colour: it is no finding.
void draw_candidate(Painter& painter, const ArticleView& view, Span shown) {
  if (view.state.tab != PanelTab::Skipped || !view.state.skipped || *view.state.skipped >= view.analysis.suppressed.size()) return;
  const Span span = view.analysis.suppressed[*view.state.skipped].span;
  if (span.begin >= shown.end || span.end <= shown.begin) return;
  for (const LinePart& part : find_line_parts(view.page, span)) {
    painter.outline(box_around(view.page.lines, part.line, part.left, part.right, 2), view.theme.muted, 1.5f, 3);
  }
}

void draw_underline(Painter& painter, const ArticleView& view, const Highlight& mark, const Underlines& underlines) {
  const Finding& finding = view.findings[mark.finding];
  Family family = family_of(finding.kind);
  float y = view.page.lines.baseline_of(view.page.lines.lines[mark.line]) + underlines.of(mark.level);
  painter.underline(family, mark.left, mark.right, y, view.theme.family(family).mark, is_strong(view, finding) ? 2.25f : 1.6f);
}

void draw_furniture(Painter& painter, const ArticleView& view, const BlockBox& box) {
  if (box.line_count == 0 || !painter.is_visible(box.top, box.top + box.height)) return;
  const Lines& lines = view.page.lines;
  if (box.kind == BlockKind::Quote) {
    float left = box.is_rtl ? lines.style.column_left + lines.style.column_width - 3 : lines.style.column_left;
    painter.fill({left, box.top + 3, left + 3, box.top + box.height - 3}, view.theme.border, 1.5f);
  }
  if (box.kind == BlockKind::ListItem) {
    // The bullet hangs before the text, on the side where its lines begin.
    float radius = std::max(2.0f, box.size * 0.14f), hang = box.size * 0.72f;
    float x = box.is_rtl ? box.left + box.width + hang : box.left - hang;
    float y = lines.baseline_of(lines.lines[box.first_line]) - box.size * 0.27f;
    painter.dot(x, y, radius, view.theme.muted);
  }
}

// A hairline close to the letters: marks lie lower, and are wider and coloured.
void draw_links(Painter& painter, const ArticleView& view, Span shown) {
  constexpr float kBelow = 0.11f;  // em
  const Lines& lines = view.page.lines;
  for (const Style* link : find_links(view.page.article, shown)) {
    Span span{std::max(link->span.begin, shown.begin), std::min(link->span.end, shown.end)};
    for (const LinePart& part : find_line_parts(view.page, span)) {
      const Line& line = lines.lines[part.line];
      float y = lines.baseline_of(line) + std::round(lines.block_of(line).size * kBelow);
      painter.fill({part.left, y, part.right, y + 1}, view.theme.muted);
    }
  }
}

void draw_words(Painter& painter, const ArticleView& view, const Line& line) {
  painter.line(set_line(view.page, line), 0, view.page.lines.baseline_of(line), view.theme.text);
}

}  // namespace

void draw_article(Painter& painter, const ArticleView& view, LineRange range) {
  const Lines& lines = view.page.lines;
  if (range.first == range.last) return;
  auto shows = [&](const Highlight& mark) { return is_shown(view.findings[mark.finding], view.state.filter, view.analysis); };
  // Tints and lines lie below the words: a mark never makes a letter harder to read.
  for (const Highlight& mark : view.highlights) {
    if (shows(mark)) draw_tint(painter, view, mark);
  }
  draw_found(painter, view.page, view.search, range, view.theme);
  Underlines underlines;
  uint32_t underlined = UINT32_MAX;  // the line they are of
  for (const Highlight& mark : view.highlights) {
    if (mark.line != underlined) underlines = find_underlines(view.page, lines.lines[underlined = mark.line]);
    if (shows(mark)) draw_underline(painter, view, mark, underlines);
  }
  uint32_t first_block = lines.lines[range.first].block, last_block = lines.lines[range.last - 1].block;
  for (uint32_t block = first_block; block <= last_block; ++block) draw_furniture(painter, view, lines.blocks[block]);
  const Span shown{lines.lines[range.first].span.begin, lines.lines[range.last - 1].span.end};
  draw_candidate(painter, view, shown);
  draw_links(painter, view, shown);
  for (uint32_t line = range.first; line < range.last; ++line) draw_words(painter, view, lines.lines[line]);
  draw_margin(painter, {view.page, view.findings, view.highlights, view.state, view.analysis, view.words}, range, view.theme);
}

}  // namespace faultline
