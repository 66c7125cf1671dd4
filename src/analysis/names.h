// The words by which reports and rule packs call the enumerators of an analysis (annotation guide, sections 2 and 5).
//
//   to_string(IssueType::BorderAccess);               // "BORDER_ACCESS"
//   find_issue_type("WORK_PAY") == IssueType::WorkPay;
//
// The names of categories are in analysis/categories.h.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/analysis.h"

namespace faultline {

const char* to_string(Polarity polarity);      // "eroding"
const char* to_string(Track track);            // "words"
const char* to_string(Factuality factuality);  // "reported"
const char* to_string(Time time);              // "background"
const char* to_string(Quote quote);            // "partial"
const char* to_string(IssueType type);         // "SANCTUARY_PROXY"
const char* to_string(IssueStatus status);     // "hardened"
const char* to_string(IssueBasis basis);       // "enacted"
const char* to_string(PartyKind kind);         // "armed-group"
const char* to_string(SpeakerKind kind);       // "unnamed"
const char* to_string(AttributionKind kind);   // "mixed"
const char* to_string(Commitment commitment);  // "distance"
const char* to_string(LinkKind kind);          // "request-rejection"

std::optional<IssueType> find_issue_type(std::string_view name);
std::optional<PartyKind> find_party_kind(std::string_view name);

}  // namespace faultline
