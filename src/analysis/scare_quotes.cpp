#include "analysis/scare_quotes.h"

#include <algorithm>

namespace faultline {
namespace {

constexpr uint32_t kMostTokens = 4;
constexpr std::string_view kRule = "credibility-gap.scare-quote";

class ListOfFolds {
 public:
  ListOfFolds(const Scene& scene, std::string_view list) : in_(scene.article.fold_count(), false) {
    for (const std::string& word : scene.rules.words(list))
      if (const uint32_t fold = scene.article.find_fold(word); fold != Article::kNoFold) in_[fold] = true;
  }
  bool has_any(const Scene& scene, uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i < last; ++i)
      if (in_[scene.token(i).fold]) return true;
    return false;
  }

 private:
  std::vector<bool> in_;
};

}  // namespace

void append_scare_quotes(const Scene& scene, std::vector<Match>& matches) {
  const Rule* rule = scene.rules.find_rule(kRule);
  if (rule == nullptr) return;
  const auto index = static_cast<uint32_t>(rule - scene.rules.rules().data());
  const ListOfFolds evaluative(scene, "evaluative"), distancing(scene, "distancing"), contrast(scene, "contrast");
  const auto tokens = scene.article.tokens();
  for (const QuotedSpan& quote : scene.voices.quotes) {
    const auto begin = std::lower_bound(tokens.begin(), tokens.end(), quote.span.begin,
                                        [](const Token& token, uint32_t at) { return token.span.begin < at; });
    const auto first = static_cast<uint32_t>(begin - tokens.begin());
    uint32_t last = first;
    while (last < tokens.size() && tokens[last].span.end <= quote.span.end) ++last;
    while (last > first && tokens[last - 1].kind == TokenKind::Punctuation) --last;
    if (first == last || last - first > kMostTokens || !evaluative.has_any(scene, first, last)) continue;
    const Sentence& sentence = scene.article.sentences()[scene.clause_at(first).sentence];
    const uint32_t end = sentence.first_token + sentence.token_count;
    // In another's words a contrast is the speaker's own, unless it stands before the quoted word ("despite the “warm” ties")
    // or the writer goes on: "called them “warm”, but the envoys left".
    const bool is_the_writers = scene.voices.at(quote.span).speaker == 0;
    const uint32_t from = is_the_writers ? sentence.first_token : scene.clause_at(first).first;
    bool is_set_against = contrast.has_any(scene, from, first);
    for (uint32_t i = last; i < end && !is_set_against; ++i)
      is_set_against = contrast.has_any(scene, i, i + 1) && (is_the_writers || scene.voices.at(scene.span_of(i, i + 1)).speaker == 0);
    if (!is_set_against && !distancing.has_any(scene, sentence.first_token, first)) continue;
    matches.push_back({index, first, last, first, last, kNoToken, kNoToken});
  }
}

}  // namespace faultline
