#include "reader/speaker_shares.h"

#include <algorithm>

#include "reader/order.h"
#include "text/utf8.h"

namespace faultline {
namespace {

// An end of what somebody says. Where two ends meet, what stops stops first, and of two that begin the longer begins first.
struct Edge {
  uint32_t at;
  bool is_start;
  uint32_t size, index;
};

bool is_before(const Edge& a, const Edge& b) {
  if (a.at != b.at) return a.at < b.at;
  if (a.is_start != b.is_start) return !a.is_start;
  return a.is_start ? a.size > b.size : a.size < b.size;
}

}  // namespace

SpeakerShares find_speaker_shares(const Article& article, const Analysis& analysis) {
  SpeakerShares shares;
  std::vector<SpeakerShare> share_of(std::max<size_t>(analysis.speakers.size(), 1));
  for (uint32_t i = 0; i < share_of.size(); ++i) share_of[i].speaker = i;
  std::vector<Edge> edges;
  for (uint32_t i = 0; i < analysis.attributions.size(); ++i) {
    const Attribution& said = analysis.attributions[i];
    if (said.speaker >= share_of.size() || said.content.empty()) continue;
    share_of[said.speaker].statements += 1;
    edges.push_back({said.content.begin, true, said.content.size(), i});
    edges.push_back({said.content.end, false, said.content.size(), i});
  }
  std::vector<uint32_t> open;  // who is speaking, the innermost last
  uint32_t from = 0;
  auto count_to = [&](uint32_t to) {
    const uint32_t speaker = open.empty() ? 0 : analysis.attributions[open.back()].speaker;
    const uint32_t count = count_code_points(article.text_of({from, to}));
    share_of[speaker].code_points += count;
    shares.code_points += count;
    from = to;
  };
  for (uint32_t i : find_order(edges.size(), [&](uint32_t a, uint32_t b) { return is_before(edges[a], edges[b]); })) {
    const Edge& edge = edges[i];
    count_to(edge.at);
    if (edge.is_start) open.push_back(edge.index);
    else std::erase(open, edge.index);
  }
  count_to(static_cast<uint32_t>(article.text().size()));
  // The writer first, whatever the others say.
  auto is_more = [&](uint32_t a, uint32_t b) { return a == 0 || b == 0 ? a == 0 && b != 0 : share_of[a].code_points > share_of[b].code_points; };
  for (uint32_t i : find_order(share_of.size(), is_more)) {
    if (i == 0 || share_of[i].statements > 0) shares.all.push_back(share_of[i]);
  }
  return shares;
}

}  // namespace faultline
