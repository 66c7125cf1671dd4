#include "analysis/links.h"

#include <algorithm>
#include <string_view>

#include "analysis/categories.h"
#include "base/sort.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

constexpr uint32_t kReach = 3;          // sentences
constexpr uint32_t kMostCompared = 32;  // signals back: keeps a book linear
constexpr size_t kSharedLetters = 5;    // "accuse" and "accusation", "reject" and "rejection"

bool is_asking(Category category) {
  return category == Category::Accusation || category == Category::Concession || category == Category::Agreement || category == Category::Threat;
}

bool is_outcome(Category category) {
  return polarity_of(category) == Polarity::Eroding && category != Category::CredibilityGap && category != Category::Accusation && category != Category::Threat;
}

class LinkReader {
 public:
  LinkReader(const Reading& reading, std::span<const Signal> signals) : reading_(reading), article_(reading.article()), signals_(signals) {
    for (const Signal& signal : signals) {
      sentence_.push_back(article_.sentence_at(signal.span.begin));
      triggers_.push_back({token_at(signal.span.begin), token_at(signal.span.end)});
    }
  }

  std::vector<Link> read() {
    for (uint32_t i = 0; i < signals_.size(); ++i) {
      if (signals_[i].category == Category::Rejection) link_rejection(i);
      if (signals_[i].category == Category::CredibilityGap) link_outcome(i);
      link_breach(i);
      link_same(i);
    }
    sort_stably(links_, [](const Link& a, const Link& b) { return a.from < b.from; });
    return std::move(links_);
  }

 private:
  uint32_t token_at(uint32_t byte) const {
    const auto tokens = article_.tokens();
    return static_cast<uint32_t>(std::lower_bound(tokens.begin(), tokens.end(), byte, [](const Token& token, uint32_t at) { return token.span.begin < at; }) - tokens.begin());
  }

  uint32_t distance(uint32_t a, uint32_t b) const { return sentence_[a] > sentence_[b] ? sentence_[a] - sentence_[b] : sentence_[b] - sentence_[a]; }

  // The nearest signal that fits, among equals the one before `i`; `i` if there is none.
  template <class Fits>
  uint32_t find_nearest(uint32_t i, Fits fits) const {
    uint32_t best = i, least = UINT32_MAX;
    const auto look = [&](uint32_t j) {
      if (distance(i, j) < least && fits(signals_[j])) best = j, least = distance(i, j);
    };
    for (uint32_t j = i; j > 0 && distance(i, j - 1) <= kReach; --j) look(j - 1);
    for (uint32_t j = i + 1; j < signals_.size() && distance(i, j) <= kReach; ++j) look(j);
    return best;
  }

  // What was asked, offered, threatened or alleged by the other side. "Ruritania denied it" names no whom.
  void link_rejection(uint32_t i) {
    const Signal& refusal = signals_[i];
    if (refusal.who < 0) return;
    const uint32_t asked = find_nearest(i, [&](const Signal& other) {
      return is_asking(other.category) && other.whom == refusal.who && other.who != refusal.who && (refusal.whom == other.who || refusal.whom == kUnspecified);
    });
    if (asked != i) links_.push_back({LinkKind::RequestRejection, asked, i});
  }

  // The act that belies a claim: by another than the one who claims, against that one or of both.
  void link_outcome(uint32_t i) {
    const Signal& claim = signals_[i];
    if (is_breach(i)) return;
    const uint32_t outcome = find_nearest(i, [&](const Signal& other) {
      return is_outcome(other.category) && other.who != claim.who && (other.who == kDyad || other.who == claim.whom || other.whom == claim.who);
    });
    if (outcome != i) links_.push_back({LinkKind::ClaimOutcome, i, outcome});
  }

  // A promise of a party, and the last word on how it was kept: the breach stated, or alleged of that party.
  void link_breach(uint32_t i) {
    if (!is_breach(i)) return;
    const PartyRef breaker = signals_[i].category == Category::Accusation ? signals_[i].whom : signals_[i].who;
    if (breaker == kUnspecified) return;
    for (uint32_t back = 1; back <= i && back <= kMostCompared; ++back) {
      const Signal& promise = signals_[i - back];
      const bool promised = promise.category == Category::Agreement || promise.category == Category::Concession;
      if (!promised || (promise.who != breaker && promise.who != kDyad)) continue;
      links_.push_back({LinkKind::PromiseBreach, i - back, i});
      return;
    }
  }

  bool is_breach(uint32_t i) const {
    const Signal& signal = signals_[i];
    if (signal.category == Category::CredibilityGap) return reading_.rules().rules()[signal.rule].field("link") == "breach";
    if (signal.category != Category::Accusation) return false;
    const uint32_t end = token_at(signal.clause.end);
    for (uint32_t at = triggers_[i].first; at < end; ++at)
      if (reading_.has(List::BreachWords, at)) return true;
    return false;
  }

  // Told again: the same act between the same two in another sentence. Two charges against one party are two acts, unless
  // what they say has a word in common.
  void link_same(uint32_t i) {
    for (uint32_t back = 1; back <= i && back <= kMostCompared; ++back) {
      const Signal& before = signals_[i - back];
      const Signal& signal = signals_[i];
      if (before.category != signal.category || before.who != signal.who || before.whom != signal.whom || signal.who == kUnspecified) continue;
      if (sentence_[i] == sentence_[i - back] || !is_same_word(i, i - back) || !is_same_object(i, i - back)) continue;
      links_.push_back({LinkKind::SameAs, i, i - back});
      return;
    }
  }

  bool is_same_word(uint32_t a, uint32_t b) const {
    const std::string_view one = lemma_of(a), other = lemma_of(b);
    return !one.empty() && (one == other || (one.size() >= kSharedLetters && other.substr(0, kSharedLetters) == one.substr(0, kSharedLetters)));
  }

  std::string_view lemma_of(uint32_t i) const {
    const TokenRange trigger = triggers_[i];
    if (trigger.empty()) return {};
    const uint32_t head = reading_.trees().head_of(trigger.first, trigger.end);
    return head < article_.tokens().size() ? reading_.trees().lemma(head) : std::string_view{};
  }

  bool is_same_object(uint32_t a, uint32_t b) const {
    const std::vector<uint32_t> one = objects_of(a), other = objects_of(b);
    if (one.empty() || other.empty()) return true;
    return std::any_of(one.begin(), one.end(), [&](uint32_t fold) { return std::find(other.begin(), other.end(), fold) != other.end(); });
  }

  // Folds of the common nouns and verbs behind the trigger in its clause.
  std::vector<uint32_t> objects_of(uint32_t i) const {
    std::vector<uint32_t> folds;
    const uint32_t end = token_at(signals_[i].clause.end);
    for (uint32_t at = triggers_[i].end; at < end; ++at) {
      const Upos upos = reading_.trees().upos(at);
      if ((upos == Upos::Noun || upos == Upos::Verb) && !reading_.has(List::IssueGeneric, at) && !reading_.has(List::IssueTimes, at)) folds.push_back(reading_.token(at).fold);
    }
    return folds;
  }

  const Reading& reading_;
  const Article& article_;
  std::span<const Signal> signals_;
  std::vector<uint32_t> sentence_;    // by signal
  std::vector<TokenRange> triggers_;  // by signal
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_links(const Reading& reading, std::span<const Signal> signals) { return LinkReader(reading, signals).read(); }

}  // namespace faultline
