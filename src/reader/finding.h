// What the reader marks: issues and signals as one kind of thing, with ids, families and filters.
//
//   for (const Finding& finding : find_findings(analysis)) if (is_shown(finding, state.filter, analysis)) mark(finding.spans);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"

namespace faultline {

enum class Family : uint8_t { Issue, Eroding, Building };
inline constexpr int kFamilyCount = 3;

// A kind is what the legend switches: disputed issues as a whole, or one category of signals.
using Kind = uint8_t;
inline constexpr Kind kIssueKind = 0;
inline constexpr int kKindCount = 1 + kCategoryCount;
constexpr Kind kind_of(Category category) { return static_cast<Kind>(1 + static_cast<int>(category)); }
Family family_of(Kind kind);

// A set of kinds, a bit each.
using Kinds = uint32_t;
constexpr Kinds bit_of(Kind kind) { return Kinds{1} << kind; }
Kinds kinds_of(Family family);

std::string to_string(FindingId id);  // as in the report: "i1", "s12"
std::optional<FindingId> find_id(std::string_view text);  // its inverse; nothing for another text

struct Finding {
  FindingId id;
  Kind kind = kIssueKind;
  std::vector<Span> spans;  // in reading order; an issue may have several, a finding at least one
  bool is_rejected = false;  // by a person
};

// Every finding, by the place of its first span; of two at one place the longer, then the issue, comes first.
std::vector<Finding> find_findings(const Analysis& analysis);

// The wire name of a kind: "issues", "REJECTION", …; and of a family: "issues", "eroding", "building".
const char* to_name(Kind kind);
const char* to_name(Family family);
std::optional<Kind> find_kind(std::string_view name);  // of a wire name of a kind; nothing for another text
// The kinds that a wire name of a kind or a family stands for; nothing for another text.
std::optional<Kinds> find_kinds(std::string_view name);

}  // namespace faultline
