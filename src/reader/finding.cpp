#include "reader/finding.h"

#include <algorithm>
#include <charconv>

#include "analysis/categories.h"
#include "base/sort.h"
#include "report/names.h"

namespace faultline {
namespace {

constexpr const char* kFamilyNames[kFamilyCount] = {"issues", "eroding", "building"};

bool is_before(const Finding& a, const Finding& b) {
  if (a.spans[0] != b.spans[0]) return a.spans[0] < b.spans[0];
  return a.id.is_issue && !b.id.is_issue;
}

}  // namespace

Family family_of(Kind kind) {
  if (kind == kIssueKind) return Family::Issue;
  return kind <= kind_of(Category::StatedDistrust) ? Family::Eroding : Family::Building;
}

Kinds kinds_of(Family family) {
  Kinds kinds = 0;
  for (Kind kind = 0; kind < kKindCount; ++kind) {
    if (family_of(kind) == family) kinds |= bit_of(kind);
  }
  return kinds;
}

std::string to_string(FindingId id) { return id.is_issue ? to_issue_id(id.index) : to_signal_id(id.index); }

std::optional<FindingId> find_id(std::string_view text) {
  if (text.size() < 2 || (text[0] != 'i' && text[0] != 's')) return {};
  uint32_t number = 0;
  const char* end = text.data() + text.size();
  auto [stop, error] = std::from_chars(text.data() + 1, end, number);
  if (error != std::errc() || stop != end || number == 0) return {};
  return FindingId{text[0] == 'i', number - 1};
}

std::vector<Finding> find_findings(const Analysis& analysis) {
  std::vector<Finding> findings;
  for (uint32_t i = 0; i < analysis.issues.size(); ++i) {
    std::vector<Span> spans = analysis.issues[i].spans;
    std::sort(spans.begin(), spans.end());
    if (!spans.empty()) findings.push_back({{true, i}, kIssueKind, std::move(spans)});
  }
  for (uint32_t i = 0; i < analysis.signals.size(); ++i) {
    findings.push_back({{false, i}, kind_of(analysis.signals[i].category), {analysis.signals[i].span}});
  }
  for (Finding& finding : findings) {
    const Correction* correction = find_correction(analysis, finding.id);
    finding.is_rejected = correction && correction->verdict == Verdict::Rejected;
  }
  sort_stably(findings, is_before);
  return findings;
}

const char* to_name(Kind kind) {
  return kind == kIssueKind ? "issues" : to_string(static_cast<Category>(kind - 1));
}
const char* to_name(Family family) { return kFamilyNames[static_cast<int>(family)]; }

std::optional<Kind> find_kind(std::string_view name) {
  if (name == to_name(kIssueKind)) return kIssueKind;
  auto category = find_category(name);
  return category ? std::optional(kind_of(*category)) : std::nullopt;
}

std::optional<Kinds> find_kinds(std::string_view name) {
  if (auto kind = find_kind(name)) return bit_of(*kind);
  for (int family = 0; family < kFamilyCount; ++family) {
    if (name == kFamilyNames[family]) return kinds_of(static_cast<Family>(family));
  }
  return {};
}

}  // namespace faultline
