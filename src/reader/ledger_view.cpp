#include "reader/ledger_view.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "reader/order.h"
#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr float kAxisGap = 5;  // between the axis and the first square

enum class LedgerRow : uint8_t { Words, Deeds, Background };
constexpr const char* kRowKeys[] = {"ledger.words", "ledger.deeds", "ledger.background"};

// Rows of the table "ledger-weights", and what they are called.
constexpr std::pair<const char*, const char*> kFactors[] = {
    {"fact", "ledger.fact"}, {"reported", "ledger.reported"}, {"possible", "ledger.possible"}, {"conditional", "ledger.conditional"},
    {"booster", "ledger.booster"}, {"downtoner", "ledger.downtoner"}, {"least", "ledger.least"}, {"inherited", "ledger.inherited"}};

LedgerRow row_of(const Signal& signal) {
  if (signal.time == Time::Background) return LedgerRow::Background;
  return signal.track == Track::Words ? LedgerRow::Words : LedgerRow::Deeds;
}

const Tally& tally_of(const LedgerEntry& entry, LedgerRow row) {
  return row == LedgerRow::Words ? entry.words : row == LedgerRow::Deeds ? entry.deeds : entry.background;
}

// Pairs that have to do with each other stand together, those with the most signals first; where somebody is not named comes last.
std::vector<const LedgerEntry*> sort_entries(const Analysis& analysis) {
  struct Place {
    const LedgerEntry* entry;
    bool is_vague;
    PartyRef first, second;
    size_t size;  // of both directions
  };
  std::vector<Place> places;
  for (const LedgerEntry& entry : analysis.ledger) {
    places.push_back({&entry, entry.who == kUnspecified || entry.whom == kUnspecified, std::min(entry.who, entry.whom), std::max(entry.who, entry.whom), entry.signals.size()});
  }
  auto is_same = [](const Place& a, const Place& b) { return a.first == b.first && a.second == b.second; };
  auto is_lower = [](const Place& a, const Place& b) { return a.first != b.first ? a.first < b.first : a.second < b.second; };
  const std::vector<uint32_t> pairs = find_order(places.size(), [&](uint32_t a, uint32_t b) { return is_lower(places[a], places[b]); });
  for (size_t i = 1; i < pairs.size(); ++i) {
    Place &before = places[pairs[i - 1]], &place = places[pairs[i]];
    if (is_same(before, place)) before.size = place.size = before.size + place.size;
  }
  std::vector<const LedgerEntry*> sorted;
  for (uint32_t i : find_order(places.size(), [&](uint32_t x, uint32_t y) {
         const Place &a = places[x], &b = places[y];
         if (a.is_vague != b.is_vague) return b.is_vague;
         if (a.size != b.size) return a.size > b.size;
         return is_same(a, b) ? a.entry->signals.size() > b.entry->signals.size() : is_lower(a, b);
       })) {
    sorted.push_back(places[i].entry);
  }
  return sorted;
}

std::string describe_signal(const PanelView& view, uint32_t index) {
  const Signal& signal = view.analysis.signals[index];
  return std::string(name_of(view.words, kind_of(signal.category))) + ": “" + std::string(view.article.text_of(signal.span)) + "”, " +
         describe_sum(view.words, signal.weight) + (signal.time == Time::Background ? ", " + std::string(name_of(view.words, signal.time)) : "");
}

