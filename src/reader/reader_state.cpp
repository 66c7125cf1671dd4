#include "reader/reader_state.h"

#include <algorithm>

namespace faultline {
namespace {

const Finding* find_finding(std::span<const Finding> findings, std::optional<FindingId> id) {
  if (!id) return nullptr;
  auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.id == *id; });
  return found == findings.end() ? nullptr : &*found;
}

// Of a family whose switch is pressed: everything on if all was off, else everything off.
Kinds switch_kinds(Kinds off, Kinds kinds) { return (off & kinds) == kinds ? off & ~kinds : off | kinds; }

std::optional<FindingId> find_neighbour(const ReaderState& state, const Action& action, std::span<const Finding> findings) {
  Kinds kinds = action.kinds ? action.kinds : ~Kinds{0};
  auto count = static_cast<ptrdiff_t>(findings.size());
  const Finding* selected = find_finding(findings, state.selected);
  ptrdiff_t step = action.kind == ActionKind::Next ? 1 : -1;
  ptrdiff_t start = selected ? selected - findings.data() : (step > 0 ? -1 : count);
  for (ptrdiff_t i = 1; i <= count; ++i) {
    const Finding& candidate = findings[static_cast<size_t>(((start + step * i) % count + count) % count)];
    if (is_shown(candidate, state.off) && (kinds & bit_of(candidate.kind))) return candidate.id;
  }
  return state.selected;
}

ReaderState activate(ReaderState state, std::string_view control, std::span<const Finding> findings) {
  if (control.starts_with("show:")) {
    if (auto kinds = find_kinds(control.substr(5))) state.off = switch_kinds(state.off, *kinds);
  } else if (control.starts_with("go:")) {
    if (const Finding* finding = find_finding(findings, find_id(control.substr(3)))) state.selected = finding->id;
  }
  return state;
}

}  // namespace

ReaderState update(const ReaderState& state, const Action& action, std::span<const Finding> findings) {
  ReaderState next = state;
  switch (action.kind) {
    case ActionKind::Activate: next = activate(next, action.control, findings); break;
    case ActionKind::Hover: next.hovered = action.finding; break;
    case ActionKind::Select: next.selected = action.finding; break;
    case ActionKind::Next:
    case ActionKind::Previous:
      if (!findings.empty()) next.selected = find_neighbour(state, action, findings);
      break;
    case ActionKind::Filter: next.off = action.kinds; break;
  }
  for (std::optional<FindingId>* id : {&next.hovered, &next.selected}) {
    const Finding* finding = find_finding(findings, *id);
    if (!finding || !is_shown(*finding, next.off)) *id = std::nullopt;
  }
  return next;
}

}  // namespace faultline
