#include "reader/corrections.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/corrections_file.h"
#include "reader/example.h"

using namespace faultline;

namespace {

// The findings as one line, in the order of the text: "s1 REJECTION, i3 rejected, …"; only what a person has touched says how.
std::string to_text(const Reader& reader) {
  std::string text;
  for (const Finding& finding : reader.findings()) {
    const Correction* correction = find_correction(reader.analysis(), finding.id);
    if (!correction) continue;
    text += (text.empty() ? "" : ", ") + to_string(finding.id) + " " + to_string(correction->verdict);
    if (correction->label) text += std::string(" ") + to_label_name(*correction->label, finding.id.is_issue) + (finding.is_rejected ? " struck" : "");
    if (!correction->note.empty()) text += " “" + correction->note + "”";
  }
  return text;
}

struct Shown {
  Example example;
  Reader reader;
  Shown() { example.show_in(reader); }
  Outcome press(std::string control) { return reader.apply({ActionKind::Activate, std::move(control)}); }
};

}  // namespace

TEST_CASE("a person corrects, takes back and makes again") {
  Shown shown;
  struct Row { const char* control; const char* expected; };
  const Row rows[] = {
      {"accept:s1", "s1 accepted"},
      {"reject:s1", "s1 rejected"},
      {"reject:s1", ""},                              // pressed again: nothing is said any longer
      {"undo", "s1 rejected"},
      {"undo", "s1 accepted"},
      {"undo", ""},
      {"undo", ""},
      {"redo", "s1 accepted"},
      {"relabel:s2:THREAT", "s1 accepted, s2 none THREAT"},
      {"redo", "s1 accepted, s2 none THREAT"},        // a new step forgets what was undone
      {"reject:s2", "s1 accepted, s2 rejected THREAT struck"},
      {"relabel:s2:ACCUSATION", "s1 accepted, s2 rejected"},   // what was found is no correction
      {"relabel:i1:FORCE", "s1 accepted, s2 rejected, i1 none FORCE"},
      {"relabel:i1:THREAT", "s1 accepted, s2 rejected, i1 none FORCE"},  // no type of an issue
      {"reject:s99", "s1 accepted, s2 rejected, i1 none FORCE"},
      {"accept:", "s1 accepted, s2 rejected, i1 none FORCE"},
      {"undo", "s1 accepted, s2 rejected"},
  };
  for (const Row& row : rows) {
    shown.press(row.control);
    CHECK_MESSAGE(to_text(shown.reader) == row.expected, row.control);
  }
}

TEST_CASE("several corrections that come together are undone together") {
  Shown shown;
  shown.press("accept:s3");
  Action action{ActionKind::Correct};
  action.corrections = {{.finding = {false, 0}, .verdict = Verdict::Rejected}, {.finding = {true, 0}, .note = "a toll, not a dispute"}};
  CHECK(shown.reader.apply(action).is_corrected);
  CHECK(to_text(shown.reader) == "s1 rejected, s3 accepted, i1 none “a toll, not a dispute”");
  shown.press("undo");
  CHECK(to_text(shown.reader) == "s3 accepted");
  shown.press("redo");
  CHECK(to_text(shown.reader) == "s1 rejected, s3 accepted, i1 none “a toll, not a dispute”");
}

TEST_CASE("the panel offers to undo what was done, and to do it again, on every tab") {
  Shown shown;
  auto offers = [&](const char* control) {
    const auto& controls = shown.reader.controls(Surface::Panel, 340).controls;
    return std::any_of(controls.begin(), controls.end(), [&](const Control& it) { return it.id == control; });
  };
  CHECK_FALSE(offers("undo"));
  shown.press("reject:s2");
  shown.press("tab:sources");
  CHECK(offers("undo"));
  CHECK_FALSE(offers("redo"));
  shown.press("undo");
  CHECK_FALSE(offers("undo"));
  CHECK(offers("redo"));
}

TEST_CASE("what is rejected loses its mark and stays in the list; what is relabelled changes its family") {
  Shown shown;
  auto find = [&](const char* id) { return *shown.reader.find(*find_id(id)); };
  auto shows = [&](const char* id) { return is_shown(find(id), shown.reader.state().filter, shown.reader.analysis()); };
  shown.press("reject:s2");
  CHECK_FALSE(shows("s2"));
  CHECK(is_listed(find("s2"), {}, shown.reader.analysis()));
  shown.press("relabel:s1:AGREEMENT");
  CHECK(shows("s1"));
  CHECK(family_of(find("s1").kind) == Family::Building);
  shown.press("show:building");
  CHECK_FALSE(shows("s1"));
  shown.press("show:building");
  shown.press("undo"), shown.press("undo");
  CHECK(shows("s2"));
  CHECK(find("s1").kind == kind_of(Category::Rejection));
}

