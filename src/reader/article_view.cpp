#include "reader/article_view.h"

#include <algorithm>

namespace faultline {
namespace {

// Underlines begin this far below the baseline, in em of the line's size: under the descenders. Each level lies a step lower.
constexpr float kUnderlineGap = 0.29f;
constexpr float kLevelStep = 3.5f;  // CSS pixels: a wave of 2.8 and room to breathe
constexpr float kTintAbove = 0.93f, kTintBelow = 0.37f;  // of the tinted box, in em from the baseline

bool is_strong(const ArticleView& view, const Finding& finding) {
  return view.state.selected == finding.id || view.state.hovered == finding.id;
}

void draw_tint(Painter& painter, const ArticleView& view, const Highlight& mark) {
  const Finding& finding = view.findings[mark.finding];
  const Line& line = view.lines.lines[mark.line];
  float size = view.lines.blocks[line.block].size;
  const FamilyColors& colors = view.theme.family(family_of(finding.kind));
  Rect box{mark.left - 1, line.baseline - size * kTintAbove, mark.right + 1, line.baseline + size * kTintBelow};
  painter.fill(box, is_strong(view, finding) ? colors.selected : colors.tint, 2);
}

void draw_underline(Painter& painter, const ArticleView& view, const Highlight& mark) {
  const Finding& finding = view.findings[mark.finding];
  const Line& line = view.lines.lines[mark.line];
  float size = view.lines.blocks[line.block].size;
  Family family = family_of(finding.kind);
  float y = line.baseline + size * kUnderlineGap + kLevelStep * static_cast<float>(mark.level);
  painter.underline(family, mark.left, mark.right, y, view.theme.family(family).mark, is_strong(view, finding) ? 2.25f : 1.6f);
}

void draw_furniture(Painter& painter, const ArticleView& view, const BlockBox& box) {
  if (box.line_count == 0 || !painter.is_visible(box.top, box.top + box.height)) return;
  if (box.kind == BlockKind::Quote) {
    float left = view.lines.style.column_left;
    painter.fill({left, box.top + 3, left + 3, box.top + box.height - 3}, view.theme.border, 1.5f);
  }
  if (box.kind == BlockKind::ListItem) {
    const Line& first = view.lines.lines[box.first_line];
    float radius = std::max(2.0f, box.size * 0.13f), x = box.left - box.size * 0.72f, y = first.baseline - box.size * 0.27f;
    painter.fill({x - radius, y - radius, x + radius, y + radius}, view.theme.muted, radius);
  }
}

void draw_words(Painter& painter, const ArticleView& view, const Line& line) {
  for (const Run& run : view.lines.runs_of(line)) {
    if (!run.has_glyphs) continue;
    painter.text({run.face, view.lines.blocks[line.block].size}, run.left, line.baseline, view.article.text_of(run.span), view.theme.text);
  }
}

}  // namespace

void draw_article(Painter& painter, const ArticleView& view, float top, float bottom) {
  LineRange range = find_lines_between(view.lines, top, bottom);
  if (range.first == range.last) return;
  auto is_before = [](const Highlight& mark, uint32_t line) { return mark.line < line; };
  auto first = std::lower_bound(view.highlights.begin(), view.highlights.end(), range.first, is_before);
  auto last = std::lower_bound(first, view.highlights.end(), range.last, is_before);
  auto draw_marks = [&](auto draw) {
    for (auto mark = first; mark != last; ++mark) {
      if (is_shown(view.findings[mark->finding], view.state.off)) draw(painter, view, *mark);
    }
  };
  // Tints lie below the words, lines above: a mark never makes a letter harder to read.
  draw_marks(draw_tint);
  uint32_t first_block = view.lines.lines[range.first].block, last_block = view.lines.lines[range.last - 1].block;
  for (uint32_t block = first_block; block <= last_block; ++block) draw_furniture(painter, view, view.lines.blocks[block]);
  for (uint32_t line = range.first; line < range.last; ++line) draw_words(painter, view, view.lines.lines[line]);
  draw_marks(draw_underline);
}

}  // namespace faultline
