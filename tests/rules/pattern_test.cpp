#include <doctest/doctest.h>

#include "rules/pattern.h"

using namespace faultline;

namespace {

// The tree in brackets, to be read in a table.
std::string to_text(const PatternNode& node) {
  using Kind = PatternNode::Kind;
  std::string inner;
  for (const PatternNode& child : node.children) inner += (inner.empty() ? "" : node.kind == Kind::Alternatives ? "|" : " ") + to_text(child);
  std::string out;
  switch (node.kind) {
    case Kind::Word: out = node.text; break;
    case Kind::Inflected: out = node.text + "/" + node.part; break;
    case Kind::List: out = "$" + node.text; break;
    case Kind::Slot: out = "@" + node.text; break;
    case Kind::Gap: out = ".." + std::to_string(node.count); break;
    case Kind::Any: out = "_"; break;
    case Kind::Number: out = "#"; break;
    case Kind::Start: out = "^"; break;
    case Kind::Sequence: out = "(" + inner + ")"; break;
    case Kind::Alternatives: out = "<" + inner + ">"; break;
    case Kind::Not: out = "!" + inner; break;
    case Kind::Trigger: out = "[" + inner + "]"; break;
    case Kind::Below: out = ">" + node.text + inner; break;
    case Kind::Above: out = "<" + node.text + inner; break;
  }
  return out + (node.optional ? "?" : "");
}

}  // namespace

TEST_CASE("a pattern is read into a tree") {
  struct Row {
    const char *pattern, *expected;
  };
  const Row rows[] = {
      {"Reject", "(reject)"},
      {"reject/v the? $proposal", "(reject/v the? $proposal)"},
      {"[reject/v] >object(plan|$offer) !>adverb(not) >relative", "([(reject/v)] >object(<(plan)|($offer)>) !>adverb((not)) >relative)"},
      {"claim/n <object(deny/v)", "(claim/n <object((deny/v)))"},
      {"[reject/v] ..3 @whom", "([(reject/v)] ..3 @whom)"},
      {"(a|b c)?", "((<(a)|(b c)>)?)"},
      {"a|b", "<(a)|(b)>"},
      {"(sack|lay off)/v", "((<(sack/v)|(lay/v off)>))"},  // the part goes to the first words
      {"!(not|never) _ # ^", "(!(<(not)|(never)>) _ # ^)"},
  };
  for (const Row& row : rows) {
    const Result<PatternNode> node = parse_pattern(row.pattern);
    REQUIRE_MESSAGE(node, row.pattern);
    const std::string text = to_text(*node);
    CHECK_MESSAGE(text == row.expected, row.pattern);
  }
}

TEST_CASE("a pattern that cannot be read is answered with the place and what was expected") {
  struct Row {
    const char *pattern, *expected;
  };
  const Row rows[] = {
      {"", "character 1 of the pattern is the end, expected a word, list, slot or bracket"},
      {"(a|b", "character 5 of the pattern is the end, expected ')'"},
      {"a ]", "character 3 of the pattern is ']', expected the end of the pattern"},
      {"(a|)", "character 4 of the pattern is ')', expected a word, list, slot or bracket"},
      {"a ..9", "expected a gap of 1 to 8 words"},
      {"@whose", "expected @who, @whom or @party"},
      {"((((((((((((((((((a))))))))))))))))))", "fewer nested brackets"},
  };
  for (const Row& row : rows) {
    const Result<PatternNode> node = parse_pattern(row.pattern);
    REQUIRE_MESSAGE(!node, row.pattern);
    CHECK_MESSAGE(node.error().message.find(row.expected) != std::string::npos, row.pattern << ": " << node.error().message);
  }
}
