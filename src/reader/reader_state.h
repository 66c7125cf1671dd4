// What a person has chosen in the reader, what they can do, and the one function that turns the second into the first.
//
//   ReaderState next = update(state, Action{ActionKind::Select, "s3"}, {analysis, findings});
//
// A value in, a value out: no drawing, no clock, no page. Everything visible follows from (article, analysis, state).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "reader/corrections.h"
#include "reader/filter.h"
#include "reader/finding.h"
#include "reader/theme.h"

namespace faultline {

// Of the panel, in the order of their tabs.
enum class PanelTab : uint8_t { Findings, Issues, Ledger, Parties, Sources, Compare, Skipped };
inline constexpr int kTabCount = 7;
const char* to_name(PanelTab tab);  // "findings", "issues", "ledger", "parties", "sources", "compare", "skipped"
std::optional<PanelTab> find_tab(std::string_view name);

// What a press unfolds in a view: its control is "more:NAME".
enum class Disclosure : uint8_t { Filter, Weights, Rule };
inline constexpr int kDisclosureCount = 3;
const char* to_name(Disclosure disclosure);  // "filter", "weights", "rule"

struct ReaderState {
  Filter filter;
  PanelTab tab = PanelTab::Findings;
  std::optional<FindingId> hovered, selected;
  uint32_t mention = 0;                // of the selected issue, the passage gone to last, counted from 0
  std::optional<uint32_t> open_issue;  // the card of the issues tab that is unfolded
  Corrections corrections;
  std::optional<FindingId> relabelling;  // the finding that another kind is being chosen for
  std::optional<uint32_t> skipped;       // the candidate that was gone to: an index into Analysis::suppressed
  uint8_t unfolded = 0;                  // a bit for each Disclosure
  bool operator==(const ReaderState&) const = default;
};

inline bool is_unfolded(const ReaderState& state, Disclosure disclosure) { return (state.unfolded & 1 << static_cast<int>(disclosure)) != 0; }

enum class ActionKind : uint8_t {
  Activate,  // a control, by its id
  Hover,     // a finding, or none
  Select,    // a finding, or none
  Next,      // the next shown finding of the families in `kinds`, in reading order, round the end
  Previous,
  Filter,    // `filter` instead of the present one
  Correct,   // `corrections` as one step, each of them all that is said about its finding
};

struct Action {
  ActionKind kind;
  std::string control = {};                // Activate
  std::optional<FindingId> finding = {};   // Hover, Select
  Kinds kinds = 0;                         // Next, Previous: where to look, 0 means everywhere
  Filter filter = {};                      // Filter
  std::vector<Correction> corrections = {};  // Correct
};

std::optional<uint32_t> find_number(std::string_view text);  // from 1 up

// What actions are about.
struct Found {
  const Analysis& analysis;
  std::span<const Finding> findings;
  bool has_comparison = false;
};

// Controls:
//   show:NAME    switches a kind or a family, with a wire name of finding.h
//   only:CHOICE  makes or takes back a choice of filter.h; chip:CHOICE and chip:off:NAME take it back; clear takes all back
//   go:ID        selects a finding; mention:ID:N selects an issue for its passage N, counted from 1; for N also "next"
//                and "previous", round the end; skipped:N goes to a candidate that was not marked, counted from 1
//   tab:NAME     turns to a tab, if it is there (compare is with a comparison); open:ID unfolds an issue, or folds it again; more:NAME does so with a disclosure
//   accept:ID    says that a finding is right, reject:ID that it is wrong, or takes that back
//   relabel:ID   offers other kinds or takes the offer back; relabel:ID:NAME gives it the category or the issue type NAME
//   undo, redo   of corrections
// An unknown control or finding changes nothing. What is filtered out is neither selected nor hovered any longer.
ReaderState update(const ReaderState& state, const Action& action, const Found& found);

}  // namespace faultline
