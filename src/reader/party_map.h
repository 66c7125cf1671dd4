// Where the parties map has its parties and the arrows between them: a directed graph on an ellipse, the same for the same input.
//
//   std::vector<MapNode> nodes = choose_parties(analysis);
//   for (MapNode& node : nodes) node.box = {0, 0, width_of_label(node.party), 28};
//   PartyMap map = make_party_map(analysis, nodes, {.width = 292, .row_height = 28});
//   for (const MapEdge& edge : map.edges) draw(edge.path);
//
// The parties with the most signals are taken, as many as a person can follow. They change places until their arrows cross the
// fewest others and those with the most between them stand far apart; the ellipse grows until no two labels touch.
#pragma once

#include <optional>
#include <vector>

#include "analysis/analysis.h"
#include "reader/painter.h"

namespace faultline {

inline constexpr size_t kMostMapParties = 8;

struct MapNode {
  PartyRef party = 0;
  int count = 0;  // signals between it and another party
  Rect box;       // of its label
};

struct MapEdge {
  PartyRef who = 0, whom = 0;
  int eroding = 0, building = 0;
  std::vector<Point> path;   // from the edge of one box to that of the other, without the arrow's head
  std::optional<Rect> badge;  // where its number stands, when there is room for one
};

struct PartyMap {
  std::vector<MapNode> nodes;  // around the ellipse, from the left, with the clock
  std::vector<MapEdge> edges;  // in the order of the ledger
  float height = 0;
};

struct MapSize {
  float width = 0;
  float row_height = 28;  // and width of an arrow's number
};
// Labels that are no wider than this part of the map's width find room: of many, two stand in one row nearer to the middle.
constexpr float most_label_share(size_t labels) { return labels <= 5 ? 0.44f : 0.38f; }

// The parties with the most signals in their order around the ellipse. Boxes are for the caller: the size of each label.
std::vector<MapNode> choose_parties(const Analysis& analysis);
PartyMap make_party_map(const Analysis& analysis, std::vector<MapNode> nodes, MapSize size);

}  // namespace faultline
