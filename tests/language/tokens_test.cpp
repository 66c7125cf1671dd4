#include "language/tokens.h"

#include <doctest/doctest.h>

#include <string>

using namespace faultline;

namespace {

std::string split(std::string_view text) {
  std::vector<Span> words;
  append_words(text, {0, static_cast<uint32_t>(text.size())}, words);
  std::string joined;
  for (const Span& word : words) {
    if (!joined.empty()) joined += '|';
    joined += text_of(text, word);
  }
  return joined;
}

struct Row { std::string_view text, expected; };
void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK_MESSAGE(split(row.text) == row.expected, row.text);
}

}  // namespace

TEST_CASE("clitics stand alone") {
  check({{"Herat’s mayor", "Herat|’s|mayor"},
         {"They won't, I'm sure", "They|wo|n't|,|I|'m|sure"},
         {"couldn’t've", "could|n’t|'ve"},
         {"it cannot last", "it|can|not|last"},
         {"gonna dont", "gon|na|do|nt"},
         {"the miners' demand", "the|miners|'|demand"},
         {"O'Brien at five o'clock", "O'Brien|at|five|o'clock"}});
}

TEST_CASE("words part at hyphens, except after a prefix") {
  check({{"a 15-year term", "a|15|-|year|term"},
         {"the U.S.-backed force", "the|U.S.|-|backed|force"},
         {"non-stop anti-war e-mail", "non-stop|anti-war|e-mail"},
         {"mother-in-law", "mother|-|in|-|law"},
         {"Norway–Russia line -- now", "Norway|–|Russia|line|--|now"}});
}

TEST_CASE("numbers keep their separators and part from units and signs") {
  check({{"$5,000 or 3.5%", "$|5,000|or|3.5|%"},
         {"at 10am on 16/11/2004", "at|10|am|on|16/11/2004"},
         {"the 1990s, the 9th", "the|1990s|,|the|9th"},
         {"from 1969-1970, call 555-0173", "from|1969|-|1970|,|call|555-0173"},
         {"[13,14] in '07", "[|13|,|14|]|in|'07"}});
}

TEST_CASE("abbreviations keep their stop") {
  check({{"Mr. Vela met Gen. Orr.", "Mr.|Vela|met|Gen.|Orr|."},
         {"U.S. officials at 5 p.m. sharp", "U.S.|officials|at|5|p.m.|sharp"},
         {"J. K. Orr of Vela Inc. left.", "J.|K.|Orr|of|Vela|Inc.|left|."},
         {"No. 5, on Dec. 3", "No.|5|,|on|Dec.|3"},
         {"No. They left", "No|.|They|left"}});
}

TEST_CASE("addresses, faces and runs of marks are one word") {
  check({{"see https://example.org/a-b?c=d.", "see|https://example.org/a-b?c=d|."},
         {"write to jo.orr@example.com!", "write|to|jo.orr@example.com|!"},
         {"well... no?! :)", "well|...|no|?!|:)"},
         {"(“Go,” he said.)", "(|“|Go|,|”|he|said|.|)"}});
}

TEST_CASE("laws: words are in order, inside the block, on character boundaries, and hold every letter") {
  for (const std::string_view text : {"مذاکرات آج بھی جاری رہیں گے۔", "👍🏽 ok—fine", "\xC2\xAD", "a\xC2\xAD" "b's", "....'''---", "'s 'em ''", "x@", "http://", "1,2,,3-"}) {
    std::vector<Span> words;
    append_words(text, {0, static_cast<uint32_t>(text.size())}, words);
    uint32_t at = 0;
    for (const Span& word : words) {
      CHECK_MESSAGE(word.begin >= at, text);
      CHECK_MESSAGE(word.end > word.begin, text);
      CHECK_MESSAGE((static_cast<unsigned char>(text[word.begin]) & 0xC0) != 0x80, text);
      at = word.end;
    }
    CHECK(at <= text.size());
  }
}

TEST_CASE("reading in parts gives the same words") {
  const std::string_view text = "The U.S.-backed envoy won't say; call 555-0173 or write to jo@example.org... now!";
  const Span block{0, static_cast<uint32_t>(text.size())};
  std::vector<Span> whole, parts;
  append_words(text, block, whole);
  for (uint32_t at = 0; at < block.end;) at = append_some_words(text, block, at, 1, parts);
  CHECK(parts == whole);
}

TEST_CASE("a word of 64 KiB and a line of marks are read in linear time") {
  std::vector<Span> words;
  const std::string letters(1 << 16, 'a');
  append_words(letters, {0, 1 << 16}, words);
  CHECK(words.size() == 1);
  std::string hyphens;
  for (int i = 0; i < 200000; ++i) hyphens += "a-.'";
  words.clear();
  append_words(hyphens, {0, static_cast<uint32_t>(hyphens.size())}, words);
  CHECK(words.size() > 100000);
}
