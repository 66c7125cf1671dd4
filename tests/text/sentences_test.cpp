#include "text/sentences.h"

#include <doctest/doctest.h>

#include <string>

using namespace faultline;

namespace {

// Sentences with " | " between them.
std::string split(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  std::vector<uint32_t> ends;
  append_sentence_ends(text, tokens, ends);
  std::string split;
  uint32_t start = 0;
  for (uint32_t end : ends) {
    if (!split.empty()) split += " | ";
    split += text_of(text, {tokens[start].span.begin, tokens[end - 1].span.end});
    start = end;
  }
  return split;
}

}  // namespace

TEST_CASE("sentences end where a reader would end them") {
  const std::string_view rows[] = {
      "The envoy left. | Nobody followed.",
      "The U.S. officials waited.",
      "They flew to the U.S. | The visit was short.",
      "Mr. Vela met Dr. Orr in St. Petersburg.",
      "J. K. Aldous wrote it. | George W. Field read it.",
      "Resolution No. 5 of Sept. 1 stands. | It binds.",
      "They met at 10.30 a.m. on Monday.",
      "They met at 10.30 a.m. | Nobody spoke.",
      "Orr Mining Inc. shares fell. | Orr Mining Inc. | The board met.",
      "Growth was 3.5 percent. | 14 people came.",
      "Will it hold? | Nobody knows! | We shall see… | Perhaps.",
      "He said no. | Then he left.",
      "1. Open the crossing. | Then pay.",
      "See example.com for more.",
      "کابل نے انکار کر دیا۔ | اسلام آباد خاموش رہا۔",
  };
  for (std::string_view row : rows) {
    std::string text(row);
    for (size_t at; (at = text.find(" | ")) != std::string::npos;) text.replace(at, 3, " ");
    CHECK(split(text) == row);
  }
}

TEST_CASE("quotes hold sentences, and the closing quote belongs to the stop") {
  const std::string_view rows[] = {
      "“We waited. | They never came.” | The minister left.",
      "\"We waited,\" she said. | \"They never came.\"",
      "“Will it hold?” he asked.",
      "“Will it hold?” Ishaan Vela asked.",
      "“Enough!” | The crowd went home.",
      "(The talks failed.) | The border closed.",
      "He called it “a farce.” | Nobody disagreed.",
  };
  for (std::string_view row : rows) {
    std::string text(row);
    for (size_t at; (at = text.find(" | ")) != std::string::npos;) text.replace(at, 3, " ");
    CHECK(split(text) == row);
  }
}

TEST_CASE("a missing space is never taken for an end") { CHECK(split("The talks.The end") == "The talks.The end"); }

TEST_CASE("a text without stops is cut, so that later stages stay linear") {
  std::string text;
  for (uint32_t i = 0; i < 3 * kMaxSentenceTokens; ++i) text += "word ";
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  std::vector<uint32_t> ends;
  append_sentence_ends(text, tokens, ends);
  CHECK(ends == std::vector<uint32_t>{kMaxSentenceTokens, 2 * kMaxSentenceTokens, 3 * kMaxSentenceTokens});
}
