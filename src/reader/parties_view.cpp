#include "reader/parties_view.h"

#include <algorithm>
#include <cmath>

#include "reader/parts.h"
#include "reader/party_map.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr float kWidestMap = 560;
constexpr size_t kMostRows = 40;  // of a long article; the ledger has them all

float thickness_of(int count) { return std::min(1.25f + 0.75f * static_cast<float>(count), 7.0f); }

// Of an arrow from the left and one from the right, side by side: the path moved by `by` to its right hand.
std::vector<Point> move_aside(const std::vector<Point>& path, float by) {
  std::vector<Point> moved;
  for (size_t i = 0; i < path.size(); ++i) {
    const Point a = path[i == 0 ? 0 : i - 1], b = path[std::min(i + 1, path.size() - 1)];
    const float dx = b.x - a.x, dy = b.y - a.y, length = std::max(std::sqrt(dx * dx + dy * dy), 0.001f);
    moved.push_back({path[i].x - dy / length * by, path[i].y + dx / length * by});
  }
  return moved;
}

void draw_arrow(Painter& painter, std::vector<Point> path, float thickness, Color color) {
  if (path.size() < 3) return;
  const float size = 5 + thickness * 0.7f;
  const Point tip = path.back();
  auto distance = [&](Point point) { return std::hypot(point.x - tip.x, point.y - tip.y); };
  while (path.size() > 2 && distance(path.back()) < size) path.pop_back();
  const Point base = path.back();
  const float dx = tip.x - base.x, dy = tip.y - base.y, length = std::max(std::sqrt(dx * dx + dy * dy), 0.001f);
  const Point side{-dy / length * size * 0.62f, dx / length * size * 0.62f};
  const Point foot{tip.x - dx / length * size, tip.y - dy / length * size};
  path.back() = foot;
  painter.path(path, color, thickness);
  painter.triangle(tip, {foot.x + side.x, foot.y + side.y}, {foot.x - side.x, foot.y - side.y}, color);
}

// Erodes and builds beside each other along one path.
void draw_edge(Sheet& sheet, const PanelView& view, const MapEdge& edge, bool is_faded) {
  const float eroding = edge.eroding > 0 ? thickness_of(edge.eroding) : 0, building = edge.building > 0 ? thickness_of(edge.building) : 0;
  const float apart = eroding > 0 && building > 0 ? 1.5f : 0;
  auto draw = [&](Family family, float thickness, float by) {
    if (thickness == 0) return;
    const Color mark = view.theme.family(family).mark;
    draw_arrow(sheet.painter(), move_aside(edge.path, by), thickness, is_faded ? blend(with_alpha(mark, 70), view.theme.panel) : mark);
  };
  draw(Family::Eroding, eroding, apart > 0 ? -(eroding / 2 + apart) : 0);
  draw(Family::Building, building, apart > 0 ? building / 2 + apart : 0);
}

std::string describe_numbers(const Catalogue& words, int eroding, int building) {
  std::string text;
  if (eroding > 0) text = words.count("map.eroding", eroding);
  if (building > 0) text += (text.empty() ? "" : std::string(words.text("party.comma"))) + words.count("map.building", building);
  return text;
}

void draw_badge(Sheet& sheet, const PanelView& view, const MapEdge& edge) {
  const FilterChoice choice{Facet::Pair, edge.who, edge.whom};
  const bool is_on = has_choice(view.state.filter, choice);
  const std::string number = view.words.number(edge.eroding + edge.building);
  const float x = (edge.badge->left + edge.badge->right) / 2, y = (edge.badge->top + edge.badge->bottom) / 2;
  const float width = sheet.painter().width_of(type::kTag, number), radius = std::max(9.0f, width / 2 + 4);
  sheet.painter().dot(x, y, radius + 1, is_on ? view.theme.accent : view.theme.panel);
  sheet.painter().text(type::kTag, x - width / 2, baseline_in(sheet, type::kTag, y - 9, 18), number, is_on ? view.theme.panel : view.theme.muted);
  sheet.add({"only:" + to_string(choice), ControlRole::Checkbox,
             describe_choice(choice, view.analysis, view.words) + ": " + describe_numbers(view.words, edge.eroding, edge.building), *edge.badge, is_on, {}, 0});
}

