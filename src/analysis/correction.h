// What a person has said about a finding: that it is right, wrong, or of another kind, and why.
//
//   Correction correction{.finding = {false, 2}, .verdict = Verdict::Rejected, .note = "a metaphor"};
//   Analysis corrected = apply_corrections(article, analysis, {correction}, rules);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faultline {

struct Analysis;
class Article;
class RuleSet;

struct FindingId {
  bool is_issue = false;
  uint32_t index = 0;  // into Analysis::issues or ::signals
  bool operator==(const FindingId&) const = default;
};

enum class Verdict : uint8_t { None, Accepted, Rejected };

struct Correction {
  FindingId finding;
  Verdict verdict = Verdict::None;
  std::optional<uint8_t> label = {};  // instead of what was found: the Category of a signal, the IssueType of an issue
  std::string note = {};
  std::optional<uint8_t> was = {};    // what was found, once it is applied with a label
  bool operator==(const Correction&) const = default;
  bool is_empty() const { return verdict == Verdict::None && !label && note.empty(); }
};

// The analysis as the person has it: findings with another label have it, and the weight of their category; what is rejected counts
// neither in the ledger nor in the curve nor in the sourcing, but stays in its list, so that ids hold. `corrections`, at most one
// a finding and each of a finding that there is, are put in order and kept in Analysis::corrections. Linear.
Analysis apply_corrections(const Article& article, const Analysis& found, std::vector<Correction> corrections, const RuleSet& rules);

// The category of a signal or the type of an issue as it was found, and the names of both in reports ("THREAT", "TRADE").
uint8_t found_label(const Analysis& analysis, FindingId finding);
const char* to_label_name(uint8_t label, bool is_issue);
std::optional<uint8_t> find_label(std::string_view name, bool is_issue);
const char* to_string(Verdict verdict);  // "none", "accepted", "rejected"

// The correction of a finding in a corrected analysis; a null pointer when there is none.
const Correction* find_correction(const Analysis& analysis, FindingId finding);

}  // namespace faultline
