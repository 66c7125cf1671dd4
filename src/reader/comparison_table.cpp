#include "reader/comparison_table.h"

#include <algorithm>

#include "reader/wording.h"

namespace faultline {
namespace {

ComparisonTable::Cell make_cell(const Analysis& analysis, const IssueCell& cell) {
  ComparisonTable::Cell made{cell.standing, {}};
  for (const uint32_t speaker : cell.voices) {
    ComparisonTable::Voice voice{is_writer(analysis, speaker), {}};
    if (!voice.is_writer) voice.name = analysis.speakers[speaker].name;
    // Two sources without a name are told apart by the analysis, not by who reads.
    if (std::find(made.voices.begin(), made.voices.end(), voice) == made.voices.end()) made.voices.push_back(std::move(voice));
  }
  return made;
}

ComparisonTable::PairRow make_pair_row(const ComparedPair& pair) {
  ComparisonTable::PairRow made{pair.who, pair.whom, {}};
  for (const LedgerEntry* entry : pair.cells) {
    made.cells.push_back(entry ? std::optional(ComparisonTable::Sums{entry->words, entry->deeds, entry->background}) : std::nullopt);
  }
  return made;
}

bool is_vague(const ComparisonTable::PairRow& pair) { return pair.who == "unspecified" || pair.whom == "unspecified"; }

}  // namespace

ComparisonTable make_comparison_table(std::span<const ComparedArticle> articles, const Comparison& comparison) {
  ComparisonTable table;
  for (const ComparedArticle& each : articles) table.titles.emplace_back(each.article.title());
  for (const ComparedIssue& issue : comparison.issues) {
    ComparisonTable::IssueRow& row = table.issues.emplace_back(ComparisonTable::IssueRow{issue.label, issue.type, {}, {}});
    if (!issue.cells[0].issues.empty()) row.own = issue.cells[0].issues[0];
    for (size_t i = 0; i < articles.size(); ++i) row.cells.push_back(make_cell(articles[i].analysis, issue.cells[i]));
  }
  for (const ComparedPair& pair : comparison.ledger) table.ledger.push_back(make_pair_row(pair));
  std::stable_partition(table.ledger.begin(), table.ledger.end(), [](const ComparisonTable::PairRow& row) { return !is_vague(row); });
  return table;
}

}  // namespace faultline