// A name in one line, or in two that are broken between words; what is longer still is shortened.
struct Label {
  std::string lines[2];
  float width = 0;
};

Label make_label(const Sheet& sheet, const std::string& name, float room) {
  auto width_of = [&](std::string_view text) { return sheet.painter().width_of(type::kSmallStrong, text); };
  Label label;
  size_t split = std::string::npos;
  if (width_of(name) > room) {
    for (size_t space = name.find(' '); space != std::string::npos && width_of(std::string_view(name).substr(0, space)) <= room; space = name.find(' ', space + 1)) split = space;
  }
  label.lines[0] = sheet.shorten(type::kSmallStrong, std::string_view(name).substr(0, split), room);
  if (split != std::string::npos) label.lines[1] = sheet.shorten(type::kSmallStrong, std::string_view(name).substr(split + 1), room);
  label.width = std::max(width_of(label.lines[0]), width_of(label.lines[1]));
  return label;
}

constexpr float kLabelPadding = 12, kLineHeight = 16;

void draw_node(Sheet& sheet, const PanelView& view, const MapNode& node) {
  const FilterChoice choice{Facet::Party, node.party};
  const bool is_on = has_choice(view.state.filter, choice);
  const std::string name = name_of_party(view.words, view.analysis, node.party);
  const Label label = make_label(sheet, name, node.box.width() - 2 * kLabelPadding);
  const int lines = label.lines[1].empty() ? 1 : 2;
  // A finger's target is higher than what is drawn in it.
  const float height = lines == 1 ? 28.0f : 44.0f, top = (node.box.top + node.box.bottom - height) / 2;
  const Rect pill{node.box.left, top, node.box.right, top + height};
  sheet.painter().fill(pill, is_on ? view.theme.accent : view.theme.card, 14);
  if (!is_on) sheet.painter().outline(pill, view.theme.border, 1.25f, 14);
  for (int i = 0; i < lines; ++i) {
    const float width = sheet.painter().width_of(type::kSmallStrong, label.lines[i]);
    const float line_top = top + (height - kLineHeight * static_cast<float>(lines)) / 2 + kLineHeight * static_cast<float>(i);
    sheet.painter().text(type::kSmallStrong, pill.left + (pill.width() - width) / 2, baseline_in(sheet, type::kSmallStrong, line_top, kLineHeight), label.lines[i],
                         is_on ? view.theme.panel : view.theme.text);
  }
  sheet.add({"only:" + to_string(choice), ControlRole::Checkbox, name + ", " + view.words.count("map.signals", node.count), node.box, is_on, {}, 0});
}

void move(Rect& rect, float x, float y) { rect = {rect.left + x, rect.top + y, rect.right + x, rect.bottom + y}; }

PartyMap place_map(const Sheet& sheet, const PanelView& view) {
  const float width = std::min(sheet.right() - sheet.left(), kWidestMap);
  std::vector<MapNode> nodes = choose_parties(view.analysis);
  for (MapNode& node : nodes) {
    const float room = std::max(20.0f, width * most_label_share(nodes.size()) - 2 * kLabelPadding);
    const Label label = make_label(sheet, name_of_party(view.words, view.analysis, node.party), room);
    node.box = {0, 0, std::ceil(std::max(label.width + 2 * kLabelPadding, 44.0f)), label.lines[1].empty() ? sheet.row_height() : 44.0f};
  }
  PartyMap map = make_party_map(view.analysis, std::move(nodes), {width, sheet.row_height()});
  const float x = std::round(sheet.left() + (sheet.right() - sheet.left() - width) / 2);
  for (MapNode& node : map.nodes) move(node.box, x, sheet.y);
  for (MapEdge& edge : map.edges) {
    for (Point& point : edge.path) point = {point.x + x, point.y + sheet.y};
    if (edge.badge) move(*edge.badge, x, sheet.y);
  }
  return map;
}

