// Draws the card of one finding: what it is, who towards whom, whose words, how certain, when, and by which rule.
//
//   ControlList list = draw_card(painter, {article, analysis, rules, finding, state, theme, words}, {.width = 340, .margin = 20});
#pragma once

#include "article/article.h"
#include "reader/catalogue.h"
#include "reader/finding.h"
#include "reader/reader_state.h"
#include "reader/sheet.h"
#include "rules/rule_set.h"

namespace faultline {

struct CardView {
  const Article& article;
  const Analysis& analysis;
  const RuleSet& rules;
  const Finding& finding;
  const ReaderState& state;
  const Theme& theme;
  const Catalogue& words;
};

// While it is only pointed at, a card is a glance; of the finding that is selected it is everything. Controls, then: "go:ID" links to
// related findings, "more:rule", "accept:ID", "reject:ID", "relabel:ID" and "note:ID" (see reader_state.h), and "cite:ID" and "link:ID",
// which the page does. The page, which decides when a card comes and goes, puts its close button into the upper right corner.
ControlList draw_card(Painter& painter, const CardView& view, SheetSize size);

}  // namespace faultline
