// How the panel and the card say what the analysis found, in the words of a catalogue.
//
//   describe_certainty(words, signal, analysis);   // "Reported by Ishaq Dar"
//   describe_pair(words, analysis, signal.who, signal.whom);   // "Afghanistan → Pakistan"
#pragma once

#include <string>
#include <string_view>

#include "analysis/analysis.h"
#include "reader/catalogue.h"
#include "reader/finding.h"

namespace faultline {

std::string_view name_of(const Catalogue& words, Family family);  // "Erodes trust"
std::string_view name_of(const Catalogue& words, Kind kind);      // "Credibility gap"
std::string_view tag_of(const Catalogue& words, Kind kind);       // "Cg": two letters that tell kinds apart without colour
std::string_view name_of(const Catalogue& words, IssueType type);  // "Border access"
std::string_view name_of(const Catalogue& words, IssueStatus status);
std::string_view describe(const Catalogue& words, IssueBasis basis);  // why the text makes it an issue
std::string_view describe(const Catalogue& words, Time time);
std::string_view name_of(const Catalogue& words, Factuality factuality);  // "Reported"
std::string_view name_of(const Catalogue& words, Time time);              // "Background"

std::string name_of_party(const Catalogue& words, const Analysis& analysis, PartyRef party);
std::string describe_pair(const Catalogue& words, const Analysis& analysis, PartyRef who, PartyRef whom);
// The same by names as a Comparison has them: a party's, "unspecified" or "dyad".
std::string describe_pair(const Catalogue& words, std::string_view who, std::string_view whom);
std::string describe_parties(const Catalogue& words, const Analysis& analysis, const Issue& issue);  // "Pakistan, Afghanistan"; empty when none
std::string describe_certainty(const Catalogue& words, const Signal& signal, const Analysis& analysis);
std::string name_of_speaker(const Catalogue& words, const Analysis& analysis, uint32_t speaker);  // "The writer"
bool is_writer(const Analysis& analysis, uint32_t speaker);

}  // namespace faultline