void draw_map(Sheet& sheet, const PanelView& view, const PartyMap& map) {
  const Filter& filter = view.state.filter;
  const bool has_any = filter.direction || !filter.parties.empty();
  auto is_chosen = [&](PartyRef party) { return has_choice(filter, {Facet::Party, party}); };
  for (const MapEdge& edge : map.edges) {
    const bool is_on = has_choice(filter, {Facet::Pair, edge.who, edge.whom}) || is_chosen(edge.who) || is_chosen(edge.whom);
    draw_edge(sheet, view, edge, has_any && !is_on);
  }
  for (const MapNode& node : map.nodes) draw_node(sheet, view, node);
  for (const MapEdge& edge : map.edges) {
    if (edge.badge) draw_badge(sheet, view, edge);
  }
  sheet.y += map.height + 16;
}

// What the colours are, as the findings of a family are underlined.
void draw_families(Sheet& sheet, const PanelView& view) {
  const float height = 22, baseline = baseline_in(sheet, type::kSmall, sheet.y, height);
  float x = sheet.left();
  for (Family family : {Family::Eroding, Family::Building}) {
    const FamilyColors& colors = view.theme.family(family);
    draw_arrow(sheet.painter(), {{x, sheet.y + 11}, {x + 8, sheet.y + 11}, {x + 22, sheet.y + 11}}, 2.5f, colors.mark);
    x += 29 + sheet.line(type::kSmall, {x + 29, sheet.right()}, baseline, name_of(view.words, family), view.theme.text) + 18;
  }
  sheet.add({"families", ControlRole::Text, std::string(name_of(view.words, Family::Eroding)) + ", " + std::string(name_of(view.words, Family::Building)),
             {sheet.left(), sheet.y, sheet.right(), sheet.y + height}, {}, {}, 0});
  sheet.y += height + 8;
}

// Directions that have no number in the map: of parties that found no place, of nobody named, of both sides.
void draw_directions(Sheet& sheet, const PanelView& view, const PartyMap& map) {
  bool is_first = true;
  size_t rows = 0;
  for (const LedgerEntry& entry : view.analysis.ledger) {
    const bool is_drawn = std::any_of(map.edges.begin(), map.edges.end(), [&](const MapEdge& edge) { return edge.who == entry.who && edge.whom == entry.whom && edge.badge; });
    if (is_drawn || ++rows > kMostRows) continue;
    if (is_first) draw_section(sheet, "directions", view.words.text("map.directions"));
    is_first = false;
    int counts[2] = {0, 0};
    for (uint32_t index : entry.signals) counts[polarity_of(view.analysis.signals[index].category) == Polarity::Building] += 1;
    const FilterChoice choice{Facet::Pair, entry.who, entry.whom};
    const bool is_on = has_choice(view.state.filter, choice);
    const std::string pair = describe_choice(choice, view.analysis, view.words), numbers = describe_numbers(view.words, counts[0], counts[1]);
    Rect rect = draw_row(sheet, {is_on, false, view.theme.accent, 6}, [&](Sheet& row) {
      row.set(type::kStrong, {row.left() + 4, 0, 2, 1.35f}, pair, view.theme.text);
      row.set(type::kSmall, {row.left() + 4, 0, 2, 1.4f}, numbers, view.theme.muted);
    });
    sheet.add({"only:" + to_string(choice), ControlRole::Checkbox, pair + ": " + numbers, rect, is_on, {}, 0});
  }
}

}  // namespace

void draw_parties(Sheet& sheet, const PanelView& view) {
  sheet.text("map-lead", type::kSmall, {sheet.left(), 0, 6, 1.5f}, view.words.text("map.lead"), view.theme.muted);
  sheet.y += 16;
  const PartyMap map = place_map(sheet, view);
  if (map.nodes.empty()) {
    sheet.text("none", type::kPlain, {sheet.left(), 0, 4, 1.5f}, view.words.text("map.none"), view.theme.muted);
  } else {
    draw_map(sheet, view, map);
    draw_families(sheet, view);
  }
  draw_directions(sheet, view, map);
}

}  // namespace faultline
