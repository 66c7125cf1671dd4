#include "language/parser.h"

#include <string>

#include "language/english_model.h"

using namespace faultline;

namespace {

// "rejected ← Kabul nsubj" for the words asked for.
std::string relation_of(std::string_view text, std::string_view form) {
  static Parser parser(english_model());
  Syntax syntax;
  const Span block{0, static_cast<uint32_t>(text.size())};
  parser.parse(text, {&block, 1}, syntax);
  for (const SyntaxWord& word : syntax.words())
    if (text_of(text, word.span) == form)
      return std::string(to_string(word.relation)) +
             (word.head == SyntaxWord::kNoHead ? "" : " of " + std::string(text_of(text, syntax.words()[word.head].span)));
  return "not there";
}

std::vector<Span> paragraphs_of(std::string_view text) {
  std::vector<Span> blocks;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) blocks.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end + 1;
  }
  return blocks;
}

constexpr std::string_view kStory =
    "Harbour talks stall\n"
    "The dockers' union on Monday rejected the port authority's offer, saying that it had not been asked. “We were told nothing. We will not sign,” "
    "its chair, Ana Orr, said.\n"
    "The envoy, who was expelled by the ministry in May, denied that she had agreed to the plan.";

}  // namespace

TEST_CASE("who does what to whom") {
  struct Row { std::string_view text, form, expected; };
  for (const Row& row : {Row{"The union rejected the offer.", "union", "nsubj of rejected"},
                         {"The union rejected the offer.", "offer", "obj of rejected"},
                         {"The envoy was expelled by the ministry.", "envoy", "nsubj:pass of expelled"},
                         {"The envoy was expelled by the ministry.", "ministry", "obl:agent of expelled"},
                         {"She denied that the mayor had agreed.", "agreed", "ccomp of denied"},
                         {"The mayor did not sign the plan.", "not", "advmod of sign"},
                         {"The bridge that the army destroyed was old.", "destroyed", "acl:relcl of bridge"}})
    CHECK_MESSAGE(relation_of(row.text, row.form) == row.expected, row.text);
}

TEST_CASE("laws: every sentence is one tree, inside itself, and its words are in reading order") {
  Parser parser(english_model());
  Syntax syntax;
  const std::vector<Span> blocks = paragraphs_of(kStory);
  parser.parse(kStory, blocks, syntax);
  uint32_t at = 0;
  for (const SyntaxSentence& sentence : syntax.sentences()) {
    int roots = 0;
    for (uint32_t i = sentence.first_word; i < sentence.first_word + sentence.word_count; ++i) {
      const SyntaxWord& word = syntax.words()[i];
      CHECK(word.span.begin >= at);
      at = word.span.end;
      roots += word.head == SyntaxWord::kNoHead;
      CHECK((word.head == SyntaxWord::kNoHead) == (word.relation == Relation::Root));
      uint32_t up = i, steps = 0;
      while (up != SyntaxWord::kNoHead && steps++ <= sentence.word_count) {
        CHECK(up - sentence.first_word < sentence.word_count);
        up = syntax.words()[up].head;
      }
      CHECK(up == SyntaxWord::kNoHead);
      CHECK(!syntax.lemma_of(word).empty());
    }
    CHECK(roots == 1);
  }
}

TEST_CASE("slices of any size give the same trees") {
  Parser parser(english_model());
  const std::vector<Span> blocks = paragraphs_of(kStory);
  Syntax whole;
  parser.parse(kStory, blocks, whole);
  for (const uint32_t slice : {1u, 5u, 30u}) {
    Syntax parts;
    parser.start(kStory, blocks, parts);
    uint32_t read = 0;
    while (parser.advance(slice)) {
      CHECK(parser.bytes_read() >= read);
      read = parser.bytes_read();
    }
    REQUIRE(parts.words().size() == whole.words().size());
    for (size_t i = 0; i < parts.words().size(); ++i) {
      CHECK(parts.words()[i].head == whole.words()[i].head);
      CHECK(parts.words()[i].relation == whole.words()[i].relation);
      CHECK(parts.words()[i].xpos == whole.words()[i].xpos);
    }
  }
}

TEST_CASE("empty text, no blocks, blocks without words") {
  Parser parser(english_model());
  Syntax syntax;
  parser.parse("", {}, syntax);
  CHECK(syntax.words().empty());
  const std::vector<Span> blocks = {{0, 2}, {2, 3}};
  parser.parse("   ", blocks, syntax);
  CHECK(syntax.sentences().empty());
  CHECK(relation_of("Yes", "Yes") == "root");
}
