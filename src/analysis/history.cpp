#include "analysis/history.h"

#include <algorithm>
#include <string_view>

namespace faultline {
namespace {

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<bool> find_history(const Article& article, uint32_t lead_end) {
  const auto sentences = article.sentences();
  std::vector<bool> is_history(sentences.size(), false);
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].first_token < lead_end) continue;
    const auto tokens = article.tokens_of(sentences[i]);
    const bool goes_on = i > 0 && is_history[i - 1] && sentences[i - 1].block == sentences[i].block;
    is_history[i] = goes_on || std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return is_year(article.fold_of(token)); });
  }
  return is_history;
}

}  // namespace faultline
