#include "reader/party_map.h"

#include <algorithm>
#include <cmath>

#include "reader/order.h"

namespace faultline {
namespace {

constexpr float kPi = 3.14159265f;
constexpr float kLabelGap = 10;   // between two labels
constexpr float kEdgeGap = 3;     // between a label and the end of an arrow
constexpr int kPathPoints = 28;

bool is_between(PartyRef who, PartyRef whom, PartyRef a, PartyRef b) { return (who == a && whom == b) || (who == b && whom == a); }

// How many signals nodes have between them, as a matrix by index.
class Ties {
 public:
  Ties(const Analysis& analysis, const std::vector<MapNode>& nodes) : count_(nodes.size()), ties_(count_ * count_) {
    for (const LedgerEntry& entry : analysis.ledger) {
      for (size_t i = 0; i < count_; ++i) {
        for (size_t j = 0; j < count_; ++j) {
          if (i != j && is_between(entry.who, entry.whom, nodes[i].party, nodes[j].party)) ties_[i * count_ + j] += static_cast<int>(entry.signals.size());
        }
      }
    }
  }
  int between(size_t a, size_t b) const { return ties_[a * count_ + b]; }

 private:
  size_t count_;
  std::vector<int> ties_;
};

// What is bad about an order around the ellipse: arrows that cross (chords of a circle do when each has one end on either side
// of the other), and, much less, parties with much between them that stand close together.
int cost_of(const std::vector<uint32_t>& order, const Ties& ties) {
  const size_t count = order.size();
  int crossings = 0, nearness = 0;
  for (size_t a = 0; a < count; ++a) {
    for (size_t b = a + 1; b < count; ++b) {
      if (ties.between(order[a], order[b]) == 0) continue;
      nearness += ties.between(order[a], order[b]) * static_cast<int>(count - 2 * std::min(b - a, count - (b - a)));
      for (size_t c = a + 1; c < b; ++c) {
        for (size_t d = b + 1; d < count; ++d) crossings += ties.between(order[c], order[d]) > 0;
      }
    }
  }
  return crossings * 1000 + nearness;
}

// Changes places as long as that makes it better; eight parties need a few rounds.
std::vector<uint32_t> find_round(uint32_t count, const Ties& ties) {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < count; ++i) order.push_back(i);
  int cost = cost_of(order, ties);
  for (bool is_better = true; is_better;) {
    is_better = false;
    for (size_t a = 1; a < count; ++a) {
      for (size_t b = a + 1; b < count; ++b) {
        std::swap(order[a], order[b]);
        const int next = cost_of(order, ties);
        if (next < cost) cost = next, is_better = true;
        else std::swap(order[a], order[b]);
      }
    }
  }
  return order;
}

bool overlaps(const Rect& a, const Rect& b, float gap) {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

bool is_in(const Rect& box, Point point, float gap) {
  return point.x > box.left - gap && point.x < box.right + gap && point.y > box.top - gap && point.y < box.bottom + gap;
}

Point middle_of(const Rect& box) { return {(box.left + box.right) / 2, (box.top + box.bottom) / 2}; }

void place_nodes(std::vector<MapNode>& nodes, const MapSize& size, float height) {
  const auto count = static_cast<float>(nodes.size());
  float widest = 0;
  for (const MapNode& node : nodes) widest = std::max(widest, node.box.width());
  const float radius = (size.width - widest) / 2;
  // Six begin at the top: from the left, two labels would stand in one row and touch.
  const float start = nodes.size() == 6 ? -kPi / 2 : kPi;
  for (size_t i = 0; i < nodes.size(); ++i) {
    const float angle = start + 2 * kPi * static_cast<float>(i) / count, width = nodes[i].box.width(), tall = nodes[i].box.height();
    // The outermost stand flush with the sides, whatever their width.
    const float x = nodes.size() == 1 ? size.width / 2 : size.width / 2 + std::cos(angle) * (radius + (widest - width) / 2 * std::abs(std::cos(angle)));
    const float y = nodes.size() == 1 ? 0 : std::sin(angle) * height;
    nodes[i].box = {std::round(x - width / 2), std::round(y - tall / 2), std::round(x - width / 2) + width, std::round(y - tall / 2) + tall};
  }
}

bool has_overlap(const std::vector<MapNode>& nodes) {
  for (size_t i = 0; i < nodes.size(); ++i) {
    for (size_t j = i + 1; j < nodes.size(); ++j) {
      if (overlaps(nodes[i].box, nodes[j].box, kLabelGap)) return true;
    }
  }
  return false;
}

// A curve that bows to its own left hand, so that there and back are two.
std::vector<Point> make_path(const Rect& from, const Rect& to, float bow) {
  const Point a = middle_of(from), b = middle_of(to);
  const float dx = b.x - a.x, dy = b.y - a.y;
  const Point control{(a.x + b.x) / 2 + dy * bow, (a.y + b.y) / 2 - dx * bow};
  std::vector<Point> path;
  for (int i = 0; i <= kPathPoints; ++i) {
    const float t = static_cast<float>(i) / kPathPoints, s = 1 - t;
    const Point point{s * s * a.x + 2 * s * t * control.x + t * t * b.x, s * s * a.y + 2 * s * t * control.y + t * t * b.y};
    if (!is_in(from, point, kEdgeGap) && !is_in(to, point, kEdgeGap)) path.push_back(point);
  }
  return path;
}

void find_badge(MapEdge& edge, const PartyMap& map, const MapSize& size) {
  if (edge.path.size() < 2) return;
  for (float place : {0.5f, 0.4f, 0.6f, 0.3f, 0.7f, 0.22f, 0.78f}) {
    const Point at = edge.path[static_cast<size_t>(place * static_cast<float>(edge.path.size() - 1))];
    const float half = size.row_height / 2;
    const Rect badge{std::round(at.x - half), std::round(at.y - half), std::round(at.x - half) + size.row_height, std::round(at.y - half) + size.row_height};
    if (badge.left < 0 || badge.right > size.width) continue;
    auto is_free = [&](const Rect& other) { return !overlaps(badge, other, 0); };
    const bool is_clear = std::all_of(map.nodes.begin(), map.nodes.end(), [&](const MapNode& node) { return is_free(node.box); }) &&
                          std::all_of(map.edges.begin(), map.edges.end(), [&](const MapEdge& other) { return !other.badge || is_free(*other.badge); });
    if (!is_clear) continue;
    edge.badge = badge;
    return;
  }
}

// Moves everything down so that it begins at 0, and says how high it is.
void settle(PartyMap& map) {
  float top = 1e9f, bottom = -1e9f;
  auto include = [&](float from, float to) { top = std::min(top, from), bottom = std::max(bottom, to); };
  for (const MapNode& node : map.nodes) include(node.box.top, node.box.bottom);
  for (const MapEdge& edge : map.edges) {
    for (Point point : edge.path) include(point.y - 6, point.y + 6);
    if (edge.badge) include(edge.badge->top, edge.badge->bottom);
  }
  top = std::floor(top);
  auto move = [&](Rect& rect) { rect.top -= top, rect.bottom -= top; };
  for (MapNode& node : map.nodes) move(node.box);
  for (MapEdge& edge : map.edges) {
    for (Point& point : edge.path) point.y -= top;
    if (edge.badge) move(*edge.badge);
  }
  map.height = std::ceil(bottom - top);
}

}  // namespace

std::vector<MapNode> choose_parties(const Analysis& analysis) {
  std::vector<MapNode> all;
  for (size_t i = 0; i < analysis.parties.size(); ++i) all.push_back({static_cast<PartyRef>(i), 0, {}});
  for (const LedgerEntry& entry : analysis.ledger) {
    if (entry.who < 0 || entry.whom < 0 || entry.who == entry.whom) continue;
    all[static_cast<size_t>(entry.who)].count += static_cast<int>(entry.signals.size());
    all[static_cast<size_t>(entry.whom)].count += static_cast<int>(entry.signals.size());
  }
  std::erase_if(all, [](const MapNode& node) { return node.count == 0; });
  std::vector<MapNode> largest;
  for (uint32_t i : find_order(all.size(), [&](uint32_t a, uint32_t b) { return all[a].count > all[b].count; })) {
    if (largest.size() < kMostMapParties) largest.push_back(all[i]);
  }
  const Ties ties(analysis, largest);
  std::vector<MapNode> nodes;
  for (uint32_t index : find_round(static_cast<uint32_t>(largest.size()), ties)) nodes.push_back(largest[index]);
  return nodes;
}

PartyMap make_party_map(const Analysis& analysis, std::vector<MapNode> nodes, MapSize size) {
  PartyMap map;
  map.nodes = std::move(nodes);
  if (map.nodes.empty()) return map;
  const auto count = static_cast<float>(map.nodes.size());
  float height = map.nodes.size() == 2 ? 0 : size.row_height * (1.4f + count * 0.5f);
  place_nodes(map.nodes, size, height);
  for (int turn = 0; turn < 40 && has_overlap(map.nodes); ++turn) place_nodes(map.nodes, size, height += size.row_height / 2);
  const float bow = map.nodes.size() == 2 ? 0.34f : 0.17f;
  auto find = [&](PartyRef party) { return std::find_if(map.nodes.begin(), map.nodes.end(), [&](const MapNode& node) { return node.party == party; }); };
  for (const LedgerEntry& entry : analysis.ledger) {
    auto from = find(entry.who), to = find(entry.whom);
    if (from == map.nodes.end() || to == map.nodes.end() || from == to) continue;
    MapEdge edge{entry.who, entry.whom, 0, 0, make_path(from->box, to->box, bow), {}};
    for (uint32_t index : entry.signals) (polarity_of(analysis.signals[index].category) == Polarity::Eroding ? edge.eroding : edge.building) += 1;
    map.edges.push_back(std::move(edge));
  }
  for (MapEdge& edge : map.edges) find_badge(edge, map, size);
  settle(map);
  return map;
}

}  // namespace faultline
