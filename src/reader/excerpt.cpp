#include "reader/excerpt.h"

#include <algorithm>

namespace faultline {
namespace {

constexpr std::string_view kEllipsis = "…";

// The place after the next white space at or behind `at`, at most `end`.
uint32_t find_word_start(std::string_view text, uint32_t at, uint32_t end) {
  const size_t space = text.find_first_of(" \n", at);
  return space == std::string_view::npos ? end : std::min(static_cast<uint32_t>(space) + 1, end);
}

// The place of the last white space before `at`, at least `begin`.
uint32_t find_word_end(std::string_view text, uint32_t at, uint32_t begin) {
  const size_t space = text.find_last_of(" \n", at);
  return space == std::string_view::npos ? begin : std::max(static_cast<uint32_t>(space), begin);
}

}  // namespace

Excerpt find_excerpt(const Article& article, Span passage, uint32_t most) {
  const std::string_view text = article.text();
  const auto sentences = article.sentences();
  auto after = std::upper_bound(sentences.begin(), sentences.end(), passage.begin, [](uint32_t at, const Sentence& it) { return at < it.span.begin; });
  Span around = passage;
  if (after != sentences.begin()) around = {std::min((after - 1)->span.begin, passage.begin), std::max((after - 1)->span.end, passage.end)};
  Span shown = around;
  if (shown.size() > most) {
    // A third of the room stands before the passage: what follows tells more.
    const uint32_t room = passage.size() < most ? most - passage.size() : 0;
    if (passage.begin - shown.begin > room / 3) shown.begin = find_word_start(text, passage.begin - room / 3, passage.begin);
    const uint32_t last = shown.begin + std::max(most, std::min(passage.end - shown.begin, 2 * most));
    if (last < shown.end) shown.end = find_word_end(text, last, std::min(passage.begin + 1, shown.end));
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
