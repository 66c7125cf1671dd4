// The words in which the panel and the card say what the analysis found: plain English, one place for all of it.
//
//   describe_certainty(signal, analysis);   // "Reported by Ishaq Dar"
//   describe_pair(analysis, signal.who, signal.whom);   // "Afghanistan → Pakistan"
#pragma once

#include <string>

#include "analysis/analysis.h"
#include "reader/finding.h"

namespace faultline {

const char* name_of(Family family);    // "Erodes trust"
const char* name_of(Kind kind);        // "Credibility gap"
const char* tag_of(Kind kind);         // "Cg": two letters that tell kinds apart without colour
const char* name_of(IssueType type);   // "Border access"
const char* name_of(IssueStatus status);
const char* describe(IssueBasis basis);  // why the text makes it an issue
const char* describe(Time time);

std::string name_of_party(const Analysis& analysis, PartyRef party);
std::string describe_pair(const Analysis& analysis, PartyRef who, PartyRef whom);
std::string describe_parties(const Analysis& analysis, const Issue& issue);  // "Pakistan, Afghanistan"; empty when none
std::string describe_certainty(const Signal& signal, const Analysis& analysis);
std::string name_of_speaker(const Signal& signal, const Analysis& analysis);  // "The writer"

}  // namespace faultline