// The squares of one side, from the axis outwards, in as many rows as they need; returns how many rows.
int draw_squares(Sheet& sheet, const PanelView& view, const std::vector<uint32_t>& signals, bool is_eroding, float axis) {
  const float step = sheet.row_height(), size = 24, room = (is_eroding ? axis - sheet.left() : sheet.right() - axis) - kAxisGap;
  const auto per_row = std::max(1, static_cast<int>((room + step - size) / step));
  for (size_t i = 0; i < signals.size(); ++i) {
    const Signal& signal = view.analysis.signals[signals[i]];
    const auto column = static_cast<float>(static_cast<int>(i) % per_row), row = static_cast<float>(static_cast<int>(i) / per_row);
    const float left = is_eroding ? axis - kAxisGap - column * step - size : axis + kAxisGap + column * step;
    const float top = sheet.y + row * step + (step - size) / 2;
    const FindingId id{false, signals[i]};
    const bool is_selected = view.state.selected == id;
    const FamilyColors& colors = view.theme.family(family_of(kind_of(signal.category)));
    if (!is_listed(id, view.state.filter, view.analysis)) {
      // Filtered out, it keeps its place: the sums hold it as well.
      sheet.painter().outline({left, top, left + size, top + size}, view.theme.rule, 1, 4);
      continue;
    }
    draw_tag(sheet, view.words, kind_of(signal.category), {left, top, left + size, top + size}, signal.time == Time::Background ? TagLook::Hollow : TagLook::Solid);
    if (is_selected || view.state.hovered == id) sheet.painter().outline({left - 2, top - 2, left + size + 2, top + size + 2}, colors.mark, 2, 6);
    const float spare = (step - size) / 2;
    sheet.add({"go:" + to_string(id), ControlRole::Button, describe_signal(view, signals[i]), {left - spare, top - spare, left + size + spare, top + size + spare}, is_selected, id, 0});
  }
  return (static_cast<int>(signals.size()) + per_row - 1) / per_row;
}

void draw_tally(Sheet& sheet, const PanelView& view, const LedgerEntry& entry, LedgerRow row, const std::string& id) {
  std::vector<uint32_t> sides[2];
  for (uint32_t index : entry.signals) {
    const Signal& signal = view.analysis.signals[index];
    if (row_of(signal) == row) sides[family_of(kind_of(signal.category)) == Family::Building].push_back(index);
  }
  if (sides[0].empty() && sides[1].empty()) return;
  const Tally& tally = tally_of(entry, row);
  const float axis = std::round((sheet.left() + sheet.right()) / 2), top = sheet.y;
  const std::string eroding = describe_sum(view.words, tally.eroding), building = describe_sum(view.words, tally.building);
  const std::string_view name = view.words.text(kRowKeys[static_cast<int>(row)]);
  const float height = 20, baseline = baseline_in(sheet, type::kSmall, top, height);
  const float figure = sheet.painter().width_of(type::kSmallStrong, eroding);
  auto ink = [&](Family family, int sum) { return sum == 0 ? view.theme.muted : view.theme.family(family).ink; };
  sheet.line(type::kSmall, {sheet.left(), axis - figure - 14}, baseline, name, view.theme.muted);
  sheet.painter().text(type::kSmallStrong, axis - kAxisGap - 1 - figure, baseline, eroding, ink(Family::Eroding, tally.eroding));
  sheet.painter().text(type::kSmallStrong, axis + kAxisGap + 1, baseline, building, ink(Family::Building, tally.building));
  sheet.add({id, ControlRole::Text, view.words.fill("ledger.sums", {{"track", name}, {"eroding", eroding}, {"building", building}}), {sheet.left(), top, sheet.right(), top + height}, {}, {}, 0});
  sheet.y += height + 2;
  const int rows = std::max(draw_squares(sheet, view, sides[0], true, axis), draw_squares(sheet, view, sides[1], false, axis));
  sheet.y += static_cast<float>(rows) * sheet.row_height() + 6;
  sheet.painter().fill({axis, top, axis + 1, sheet.y - 4}, view.theme.border);
}

void draw_entry(Sheet& sheet, const PanelView& view, const LedgerEntry& entry, size_t index) {
  const std::string id = "ledger-" + std::to_string(index + 1);
  sheet.heading(id, 3, type::kFamily, {sheet.left(), 0, 3, 1.35f}, describe_pair(view.words, view.analysis, entry.who, entry.whom), view.theme.text);
  sheet.y += 4;
  draw_tally(sheet, view, entry, LedgerRow::Words, id + "-words");
  draw_tally(sheet, view, entry, LedgerRow::Deeds, id + "-deeds");
  draw_tally(sheet, view, entry, LedgerRow::Background, id + "-background");
  sheet.y += 16;
}

