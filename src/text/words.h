// Splits a stretch of text into words, numbers and punctuation marks, for one block at a time.
//
//   std::vector<Token> tokens;
//   append_tokens(text, Span{0, 40}, tokens);
//
// Clitics stand alone, as in Universal Dependencies English: "Kabul’s" → Kabul ’s, "won’t" → wo n’t,
// "cannot" → can not. Hyphenated words stay whole ("cross-border"), abbreviations keep their stop
// ("U.S.", "Mr."), numbers keep separators, sign and unit mark ("14–16", "R16,000", "25%" → 25 %).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace faultline {

enum class TokenKind : uint8_t { Word, Number, Punctuation };

// How the token is written; enough for "is this a name?" without looking at the bytes again.
enum class TokenShape : uint8_t { Lower, Capitalised, Upper, Mixed, Other };

// Twelve bytes, because a long article has millions; an article of 64 MiB has at most 32 Mi words, which 26 bits count.
struct Token {
  Span span;
  uint32_t fold : 26 = 0;  // id of the case-folded form in the article's FoldTable; equal words have equal ids
  TokenKind kind : 2 = TokenKind::Word;
  TokenShape shape : 4 = TokenShape::Other;
};
static_assert(sizeof(Token) == 12);

void append_tokens(std::string_view text, Span block, std::vector<Token>& tokens);

}  // namespace faultline
