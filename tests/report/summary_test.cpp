#include <doctest/doctest.h>

#include "report/columns.h"
#include "report/example.h"

using namespace faultline;

TEST_CASE("the summary says who disputes what with whom, in whose words") {
  CHECK(make_example().write(ReportFormat::Text) == R"(Dam row – day two
20 words · 1 disputed issue · 1 eroding and 1 building signals

Parties
  North community, also North 🕊
  The South community

Disputed issues
  ? The toll, "day two"
    resources · eased · labelled · North and The South

Trust signals
  North → The South
    − rejection         “rejected the toll”
  The South
    + agreement         “agreed to open the weir” says Émile Orr, future

Ledger: eroding and building weight, never netted
                                           words           deeds      background
  North → The South                -2.00       ·       ·       ·       ·       ·
  The South                            ·       ·       ·   +2.18       ·       ·

Disputed is not false, and a count is not a score.
)");
}

TEST_CASE("no line is wider than the terminal, however narrow or wide it says to be") {
  Example example = make_example();
  for (int i = 0; i < 30; ++i) example.analysis.parties[0].names.push_back("another name " + std::to_string(i));
  for (int columns : {-5, 40, 57, 80, 400}) {
    const std::string summary = example.write(ReportFormat::Text, {.columns = columns});
    size_t at = 0;
    while (at < summary.size()) {
      const size_t end = summary.find('\n', at);
      CHECK_MESSAGE(columns_of(summary.substr(at, end - at)) <= std::max(columns, 60), summary.substr(at, end - at));
      at = end + 1;
    }
  }
}

TEST_CASE("colour is written only where it is asked for") {
  CHECK(make_example().write(ReportFormat::Text).find('\033') == std::string::npos);
  CHECK(make_example().write(ReportFormat::Text, {.colour = true}).find("\033[31m") != std::string::npos);
}

TEST_CASE("an article cannot speak to the terminal") {
  Example example = make_example();
  example.analysis.parties[0].name = "Nor\033[2Jth\u202E";
  const std::string summary = example.write(ReportFormat::Text);
  CHECK(summary.find('\033') == std::string::npos);
  CHECK(summary.find("Nor\uFFFD[2Jth\uFFFD") != std::string::npos);
}

TEST_CASE("what is of both sides is of those who are named there") {
  Example example = make_example();
  example.analysis.issues.clear();
  for (Signal& signal : example.analysis.signals) {
    signal.who = signal.whom = kDyad;
    signal.clause = {0, static_cast<uint32_t>(example.article.text().size())};
  }
  CHECK(example.write(ReportFormat::Text).find("Parties\n  North community") != std::string::npos);
}

TEST_CASE("nothing found is said in words") {
  const Example example{*parse_article("A quiet day."), make_example_rules(), {}};
  CHECK(example.write(ReportFormat::Text) ==
        "3 words · 0 disputed issues · 0 eroding and 0 building signals\n\nNo disputed issue and no trust signal was found.\n");
}

TEST_CASE("columns are counted as terminals count them") {
  struct Row { std::string_view text; int expected; };
  for (const Row& row : {Row{"Kabul", 5}, Row{"e\u0301t\u00E9", 3}, Row{"漢字", 4}, Row{"🕊x", 3}, Row{"کابل", 4}, Row{"", 0}})
    CHECK(columns_of(row.text) == row.expected);
}
