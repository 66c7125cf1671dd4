#include "analysis/issues.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "analysis/categories.h"
#include "analysis/issue_candidates.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

constexpr size_t kMostIssues = 12;  // more than a reader can hold; lists under a header are always kept
constexpr int kSureWeight = 4;      // below it a candidate needs company: a second mention, or the headline
constexpr uint32_t kNear = 2;       // sentences: an answer stands in the same paragraph

// Candidates that name one thing.
struct Group {
  std::vector<IssueCandidate> candidates;
  std::vector<uint32_t> words;  // folds of content words, sorted, over all candidates
  uint32_t head = Article::kNoFold;
  int weight = 0;
};

class IssueReader {
 public:
  IssueReader(const Reading& reading, const Cast& cast, std::span<const Signal> signals, const RuleSet& rules)
      : reading_(reading), article_(reading.article()), cast_(cast), signals_(signals), rules_(rules) {
    find_sides();
    hostile_.assign(article_.sentences().size(), 0);
    for (const Signal& signal : signals_) {
      if (polarity_of(signal.category) != Polarity::Eroding) continue;
      ++eroding_;
      const uint32_t at = sentence_at(signal.span.begin);
      const bool answers = signal.category == Category::Rejection || signal.category == Category::Accusation ||
                           signal.category == Category::Inflexibility || signal.category == Category::Threat ||
                           signal.category == Category::Closure;
      if (at < hostile_.size() && answers) ++hostile_[at];
    }
  }

