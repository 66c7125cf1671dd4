#include "reader/reader_state.h"

#include <algorithm>
#include <charconv>

namespace faultline {
namespace {

constexpr const char* kDisclosureNames[kDisclosureCount] = {"filter", "weights", "rule"};
constexpr const char* kTabNames[kTabCount] = {"findings", "issues", "ledger", "parties", "sources", "compare", "skipped"};

const Finding* find_finding(std::span<const Finding> findings, std::optional<FindingId> id) {
  if (!id) return nullptr;
  auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.id == *id; });
  return found == findings.end() ? nullptr : &*found;
}

// Of a family whose switch is pressed: everything on if all was off, else everything off.
Kinds switch_kinds(Kinds off, Kinds kinds) { return (off & kinds) == kinds ? off & ~kinds : off | kinds; }

std::optional<FindingId> find_neighbour(const ReaderState& state, const Action& action, const Found& found) {
  Kinds kinds = action.kinds ? action.kinds : ~Kinds{0};
  auto count = static_cast<ptrdiff_t>(found.findings.size());
  const Finding* selected = find_finding(found.findings, state.selected);
  ptrdiff_t step = action.kind == ActionKind::Next ? 1 : -1;
  ptrdiff_t start = selected ? selected - found.findings.data() : (step > 0 ? -1 : count);
  for (ptrdiff_t i = 1; i <= count; ++i) {
    const Finding& candidate = found.findings[static_cast<size_t>(((start + step * i) % count + count) % count)];
    if (is_shown(candidate, state.filter, found.analysis) && (kinds & bit_of(candidate.kind))) return candidate.id;
  }
  return state.selected;
}

// What a control's id says after its first part: "only:party:p1" with "only:" gives "party:p1".
std::optional<std::string_view> find_rest(std::string_view control, std::string_view start) {
  if (!control.starts_with(start)) return {};
  return control.substr(start.size());
}

Filter choose(const Filter& filter, std::string_view name, const Analysis& analysis, bool can_add) {
  if (auto off = find_rest(name, "off:")) {
    Filter next = filter;
    if (auto kinds = find_kinds(*off)) next.off &= ~*kinds;
    return next;
  }
  auto choice = find_choice(name);
  if (!choice || !is_in(analysis, *choice) || !(can_add || has_choice(filter, *choice))) return filter;
  return switch_choice(filter, *choice);
}

// "ID:REST" with a finding that there is.
struct Target {
  const Finding* finding;
  std::string_view rest;
};
std::optional<Target> find_target(std::string_view text, const Found& found) {
  const size_t colon = std::min(text.find(':'), text.size());
  const Finding* finding = find_finding(found.findings, find_id(text.substr(0, colon)));
  if (!finding) return {};
  return Target{finding, text.substr(std::min(colon + 1, text.size()))};
}

// Which passage "next", "previous" or a number counted from 1 means, counted from 0.
std::optional<uint32_t> find_mention(const ReaderState& state, const Target& target) {
  const auto count = static_cast<uint32_t>(target.finding->spans.size());
  const uint32_t present = state.selected == target.finding->id ? state.mention : count - 1;
  if (target.rest == "next") return (present + 1) % count;
  if (target.rest == "previous") return (present + count - 1) % count;
  const auto number = find_number(target.rest);
  return number && *number <= count ? std::optional(*number - 1) : std::nullopt;
}

std::optional<ReaderState> correct(ReaderState state, std::string_view control, const Found& found) {
  if (control == "undo") state.corrections = undo(std::move(state.corrections));
  else if (control == "redo") state.corrections = redo(std::move(state.corrections));
  else {
    const size_t colon = std::min(control.find(':'), control.size());
    const std::string_view verb = control.substr(0, colon);
    if (verb != "accept" && verb != "reject" && verb != "relabel") return {};
    const auto target = find_target(control.substr(std::min(colon + 1, control.size())), found);
    if (!target) return state;
    const FindingId id = target->finding->id;
    Correction correction = current_of(state.corrections, id);
    if (verb == "relabel") {
      if (target->rest.empty()) {
        state.relabelling = state.relabelling == id ? std::nullopt : std::optional(id);
        return state;
      }
      const auto label = find_label(target->rest, id.is_issue);
      if (!label) return state;
      correction.label = *label == found_label(found.analysis, id) ? std::nullopt : label;
    } else {
      const Verdict verdict = verb == "accept" ? Verdict::Accepted : Verdict::Rejected;
      correction.verdict = correction.verdict == verdict ? Verdict::None : verdict;
    }
    state.corrections = correct(std::move(state.corrections), {correction});
  }
  state.relabelling.reset();
  return state;
}

