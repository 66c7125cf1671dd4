#include "reader/wording.h"

#include "layout/directions.h"

namespace faultline {
namespace {

constexpr const char* kFamilies[kFamilyCount] = {"Disputed issues", "Erodes trust", "Builds trust"};
constexpr const char* kKinds[kKindCount] = {
    "Disputed issue", "Rejection",       "Accusation", "Inflexibility", "Threat",     "Closure",     "Coercion",        "Harm",
    "Credibility gap", "Stated distrust", "Agreement",  "Concession",    "Engagement", "Cooperation", "Acknowledgement", "Goodwill"};
constexpr const char* kTags[kKindCount] = {"Di", "Re", "Ac", "In", "Th", "Cl", "Co", "Ha", "Cg", "Sd", "Ag", "Cn", "En", "Cp", "Ak", "Gw"};
constexpr const char* kTypes[] = {"Territory", "Border access", "Sanctuary and proxies", "Use of force",
                                  "Population", "Trade",         "Resources",             "Arms",
                                  "Governance", "Work and pay",  "Accord"};
constexpr const char* kStatuses[] = {"Open", "Hardened", "Eased", "Settled"};
constexpr const char* kBases[] = {"The text itself names it as disputed", "One side asks or accuses, the other refuses or denies",
                                  "Given as the cause of a grievance"};
constexpr const char* kTimes[] = {"Current: the news itself", "Background: before the news", "Still to come"};

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace

const char* name_of(Family family) { return kFamilies[static_cast<int>(family)]; }
const char* name_of(Kind kind) { return kKinds[kind]; }
const char* tag_of(Kind kind) { return kTags[kind]; }
const char* name_of(IssueType type) { return kTypes[static_cast<int>(type)]; }
const char* name_of(IssueStatus status) { return kStatuses[static_cast<int>(status)]; }
const char* describe(IssueBasis basis) { return kBases[static_cast<int>(basis)]; }
const char* describe(Time time) { return kTimes[static_cast<int>(time)]; }

std::string name_of_party(const Analysis& analysis, PartyRef party) {
  if (party == kDyad) return "Both sides";
  if (party < 0 || static_cast<size_t>(party) >= analysis.parties.size()) return "Not said";
  return analysis.parties[static_cast<size_t>(party)].name;
}

namespace {

// The arrow points the way of the writing.
std::string join_pair(const std::string& who, const std::string& whom) {
  return who + (is_first_rtl(who + whom) ? " ← " : " → ") + whom;
}

}  // namespace

std::string describe_pair(const Analysis& analysis, PartyRef who, PartyRef whom) {
  if (who == kDyad && whom == kDyad) return "Between the parties";
  if (who == kUnspecified && whom == kUnspecified) return "Nobody named";
  if (whom == kUnspecified) return name_of_party(analysis, who);
  std::string whom_name = name_of_party(analysis, whom);
  if (who == kUnspecified) return join_pair("Not said", whom_name);
  return join_pair(name_of_party(analysis, who), whom == kDyad ? lower_first(whom_name) : whom_name);
}

std::string describe_parties(const Analysis& analysis, const Issue& issue) {
  std::string names;
  for (PartyRef party : issue.parties) {
    if (party == kUnspecified) continue;
    if (!names.empty()) names += ", ";
    names += name_of_party(analysis, party);
  }
  return names;
}

std::string name_of_speaker(const Signal& signal, const Analysis& analysis) {
  if (signal.speaker == 0 || signal.speaker >= analysis.speakers.size()) return "The writer";
  const Speaker& speaker = analysis.speakers[signal.speaker];
  if (speaker.name.empty()) return "An unnamed source";
  return speaker.name;
}

std::string describe_certainty(const Signal& signal, const Analysis& analysis) {
  std::string speaker = name_of_speaker(signal, analysis);
  bool is_writer = signal.speaker == 0 || signal.speaker >= analysis.speakers.size();
  std::string by = is_writer ? "the writer" : analysis.speakers[signal.speaker].name.empty() ? "an unnamed source" : speaker;
  switch (signal.factuality) {
    case Factuality::Fact: return "Stated as fact by " + by;
    case Factuality::Reported: return is_writer ? "Reported, source not named" : "Reported by " + by;
    case Factuality::Possible: return is_writer ? "Put as possible, not as fact" : "Called possible by " + by;
    case Factuality::Conditional: return is_writer ? "Only under a condition" : "Only under a condition, says " + by;
  }
  return {};
}

}  // namespace faultline
