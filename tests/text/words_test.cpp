#include "text/words.h"

#include <doctest/doctest.h>

#include <string>

using namespace faultline;

namespace {

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  return tokens;
}

// Tokens with '|' between them; numbers are marked '#', punctuation '_'.
std::string split(std::string_view text) {
  std::string split;
  for (const Token& token : tokens_of(text)) {
    if (!split.empty()) split += '|';
    split += text_of(text, token.span);
    if (token.kind == TokenKind::Number) split += '#';
    if (token.kind == TokenKind::Punctuation) split += '_';
  }
  return split;
}

struct Row { std::string_view text, expected; };
void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK_MESSAGE(split(row.text) == row.expected, row.text);
}

}  // namespace

TEST_CASE("clitics stand alone") {
  check({{"Herat’s mayor", "Herat|’s|mayor"},
         {"won't budge", "wo|n't|budge"},
         {"They’ll say it isn’t so", "They|’ll|say|it|is|n’t|so"},
         {"it cannot last", "it|can|not|last"},
         {"the miners' demand", "the|miners|'|demand"},
         {"O'Brien of N'Djamena", "O'Brien|of|N'Djamena"},
         {"the U.S.’s envoy", "the|U.S.|’s|envoy"}});
}

TEST_CASE("an apostrophe closes a quote that is open") {
  check({{"a 'river of lies' today", "a|'_|river|of|lies|'_|today"},
         {"‘chips ’n’ dips’", "‘_|chips|’_|n|’_|dips|’"}});
}

TEST_CASE("hyphens hold a word together, dashes part it") {
  check({{"cross-border raids", "cross-border|raids"},
         {"the U.S.-backed force", "the|U.S.-backed|force"},
         {"Mazar-i-Sharif — north", "Mazar-i-Sharif|—_|north"},
         {"the Norway–Russia line", "the|Norway|–_|Russia|line"},
         {"wait -- now", "wait|--_|now"}});
}

TEST_CASE("abbreviations keep their stop") {
  check({{"Mr. Vela met Gen. Orr.", "Mr.|Vela|met|Gen.|Orr|._"},
         {"J. K. Aldous wrote", "J.|K.|Aldous|wrote"},
         {"the U.S. said", "the|U.S.|said"},
         {"at 10.30 a.m. today", "at|10.30#|a.m.|today"},
         {"No. 5 on Sept. 1", "No.|5#|on|Sept.|1#"},
         {"He said no. Then", "He|said|no|._|Then"},
         {"We chose plan B. The end", "We|chose|plan|B|._|The|end"},
         {"Orr Mining Ltd. lost", "Orr|Mining|Ltd.|lost"}});
}

TEST_CASE("numbers keep sign, separators and unit") {
  check({{"14–16 posts", "14–16#|posts"},
         {"R16,000 and $4.5bn", "R16,000#|and|$4.5bn#"},
         {"25% of 3,200", "25#|%_|of|3,200#"},
         {"−5 to +3 on the 15th", "−5#|to|+3#|on|the|15th#"},
         {"a 10-year-old pact", "a|10-year-old|pact"},
         {"won 4-1 at 7:14", "won|4-1#|at|7:14#"},
         {"an F-16 jet", "an|F-16|jet"},
         {"۱۲ افراد", "۱۲#|افراد"}});
}

TEST_CASE("marks stand alone, runs of one mark together") {
  check({{"“No,” he said.", "“_|No|,_|”_|he|said|._"},
         {"well... (really?!)", "well|..._|(_|really|?_|!_|)_"},
         {"amazon.example and talks.The", "amazon.example|and|talks|._|The"},
         {"AT&T and R & D", "AT&T|and|R|&_|D"},
         {"peace 🕊️ now 👩‍👩‍👧", "peace|🕊️_|now|👩‍👩‍👧_"},
         {"نہیں، شکریہ۔", "نہیں|،_|شکریہ|۔_"}});
}

TEST_CASE("the shape says how a word is written") {
  struct Shape { std::string_view word; TokenShape expected; };
  for (const Shape& row : {Shape{"river", TokenShape::Lower}, Shape{"Kabul", TokenShape::Capitalised},
                           Shape{"McDonald", TokenShape::Capitalised}, Shape{"TTP", TokenShape::Upper},
                           Shape{"U.S.", TokenShape::Upper}, Shape{"A", TokenShape::Capitalised},
                           Shape{"iPhone", TokenShape::Mixed}, Shape{"al-Tanf", TokenShape::Mixed},
                           Shape{"کابل", TokenShape::Other}, Shape{"Élysée", TokenShape::Capitalised}}) {
    const TokenShape found = tokens_of(row.word).at(0).shape;  // a bit field, to which doctest cannot refer
    CHECK_MESSAGE(found == row.expected, row.word);
  }
}

TEST_CASE("hostile text gives sane tokens in bounds") {
  const std::string long_word(64 << 10, 'w');
  CHECK(tokens_of(long_word).size() == 1);
  CHECK(tokens_of(std::string(1 << 20, '.')).size() == 1);
  CHECK(tokens_of(std::string_view("a\0b", 3)).size() == 3);
  CHECK(tokens_of("").empty());
  CHECK(tokens_of(" \n\t ").empty());
  for (std::string_view text : {"'''", "n't", "'s", "’", "...", "-", "$", "+-+", "1.", ".5", "a.", "U.", "\u200D", "\uFE0F\uFE0F", "😀\u200D"}) {
    uint32_t at = 0;
    for (const Token& token : tokens_of(text)) {
      CHECK(token.span.begin >= at);
      CHECK_FALSE(token.span.empty());
      at = token.span.end;
    }
    CHECK(at <= text.size());
  }
}
