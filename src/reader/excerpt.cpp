#include "reader/excerpt.h"

#include <algorithm>

#include "text/utf8.h"

namespace faultline {
namespace {

constexpr std::string_view kEllipsis = "…";

// The place after the next white space at or behind `at`, at most `end`.
uint32_t find_word_start(std::string_view text, uint32_t at, uint32_t end) {
  const size_t space = text.find_first_of(" \n", at);
  return space == std::string_view::npos ? end : std::min(static_cast<uint32_t>(space) + 1, end);
}

// The place of the last white space before `at` and behind `begin`; without one a word is cut at `at`, between two characters.
uint32_t find_word_end(std::string_view text, uint32_t at, uint32_t begin) {
  const size_t space = text.find_last_of(" \n", at);
  return space == std::string_view::npos || space <= begin ? boundary_before(text, at) : static_cast<uint32_t>(space);
}

}  // namespace

Excerpt find_excerpt(const Article& article, Span passage, uint32_t most) {
  const std::string_view text = article.text();
  Span around = passage;
  if (!article.sentences().empty()) {
    const Span sentence = article.sentences()[article.sentence_at(passage.begin)].span;
    around = {std::min(sentence.begin, passage.begin), std::max(sentence.end, passage.end)};
  }
  Span shown = around;
  if (shown.size() > most) {
    // A third of the room stands before the passage: what follows tells more.
    const uint32_t room = passage.size() < most ? most - passage.size() : 0;
    if (passage.begin - shown.begin > room / 3) shown.begin = find_word_start(text, passage.begin - room / 3, passage.begin);
    const uint32_t last = shown.begin + std::max(most, std::min(passage.end - shown.begin, 2 * most));
    if (last < shown.end) shown.end = find_word_end(text, last, passage.begin);
  }
  Excerpt excerpt;
  if (shown.begin > around.begin) excerpt.text.append(kEllipsis).append(" ");
  const auto offset = static_cast<uint32_t>(excerpt.text.size());
  excerpt.text.append(text.substr(shown.begin, shown.size()));
  std::replace(excerpt.text.begin(), excerpt.text.end(), '\n', ' ');
  excerpt.strong = {passage.begin - shown.begin + offset, std::min(passage.end, shown.end) - shown.begin + offset};
  if (shown.end < around.end) excerpt.text.append(" ").append(kEllipsis);
  return excerpt;
}

}  // namespace faultline
