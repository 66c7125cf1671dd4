#include "analysis/analysis_run.h"

#include <doctest/doctest.h>

#include "reading_fixture.h"

namespace faultline {
namespace {

// Pieces that an analysis takes when `later` words are asked for as soon as the text is parsed.
int count_pieces(const Article& article, uint32_t parsed, uint32_t later) {
  Parser parser(english_model());
  AnalysisRun run(article, &parser, builtin_rules());
  int pieces = 1;
  while (!run.advance(run.stage() == AnalysisRun::Stage::Parse ? parsed : later)) ++pieces;
  return pieces;
}

TEST_CASE("no stage does more in a piece than was parsed in one") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Finland accused Chile of breaking the deal. Chile rejected the charge.\n\n";
  const Article article = article_of(text);
  const int steady = count_pieces(article, 20, 20);
  CHECK(count_pieces(article, 20, 1u << 20) == steady);
  CHECK(count_pieces(article, 1u << 20, 20) > 10);
  CHECK(count_pieces(article, 1u << 20, 1u << 20) < 20);
}

}  // namespace
}  // namespace faultline
