#include "analysis/analysis_run.h"

namespace faultline {
namespace {

Analysis run_to_end(AnalysisRun&& run) {
  while (!run.advance(UINT32_MAX)) {}
  return run.take();
}

}  // namespace

bool is_served(const Article& article) { return article.lang().starts_with("en"); }

Analysis analyze(const Article& article, Parser& parser, const RuleSet& rules) { return run_to_end(AnalysisRun(article, &parser, rules)); }

Analysis analyze(const Article& article, const Syntax& syntax, const RuleSet& rules) { return run_to_end(AnalysisRun(article, syntax, rules)); }

}  // namespace faultline