  std::vector<Issue> read() {
    if (eroding_ == 0) return {};
    for (const IssueCandidate& candidate : find_issue_candidates(reading_, cast_, signals_, rules_))
      if (!candidate.needs_dispute || is_answered(candidate.sentence)) group(candidate);
    std::vector<Issue> issues;
    std::vector<size_t> order(groups_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return groups_[a].weight > groups_[b].weight; });
    std::vector<size_t> kept;
    for (size_t i : order)
      if (groups_[i].weight >= kSureWeight && kept.size() < kMostIssues) kept.push_back(i);
    std::sort(kept.begin(), kept.end());
    for (size_t i : kept) issues.push_back(make_issue(groups_[i]));
    return issues;
  }

 private:
  uint32_t sentence_at(uint32_t byte) const {
    const auto sentences = article_.sentences();
    auto after = std::upper_bound(sentences.begin(), sentences.end(), byte, [](uint32_t value, const Sentence& sentence) { return value < sentence.span.begin; });
    return after == sentences.begin() ? 0 : static_cast<uint32_t>(after - sentences.begin()) - 1;
  }

  bool is_answered(uint32_t sentence) const {
    const uint32_t first = sentence > kNear ? sentence - kNear : 0;
    for (uint32_t i = first; i <= sentence + kNear && i < hostile_.size(); ++i)
      if (hostile_[i] > 0) return true;
    return false;
  }

  // Names of states and of the two sides tell who disputes, not about what; the name of a third party may be what it is
  // about, whichever of its names is used.
  void find_sides() {
    side_.assign(article_.tokens().size(), kNoSide);
    const auto [first, second] = main_sides();
    for (const Mention& mention : cast_.mentions) {
      const bool told = mention.party == kDyad || mention.party == first || mention.party == second || mention.kind == MentionKind::Pronoun ||
                        cast_.parties[static_cast<size_t>(mention.party)].kind == PartyKind::State;
      std::fill_n(side_.begin() + mention.first_token, mention.token_count, told ? kSide : mention.party);
    }
  }

  bool is_content(uint32_t at) const {
    if (!reading_.is_word(at) || side_[at] == kSide || reading_.token(at).span.size() < 3) return false;
    return side_[at] >= 0 || (!reading_.has(List::NeverNames, at) && !reading_.has(List::IssueGeneric, at) &&
                              !reading_.has(List::CueAdverbs, at) &&
                              reading_.fold(at) != "'s" && reading_.fold(at) != "n't");
  }

  // Singular and plural are the same word: the fold of the singular, if the article has it.
  // A third party is one word, beyond all folds.
  uint32_t stem(uint32_t at) const {
    if (side_[at] >= 0) return article_.fold_count() + static_cast<uint32_t>(side_[at]);
    const std::string_view word = reading_.fold(at);
    if (word.size() > 3 && word.ends_with('s')) {
      const uint32_t single = article_.find_fold(word.substr(0, word.size() - 1));
      if (single != Article::kNoFold) return single;
    }
    return reading_.token(at).fold;
  }

  std::vector<uint32_t> content_words(TokenRange range) const {
    std::vector<uint32_t> words;
    for (uint32_t at = range.first; at < range.end; ++at)
      if (is_content(at)) words.push_back(stem(at));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  // The last content word before a preposition: "closure" in "closure of border checkpoints".
  uint32_t head_at(TokenRange range) const {
    uint32_t head = range.end;
    for (uint32_t at = range.first; at < range.end; ++at) {
      if (head != range.end && (reading_.has(List::Prepositions, at) || reading_.has(List::IssueStops, at) || reading_.fold(at) == "to")) break;
      if (is_content(at)) head = at;
    }
    return head;
  }

  static bool is_same(const Group& group, const std::vector<uint32_t>& words, uint32_t head) {
    size_t shared = 0;
    for (uint32_t word : words) shared += std::binary_search(group.words.begin(), group.words.end(), word);
    const size_t smaller = std::min(words.size(), group.words.size());
    if (shared == 0 || smaller == 0) return false;
    return shared == smaller || (shared >= 2 && shared * 2 >= smaller) || (head != Article::kNoFold && head == group.head);
  }

  void group(const IssueCandidate& candidate) {
    const std::vector<uint32_t> words = content_words(candidate.words);
    if (words.empty()) return;
    const uint32_t head_token = head_at(candidate.words);
    const uint32_t head = head_token == candidate.words.end ? Article::kNoFold : stem(head_token);
    Group* home = nullptr;
    for (Group& group : groups_)
      if (is_same(group, words, head) || overlaps(group, candidate)) {
        home = &group;
        break;
      }
    if (home == nullptr) {
      if (groups_.size() >= kMostGroups) return;
      groups_.push_back({});
      home = &groups_.back();
      home->head = head;
      home->weight = candidate.weight;
      // What the headline or the first sentences name is what the article is about.
      if (candidate.sentence <= 1) ++home->weight;
    } else if (!overlaps(*home, candidate)) {
      ++home->weight;
    } else {
      home->weight = std::max(home->weight, candidate.weight);
    }
    home->candidates.push_back(candidate);
    // A long clause must not swallow what shares a word with it: only short phrases widen the meaning of a group.
    if (home->words.empty() || words.size() <= 3) {
      std::vector<uint32_t> all = home->words;
      all.insert(all.end(), words.begin(), words.end());
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      home->words = std::move(all);
    }
  }

  static bool overlaps(const Group& group, const IssueCandidate& candidate) {
    for (const IssueCandidate& other : group.candidates)
      if (candidate.words.first < other.words.end && other.words.first < candidate.words.end) return true;
    return false;
  }

  Issue make_issue(const Group& group) const {
    Issue issue;
    const IssueCandidate* best = &group.candidates.front();
    for (const IssueCandidate& candidate : group.candidates)
      if (candidate.weight > best->weight) best = &candidate;
    issue.basis = best->basis;
    issue.rule = best->rule;
    issue.label = label_of(best->words);
    for (const IssueCandidate& candidate : group.candidates) {
      const Span span = reading_.span_of(candidate.words.first, candidate.words.end);
      if (issue.spans.empty() || !issue.spans.back().overlaps(span)) issue.spans.push_back(span);
    }
    issue.type = type_of(group);
    issue.status = status_of(group);
    collect(group, issue);
    return issue;
  }

  // The words of the best span: without the article in front, with a capital.
  std::string label_of(TokenRange range) const {
    while (range.end - range.first > 1 && reading_.has(List::Determiners, range.first)) ++range.first;
    std::string label(article_.text_of(reading_.span_of(range.first, range.end)));
    for (char& c : label)
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    if (label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
  }

  // An armed group that is none of the two sides: what they do with it is the issue.
  bool names_armed_group(TokenRange range) const {
    for (uint32_t at = range.first; at < range.end; ++at)
      if (side_[at] >= 0 && cast_.parties[static_cast<size_t>(side_[at])].kind == PartyKind::ArmedGroup) return true;
    return false;
  }

  IssueType type_of(const Group& group) const {
    std::array<int, 11> votes{};
    auto count = [&](uint32_t first, uint32_t end, int weight) {
      for (uint32_t at = first; at < end; ++at)
        for (size_t type = 0; type < votes.size(); ++type)
          if (const uint32_t n = reading_.longest(static_cast<List>(static_cast<size_t>(List::IssueTerritory) + type), at); n > 0)
            votes[type] += weight * static_cast<int>(n);
    };
    for (const IssueCandidate& candidate : group.candidates) {
      count(candidate.words.first, candidate.words.end, 6);
      if (names_armed_group(candidate.words)) votes[static_cast<size_t>(IssueType::SanctuaryProxy)] += 6;
      const uint32_t head = head_at(candidate.words);  // "border skirmishes" are skirmishes
      count(head, std::min(head + 1, candidate.words.end), 4);
      const Sentence& sentence = article_.sentences()[candidate.sentence];
      count(sentence.first_token, sentence.first_token + sentence.token_count, 1);
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    return *best == 0 ? IssueType::Governance : static_cast<IssueType>(best - votes.begin());
  }

  IssueStatus status_of(const Group& group) const {
    int hardened = 0, eased = 0, settled = 0;
    for (const IssueCandidate& candidate : group.candidates) {
      const Sentence& sentence = article_.sentences()[candidate.sentence];
      for (uint32_t at = sentence.first_token; at < sentence.first_token + sentence.token_count; ++at) {
        if (at >= candidate.words.first && at < candidate.words.end) continue;  // "a demand to lift the ban" lifts nothing
        hardened += reading_.has(List::IssueHardened, at);
        eased += reading_.has(List::IssueEased, at);
        settled += reading_.has(List::IssueSettled, at);
      }
    }
    if (settled > 0 && settled >= hardened && settled >= eased) return IssueStatus::Settled;
    if (eased > hardened) return IssueStatus::Eased;
    return hardened > 0 ? IssueStatus::Hardened : IssueStatus::Open;
  }

  // The parties of the sentences that name it, and the signals that stand in them.
  void collect(const Group& group, Issue& issue) const {
    std::vector<uint32_t> sentences;
    for (const IssueCandidate& candidate : group.candidates) sentences.push_back(candidate.sentence);
    auto add = [&](PartyRef party) {
      if (party >= 0 && issue.parties.size() < 4 && std::find(issue.parties.begin(), issue.parties.end(), party) == issue.parties.end())
        issue.parties.push_back(party);
    };
    for (uint32_t i = 0; i < signals_.size(); ++i) {
      const uint32_t at = sentence_at(signals_[i].span.begin);
      if (std::find(sentences.begin(), sentences.end(), at) == sentences.end()) continue;
      issue.signals.push_back(i);
      add(signals_[i].who);
      add(signals_[i].whom);
    }
    for (uint32_t sentence : sentences)
      for (const Mention& mention : cast_.mentions_of(sentence))
        if (!mention.place && mention.kind != MentionKind::Adjective) add(mention.party);
    if (issue.parties.size() < 2) {
      const auto [who, whom] = main_sides();
      add(who);
      add(whom);
    }
  }

  // The pair between which most signals pass.
  std::pair<PartyRef, PartyRef> main_sides() const {
    std::map<std::pair<PartyRef, PartyRef>, int> passed;
    std::pair<PartyRef, PartyRef> best{kUnspecified, kUnspecified};
    int most = 0;
    for (const Signal& signal : signals_) {
      if (signal.who < 0 || signal.whom < 0 || signal.who == signal.whom) continue;
      const auto pair = std::minmax(signal.who, signal.whom);
      const int count = ++passed[{pair.first, pair.second}];
      if (count > most) most = count, best = {pair.first, pair.second};
    }
    return best;
  }

  static constexpr size_t kMostGroups = 200;  // keeps a book linear: later candidates of so long a text add little

  const Reading& reading_;
  const Article& article_;
  const Cast& cast_;
  std::span<const Signal> signals_;
  const RuleSet& rules_;
  static constexpr PartyRef kNoSide = -3, kSide = -4;
  std::vector<PartyRef> side_;   // by token: kSide, kNoSide or the third party named there
  std::vector<int> hostile_;     // by sentence: refusals, accusations, threats
  int eroding_ = 0;
  std::vector<Group> groups_;
};

}  // namespace

std::vector<Issue> find_issues(const Reading& reading, const Cast& cast, std::span<const Signal> signals) {
  return IssueReader(reading, cast, signals, reading.rules()).read();
}

}  // namespace faultline
