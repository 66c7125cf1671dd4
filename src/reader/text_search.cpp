#include "reader/text_search.h"

#include <algorithm>
#include <cmath>

#include "reader/highlights.h"

namespace faultline {
namespace {

bool begins_before(Span span, uint32_t byte) { return span.begin < byte; }

}  // namespace

TextSearch search_article(const Article& article, std::string_view query, SearchOptions options, uint32_t from) {
  TextSearch search;
  const Search pattern(query, options);
  if (pattern.is_empty()) return search;
  for (const Block& block : article.blocks()) {
    for (Span span : pattern.find_in(article.text_of(block.span))) {
      search.found.push_back({block.span.begin + span.begin, block.span.begin + span.end});
    }
  }
  if (search.found.empty()) return search;
  auto first = std::lower_bound(search.found.begin(), search.found.end(), from, begins_before);
  search.current = first == search.found.end() ? 0 : static_cast<uint32_t>(first - search.found.begin());
  return search;
}

TextSearch step(TextSearch search, int by) {
  if (!search.current) return search;
  const auto count = static_cast<int64_t>(search.found.size());
  search.current = static_cast<uint32_t>(((int64_t{*search.current} + by) % count + count) % count);
  return search;
}

std::vector<float> find_places(const TextSearch& search, const Lines& lines) {
  std::vector<float> places;
  auto line = lines.lines.begin();
  for (Span span : search.found) {
    while (line != lines.lines.end() && line->span.end <= span.begin) ++line;
    if (line == lines.lines.end()) break;
    float place = std::round(1000 * (line->top + lines.block_of(*line).leading / 2) / std::max(lines.height, 1.0f)) / 1000;
    if (places.empty() || place != places.back()) places.push_back(place);
  }
  return places;
}

void draw_found(Painter& painter, const TypesetPage& page, const TextSearch& search, LineRange range, const Theme& theme) {
  const Lines& lines = page.lines;
  if (range.first == range.last) return;
  // A place may begin on the line above.
  auto place = std::lower_bound(search.found.begin(), search.found.end(), lines.lines[range.first].span.begin, begins_before);
  if (place != search.found.begin()) --place;
  for (; place != search.found.end() && place->begin < lines.lines[range.last - 1].span.end; ++place) {
    const bool is_current = search.current == static_cast<uint32_t>(place - search.found.begin());
    for (const LinePart& part : find_line_parts(page, *place)) {
      const Rect rect = box_around(lines, part.line, part.left, part.right, 1.5f);
      painter.fill(rect, is_current ? theme.found_now : theme.found, 3);
      if (is_current) painter.outline(rect, theme.text, 1.5f, 3);
    }
  }
}

}  // namespace faultline