TEST_CASE("sums leave out what is rejected, and the analysis itself is never changed") {
  Shown shown;
  const size_t entries = shown.example.analysis.ledger.size();
  shown.press("reject:s2");
  size_t signals = 0;
  for (const LedgerEntry& entry : shown.reader.analysis().ledger) {
    for (uint32_t signal : entry.signals) CHECK(signal != 1);
    signals += entry.signals.size();
  }
  CHECK(signals == 2);
  CHECK(shown.reader.analysis().signals.size() == 3);
  CHECK(shown.example.analysis.ledger.size() == entries);
  CHECK(shown.example.analysis.corrections.empty());
}

TEST_CASE("choosing another kind is offered for one finding at a time") {
  Shown shown;
  shown.press("relabel:s1");
  CHECK(shown.reader.state().relabelling == find_id("s1"));
  shown.press("relabel:s2");
  CHECK(shown.reader.state().relabelling == find_id("s2"));
  shown.press("relabel:s2");
  CHECK_FALSE(shown.reader.state().relabelling.has_value());
  shown.press("relabel:s1");
  shown.press("relabel:s1:HARM");
  CHECK_FALSE(shown.reader.state().relabelling.has_value());
}

TEST_CASE("corrections are written, and read again when the article was edited") {
  Shown shown;
  Action action{ActionKind::Correct};
  action.corrections = {{.finding = {false, 1}, .verdict = Verdict::Rejected, .label = static_cast<uint8_t>(Category::Harm), .note = "no breach"},
                        {.finding = {true, 1}, .verdict = Verdict::Accepted}};
  shown.reader.apply(action);
  StringOutput output;
  write_corrections({shown.example.article, shown.reader.analysis(), shown.example.rules}, output);
  const std::string file = std::move(output).take();

  // The same article: the same corrections.
  auto read = read_corrections(file, shown.example.article, shown.example.analysis);
  REQUIRE(read.has_value());
  CHECK(read->lost.empty());
  REQUIRE(read->corrections.size() == 2);
  CHECK(read->corrections[0] == Correction{.finding = {true, 1}, .verdict = Verdict::Accepted});
  CHECK(read->corrections[1] == action.corrections[0]);

  // Edited: a new beginning, and the words of s2 come twice. Found signals have other numbers.
  const Article edited = *parse_article("Two valleys, once friends, quarrel\n\nA herald calls the refusal a breach of manners. The lower valley, which calls the refusal a breach of the "
                                        "spring accord, waits. There remain the grazing rights above it.", ArticleFormat::Text);
  Analysis found;
  auto add = [&](uint32_t place, Category category) {
    Signal signal;
    signal.span = {place, place + 26};
    signal.category = category;
    found.signals.push_back(signal);
  };
  const std::string_view text = edited.text();
  add(static_cast<uint32_t>(text.find("calls the refusal")), Category::Accusation);
  add(static_cast<uint32_t>(text.rfind("calls the refusal")), Category::Accusation);
  read = read_corrections(file, edited, found);
  REQUIRE(read.has_value());
  REQUIRE(read->corrections.size() == 1);
  CHECK(read->corrections[0].finding == FindingId{false, 1});
  CHECK(read->lost == std::vector<std::string>{"the grazing rights above it"});  // the words are there, but no issue is
}

TEST_CASE("a file of corrections that cannot be used says where") {
  Example example;
  auto wrap = [](std::string correction) { return R"({"schema": "faultline.corrections/1", "corrections": [)" + correction + "]}"; };
  struct Row { std::string json; const char* where; };
  for (const Row& row : {Row{"nonsense", "schema"}, Row{"{}", "schema"}, Row{R"({"schema": 3})", "schema"}, Row{R"({"schema": "faultline.corrections/1"})", "corrections"},
                         Row{wrap("7"), "corrections[0]."}, Row{wrap(R"({"finding": "x1"})"), "corrections[0].finding"},
                         Row{wrap(R"({"finding": "s1", "start": 1})"), "corrections[0].exact"},
                         Row{wrap(R"({"finding": "s1", "exact": "a", "verdict": "maybe", "start": 1})"), "corrections[0].verdict"},
                         Row{wrap(R"({"finding": "s1", "exact": "a", "relabel": "TRADE", "start": 1})"), "corrections[0].relabel"},
                         Row{wrap(R"({"finding": "s1", "exact": "a", "note": 3, "start": 1})"), "corrections[0].note"},
                         Row{wrap(R"({"finding": "s1", "exact": "a", "start": -1})"), "corrections[0].start"}}) {
    auto read = read_corrections(row.json, example.article, example.analysis);
    REQUIRE_MESSAGE(!read.has_value(), row.json);
    CHECK_MESSAGE(read.error().where == row.where, row.json);
  }
}
