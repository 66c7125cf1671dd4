#include "analysis/names.h"

#include <array>

namespace faultline {
namespace {

// Each table stands in the order of its enumeration in analysis.h.
template <size_t N, class Enum>
const char* name_of(const std::array<const char*, N>& names, Enum value) {
  return names[static_cast<size_t>(value)];
}

constexpr std::array<const char*, 2> kPolarities{"eroding", "building"};
constexpr std::array<const char*, 2> kTracks{"words", "deeds"};
constexpr std::array<const char*, 4> kFactualities{"fact", "reported", "possible", "conditional"};
constexpr std::array<const char*, 3> kTimes{"current", "background", "future"};
constexpr std::array<const char*, 5> kQuotes{"none", "direct", "indirect", "partial", "scare"};
constexpr std::array<const char*, 11> kIssueTypes{"TERRITORY", "BORDER_ACCESS", "SANCTUARY_PROXY", "FORCE",
                                                  "POPULATION", "TRADE", "RESOURCES", "ARMS", "GOVERNANCE",
                                                  "WORK_PAY", "ACCORD"};
constexpr std::array<const char*, 4> kIssueStatuses{"open", "hardened", "eased", "settled"};
constexpr std::array<const char*, 3> kIssueBases{"labelled", "enacted", "grievance"};
constexpr std::array<const char*, 7> kPartyKinds{"state", "armed-group", "organisation", "company",
                                                 "union", "community", "person"};
constexpr std::array<const char*, 5> kSpeakerKinds{"writer", "party", "person", "outlet", "unnamed"};
constexpr std::array<const char*, 4> kAttributionKinds{"direct", "indirect", "mixed", "partial"};
constexpr std::array<const char*, 3> kCommitments{"endorse", "neutral", "distance"};
constexpr std::array<const char*, 4> kLinkKinds{"request-rejection", "claim-outcome", "promise-breach", "same-as"};

}  // namespace

const char* to_string(Polarity polarity) { return name_of(kPolarities, polarity); }
const char* to_string(Track track) { return name_of(kTracks, track); }
const char* to_string(Factuality factuality) { return name_of(kFactualities, factuality); }
const char* to_string(Time time) { return name_of(kTimes, time); }
const char* to_string(Quote quote) { return name_of(kQuotes, quote); }
const char* to_string(IssueType type) { return name_of(kIssueTypes, type); }
const char* to_string(IssueStatus status) { return name_of(kIssueStatuses, status); }
const char* to_string(IssueBasis basis) { return name_of(kIssueBases, basis); }
const char* to_string(PartyKind kind) { return name_of(kPartyKinds, kind); }
const char* to_string(SpeakerKind kind) { return name_of(kSpeakerKinds, kind); }
const char* to_string(AttributionKind kind) { return name_of(kAttributionKinds, kind); }
const char* to_string(Commitment commitment) { return name_of(kCommitments, commitment); }
const char* to_string(LinkKind kind) { return name_of(kLinkKinds, kind); }

std::optional<IssueType> find_issue_type(std::string_view name) {
  for (size_t i = 0; i < kIssueTypes.size(); ++i)
    if (name == kIssueTypes[i]) return static_cast<IssueType>(i);
  return std::nullopt;
}

std::optional<PartyKind> find_party_kind(std::string_view name) {
  for (size_t i = 0; i < kPartyKinds.size(); ++i)
    if (name == kPartyKinds[i]) return static_cast<PartyKind>(i);
  return std::nullopt;
}

}  // namespace faultline
