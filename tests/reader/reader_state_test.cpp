#include "reader/reader_state.h"

#include <doctest/doctest.h>

#include "reader/example.h"

using namespace faultline;

namespace {

// A state as one line: "s2, hover i1, off REJECTION".
std::string to_text(const ReaderState& state) {
  std::string text = state.selected ? to_string(*state.selected) : "none";
  if (state.hovered) text += ", hover " + to_string(*state.hovered);
  std::string off;
  for (Kind kind = 0; kind < kKindCount; ++kind) {
    if (state.filter.off & bit_of(kind)) off += std::string(" ") + to_name(kind);
  }
  return off.empty() ? text : text + ", off" + off;
}

Action activate(std::string control) { return {ActionKind::Activate, std::move(control), {}, 0}; }
Action select(const char* id) { return {ActionKind::Select, {}, find_id(id), 0}; }
Action hover(const char* id) { return {ActionKind::Hover, {}, find_id(id), 0}; }
Action next(Kinds kinds = 0) { return {ActionKind::Next, {}, {}, kinds}; }
Action previous(Kinds kinds = 0) { return {ActionKind::Previous, {}, {}, kinds}; }

}  // namespace

TEST_CASE("what a person does, step by step") {
  Example example;
  std::vector<Finding> findings = find_findings(example.analysis);  // in the text: s1, i3, s2, s3, i1, i2
  ReaderState state;
  struct Row { Action action; const char* expected; };
  const Row rows[] = {
      {next(), "s1"},
      {next(), "i3"},
      {next(), "s2"},
      {previous(), "i3"},
      {next(kinds_of(Family::Building)), "s3"},
      {next(kinds_of(Family::Building)), "s3"},   // the only one
      {next(kinds_of(Family::Issue)), "i1"},
      {next(), "i2"},
      {next(), "s1"},                             // round the end
      {previous(), "i2"},
      {hover("s2"), "i2, hover s2"},
      {hover("s99"), "i2"},                       // not a finding of this article
      {hover("s2"), "i2, hover s2"},
      {activate("show:eroding"), "i2, off REJECTION ACCUSATION INFLEXIBILITY THREAT CLOSURE COERCION HARM CREDIBILITY_GAP STATED_DISTRUST"},
      {activate("show:eroding"), "i2"},
      {activate("show:REJECTION"), "i2, off REJECTION"},
      {next(), "i3, off REJECTION"},              // s1 is passed over
      {activate("show:issues"), "none, off issues REJECTION"},  // what is hidden is not selected either
      {select("s2"), "s2, off issues REJECTION"},
      {select("s1"), "none, off issues REJECTION"},
      {Action{ActionKind::Filter}, "none"},
      {activate("go:i2"), "i2"},
      {activate("go:i77"), "i2"},
      {activate("no such control"), "i2"},
      {activate("show:nonsense"), "i2"},
      {select(""), "none"},
      {previous(), "i2"},
  };
  for (size_t i = 0; i < std::size(rows); ++i) {
    state = update(state, rows[i].action, {example.analysis, findings});
    CAPTURE(i);
    CHECK(to_text(state) == rows[i].expected);
  }
}

TEST_CASE("an article without findings can be paged through") {
  CHECK(to_text(update({}, next(), {Analysis{}, {}})) == "none");
  CHECK(to_text(update({}, previous(), {Analysis{}, {}})) == "none");
}

TEST_CASE("a family that is partly off goes off, one that is all off comes back") {
  Example example;
  std::vector<Finding> findings = find_findings(example.analysis);
  ReaderState state = update({}, activate("show:REJECTION"), {example.analysis, findings});
  state = update(state, activate("show:eroding"), {example.analysis, findings});
  CHECK((state.filter.off & kinds_of(Family::Eroding)) == kinds_of(Family::Eroding));
  state = update(state, activate("show:eroding"), {example.analysis, findings});
  CHECK(state.filter.off == 0);
}

TEST_CASE("ids and names are read as they are written") {
  struct Row { const char* text; bool is_id; };
  for (Row row : {Row{"s1", true}, Row{"i12", true}, Row{"s0", false}, Row{"s", false}, Row{"x1", false}, Row{"s1x", false}, Row{"", false},
                  Row{"s99999999999", false}}) {
    CHECK_MESSAGE(find_id(row.text).has_value() == row.is_id, row.text);
    if (row.is_id) CHECK(to_string(*find_id(row.text)) == row.text);
  }
  for (Kind kind = 0; kind < kKindCount; ++kind) CHECK((*find_kinds(to_name(kind)) & bit_of(kind)) != 0);
  CHECK(*find_kinds("building") == kinds_of(Family::Building));
  CHECK_FALSE(find_kinds("").has_value());
}