// Which side is which, once above all: the words underlined as the findings of the family are.
void draw_sides(Sheet& sheet, const PanelView& view) {
  const float axis = std::round((sheet.left() + sheet.right()) / 2), height = 24, baseline = baseline_in(sheet, type::kSmall, sheet.y, height);
  for (Family family : {Family::Eroding, Family::Building}) {
    const bool is_left = family == Family::Eroding;
    const std::string name = sheet.shorten(type::kSmallStrong, name_of(view.words, family), axis - sheet.left() - kAxisGap - 1);
    const float width = sheet.painter().width_of(type::kSmallStrong, name), x = is_left ? axis - kAxisGap - 1 - width : axis + kAxisGap + 1;
    sheet.painter().text(type::kSmallStrong, x, baseline, name, view.theme.text);
    sheet.painter().underline(family, x, x + width, baseline + 5, view.theme.family(family).mark, 1.6f);
  }
  sheet.add({"sides", ControlRole::Text, std::string(name_of(view.words, Family::Eroding)) + " | " + std::string(name_of(view.words, Family::Building)),
             {sheet.left(), sheet.y, sheet.right(), sheet.y + height}, {}, {}, 0});
  sheet.y += height + 14;
}

void draw_weights(Sheet& sheet, const PanelView& view) {
  const bool is_open = is_unfolded(view.state, Disclosure::Weights);
  draw_line_button(sheet, "more:weights", is_open ? LineLook::Unfolded : LineLook::Folded, view.words.text("ledger.formula_title"));
  if (!is_open) return;
  sheet.text("formula", type::kPlain, {sheet.left(), 0, 8, 1.5f}, view.words.text("ledger.formula"), view.theme.text);
  int number = 0;
  auto draw = [&](std::string_view what, std::string_view value) { draw_figure(sheet, "weight-" + std::to_string(++number), what, value); };
  sheet.y += 12;
  sheet.text("bases", type::kSmall, {sheet.left(), 0, 2, 1.4f}, view.words.text("ledger.bases"), view.theme.muted);
  for (const auto& row : view.rules.rows("signal-categories")) {
    const auto kind = row.size() > 2 ? find_kind(row[0]) : std::nullopt;
    if (kind) draw(name_of(view.words, *kind), describe_sum(view.words, std::atoi(row[2].c_str())));
  }
  sheet.y += 12;
  sheet.text("factors", type::kSmall, {sheet.left(), 0, 2, 1.4f}, view.words.text("ledger.factors"), view.theme.muted);
  for (auto [factor, key] : kFactors) {
    for (const auto& row : view.rules.rows("ledger-weights")) {
      if (row.size() > 1 && row[0] == factor) draw(view.words.text(key), view.words.number(std::atoi(row[1].c_str())) + " %");
    }
  }
}

}  // namespace

std::string describe_sum(const Catalogue& words, int hundredths) {
  if (hundredths == 0) return words.number(0);
  const int size = std::abs(hundredths), rest = size % 100;
  std::string text = std::string(hundredths < 0 ? "−" : "+") + words.number(size / 100);
  if (rest == 0) return text;
  text += ".";
  text += words.number(rest / 10);
  if (rest % 10 != 0) text += words.number(rest % 10);
  return text;
}

void draw_ledger(Sheet& sheet, const PanelView& view) {
  sheet.text("ledger-lead", type::kSmall, {sheet.left(), 0, 6, 1.5f}, view.words.text("ledger.lead"), view.theme.muted);
  sheet.y += 12;
  if (!view.analysis.ledger.empty()) draw_sides(sheet, view);
  size_t index = 0;
  for (const LedgerEntry* entry : sort_entries(view.analysis)) draw_entry(sheet, view, *entry, index++);
  draw_weights(sheet, view);
}

}  // namespace faultline
