#include "reader/corrections.h"


#include "base/sort.h"

namespace faultline {

Corrections correct(Corrections corrections, const std::vector<Correction>& added) {
  if (added.empty()) return corrections;
  corrections.steps.resize(corrections.done);
  for (const Correction& correction : added) corrections.steps.push_back({correction, &correction != &added.front()});
  corrections.done = corrections.steps.size();
  return corrections;
}

Corrections undo(Corrections corrections) {
  while (corrections.done > 0 && corrections.steps[--corrections.done].is_joined) continue;
  return corrections;
}

Corrections redo(Corrections corrections) {
  const size_t count = corrections.steps.size();
  if (corrections.done < count) ++corrections.done;
  while (corrections.done < count && corrections.steps[corrections.done].is_joined) ++corrections.done;
  return corrections;
}

Correction current_of(const Corrections& corrections, FindingId finding) {
  for (size_t i = corrections.done; i-- > 0;) {
    if (corrections.steps[i].correction.finding == finding) return corrections.steps[i].correction;
  }
  return {finding};
}

std::vector<Correction> current(const Corrections& corrections) {
  std::vector<Correction> list;
  for (size_t i = 0; i < corrections.done; ++i) list.push_back(corrections.steps[i].correction);
  // Of one finding the last step counts.
  auto is_before = [](const Correction& a, const Correction& b) {
    return a.finding.is_issue != b.finding.is_issue ? a.finding.is_issue : a.finding.index < b.finding.index;
  };
  sort_stably(list, is_before);
  std::vector<Correction> last;
  for (size_t i = 0; i < list.size(); ++i) {
    const bool is_last = i + 1 == list.size() || list[i + 1].finding != list[i].finding;
    if (is_last && !list[i].is_empty()) last.push_back(std::move(list[i]));
  }
  return last;
}

}  // namespace faultline
