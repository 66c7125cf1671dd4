// What a person has chosen in the reader, what they can do, and the one function that turns the second into the first.
//
//   ReaderState next = update(state, Action{ActionKind::Select, "s3"}, findings);
//
// A value in, a value out: no drawing, no clock, no page. Everything visible follows from (article, analysis, state).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "reader/finding.h"
#include "reader/theme.h"

namespace faultline {

struct ReaderState {
  Kinds off = 0;  // kinds that are not shown
  std::optional<FindingId> hovered, selected;
  bool operator==(const ReaderState&) const = default;
};

enum class ActionKind : uint8_t {
  Activate,  // a control, by its id
  Hover,     // a finding, or none
  Select,    // a finding, or none
  Next,      // the next shown finding of the families in `kinds`, in reading order, round the end
  Previous,
  Filter,    // `kinds` are off, all others on
};

struct Action {
  ActionKind kind;
  std::string control;                // Activate
  std::optional<FindingId> finding;   // Hover, Select
  Kinds kinds = 0;                    // Filter: what is off; Next, Previous: where to look, 0 means everywhere
};

// Controls are "show:NAME" with a wire name of finding.h, "go:ID" with a finding's id. An unknown control or
// finding changes nothing. What is filtered out is neither selected nor hovered any longer.
ReaderState update(const ReaderState& state, const Action& action, std::span<const Finding> findings);

inline bool is_shown(const Finding& finding, Kinds off) { return !(off & bit_of(finding.kind)); }

}  // namespace faultline
