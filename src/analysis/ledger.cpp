#include "analysis/ledger.h"

#include <algorithm>
#include <map>

namespace faultline {

namespace {

// Parties in their order, then the dyad (−2), then unspecified (−1).
int place_of(PartyRef party) { return party >= 0 ? party : party == kDyad ? INT32_MAX - 1 : INT32_MAX; }

}  // namespace

std::vector<LedgerEntry> make_ledger(std::span<const Signal> signals) {
  std::map<std::pair<int, int>, LedgerEntry> entries;
  for (uint32_t i = 0; i < signals.size(); ++i) {
    const Signal& signal = signals[i];
    LedgerEntry& entry = entries[{place_of(signal.who), place_of(signal.whom)}];
    entry.who = signal.who;
    entry.whom = signal.whom;
    entry.signals.push_back(i);
    if (signal.time == Time::Background) entry.background.add(signal.weight);
    else (signal.track == Track::Words ? entry.words : entry.deeds).add(signal.weight);
  }
  std::vector<LedgerEntry> ledger;
  for (auto& [pair, entry] : entries) ledger.push_back(std::move(entry));
  return ledger;
}

std::vector<CurvePoint> make_curve(const Article& article, std::span<const Signal> signals) {
  std::map<uint32_t, CurvePoint> points;
  for (const Signal& signal : signals) {
    if (signal.time == Time::Background) continue;
    const uint32_t block = article.block_at(signal.span.begin);
    CurvePoint& point = points[block];
    point.block = block;
    (signal.track == Track::Words ? point.words : point.deeds).add(signal.weight);
  }
  std::vector<CurvePoint> curve;
  for (const auto& [block, point] : points) curve.push_back(point);
  return curve;
}

Sourcing make_sourcing(std::span<const Signal> signals, std::span<const Speaker> speakers) {
  Sourcing sourcing;
  for (const Signal& signal : signals) {
    const SpeakerKind kind = signal.speaker < speakers.size() ? speakers[signal.speaker].kind : SpeakerKind::Writer;
    if (kind == SpeakerKind::Unnamed) ++sourcing.unnamed;
    else if (kind != SpeakerKind::Writer) ++sourcing.named;
    else if (signal.factuality == Factuality::Fact) ++sourcing.writer;
    else ++sourcing.hedged;
  }
  return sourcing;
}

}  // namespace faultline
