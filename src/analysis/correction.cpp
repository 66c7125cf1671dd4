#include "analysis/correction.h"

#include <algorithm>
#include <charconv>

#include "analysis/analysis.h"
#include "analysis/categories.h"
#include "analysis/ledger.h"
#include "analysis/names.h"
#include "analysis/weights.h"
#include "base/check.h"
#include "base/sort.h"
#include "rules/rule_set.h"

namespace faultline {
namespace {

// Issues first, as in a report.
bool is_before(FindingId a, FindingId b) { return a.is_issue != b.is_issue ? a.is_issue : a.index < b.index; }

// The base weight of a category, in hundredths (table "signal-categories"); a rule's own weight spoke of the kind that it found.
int find_base(const RuleSet& rules, Category category) {
  int base = 0;
  for (const auto& row : rules.rows("signal-categories")) {
    if (row.size() > 2 && row[0] == to_string(category)) std::from_chars(row[2].data(), row[2].data() + row[2].size(), base);
  }
  return base;
}

void relabel(Analysis& analysis, Correction& correction, const RuleSet& rules, const Weights& weights) {
  const uint32_t index = correction.finding.index;
  if (correction.finding.is_issue) {
    Issue& issue = analysis.issues[index];
    correction.was = static_cast<uint8_t>(issue.type);
    issue.type = static_cast<IssueType>(*correction.label);
  } else {
    Signal& signal = analysis.signals[index];
    correction.was = static_cast<uint8_t>(signal.category);
    signal.category = static_cast<Category>(*correction.label);
    signal.weight = weights.weigh(find_base(rules, signal.category), signal.factuality, signal.intensity, signal.inherited);
  }
}

// Sums only what is not rejected; the ledger's lists of signals keep their indices.
void sum_up(const Article& article, Analysis& analysis) {
  std::vector<Signal> counted;
  std::vector<uint32_t> indices;
  for (uint32_t i = 0; i < analysis.signals.size(); ++i) {
    const Correction* correction = find_correction(analysis, {false, i});
    if (correction && correction->verdict == Verdict::Rejected) continue;
    counted.push_back(analysis.signals[i]);
    indices.push_back(i);
  }
  analysis.ledger = make_ledger(counted);
  for (LedgerEntry& entry : analysis.ledger) {
    for (uint32_t& signal : entry.signals) signal = indices[signal];
  }
  analysis.curve = make_curve(article, counted);
  analysis.sourcing = make_sourcing(counted, analysis.speakers);
}

}  // namespace

Analysis apply_corrections(const Article& article, const Analysis& found, std::vector<Correction> corrections, const RuleSet& rules) {
  Analysis corrected = found;
  if (corrections.empty()) return corrected;
  const Weights weights = read_weights(rules);
  sort_stably(corrections, [](const Correction& a, const Correction& b) { return is_before(a.finding, b.finding); });
  for (Correction& correction : corrections) {
    FL_CHECK(correction.finding.index < (correction.finding.is_issue ? corrected.issues.size() : corrected.signals.size()));
    if (correction.label) relabel(corrected, correction, rules, weights);
  }
  corrected.corrections = std::move(corrections);
  sum_up(article, corrected);
  return corrected;
}

uint8_t found_label(const Analysis& analysis, FindingId finding) {
  const Correction* correction = find_correction(analysis, finding);
  if (correction && correction->was) return *correction->was;
  return finding.is_issue ? static_cast<uint8_t>(analysis.issues[finding.index].type) : static_cast<uint8_t>(analysis.signals[finding.index].category);
}

const char* to_label_name(uint8_t label, bool is_issue) {
  return is_issue ? to_string(static_cast<IssueType>(label)) : to_string(static_cast<Category>(label));
}

std::optional<uint8_t> find_label(std::string_view name, bool is_issue) {
  if (is_issue) {
    const auto type = find_issue_type(name);
    return type ? std::optional(static_cast<uint8_t>(*type)) : std::nullopt;
  }
  const auto category = find_category(name);
  return category ? std::optional(static_cast<uint8_t>(*category)) : std::nullopt;
}

const char* to_string(Verdict verdict) {
  constexpr const char* kNames[] = {"none", "accepted", "rejected"};
  return kNames[static_cast<int>(verdict)];
}

const Correction* find_correction(const Analysis& analysis, FindingId finding) {
  auto at = std::lower_bound(analysis.corrections.begin(), analysis.corrections.end(), finding,
                             [](const Correction& correction, FindingId wanted) { return is_before(correction.finding, wanted); });
  return at != analysis.corrections.end() && at->finding == finding ? &*at : nullptr;
}

}  // namespace faultline
