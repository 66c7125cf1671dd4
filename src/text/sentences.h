// Splits the tokens of one block into sentences.
//
//   std::vector<uint32_t> ends;
//   append_sentence_ends(text, tokens_of_block, ends);  // {12, 31}: tokens 0–11, then 12–30
//
// A stop ends a sentence only before white space; abbreviations, initials and numbers ("U.S. officials",
// "J. K. Rowling", "No. 5", "10.30 a.m.") do not, unless a word follows that opens sentences. Closing quotes
// and brackets after the stop belong to the sentence; a quote of several sentences is several sentences.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace faultline {

// No sentence of a news article is longer. The limit keeps the work of later stages, which look around
// inside a sentence, linear in an input without any stop.
inline constexpr uint32_t kMaxSentenceTokens = 512;

// Appends for each sentence the index one past its last token, counted from the first of `tokens`.
void append_sentence_ends(std::string_view text, std::span<const Token> tokens, std::vector<uint32_t>& ends);

}  // namespace faultline
