#include "layout/lines.h"

#include <algorithm>
#include <cmath>

#include "layout/line_breaker.h"

namespace faultline {
namespace {

void append_block(Lines& lines, const Article& article, const MeasuredText& measured, const Shaper& shaper, uint32_t index, float top) {
  const Block& block = article.blocks()[index];
  const Paragraph& paragraph = measured.paragraphs[index];
  BlockStyle style = lines.style.of(block.kind, block.level, paragraph.is_arabic);
  float width = std::max(lines.style.column_width - style.indent, style.size);
  float left = lines.style.column_left + (paragraph.is_rtl ? lines.style.column_width - style.indent - width : style.indent);
  BlockBox box{index, block.kind, block.level, paragraph.is_rtl, shaper.fonts().resolve(style.face), top, left, width, 0, style.size, style.leading, 0,
               static_cast<uint32_t>(lines.lines.size()), 0};
  const Typeface* face = shaper.fonts().find(style.face);
  // Half of what the leading has over the face stands above it, as CSS does it.
  float ascent = std::round((face ? face->ascent() : 0.9f) * style.size);
  float descent = std::round((face ? face->descent() : 0.3f) * style.size);
  box.baseline = std::floor((style.leading - ascent - descent) / 2) + ascent;
  for (const BrokenLine& broken : break_lines(measured, paragraph, article.text(), shaper, style.size, box.width)) {
    lines.lines.push_back({broken.span, index, broken.first_piece, broken.last_piece, broken.cut, top + box.height, broken.ends_in_hyphen, false});
    box.height += style.leading;
  }
  box.line_count = static_cast<uint32_t>(lines.lines.size()) - box.first_line;
  if (box.line_count > 0) lines.lines.back().is_last = true;
  lines.blocks.push_back(box);
}

}  // namespace

Lines make_lines(const Article& article, const MeasuredText& measured, const Shaper& shaper, const PagePreferences& preferences, float width) {
  Lines lines;
  lines.width = width;
  lines.is_rtl = is_rtl(article);
  lines.style = make_page_style(preferences, choose_families(preferences, article), shaper.fonts(), width);
  lines.blocks.reserve(article.blocks().size());
  float y = lines.style.top, after = 0;
  for (uint32_t i = 0; i < article.blocks().size(); ++i) {
    BlockStyle style = lines.style.of(article.blocks()[i].kind, article.blocks()[i].level, measured.paragraphs[i].is_arabic);
    if (i > 0) y += std::max(after, style.before);
    append_block(lines, article, measured, shaper, i, y);
    y += lines.blocks.back().height;
    after = style.after;
  }
  lines.height = y + lines.style.bottom;
  return lines;
}

LineRange find_lines_between(const Lines& lines, float top, float bottom) {
  auto first = std::partition_point(lines.lines.begin(), lines.lines.end(),
                                    [&](const Line& line) { return line.top + lines.block_of(line).leading <= top; });
  auto last = std::partition_point(first, lines.lines.end(), [&](const Line& line) { return line.top < bottom; });
  return {static_cast<uint32_t>(first - lines.lines.begin()), static_cast<uint32_t>(last - lines.lines.begin())};
}

const Line* find_line_at(const Lines& lines, uint32_t byte) {
  auto line = std::partition_point(lines.lines.begin(), lines.lines.end(), [&](const Line& each) { return each.span.end <= byte; });
  return line == lines.lines.end() ? nullptr : &*line;
}

}  // namespace faultline
