// Writes what a session answers: the envelope, and layouts and outcomes as the page reads them (faultline.h).
//
//   std::string answer = to_answer(error);            // {"ok":false,"error":{…}}
//   std::string answer = to_answer(R"({"redraw":true})");   // {"ok":true,"value":{"redraw":true}}
//
// Positions are UTF-16 units here and nowhere else on this side of the bridge; lengths are CSS pixels.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/analysis.h"
#include "article/article.h"
#include "base/result.h"
#include "reader/reader.h"
#include "text/offsets.h"

namespace faultline {

std::string to_answer(std::string_view value);  // JSON
std::string to_answer(const Error& error);
std::string to_string_answer(std::string_view text);  // the text as a JSON string

std::string to_article_value(const Article& article, const Offsets& offsets);
std::string to_progress_value(double progress);
std::string to_counts_value(const Analysis& analysis);  // of a finished analysis
// {"s1":"eroding",…}: of each signal.
std::string to_families_value(const Analysis& analysis);
// The measures of the page, and which faces would be wanted.
std::string to_page_value(const Lines& lines, const Reader& reader);
std::string to_places(const Lines& lines);  // of each block top and height, as the bytes of two floats
// The lines of the blocks [first, last), with the marks that are switched on.
std::string to_lines_value(const TypesetPage& page, const Reader& reader, uint32_t first, uint32_t last, const Offsets& offsets);
// Which findings have marks, switched on, in which blocks.
std::string to_marks_value(const Reader& reader);
std::string to_controls_value(const ControlList& list);
std::string to_preferences_value(const Outcome& outcome, bool is_remarked);
// {"outcome":…,"lost":["…"]}: what a file of corrections has changed, and the words that it spoke of and that are not there.
std::string to_import_value(std::string_view outcome, std::span<const std::string> lost);
// `card` is the finding that the card shows, with the card's size; a null pointer when there is none.
std::string to_outcome_value(const Outcome& outcome, const Reader& reader, const Offsets& offsets, const ControlList* card);

}  // namespace faultline
