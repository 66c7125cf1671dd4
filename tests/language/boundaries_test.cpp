#include "language/boundaries.h"

#include <string>

#include "language/english_model.h"
#include "language/parser.h"

using namespace faultline;

namespace {

// The text with '¦' where a new sentence begins.
std::string split(std::string_view text) {
  static Parser parser(english_model());
  Syntax syntax;
  const Span block{0, static_cast<uint32_t>(text.size())};
  parser.parse(text, {&block, 1}, syntax);
  std::string joined;
  for (const SyntaxSentence& sentence : syntax.sentences()) {
    if (!joined.empty()) joined += " ¦ ";
    joined += text_of(text, sentence.span);
  }
  return joined;
}

}  // namespace

TEST_CASE("sentences end where a reader would say so") {
  for (const std::string_view expected : {
           "The envoy left. ¦ No deal was signed.",
           "U.S. officials said the envoy had left.",
           "Mr. Dar met Gen. Orr at 5 p.m. on Monday.",
           "Will it hold? ¦ Nobody knows.",
           "He spoke to J. K. Orr of Vela Inc. about the dam.",
           "“We were not asked. ¦ We will not pay,” the mayor said.",
           "The talks resumed on Feb. 3 in Lisbon. ¦ Both sides sent ministers.",
       }) {
    std::string text(expected);
    for (size_t at; (at = text.find(" ¦ ")) != std::string::npos;) text.replace(at, 4, " ");
    CHECK(split(text) == expected);
  }
}

TEST_CASE("no sentence is longer than the limit") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "stone ";
  Parser parser(english_model());
  Syntax syntax;
  const Span block{0, static_cast<uint32_t>(text.size())};
  parser.parse(text, {&block, 1}, syntax);
  CHECK(syntax.words().size() == 1000);
  for (const SyntaxSentence& sentence : syntax.sentences()) CHECK(sentence.word_count <= kLongestSentence);
}
