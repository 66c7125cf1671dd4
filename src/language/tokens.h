// Splits text into words as Universal Dependencies English counts them: what the network was trained on.
//
//   std::vector<Span> words;
//   append_words(text, Span{0, 52}, words);  // The | U.S. | - | backed | force | wo | n't | hold | at | 10 | am | .
//
// Unlike the tokens of text/words.h, which rules and readers count in, these part at hyphens ("15 | - | year") except
// after a prefix ("non-stop"), and part units from numbers ("5 | kg"). Both name bytes of the same text, so either can
// be found from the other. Follows UD English-EWT and -GUM (universaldependencies.org), as far as one look can tell.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace faultline {

void append_words(std::string_view text, Span block, std::vector<Span>& words);

// The same in parts: appends at least `least` words, if the block has them, from byte `at` and returns where to go on
// (block.end when all is read). Linear in the bytes read. Requires valid UTF-8.
uint32_t append_some_words(std::string_view text, Span block, uint32_t at, size_t least, std::vector<Span>& words);

}  // namespace faultline
