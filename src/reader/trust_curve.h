// How words and deeds bear on trust along the article: one bar for each passage that has something to show.
//
//   TrustCurve curve = make_trust_curve({article, analysis, findings, state, lines}, 240);
//   for (const TrustBar& bar : curve.bars) draw(bar.begin, bar.end, bar.now[0].building);
//
// Places are shares of the laid out article's height, 0 to 1, so that the curve is also a small map of it. Sums are those of
// analysis/ledger.h, in hundredths, of what the filters let through; background, which make_curve leaves out, is kept apart.
#pragma once

#include <span>
#include <vector>

#include "layout/lines.h"
#include "reader/finding.h"
#include "reader/reader_state.h"

namespace faultline {

struct TrustBar {
  uint32_t first_block = 0, last_block = 0;  // [first, last)
  float begin = 0, end = 0;
  Tally now[2], background[2];      // words, deeds
  std::vector<uint32_t> findings;  // that are shown, in reading order; never empty
};

struct TrustCurve {
  std::vector<TrustBar> bars;     // in reading order
  std::vector<float> headings;    // where they begin
  std::vector<float> places;      // of each finding's first line; as many as there are findings
  int most = 0;                   // the largest sum of a bar in one direction
};

struct CurveSubject {
  const Article& article;
  const Analysis& analysis;
  std::span<const Finding> findings;
  const ReaderState& state;
  const Lines& lines;
};

// Blocks that would be narrower than a bar can be on `width` pixels share one.
TrustCurve make_trust_curve(const CurveSubject& subject, float width);

}  // namespace faultline