ReaderState activate(ReaderState state, std::string_view control, const Found& found) {
  if (auto name = find_rest(control, "show:")) {
    if (auto kinds = find_kinds(*name)) state.filter.off = switch_kinds(state.filter.off, *kinds);
  } else if (auto choice = find_rest(control, "only:")) {
    state.filter = choose(state.filter, *choice, found.analysis, true);
  } else if (auto chip = find_rest(control, "chip:")) {
    state.filter = choose(state.filter, *chip, found.analysis, false);
  } else if (control == "clear") {
    state.filter = {};
  } else if (auto id = find_rest(control, "go:")) {
    if (const Finding* finding = find_finding(found.findings, find_id(*id))) state.selected = finding->id, state.hovered.reset();
  } else if (auto mention = find_rest(control, "mention:")) {
    const auto target = find_target(*mention, found);
    const auto place = target ? find_mention(state, *target) : std::nullopt;
    if (place) state.selected = target->finding->id, state.mention = *place, state.hovered.reset();
  } else if (auto candidate = find_rest(control, "skipped:")) {
    const auto number = find_number(*candidate);
    if (number && *number <= found.analysis.suppressed.size()) state.skipped = *number - 1;
  } else if (auto disclosure = find_rest(control, "more:")) {
    for (int i = 0; i < kDisclosureCount; ++i) {
      if (*disclosure == kDisclosureNames[i]) state.unfolded = static_cast<uint8_t>(state.unfolded ^ 1 << i);
    }
  } else if (auto tab = find_rest(control, "tab:")) {
    const auto wished = find_tab(*tab);
    if (wished && (wished != PanelTab::Compare || found.has_comparison)) state.tab = *wished;
  } else if (auto issue = find_rest(control, "open:")) {
    auto id = find_id(*issue);
    if (!id || !id->is_issue || !find_finding(found.findings, id)) return state;
    state.open_issue = state.open_issue == id->index ? std::nullopt : std::optional(id->index);
  } else if (auto corrected = correct(state, control, found)) {
    return *corrected;
  }
  return state;
}

}  // namespace

std::optional<uint32_t> find_number(std::string_view text) {
  uint32_t number = 0;
  auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && stop == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
}

const char* to_name(Disclosure disclosure) { return kDisclosureNames[static_cast<int>(disclosure)]; }
const char* to_name(PanelTab tab) { return kTabNames[static_cast<int>(tab)]; }

std::optional<PanelTab> find_tab(std::string_view name) {
  for (int i = 0; i < kTabCount; ++i) {
    if (name == kTabNames[i]) return static_cast<PanelTab>(i);
  }
  return {};
}

ReaderState update(const ReaderState& state, const Action& action, const Found& found) {
  ReaderState next = state;
  switch (action.kind) {
    case ActionKind::Activate: next = activate(next, action.control, found); break;
    case ActionKind::Hover: next.hovered = action.finding; break;
    case ActionKind::Select: next.selected = action.finding; break;
    case ActionKind::Next:
    case ActionKind::Previous:
      if (!found.findings.empty()) next.selected = find_neighbour(state, action, found);
      break;
    case ActionKind::Filter: next.filter = action.filter; break;
    case ActionKind::Correct: next.corrections = correct(std::move(next.corrections), action.corrections); break;
  }
  for (std::optional<FindingId>* id : {&next.hovered, &next.selected}) {
    const Finding* finding = find_finding(found.findings, *id);
    if (!finding || !is_listed(*finding, next.filter, found.analysis)) *id = std::nullopt;
  }
  if (next.selected != state.selected && !action.control.starts_with("mention:")) next.mention = 0;
  return next;
}

}  // namespace faultline
