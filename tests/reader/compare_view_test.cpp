// The tab "compare": that it is there only with a comparison, what it says, and that everything stays in its place at every size.
#include <doctest/doctest.h>

#include <array>

#include "reader/drawn.h"
#include "reader/example.h"

using namespace faultline;

namespace {

ComparisonTable make_table(size_t articles) {
  using Table = ComparisonTable;
  Table table;
  table.titles = {"Two valleys quarrel over a bridge", "", "Farmers on both banks of the river wait for the bridge at Sell to be opened again"};
  table.titles.resize(articles, "Another one");
  const Table::Voice writer{true, ""}, unnamed{false, ""}, council{false, "the council of the lower valley"};
  table.issues = {{"the toll on the bridge", IssueType::Trade, 0, {{IssueStanding::Disputed, {writer, council}}, {IssueStanding::Omitted, {}}, {IssueStanding::Told, {unnamed}}}},
                  {"who pays the ferryman", IssueType::WorkPay, {}, {{IssueStanding::Omitted, {}}, {IssueStanding::Conceded, {council}}, {IssueStanding::Omitted, {}}}}};
  table.ledger = {{"Upper valley", "Lower valley", {Table::Sums{{-200, 0}, {}, {-50, 25}}, {}, Table::Sums{{}, {0, 100}, {}}}},
                  {"Upper valley", "unspecified", {{}, Table::Sums{{-100, 0}, {}, {}}, {}}},
                  {"dyad", "dyad", {{}, {}, {}}}};
  for (auto& row : table.issues) row.cells.resize(articles);
  for (auto& row : table.ledger) row.cells.resize(articles);
  return table;
}

struct Compared {
  explicit Compared(size_t articles = 3) {
    example.analysis = example.make_full_analysis();
    example.show_in(reader);
    reader.set_comparison(make_table(articles));
  }
  Outcome press(std::string control) { return reader.apply({ActionKind::Activate, std::move(control)}); }
  std::string body() {
    const std::string all = outline_of(reader.controls(Surface::Panel, 340));
    const size_t head = all.find('\n', all.find("tab:compare"));
    return all.substr(head + 1, all.find("text note:") - head - 1);
  }
  bool has_tab() { return outline_of(reader.controls(Surface::Panel, 340)).find("tab:compare") != std::string::npos; }
  Example example;
  Reader reader;
};

}  // namespace

TEST_CASE("every cell of the comparison is told, in words that can be heard alone") {
  Compared compared;
  compared.press("tab:compare");
  CHECK(compared.body() == R"(text article-1: A: Two valleys quarrel over a bridge. This article
text article-2: B: Without a title
text article-3: C: Farmers on both banks of the river wait for the bridge at Sell to be opened again
text compare-lead: Below each mark stand those in whose words the article names the issue. Told is not disputed, and left out is not denied.
heading issues: DISPUTED ISSUES
button go:i1: the toll on the bridge. Trade. This article: disputed, in the words of the writer, the council of the lower valley. B: omitted. C: only told, in the words of an unnamed source [off]
text issue-2: who pays the ferryman. Work and pay. This article: omitted. B: conceded, in the words of the council of the lower valley. C: omitted
heading ledgers: WHAT PASSES BETWEEN THE PARTIES
text ledgers-lead: With − what erodes trust, with + what builds it.
text tracks: Words, Deeds, Background
heading pair-1: Upper valley → Lower valley
text pair-1-1: This article, Upper valley → Lower valley. Words: eroding −2, building 0. Background: eroding −0.5, building +0.25
text pair-1-2: B, Upper valley → Lower valley: nothing passes between them
text pair-1-3: C, Upper valley → Lower valley. Deeds: eroding 0, building +1
heading pair-2: Upper valley
text pair-2-1: This article, Upper valley: nothing passes between them
text pair-2-2: B, Upper valley. Words: eroding −1, building 0
text pair-2-3: C, Upper valley: nothing passes between them
heading pair-3: Between the parties
text pair-3-1: This article, Between the parties: nothing passes between them
text pair-3-2: B, Between the parties: nothing passes between them
text pair-3-3: C, Between the parties: nothing passes between them
)");
}

TEST_CASE("an issue of the article at hand leads to its passage, unless a filter hides it") {
  Compared compared;
  compared.press("tab:compare");
  const Outcome outcome = compared.press("go:i1");
  REQUIRE(outcome.go_to.has_value());
  CHECK(compared.example.article.text_of(outcome.go_to->span) == "the toll on the bridge");
  CHECK(compared.body().find("an unnamed source [on]") != std::string::npos);
  compared.press("show:issues");
  CHECK(compared.body().find("go:i1") == std::string::npos);
  CHECK(compared.body().find("text issue-1: the toll on the bridge") != std::string::npos);
}

TEST_CASE("the tab is there as long as the comparison is") {
  Compared compared;
  CHECK(compared.has_tab());
  compared.press("tab:compare");
  CHECK(compared.reader.state().tab == PanelTab::Compare);
  compared.reader.set_comparison(make_table(2));
  CHECK(compared.reader.state().tab == PanelTab::Compare);
  compared.reader.set_comparison({});
  CHECK_FALSE(compared.has_tab());
  CHECK(compared.reader.state().tab == PanelTab::Findings);
  compared.press("tab:compare");
  CHECK(compared.reader.state().tab == PanelTab::Findings);
  compared.reader.set_comparison(make_table(2));
  compared.press("tab:compare");
  compared.example.show_in(compared.reader);
  CHECK_FALSE(compared.has_tab());
  CHECK(compared.reader.state().tab == PanelTab::Findings);
}

TEST_CASE("a comparison of articles without an issue says so, and is there where the article at hand has no findings") {
  Compared compared;
  const Analysis nothing;
  compared.reader.show({&compared.example.article, &nothing, &compared.example.rules});
  ComparisonTable table = make_table(2);
  table.issues.clear(), table.ledger.clear();
  compared.reader.set_comparison(table);
  CHECK(compared.has_tab());
  compared.press("tab:compare");
  CHECK(compared.body().find("text none: No disputed issue was found in any of the articles.") != std::string::npos);
  CHECK(compared.body().find("heading") == std::string::npos);
}

TEST_CASE("whatever the width and the number of articles, nothing of a comparison leaves the panel") {
  for (size_t articles : {2, 3, 4, 7, 30}) {
    Compared compared(articles);
    compared.press("tab:compare");
    compared.press("go:i1");
    for (bool is_coarse : {false, true}) {
      ReaderPreferences preferences;
      preferences.is_coarse = is_coarse;
      compared.reader.prefer(preferences);
      for (float width : {120.0f, 320.0f, 340.0f, 600.0f, 8000.0f}) {
        CAPTURE(articles); CAPTURE(is_coarse); CAPTURE(width);
        if (width > 300) check_rects(compared.reader.controls(Surface::Panel, width));
        check_apart(compared.reader.controls(Surface::Panel, width));
        CHECK(draw(compared.reader, Surface::Panel, {width, 3000, 0, 1}).is_inside);
      }
    }
  }
}

TEST_CASE("up to three articles stand beside each other, a fourth begins a second line") {
  auto height_of_row = [](size_t articles) {
    Compared compared(articles);
    compared.press("tab:compare");
    for (const Control& control : compared.reader.controls(Surface::Panel, 340).controls) {
      if (control.id == "issue-2") return control.rect.height();
    }
    return 0.0f;
  };
  CHECK(height_of_row(4) >= height_of_row(3) + 20);
  CHECK(height_of_row(6) == height_of_row(4));
  CHECK(height_of_row(7) >= height_of_row(6) + 20);
}
