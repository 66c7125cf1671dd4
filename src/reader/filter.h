// Which findings a person wants to see: kinds, parties, speakers, certainty, time and issue, all of them at once.
//
//   Filter filter;
//   filter = switch_choice(filter, *find_choice("party:p1"));    // and again: off
//   for (const Finding& finding : findings) if (is_listed(finding, filter, analysis)) draw(finding);
//
// What is not listed has no highlight either. A choice has a name, which is also what controls are called by: "only:NAME".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reader/catalogue.h"
#include "reader/finding.h"

namespace faultline {

// Empty: everything. The facets are combined by AND, the values of one facet by OR.
struct Filter {
  Kinds off = 0;                  // kinds that are not shown
  std::vector<PartyRef> parties;  // as who or as whom
  std::optional<std::pair<PartyRef, PartyRef>> direction;  // who and whom
  std::vector<uint32_t> speakers;
  uint8_t certainties = 0;  // a bit each: 1 << Factuality
  uint8_t times = 0;        // a bit each: 1 << Time
  std::optional<uint32_t> issue;  // itself and its signals
  bool operator==(const Filter&) const = default;
};

enum class Facet : uint8_t { Party, Pair, Speaker, Certainty, Time, Issue };

inline constexpr int kCertaintyCount = 4, kTimeCount = 3;  // values of Factuality and Time

// One value of a facet; `second` is the whom of a pair.
struct FilterChoice {
  Facet facet;
  int32_t value = 0, second = 0;
  bool operator==(const FilterChoice&) const = default;
};

// "party:p1", "pair:p1:p2", "speaker:writer", "speaker:v2", "certainty:reported", "time:current", "issue:i2".
std::string to_string(FilterChoice choice);
std::optional<FilterChoice> find_choice(std::string_view name);  // its inverse; nothing for another text
// Whether the article has such a party, speaker or issue.
bool is_in(const Analysis& analysis, FilterChoice choice);

std::vector<FilterChoice> choices_of(const Filter& filter);  // all that are made, in order of facet
bool has_choice(const Filter& filter, FilterChoice choice);
Filter switch_choice(Filter filter, FilterChoice choice);  // makes it, or takes it back
// Without what is bound to one article: its parties, speakers and issues.
Filter for_any_article(const Filter& filter);

// An issue has no speaker, certainty or time of its own: it is listed when one of its signals passes. Of a pair it must have both.
bool is_listed(const Finding& finding, const Filter& filter, const Analysis& analysis);
// As listed, but what a person has rejected is not marked in the text.
inline bool is_shown(const Finding& finding, const Filter& filter, const Analysis& analysis) {
  return !finding.is_rejected && is_listed(finding, filter, analysis);
}
bool is_listed(FindingId id, const Filter& filter, const Analysis& analysis);
int count_listed(std::span<const Finding> findings, const Filter& filter, const Analysis& analysis);
// How many would be listed with this choice instead of the others of its facet; linear in the findings.
int count_if_added(FilterChoice choice, std::span<const Finding> findings, const Filter& filter, const Analysis& analysis);

std::string describe_choice(FilterChoice choice, const Analysis& analysis, const Catalogue& words);  // "Pakistan → Afghanistan"

// What is drawn for one part of the filter that can be taken back: the control "chip:NAME" and its words.
struct Chip {
  std::string name;   // of the choice, or "off:NAME" of a kind or family that is switched off
  std::string label;  // "Pakistan → Afghanistan", "without Rejection"
};
std::vector<Chip> find_chips(const Filter& filter, const Analysis& analysis, const Catalogue& words);

}  // namespace faultline
