// What the person searches in the article: the places found, the one that they are at, and how these are drawn.
//
//   TextSearch search = search_article(article, "sluice", {}, from);
//   search = step(search, 1);                           // the next place, round the end
//   draw_found(painter, page, search, lines, theme);    // below the words
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "layout/set_line.h"
#include "reader/painter.h"
#include "reader/theme.h"
#include "text/search.h"

namespace faultline {

struct TextSearch {
  std::vector<Span> found;           // in order, none across two blocks
  std::optional<uint32_t> current;   // index into found
};

// At first the person is at the first place that begins at byte `from` or behind it, else at the first of all.
TextSearch search_article(const Article& article, std::string_view query, SearchOptions options, uint32_t from);

TextSearch step(TextSearch search, int by);

// Where along the laid out article, 0 to 1, something is found: at most one place a thousandth.
std::vector<float> find_places(const TextSearch& search, const Lines& lines);

void draw_found(Painter& painter, const TypesetPage& page, const TextSearch& search, LineRange lines, const Theme& theme);

}  // namespace faultline
