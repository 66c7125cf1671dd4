#include "analysis/links.h"

#include <algorithm>

#include "analysis/categories.h"

namespace faultline {

namespace {

constexpr uint32_t kReach = 3;  // sentences

class LinkReader {
 public:
  LinkReader(const Article& article, std::span<const Signal> signals) : article_(article), signals_(signals) {
    for (const Signal& signal : signals) {
      const auto sentences = article.sentences();
      auto after = std::upper_bound(sentences.begin(), sentences.end(), signal.span.begin, [](uint32_t byte, const Sentence& sentence) { return byte < sentence.span.begin; });
      sentence_.push_back(after == sentences.begin() ? 0 : static_cast<uint32_t>(after - sentences.begin()) - 1);
    }
  }

  std::vector<Link> read() {
    for (uint32_t i = 0; i < signals_.size(); ++i) {
      switch (signals_[i].category) {
        case Category::Accusation:
        case Category::Concession:
        case Category::Agreement:
        case Category::Threat: link_answer(i); break;
        case Category::CredibilityGap: link_outcome(i); break;
        default: break;
      }
      link_same(i);
    }
    return std::move(links_);
  }

 private:
  bool is_near(uint32_t a, uint32_t b) const { return sentence_[a] <= sentence_[b] + kReach && sentence_[b] <= sentence_[a] + kReach; }
  bool are_opposite(const Signal& a, const Signal& b) const { return a.who >= 0 && a.whom >= 0 && a.who == b.whom && a.whom == b.who; }

  // The signals near `i`, by the sorted order of their sentences.
  template <class Fits>
  void link_nearest(uint32_t i, LinkKind kind, Fits fits) {
    uint32_t best = i, distance = UINT32_MAX;
    auto look = [&](uint32_t j) {
      const uint32_t away = sentence_[j] > sentence_[i] ? sentence_[j] - sentence_[i] : sentence_[i] - sentence_[j];
      if (away < distance && fits(signals_[j])) best = j, distance = away;
    };
    for (uint32_t j = i + 1; j < signals_.size() && is_near(i, j); ++j) look(j);
    for (uint32_t j = i; j > 0 && is_near(i, j - 1); --j) look(j - 1);
    if (best != i) links_.push_back({kind, i, best});
  }

  void link_answer(uint32_t i) {
    link_nearest(i, LinkKind::RequestRejection, [&](const Signal& other) { return other.category == Category::Rejection && are_opposite(signals_[i], other); });
  }

  void link_outcome(uint32_t i) {
    link_nearest(i, LinkKind::ClaimOutcome, [&](const Signal& other) {
      return polarity_of(other.category) == Polarity::Eroding && other.category != Category::CredibilityGap && other.who != signals_[i].who &&
             (other.who == kDyad || other.who == signals_[i].whom);
    });
  }

  // Told again: the same act between the same two, with the same first word of the trigger.
  void link_same(uint32_t i) {
    for (uint32_t back = 1; back <= i && back <= kMostCompared; ++back) {
      const Signal& before = signals_[i - back];
      const Signal& signal = signals_[i];
      if (before.category != signal.category || before.who != signal.who || before.whom != signal.whom || signal.who == kUnspecified) continue;
      if (first_word(before) != first_word(signal)) continue;
      links_.push_back({LinkKind::SameAs, i, i - back});
      return;
    }
  }

  uint32_t first_word(const Signal& signal) const {
    const auto tokens = article_.tokens();
    auto at = std::lower_bound(tokens.begin(), tokens.end(), signal.span.begin, [](const Token& token, uint32_t byte) { return token.span.begin < byte; });
    return at == tokens.end() ? Article::kNoFold : at->fold;
  }

  static constexpr uint32_t kMostCompared = 32;  // keeps a book linear

  const Article& article_;
  std::span<const Signal> signals_;
  std::vector<uint32_t> sentence_;  // by signal
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_links(const Article& article, std::span<const Signal> signals) { return LinkReader(article, signals).read(); }

}  // namespace faultline
