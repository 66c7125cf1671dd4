// What the tab "compare" shows: how several articles tell of one dispute, in words of its own.
//
//   reader.set_comparison(make_comparison_table(articles, compare(articles, rules)));
//
// A Comparison points into the analyses that it was made from, and those go: a correction replaces that of the article at hand, other
// rules replace all of them. This table holds what is drawn and nothing else, so that the reader cannot be left with a dangling one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/comparison.h"

namespace faultline {

struct ComparisonTable {
  struct Voice {
    bool is_writer = false;
    std::string name;  // empty for the writer and for a source without a name
    bool operator==(const Voice&) const = default;
  };
  struct Cell {
    IssueStanding standing = IssueStanding::Omitted;
    std::vector<Voice> voices;  // each once
  };
  struct IssueRow {
    std::string label;
    IssueType type = IssueType::Governance;
    std::optional<uint32_t> own;  // where the first article has it: an index into its Analysis::issues
    std::vector<Cell> cells;      // one an article
  };
  struct Sums {
    Tally words, deeds, background;
  };
  struct PairRow {
    std::string who, whom;                   // as in ComparedPair
    std::vector<std::optional<Sums>> cells;  // one an article; nothing where nothing passes
  };
  std::vector<std::string> titles;  // one an article; the first is the one at hand
  std::vector<IssueRow> issues;
  std::vector<PairRow> ledger;  // pairs in which somebody is not named come last
};

// Requires the articles that were compared. Linear.
ComparisonTable make_comparison_table(std::span<const ComparedArticle> articles, const Comparison& comparison);

}  // namespace faultline
