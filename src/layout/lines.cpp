#include "layout/lines.h"

#include <algorithm>
#include <cmath>

#include "layout/line_breaker.h"
#include "text/utf8.h"

namespace faultline {
namespace {

bool is_serif(FaceRole face) { return face != FaceRole::Sans && face != FaceRole::SansBold; }

FaceRole face_with(FaceRole base, bool strong, bool emphasis) {
  if (strong && is_serif(base)) return FaceRole::SerifBold;
  if (emphasis && base == FaceRole::Serif) return FaceRole::SerifItalic;
  return base;
}

// The inline styles of one block after the other, as faces.
class FaceWalk {
 public:
  explicit FaceWalk(std::span<const Style> styles) {
    for (const Style& style : styles) {
      if (style.kind != StyleKind::Link) styles_.push_back(&style);
    }
    std::stable_sort(styles_.begin(), styles_.end(), [](const Style* a, const Style* b) { return a->span < b->span; });
  }

  // Faces of `block`, which must come after the block of the call before.
  std::vector<FaceSpan> faces_of(Span block, FaceRole base) {
    while (first_ < styles_.size() && styles_[first_]->span.end <= block.begin) ++first_;
    std::vector<uint32_t> edges = {block.end};
    size_t last = first_;
    for (; last < styles_.size() && styles_[last]->span.begin < block.end; ++last) {
      for (uint32_t edge : {styles_[last]->span.begin, styles_[last]->span.end}) {
        if (edge > block.begin && edge < block.end) edges.push_back(edge);
      }
    }
    std::sort(edges.begin(), edges.end());
    std::vector<FaceSpan> faces;
    uint32_t begin = block.begin;
    for (uint32_t edge : edges) {
      if (edge == begin) continue;
      faces.push_back({edge, face_at(begin, first_, last, base)});
      begin = edge;
    }
    if (faces.empty()) faces.push_back({block.end, base});
    return faces;
  }

 private:
  FaceRole face_at(uint32_t at, size_t first, size_t last, FaceRole base) const {
    bool strong = false, emphasis = false;
    for (size_t i = first; i < last; ++i) {
      if (!styles_[i]->span.contains(at)) continue;
      (styles_[i]->kind == StyleKind::Strong ? strong : emphasis) = true;
    }
    return face_with(base, strong, emphasis);
  }

  std::vector<const Style*> styles_;
  size_t first_ = 0;
};

// Steps over the characters of a line with the width that each adds: a run of white space counts once.
struct Pen {
  const FontSet& fonts;
  float size;
  char32_t previous = 0;

