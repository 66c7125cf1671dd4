#include "reader/filter_view.h"

#include "reader/order.h"
#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

// Of a facet with many values those with the most signals are offered; each costs a pass over the findings.
constexpr size_t kMostValues = 8;

// Parties and speakers by size; certainties and times, of which there are few, in their own order.
std::vector<FilterChoice> find_largest(Facet facet, const std::vector<int>& counts) {
  const bool is_by_size = facet == Facet::Party || facet == Facet::Speaker;
  std::vector<FilterChoice> choices;
  for (uint32_t i : find_order(counts.size(), [&](uint32_t a, uint32_t b) { return is_by_size && counts[a] > counts[b]; })) {
    if (counts[i] > 0 && choices.size() < kMostValues) choices.push_back({facet, static_cast<int32_t>(i)});
  }
  return choices;
}

std::vector<FilterChoice> find_choices(const Analysis& analysis, Facet facet) {
  std::vector<int> counts(facet == Facet::Party ? analysis.parties.size() : facet == Facet::Speaker ? analysis.speakers.size() : facet == Facet::Certainty ? kCertaintyCount : kTimeCount);
  auto add = [&](int value) {
    if (value >= 0 && static_cast<size_t>(value) < counts.size()) counts[static_cast<size_t>(value)] += 1;
  };
  for (const Signal& signal : analysis.signals) {
    if (facet == Facet::Party) {
      add(signal.who);
      if (signal.whom != signal.who) add(signal.whom);
    } else {
      add(facet == Facet::Speaker ? static_cast<int>(signal.speaker) : facet == Facet::Certainty ? static_cast<int>(signal.factuality) : static_cast<int>(signal.time));
    }
  }
  return find_largest(facet, counts);
}

void draw_facet(Sheet& sheet, const PanelView& view, Facet facet, const char* key) {
  const std::vector<FilterChoice> choices = find_choices(view.analysis, facet);
  if (choices.size() < 2) return;
  sheet.y += 10;
  sheet.text(key, type::kSmall, {sheet.left(), 0, 2, 1.4f}, view.words.text(key), view.theme.muted);
  sheet.y += 4;
  PillLine pills(sheet, sheet.left());
  for (FilterChoice choice : choices) {
    const bool is_on = has_choice(view.state.filter, choice);
    const std::string label = describe_choice(choice, view.analysis, view.words);
    const std::string count = view.words.number(count_if_added(choice, view.findings, view.state.filter, view.analysis));
    pills.add({"only:" + to_string(choice), ControlRole::Checkbox, label + ", " + count, {}, is_on, {}, 0},
              {.text = label, .count = count, .state = is_on ? PillLine::Look::State::On : PillLine::Look::State::Off});
  }
  pills.end();
}

}  // namespace

void draw_filter_chips(Sheet& sheet, const PanelView& view) {
  const std::vector<Chip> chips = find_chips(view.state.filter, view.analysis, view.words);
  if (chips.empty()) return;
  const int listed = count_listed(view.findings, view.state.filter, view.analysis);
  sheet.y += 12;
  sheet.text("listed", type::kSmall, {sheet.left(), 0, 2, 1.4f},
             view.words.fill("filter.listed", {{"n", view.words.number(listed)}, {"all", view.words.number(static_cast<int>(view.findings.size()))}}), view.theme.muted);
  sheet.y += 6;
  PillLine pills(sheet, sheet.left());
  for (const Chip& chip : chips) {
    pills.add({"chip:" + chip.name, ControlRole::Button, view.words.fill("filter.remove", {{"what", chip.label}}), {}, {}, {}, 0},
              {.text = chip.label, .has_cross = true});
  }
  const std::string_view clear = view.words.text("filter.clear");
  if (chips.size() > 1) pills.add({"clear", ControlRole::Button, std::string(clear), {}, {}, {}, 0}, {.text = clear});
  pills.end();
}

void draw_choices(Sheet& sheet, const PanelView& view) {
  const bool is_open = is_unfolded(view.state, Disclosure::Filter);
  draw_line_button(sheet, "more:filter", is_open ? LineLook::Unfolded : LineLook::Folded, view.words.text("filter.title"));
  if (!is_open) return;
  draw_facet(sheet, view, Facet::Party, "filter.party");
  draw_facet(sheet, view, Facet::Speaker, "filter.speaker");
  draw_facet(sheet, view, Facet::Time, "filter.time");
  draw_facet(sheet, view, Facet::Certainty, "filter.certainty");
}

}  // namespace faultline
