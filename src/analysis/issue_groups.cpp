#include "analysis/issue_groups.h"

#include <algorithm>
#include <unordered_map>

#include "analysis/issue_types.h"
#include "base/sort.h"

namespace faultline {

namespace {

constexpr size_t kMostGroups = 200;       // keeps a book linear: later candidates of so long a text add little
constexpr size_t kMostMentions = 40;      // of one issue
constexpr size_t kShortPhrase = 3;        // content words: a long clause must not swallow what shares a word with it
constexpr uint32_t kLeadSentences = 2;    // the headline and the first sentence name what the article is about
constexpr uint32_t kTakenUpWithin = 6;    // sentences
constexpr size_t kOftenMentioned = 3;
constexpr int kMostAgain = 2;             // votes of further candidates

bool overlap(TokenRange a, TokenRange b) { return a.first < b.end && b.first < a.end; }

bool has(const std::vector<uint32_t>& sorted, uint32_t value) { return std::binary_search(sorted.begin(), sorted.end(), value); }

void add_to(std::vector<uint32_t>& sorted, std::span<const uint32_t> values) {
  sorted.insert(sorted.end(), values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
}

class Grouper {
 public:
  Grouper(const Reading& reading, const IssueWords& words) : reading_(reading), words_(words) {}

  void add(const IssueCandidate& candidate) {
    const std::vector<uint32_t> content = words_.content(candidate.phrase.words);
    if (content.empty()) return;
    const std::vector<uint32_t> heads = heads_of(candidate.phrase);
    IssueGroup* home = nullptr;
    for (IssueGroup& group : groups_)
      if (is_same(group, content, heads) || overlaps(group, candidate)) {
        home = &group;
        break;
      }
    if (home == nullptr && content.size() == 1) home = find_taken_up(candidate);
    if (home == nullptr) {
      if (groups_.size() >= kMostGroups) return;
      home = &groups_.emplace_back();
    }
    home->candidates.push_back(candidate);
    add_to(home->heads, heads);
    if (home->words.empty() || content.size() <= kShortPhrase) add_to(home->words, content);
  }

  Work finish(std::vector<IssueGroup>& groups) {
    for (Work part = find_mentions(); part.step();) co_yield part.cost();
    for (IssueGroup& group : groups_) weigh(group);
    groups = std::move(groups_);
  }

 private:
  // The head, and the object of a verb: "remove the tariffs" is taken up as "the removal" and as "the tariffs".
  std::vector<uint32_t> heads_of(const IssuePhrase& phrase) const {
    std::vector<uint32_t> heads;
    const auto take = [&](uint32_t token) {
      if (token != kNoToken && words_.is_content(token)) heads.push_back(words_.stem(token));
    };
    take(phrase.head);
    take(phrase.subject);
    if (is_predicate(reading_, phrase.head)) take(reading_.trees().find_child(phrase.head, Relation::Obj));
    std::sort(heads.begin(), heads.end());
    return heads;
  }

  bool is_same(const IssueGroup& group, const std::vector<uint32_t>& content, const std::vector<uint32_t>& heads) const {
    size_t shared = 0;
    for (uint32_t word : content) shared += has(group.words, word);
    const size_t smaller = std::min(content.size(), group.words.size());
    if (shared == 0 || smaller == 0) return false;
    if (std::any_of(heads.begin(), heads.end(), [&](uint32_t head) { return has(group.heads, head); })) return true;
    if (smaller == 1) {
      // "Border skirmishes" are not "the border", but "the TTP issue" is what is done with the TTP.
      const uint32_t word = content.size() == 1 ? content.front() : group.words.front();
      return heads.empty() || group.heads.empty() || words_.is_party(word);
    }
    return shared == smaller || shared * 2 > smaller;
  }

  // "The law", "that attack": told bare and definite, it takes up the last thing of its type.
  IssueGroup* find_taken_up(const IssueCandidate& candidate) {
    const TokenRange words = candidate.phrase.words;
    if (!reading_.has(List::Determiners, words.first) || !reading_.fold(words.first).starts_with("th")) return nullptr;
    const uint32_t types = types_of_issue_word(reading_, candidate.phrase.head);
    for (auto group = groups_.rbegin(); types != 0 && group != groups_.rend(); ++group) {
      const IssueCandidate& last = group->candidates.back();
      if (last.sentence + kTakenUpWithin >= candidate.sentence && (types_of_issue_word(reading_, last.phrase.head) & types) != 0) return &*group;
    }
    return nullptr;
  }

  static bool overlaps(const IssueGroup& group, const IssueCandidate& candidate) {
    return std::any_of(group.candidates.begin(), group.candidates.end(),
                       [&](const IssueCandidate& other) { return overlap(candidate.phrase.words, other.phrase.words); });
  }

  // Every noun phrase with the head of a group whose other words do not name something else.
  Work find_mentions() {
    std::unordered_map<uint32_t, IssueGroup*> by_head;
    for (IssueGroup& group : groups_) {
      for (uint32_t head : group.heads) by_head.emplace(head, &group);
      for (const IssueCandidate& candidate : group.candidates) group.mentions.push_back(candidate.phrase.words);
    }
    const Trees& trees = reading_.trees();
    for (uint32_t at = 0; at < reading_.article().tokens().size(); ++at) {
      co_yield 1;
      if (!words_.is_content(at)) continue;
      const auto found = by_head.find(words_.stem(at));
      if (found == by_head.end() || found->second->mentions.size() >= kMostMentions) continue;
      const bool noun = trees.upos(at) == Upos::Noun || trees.upos(at) == Upos::Propn || trees.xpos(at) == Xpos::Vbg;
      if (!noun || universal(trees.relation(at)) == Relation::Compound) continue;
      const IssuePhrase phrase = phrase_of(reading_, at, true);
      if (phrase.words.empty()) continue;
      size_t known = 0, other = 0;
      for (uint32_t word : words_.content(phrase.words)) ++(has(found->second->words, word) ? known : other);
      if (other <= known) found->second->mentions.push_back(phrase.words);
    }
    for (IssueGroup& group : groups_) {
      sort_stably(group.mentions, [](TokenRange a, TokenRange b) { return a.first != b.first ? a.first < b.first : a.end > b.end; });
      std::vector<TokenRange> apart;
      for (TokenRange mention : group.mentions)
        if (apart.empty() || !overlap(apart.back(), mention)) apart.push_back(mention);
      group.mentions = std::move(apart);
    }
  }

  void weigh(IssueGroup& group) const {
    int again = 0;
    uint32_t last = UINT32_MAX;
    for (const IssueCandidate& candidate : group.candidates) {
      group.weight = std::max(group.weight, candidate.weight);
      again += last != UINT32_MAX && candidate.sentence != last;
      last = candidate.sentence;
    }
    group.weight += std::min(again, kMostAgain);
    const auto sentences = reading_.article().sentences();
    const Sentence& lead = sentences[std::min<size_t>(kLeadSentences, sentences.size()) - 1];
    if (group.mentions.front().first < lead.first_token + lead.token_count) ++group.weight;
    if (group.mentions.size() >= kOftenMentioned) ++group.weight;
  }

  const Reading& reading_;
  const IssueWords& words_;
  std::vector<IssueGroup> groups_;
};

}  // namespace

Work group_issues(const Reading& reading, const IssueWords& words, std::span<const IssueCandidate> candidates, std::vector<IssueGroup>& groups) {
  constexpr double kTokensACandidate = 20;
  Grouper grouper(reading, words);
  for (const IssueCandidate& candidate : candidates) {
    grouper.add(candidate);
    co_yield kTokensACandidate;
  }
  for (Work part = grouper.finish(groups); part.step();) co_yield part.cost();
}

}  // namespace faultline
