// The ids and names by which a report calls what an analysis holds; ids are made from the indices.
//
//   to_party_id(0) == "p1";   to_party_id(kDyad) == "dyad";   to_speaker_id(0) == "writer";
//   to_party_name(analysis, 0) == "Pakistan";
#pragma once

#include <string>

#include "analysis/analysis.h"

namespace faultline {

inline std::string to_party_id(PartyRef party) {
  if (party == kUnspecified) return "unspecified";
  if (party == kDyad) return "dyad";
  return "p" + std::to_string(party + 1);
}
inline std::string to_speaker_id(uint32_t speaker) { return speaker == 0 ? "writer" : "v" + std::to_string(speaker); }
inline std::string to_signal_id(uint32_t signal) { return "s" + std::to_string(signal + 1); }
inline std::string to_issue_id(uint32_t issue) { return "i" + std::to_string(issue + 1); }

// For people to read.
inline std::string to_party_name(const Analysis& analysis, PartyRef party) {
  if (party == kUnspecified) return "unspecified";
  if (party == kDyad) return "each other";
  return analysis.parties[static_cast<size_t>(party)].name;
}
inline std::string to_speaker_name(const Analysis& analysis, uint32_t speaker) {
  if (speaker == 0) return "the writer";
  const std::string& name = analysis.speakers[speaker].name;
  return name.empty() ? "an unnamed source" : name;
}

}  // namespace faultline