  float advance(char32_t c, FaceRole face) {
    bool is_space_again = is_breaking_space(c) && is_breaking_space(previous);
    previous = c;
    if (is_space_again) return 0;
    return fonts.advance_of(face, is_breaking_space(c) ? U' ' : c) * size;
  }
};

void append_runs(Lines& lines, Line& line, const Article& article, const FontSet& fonts, float size,
                 std::span<const FaceSpan> faces) {
  line.first_run = static_cast<uint32_t>(lines.runs.size());
  size_t face = 0;
  float x = line.left;
  Pen pen{fonts, size};
  for (uint32_t at = line.span.begin; at < line.span.end;) {
    while (at >= faces[face].end) ++face;
    FaceRole role = faces[face].face;
    CodePoint c = code_point_at(article.text(), at);
    bool has_glyph = fonts.has(role, c.value);
    bool is_new = lines.runs.size() == line.first_run || lines.runs.back().face != role || lines.runs.back().has_glyphs != has_glyph;
    if (is_new) lines.runs.push_back({{at, at}, x, 0, role, has_glyph});
    x += pen.advance(c.value, role);
    at += c.length;
    lines.runs.back().span.end = at;
    lines.runs.back().width = x - lines.runs.back().left;
  }
  line.run_count = static_cast<uint32_t>(lines.runs.size()) - line.first_run;
}

void append_block(Lines& lines, const Article& article, const FontSet& fonts, uint32_t index, float top, FaceWalk& walk) {
  const Block& block = article.blocks()[index];
  BlockStyle style = lines.style.of(block.kind, block.level);
  BlockBox box{index, block.kind, block.level, style.face, top, lines.style.column_left + style.indent,
               std::max(lines.style.column_width - style.indent, style.size), 0, style.size, style.leading,
               static_cast<uint32_t>(lines.lines.size()), 0};
  const Typeface* face = fonts.find(style.face);
  // Half of what the leading has over the face stands above it, as CSS does it.
  float ascent = std::round((face ? face->ascent() : 0.9f) * style.size);
  float descent = std::round((face ? face->descent() : 0.3f) * style.size);
  float baseline = std::round((style.leading - ascent - descent) / 2) + ascent;
  std::vector<FaceSpan> faces = walk.faces_of(block.span, style.face);
  for (const BrokenLine& broken : break_lines(article.text(), block.span, {fonts, style.size}, faces, box.width)) {
    Line line{broken.span, index, top + box.height, top + box.height + baseline, box.left, broken.width, 0, 0};
    append_runs(lines, line, article, fonts, style.size, faces);
    lines.lines.push_back(line);
    box.height += style.leading;
  }
  box.line_count = static_cast<uint32_t>(lines.lines.size()) - box.first_line;
  lines.blocks.push_back(box);
}

}  // namespace

Lines make_lines(const Article& article, const FontSet& fonts, const PagePreferences& preferences, float width) {
  Lines lines;
  lines.width = width;
  lines.style = make_page_style(preferences, fonts, width);
  FaceWalk walk(article.styles());
  float y = lines.style.top, after = 0;
  for (uint32_t i = 0; i < article.blocks().size(); ++i) {
    BlockStyle style = lines.style.of(article.blocks()[i].kind, article.blocks()[i].level);
    if (i > 0) y += std::max(after, style.before);
    append_block(lines, article, fonts, i, y, walk);
    y += lines.blocks.back().height;
    after = style.after;
  }
  lines.height = y + lines.style.bottom;
  return lines;
}

float x_of(const Lines& lines, const Article& article, const FontSet& fonts, const Line& line, uint32_t at) {
  for (const Run& run : lines.runs_of(line)) {
    if (at > run.span.end) continue;
    if (at == run.span.end) return run.left + run.width;
    Pen pen{fonts, lines.blocks[line.block].size};
    if (run.span.begin > line.span.begin) pen.previous = code_point_before(article.text(), run.span.begin).value;
    float x = run.left;
    for (uint32_t i = run.span.begin; i < at;) {
      CodePoint c = code_point_at(article.text(), i);
      x += pen.advance(c.value, run.face);
      i += c.length;
    }
    return x;
  }
  return line.left + line.width;
}

std::vector<LinePart> find_line_parts(const Lines& lines, const Article& article, const FontSet& fonts, Span span) {
  std::vector<LinePart> parts;
  auto line = std::lower_bound(lines.lines.begin(), lines.lines.end(), span.begin,
                               [](const Line& candidate, uint32_t at) { return candidate.span.end <= at; });
  for (; line != lines.lines.end() && line->span.begin < span.end; ++line) {
    Span shared{std::max(span.begin, line->span.begin), std::min(span.end, line->span.end)};
    if (shared.begin >= shared.end) continue;
    parts.push_back({static_cast<uint32_t>(line - lines.lines.begin()), shared, x_of(lines, article, fonts, *line, shared.begin),
                     x_of(lines, article, fonts, *line, shared.end)});
  }
  return parts;
}

LineRange find_lines_between(const Lines& lines, float top, float bottom) {
  auto leading = [&](const Line& line) { return lines.blocks[line.block].leading; };
  auto first = std::partition_point(lines.lines.begin(), lines.lines.end(),
                                    [&](const Line& line) { return line.top + leading(line) <= top; });
  auto last = std::partition_point(first, lines.lines.end(), [&](const Line& line) { return line.top < bottom; });
  return {static_cast<uint32_t>(first - lines.lines.begin()), static_cast<uint32_t>(last - lines.lines.begin())};
}

}  // namespace faultline
