#include "reader/wording.h"

#include "analysis/names.h"
#include "layout/directions.h"

namespace faultline {
namespace {

std::string_view find_text(const Catalogue& words, const char* group, const char* name) {
  return words.text(std::string(group) + "." + name);
}

}  // namespace

bool is_writer(const Analysis& analysis, uint32_t speaker) { return speaker == 0 || speaker >= analysis.speakers.size(); }

std::string_view name_of(const Catalogue& words, Family family) { return find_text(words, "family", to_name(family)); }
std::string_view name_of(const Catalogue& words, Kind kind) { return find_text(words, "kind", to_name(kind)); }
std::string_view tag_of(const Catalogue& words, Kind kind) { return find_text(words, "tag", to_name(kind)); }
std::string_view name_of(const Catalogue& words, IssueType type) { return find_text(words, "type", to_string(type)); }
std::string_view name_of(const Catalogue& words, IssueStatus status) { return find_text(words, "status", to_string(status)); }
std::string_view describe(const Catalogue& words, IssueBasis basis) { return find_text(words, "basis", to_string(basis)); }
std::string_view describe(const Catalogue& words, Time time) { return find_text(words, "time", to_string(time)); }
std::string_view name_of(const Catalogue& words, Factuality factuality) { return find_text(words, "factuality", to_string(factuality)); }
std::string_view name_of(const Catalogue& words, Time time) { return find_text(words, "when", to_string(time)); }

std::string name_of_party(const Catalogue& words, const Analysis& analysis, PartyRef party) {
  if (party == kDyad) return std::string(words.text("party.dyad"));
  if (party < 0 || static_cast<size_t>(party) >= analysis.parties.size()) return std::string(words.text("party.unspecified"));
  return analysis.parties[static_cast<size_t>(party)].name;
}

namespace {

// The arrow points the way of the writing.
std::string join_pair(const std::string& who, const std::string& whom) {
  return who + (is_first_rtl(who + whom) ? " ← " : " → ") + whom;
}

}  // namespace

std::string describe_pair(const Catalogue& words, const Analysis& analysis, PartyRef who, PartyRef whom) {
  if (who == kDyad && whom == kDyad) return std::string(words.text("party.between"));
  if (who == kUnspecified && whom == kUnspecified) return std::string(words.text("party.nobody"));
  if (whom == kUnspecified) return name_of_party(words, analysis, who);
  return join_pair(name_of_party(words, analysis, who),
                   whom == kDyad ? std::string(words.text("party.dyad_whom")) : name_of_party(words, analysis, whom));
}

std::string describe_pair(const Catalogue& words, std::string_view who, std::string_view whom) {
  if (who == "dyad" && whom == "dyad") return std::string(words.text("party.between"));
  if (who == "unspecified" && whom == "unspecified") return std::string(words.text("party.nobody"));
  const std::string first(who == "dyad" ? words.text("party.dyad") : who == "unspecified" ? words.text("party.unspecified") : who);
  if (whom == "unspecified") return first;
  return join_pair(first, std::string(whom == "dyad" ? words.text("party.dyad_whom") : whom));
}

std::string describe_parties(const Catalogue& words, const Analysis& analysis, const Issue& issue) {
  std::string names;
  for (PartyRef party : issue.parties) {
    if (party == kUnspecified) continue;
    if (!names.empty()) names += words.text("party.comma");
    names += name_of_party(words, analysis, party);
  }
  return names;
}

std::string name_of_speaker(const Catalogue& words, const Analysis& analysis, uint32_t speaker) {
  if (is_writer(analysis, speaker)) return std::string(words.text("speaker.writer"));
  const std::string& name = analysis.speakers[speaker].name;
  return name.empty() ? std::string(words.text("speaker.unnamed")) : name;
}

std::string describe_certainty(const Catalogue& words, const Signal& signal, const Analysis& analysis) {
  bool is_own = is_writer(analysis, signal.speaker);
  std::string_view who = is_own ? words.text("speaker.by_writer") : analysis.speakers[signal.speaker].name;
  if (who.empty()) who = words.text("speaker.by_unnamed");
  switch (signal.factuality) {
    case Factuality::Fact: return words.fill("certainty.fact", {{"who", who}});
    case Factuality::Reported: return words.fill(is_own ? "certainty.reported_writer" : "certainty.reported", {{"who", who}});
    case Factuality::Possible: return words.fill(is_own ? "certainty.possible_writer" : "certainty.possible", {{"who", who}});
    case Factuality::Conditional: return words.fill(is_own ? "certainty.conditional_writer" : "certainty.conditional", {{"who", who}});
  }
  return {};
}

}  // namespace faultline
