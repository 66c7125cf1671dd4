// Writes how two or more articles tell of one dispute, for a terminal or as JSON (faultline.comparison/1).
//
//   write_comparison({articles, names, compare(articles, rules)}, ReportFormat::Text, output);
//
// The JSON is the same bytes for the same articles on every machine:
// { "schema", "articles": [{"id", "title", "issues", "signals"}],
//   "issues": [{"label", "type", "cells": [{"standing": "omitted|told|disputed|conceded", "issues": ["i1"], "voices": ["the writer", …]}]}],
//   "ledger": [{"who", "whom", "cells": [{"words": {"eroding", "building"}, "deeds": {…}, "background": {…}} | null]}] }
#pragma once

#include <span>
#include <string>

#include "analysis/comparison.h"
#include "report/report.h"

namespace faultline {

struct ComparisonSubject {
  std::span<const ComparedArticle> articles;
  std::span<const std::string> names;  // the caller's, one an article
  const Comparison& comparison;
};

// Requires Json or Text.
void write_comparison(const ComparisonSubject& subject, ReportFormat format, Output& output, const ReportOptions& options = {});

}  // namespace faultline
