#include "analysis/comparison.h"

#include "analysis/reading_fixture.h"
#include "analysis/two_accounts.h"

using namespace faultline;

namespace {

struct Read {
  Article article;
  Analysis analysis;
};

Read read(std::string_view text) {
  Article article = article_of(text);
  Analysis analysis = analyze_english(article);
  return {std::move(article), std::move(analysis)};
}

Comparison compare_two(const Read& first, const Read& second) {
  const ComparedArticle articles[] = {{first.article, first.analysis}, {second.article, second.analysis}};
  return compare(articles, builtin_rules());
}

// "The border fence: disputed, told": a line an issue.
std::string matrix(const Comparison& comparison) {
  std::string out;
  for (const ComparedIssue& issue : comparison.issues) {
    out += issue.label + ":";
    for (const IssueCell& cell : issue.cells) out += std::string(" ") + to_string(cell.standing);
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("one issue by two names is one row; what an article only tells is told, what it leaves out omitted") {
  const Read monday = read(kMonday), tuesday = read(kTuesday), empty = read("A new bakery has opened.\n");
  CHECK(matrix(compare_two(monday, tuesday)) == "Border fence: disputed disputed\nFishing rights: disputed told\n");
  CHECK(matrix(compare_two(monday, empty)) == "Border fence: disputed omitted\nFishing rights: disputed omitted\n");
  CHECK(matrix(compare_two(empty, empty)) == "");
}

TEST_CASE("parties of several articles are one by their names, and the ledger has a cell for each article") {
  const Read monday = read(kMonday), tuesday = read(kTuesday);
  const Comparison comparison = compare_two(monday, tuesday);
  bool found = false;
  for (const ComparedPair& pair : comparison.ledger) {
    if (pair.who != "Chile" || pair.whom != "Peru") continue;
    CHECK_FALSE(found);  // once, though the second article calls it Santiago as well
    found = true;
    REQUIRE(pair.cells.size() == 2);
    CHECK(pair.cells[0] != nullptr);
    CHECK(pair.cells[1] != nullptr);
  }
  CHECK(found);
}

TEST_CASE("an article beside itself has the same in both columns, in the same words") {
  const Read monday = read(kMonday);
  const Comparison comparison = compare_two(monday, monday);
  for (const ComparedIssue& issue : comparison.issues) {
    CHECK(issue.cells[0].standing == issue.cells[1].standing);
    CHECK(issue.cells[0].issues == issue.cells[1].issues);
    CHECK(issue.cells[0].voices == issue.cells[1].voices);
  }
  for (const ComparedPair& pair : comparison.ledger) CHECK(pair.cells[0] == pair.cells[1]);
}

TEST_CASE("the voice of a cell is who says it") {
  const Read said = read("Peru and Chile at odds\n\nPeru and Chile are at odds. Ana Varr, a spokeswoman for Peru, said that the dispute over the border fence was settled. Chile rejected the claim.\n");
  const Comparison comparison = compare_two(said, said);
  REQUIRE(comparison.issues.size() == 1);
  REQUIRE(comparison.issues[0].cells[0].voices.size() == 1);
  CHECK(said.analysis.speakers[comparison.issues[0].cells[0].voices[0]].name == "Ana Varr");
}
