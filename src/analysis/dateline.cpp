#include "analysis/dateline.h"

#include <algorithm>

namespace faultline {

uint32_t end_of_dateline(const Reading& reading, uint32_t sentence) {
  constexpr uint32_t kLongest = 12;  // "NEW ORR, Ruritania, May 3 (XYZ) --"
  const Sentence& read = reading.article().sentences()[sentence];
  const uint32_t end = read.first_token + std::min(read.token_count, kLongest);
  for (uint32_t at = read.first_token; at < end; ++at) {
    const std::string_view word = reading.fold(at);
    const bool dash = word == "-" || word == "--" || word == "–" || word == "—";
    // "Al-Shabaab" has no spaces around its dash.
    if (dash && at > read.first_token && reading.token(at - 1).span.end < reading.token(at).span.begin) return at + 1;
    if (reading.is_word(at) && !reading.is_capital(at)) break;
  }
  return read.first_token;
}

}  // namespace faultline
