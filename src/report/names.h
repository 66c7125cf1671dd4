// The ids and names by which a report calls what an analysis holds; ids are made from the indices.
//
//   to_party_id(0) == "p1";   to_party_id(kDyad) == "dyad";   to_speaker_id(0) == "writer";
//   to_party_name(analysis, 0) == "Pakistan";
#pragma once

#include <string>
#include <string_view>

#include "analysis/analysis.h"
#include "analysis/names.h"

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


// "BORDER_ACCESS" as people write it: "border access".
inline std::string to_plain(std::string_view name) {
  std::string plain(name);
  for (char& c : plain) c = c == '_' ? ' ' : static_cast<char>(c | 0x20);
  return plain;
}
inline std::string capitalise(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}
inline std::string count_of(size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}
// "Pakistan → the Taliban", "Between the two sides", "Somebody unspecified".
inline std::string to_pair_name(const Analysis& analysis, PartyRef who, PartyRef whom) {
  if (who == kDyad) return "Between the two sides";
  const std::string name = who == kUnspecified ? "Somebody unspecified" : capitalise(to_party_name(analysis, who));
  return whom == kUnspecified ? name : name + " → " + to_party_name(analysis, whom);
}
// "says Dar, possibly, background": what tells a signal from a plain fact of now in the writer's own words; else empty.
inline std::string to_reservation(const Analysis& analysis, const Signal& signal) {
  std::string words = signal.speaker == 0 ? "" : "says " + to_speaker_name(analysis, signal.speaker);
  const auto add = [&](std::string_view word) { words += (words.empty() ? "" : ", ") + std::string(word); };
  if (signal.factuality == Factuality::Possible) add("possibly");
  if (signal.factuality == Factuality::Conditional) add("on a condition");
  if (signal.factuality == Factuality::Reported && signal.speaker == 0) add("reportedly");
  if (signal.time != Time::Current) add(to_string(signal.time));
  return words;
}
// "rejected by a person, found as rejection: a metaphor": what a person has said about a finding; else empty.
inline std::string to_correction_words(const Analysis& analysis, FindingId finding) {
  const Correction* correction = find_correction(analysis, finding);
  if (!correction) return {};
  std::string words = correction->verdict == Verdict::None ? "corrected" : to_string(correction->verdict);
  words += " by a person";
  if (correction->was) words += ", found as " + to_plain(to_label_name(*correction->was, finding.is_issue));
  return correction->note.empty() ? words : words + ": " + correction->note;
}
// "territory, open, labelled; between Pakistan and Afghanistan".
inline std::string to_issue_facts(const Analysis& analysis, const Issue& issue) {
  std::string facts = to_plain(to_string(issue.type)) + ", " + to_string(issue.status) + ", " + to_string(issue.basis);
  for (size_t i = 0; i < issue.parties.size(); ++i) facts += (i == 0 ? "; between " : " and ") + to_party_name(analysis, issue.parties[i]);
  return facts;
}

}  // namespace faultline
