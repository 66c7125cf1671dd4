// The panel's frame: its title, its tabs, what is filtered, and below them the view of the tab that is open.
//
//   ControlList list = draw_panel(painter, {article, analysis, rules, findings, state, shares, comparison, theme, words}, {.width = 340});
//
// Each tab is a file of its own: findings_view.h, issues_view.h, ledger_view.h, parties_view.h, sources_view.h,
// compare_view.h.
#pragma once

#include <span>

#include "article/article.h"
#include "reader/catalogue.h"
#include "reader/comparison_table.h"
#include "reader/finding.h"
#include "reader/reader_state.h"
#include "reader/sheet.h"
#include "reader/speaker_shares.h"
#include "rules/rule_set.h"

namespace faultline {

struct PanelView {
  const Article& article;
  const Analysis& analysis;
  const RuleSet& rules;
  std::span<const Finding> findings;
  const ReaderState& state;
  const SpeakerShares* shares;  // there when the tab of sources is open
  const ComparisonTable* comparison;  // there when the article is compared with others
  const Theme& theme;
  const Catalogue& words;
};

// Controls: "tab:NAME", "undo", "redo", "copy:table" (the page knows the clipboard), those of filter_view.h, and those of the tab (see reader_state.h for what they do).
ControlList draw_panel(Painter& painter, const PanelView& view, SheetSize size);

}  // namespace faultline
