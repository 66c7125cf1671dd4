#include "reader/filter.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "reader/example.h"
#include "reader/reader_state.h"

using namespace faultline;

namespace {

// The example, with what a filter asks for: s1 is said by the writer, s2 is reported, s3 is background; i3 is about s1 and s2.
struct Subject : Example {
  Subject() {
    analysis.signals[1].factuality = Factuality::Reported;
    analysis.signals[2].time = Time::Background;
    analysis.issues[2].signals = {0, 1};
    analysis.issues[1].parties = {0};
  }
  std::vector<Finding> findings = find_findings(analysis);

  std::string listed(const Filter& filter) const {
    std::string ids;
    for (const Finding& finding : findings) {
      if (is_listed(finding, filter, analysis)) ids += (ids.empty() ? "" : " ") + to_string(finding.id);
    }
    return ids;
  }
  ReaderState press(ReaderState state, std::string control) const {
    return update(state, {ActionKind::Activate, std::move(control)}, {analysis, findings});
  }
};

}  // namespace

TEST_CASE("what is pressed, one after the other, and what is listed then") {
  Subject subject;
  CHECK(subject.listed({}) == "s1 i3 s2 s3 i1 i2");
  struct Row { const char* control; const char* listed; };
  const Row rows[] = {
      {"only:party:p2", "s1 i3 s2 s3 i1"},           // i2 is the upper valley's alone
      {"only:pair:p2:p1", "i3 s2 s3 i1"},            // both, in this direction; an issue has both
      {"only:time:current", "i3 s2"},                // i1 has no signal, so none of now
      {"only:certainty:reported", "i3 s2"},          // s3 was reported, too, but of before
      {"chip:time:current", "i3 s2 s3"},
      {"chip:time:current", "i3 s2 s3"},             // a chip only takes back
      {"only:certainty:fact", "i3 s2 s3"},           // two certainties: either
      {"only:certainty:reported", "i3"},             // the first again: off
      {"chip:pair:p2:p1", "s1 i3"},
      {"show:issues", "s1"},
      {"chip:off:issues", "s1 i3"},
      {"only:issue:i3", "s1 i3"},
      {"chip:certainty:fact", "s1 i3 s2"},           // the issue and its signals
      {"only:speaker:v1", ""},
      {"only:speaker:writer", "s1 i3 s2"},           // either speaker
      {"only:issue:i1", ""},
      {"only:party:p77", ""},                        // not of this article
      {"clear", "s1 i3 s2 s3 i1 i2"},
      {"only:speaker:v1", "s3"},
      {"only:nonsense", "s3"},
      {"only:pair:p1", "s3"},
  };
  ReaderState state;
  for (const Row& row : rows) {
    state = subject.press(state, row.control);
    CHECK_MESSAGE(subject.listed(state.filter) == row.listed, row.control);
  }
}

TEST_CASE("a count tells what pressing would list, where nothing of the facet is chosen yet") {
  Subject subject;
  for (const char* start : {"", "only:party:p2", "only:time:current", "show:eroding", "only:issue:i3"}) {
    const ReaderState state = subject.press({}, start);
    for (const char* name : {"party:p1", "party:p2", "pair:p1:p2", "pair:p2:p1", "speaker:writer", "speaker:v1", "certainty:fact", "certainty:reported",
                             "time:current", "time:background", "time:future", "issue:i1", "issue:i3"}) {
      const FilterChoice choice = *find_choice(name);
      const auto made = choices_of(state.filter);
      if (std::any_of(made.begin(), made.end(), [&](FilterChoice other) { return other.facet == choice.facet; })) continue;
      const Filter pressed = subject.press(state, std::string("only:") + name).filter;
      CHECK_MESSAGE(count_if_added(choice, subject.findings, state.filter, subject.analysis) == count_listed(subject.findings, pressed, subject.analysis),
                    start << " then " << name);
    }
  }
  // Of a facet that is set, the count is of this value alone.
  const Filter filter = subject.press({}, "only:speaker:v1").filter;
  CHECK(count_if_added(*find_choice("speaker:writer"), subject.findings, filter, subject.analysis) == 3);
}

TEST_CASE("names of choices are read as they are written, and nothing else") {
  for (const char* name : {"party:p1", "party:dyad", "party:unspecified", "pair:p1:p12", "pair:dyad:dyad", "speaker:writer", "speaker:v3",
                           "certainty:possible", "time:future", "issue:i9"}) {
    const auto choice = find_choice(name);
    REQUIRE_MESSAGE(choice.has_value(), name);
    CHECK(to_string(*choice) == name);
  }
  for (const char* name : {"", "party", "party:", "party:p0", "party:p", "party:s1", "party:p1:p2", "pair:p1", "pair:p1:", "pair:p1:p2:p3", "speaker:v0",
                           "speaker:v-1", "time:now", "certainty:", "issue:s1", "issue:i99999999999", "mood:good"}) {
    CHECK_FALSE_MESSAGE(find_choice(name).has_value(), name);
  }
}

TEST_CASE("chips say what can be taken back") {
  Subject subject;
  ReaderState state;
  for (const char* control : {"only:party:p2", "only:pair:p1:p2", "only:speaker:writer", "only:certainty:fact", "only:time:background", "only:issue:i1",
                              "show:building", "show:THREAT"}) {
    state = subject.press(state, control);
  }
  std::string text;
  for (const Chip& chip : find_chips(state.filter, subject.analysis, Catalogue::english())) text += chip.name + " = " + chip.label + "\n";
  CHECK(text ==
        "off:THREAT = without Threat\n"
        "off:building = without Builds trust\n"
        "party:p2 = Lower valley\n"
        "pair:p1:p2 = Upper valley → Lower valley\n"
        "speaker:writer = The writer\n"
        "certainty:fact = Stated as fact\n"
        "time:background = Background\n"
        "issue:i1 = the toll on the bridge\n");
  for (const Chip& chip : find_chips(state.filter, subject.analysis, Catalogue::english())) state = subject.press(state, "chip:" + chip.name);
  CHECK(state.filter == Filter{});
}

TEST_CASE("what a filter hides has no mark, is not paged to, and is not selected") {
  Subject subject;
  ReaderState state = update({}, {ActionKind::Select, {}, find_id("s1")}, {subject.analysis, subject.findings});
  state = subject.press(state, "only:time:background");
  CHECK_FALSE(state.selected.has_value());
  state = update(state, {ActionKind::Next}, {subject.analysis, subject.findings});
  CHECK(to_string(*state.selected) == "s3");
  state = update(state, {ActionKind::Next}, {subject.analysis, subject.findings});
  CHECK(to_string(*state.selected) == "s3");
}

TEST_CASE("another article forgets who was filtered for, not what kinds") {
  Subject subject;
  Reader reader;
  subject.show_in(reader);
  for (const char* control : {"only:party:p2", "only:time:current", "show:THREAT", "only:issue:i1"}) reader.apply({ActionKind::Activate, control});
  Example other;
  other.show_in(reader);
  Filter kept;
  kept.off = bit_of(kind_of(Category::Threat));
  kept.times = 1;
  CHECK(reader.state().filter == kept);
}
