#include "reader/trust_curve.h"

#include <algorithm>

namespace faultline {
namespace {

constexpr float kNarrowestBar = 4;  // CSS pixels, its gap among them

// A bar for every stretch of blocks, whether anything is in it or not.
std::vector<TrustBar> make_bars(const Lines& lines, float width) {
  std::vector<TrustBar> bars;
  const auto count = static_cast<uint32_t>(lines.blocks.size());
  const float height = std::max(lines.height, 1.0f);
  for (uint32_t block = 0; block < count; ++block) {
    float begin = lines.blocks[block].top / height;
    float end = block + 1 < count ? lines.blocks[block + 1].top / height : (lines.blocks[block].top + lines.blocks[block].height) / height;
    bool is_room = bars.empty() || (bars.back().end - bars.back().begin) * width >= kNarrowestBar;
    if (is_room) bars.push_back({block, block + 1, begin, end, {}, {}, {}});
    else bars.back().last_block = block + 1, bars.back().end = end;
  }
  return bars;
}

void add_finding(TrustBar& bar, const CurveSubject& subject, uint32_t index) {
  bar.findings.push_back(index);
  const FindingId id = subject.findings[index].id;
  if (id.is_issue) return;
  const Signal& signal = subject.analysis.signals[id.index];
  Tally* tallies = signal.time == Time::Background ? bar.background : bar.now;
  tallies[static_cast<int>(signal.track)].add(signal.weight);
}

int most_of(const TrustBar& bar) {
  int most = 0;
  for (int track = 0; track < 2; ++track) {
    most = std::max({most, -bar.now[track].eroding - bar.background[track].eroding, bar.now[track].building + bar.background[track].building});
  }
  return most;
}

}  // namespace

TrustCurve make_trust_curve(const CurveSubject& subject, float width) {
  TrustCurve curve;
  const float height = std::max(subject.lines.height, 1.0f);
  for (const Finding& finding : subject.findings) {
    const Line* line = find_line_at(subject.lines, finding.spans[0].begin);
    curve.places.push_back(line == nullptr ? -1 : (line->top + subject.lines.block_of(*line).leading / 2) / height);
  }
  curve.bars = make_bars(subject.lines, width);
  for (uint32_t i = 0; i < subject.findings.size(); ++i) {
    const Finding& finding = subject.findings[i];
    if (curve.places[i] < 0 || !is_shown(finding, subject.state.filter, subject.analysis)) continue;
    const uint32_t block = subject.article.block_at(finding.spans[0].begin);
    auto bar = std::upper_bound(curve.bars.begin(), curve.bars.end(), block, [](uint32_t at, const TrustBar& it) { return at < it.first_block; });
    if (bar != curve.bars.begin()) add_finding(*std::prev(bar), subject, i);
  }
  std::erase_if(curve.bars, [](const TrustBar& bar) { return bar.findings.empty(); });
  for (const TrustBar& bar : curve.bars) curve.most = std::max(curve.most, most_of(bar));
  for (const BlockBox& box : subject.lines.blocks) {
    if (box.kind == BlockKind::Heading) curve.headings.push_back(box.top / height);
  }
  return curve;
}

}  // namespace faultline
