#include "analysis/issues.h"

#include <algorithm>
#include <numeric>

#include "analysis/categories.h"
#include "analysis/issue_groups.h"
#include "analysis/issue_labels.h"
#include "analysis/issue_types.h"
#include "analysis/issue_words.h"
#include "base/sort.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

constexpr size_t kMostIssues = 12;  // more than a reader can hold; lists under a header are always kept
constexpr double kTokensAMatch = 20;  // that take as long
constexpr int kSureWeight = 4;      // below it a candidate needs company: a second mention, or the headline
constexpr uint32_t kNear = 2;       // sentences: an answer stands in the same paragraph

class IssueReader {
 public:
  IssueReader(const Reading& reading, const Cast& cast, std::span<const Signal> signals, const RuleSet& rules)
      : reading_(reading), article_(reading.article()), cast_(cast), signals_(signals), rules_(rules), words_(reading) {}

  // Counts tokens.
  Work read(std::span<const Match> matches, std::vector<Issue>& issues) {
    if (signals_.empty()) co_return;
    const auto all = static_cast<double>(article_.tokens().size());
    for (Work part = words_.read(cast_, signals_); part.step();) co_yield 0.2 * part.cost();
    co_yield all;
    find_hostile();
    co_yield all;
    std::vector<IssueCandidate> candidates;
    for (Work part = find_issue_candidates(reading_, cast_, matches, signals_, rules_, candidates); part.step();) co_yield kTokensAMatch * part.cost();
    std::erase_if(candidates, [&](const IssueCandidate& candidate) { return candidate.needs_dispute && !is_answered(candidate.sentence); });
    std::vector<IssueGroup> groups;
    for (Work part = group_issues(reading_, words_, candidates, groups); part.step();) co_yield part.cost();
    std::vector<size_t> order(groups.size());
    std::iota(order.begin(), order.end(), size_t{0});
    sort_stably(order, [&](size_t a, size_t b) { return groups[a].weight > groups[b].weight; });
    std::vector<size_t> kept;
    for (size_t i : order)
      if (groups[i].weight >= kSureWeight && kept.size() < kMostIssues) kept.push_back(i);
    std::sort(kept.begin(), kept.end());
    for (size_t i : kept) {
      issues.push_back(make_issue(groups[i]));
      co_yield all / kMostIssues;
    }
  }

 private:
  void find_hostile() {
    hostile_.assign(article_.sentences().size(), 0);
    for (const Signal& signal : signals_) {
      if (polarity_of(signal.category) != Polarity::Eroding) continue;
      const uint32_t at = article_.sentence_at(signal.span.begin);
      const bool answers = signal.category == Category::Rejection || signal.category == Category::Accusation ||
                           signal.category == Category::Inflexibility || signal.category == Category::Threat ||
                           signal.category == Category::Closure;
      if (at < hostile_.size() && answers) ++hostile_[at];
    }
  }

  bool is_answered(uint32_t sentence) const {
    const uint32_t first = sentence > kNear ? sentence - kNear : 0;
    for (uint32_t i = first; i <= sentence + kNear && i < hostile_.size(); ++i)
      if (hostile_[i] > 0) return true;
    return false;
  }

  Issue make_issue(const IssueGroup& group) const {
    Issue issue;
    const IssueCandidate* best = &group.candidates.front();
    for (const IssueCandidate& candidate : group.candidates)
      if (candidate.weight > best->weight) best = &candidate;
    issue.basis = best->basis;
    issue.rule = best->rule;
    issue.label = label_of_issue(reading_, best->phrase);
    for (TokenRange mention : group.mentions) issue.spans.push_back(reading_.span_of(mention.first, mention.end));
    issue.type = type_of_issue(reading_, cast_, words_, group.candidates);
    issue.status = status_of_issue(reading_, group.candidates);
    collect(group, issue);
    return issue;
  }

  // The parties of the sentences that name it, and the signals that stand in them.
  void collect(const IssueGroup& group, Issue& issue) const {
    std::vector<uint32_t> sentences;
    for (const IssueCandidate& candidate : group.candidates) sentences.push_back(candidate.sentence);
    auto add = [&](PartyRef party) {
      if (party >= 0 && issue.parties.size() < 4 && std::find(issue.parties.begin(), issue.parties.end(), party) == issue.parties.end())
        issue.parties.push_back(party);
    };
    for (uint32_t i = 0; i < signals_.size(); ++i) {
      const uint32_t at = article_.sentence_at(signals_[i].span.begin);
      if (std::find(sentences.begin(), sentences.end(), at) == sentences.end()) continue;
      issue.signals.push_back(i);
      add(signals_[i].who);
      add(signals_[i].whom);
    }
    for (uint32_t sentence : sentences)
      for (const Mention& mention : cast_.mentions_of(sentence))
        if (!mention.place && mention.kind != MentionKind::Adjective) add(mention.party);
    if (issue.parties.size() < 2) {
      const auto [who, whom] = words_.main_sides();
      add(who);
      add(whom);
    }
  }

  const Reading& reading_;
  const Article& article_;
  const Cast& cast_;
  std::span<const Signal> signals_;
  const RuleSet& rules_;
  IssueWords words_;
  std::vector<int> hostile_;     // by sentence: refusals, accusations, threats
};

}  // namespace

Work find_issues(const Reading& reading, const Cast& cast, std::span<const Match> matches, std::span<const Signal> signals, std::vector<Issue>& issues) {
  IssueReader reader(reading, cast, signals, reading.rules());
  for (Work part = reader.read(matches, issues); part.step();) co_yield part.cost();
}

}  // namespace faultline
