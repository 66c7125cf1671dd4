#include "rules/lexicon.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace faultline {

void Lexicon::add(std::string_view list, uint32_t entry, std::string_view phrase) {
  const uint32_t id = lists_.try_emplace(std::string(list), static_cast<uint32_t>(lists_.size())).first->second;
  std::vector<Token> tokens;
  append_tokens(phrase, {0, static_cast<uint32_t>(phrase.size())}, tokens);
  if (tokens.empty()) return;
  Phrase made{{}, id, entry};
  for (const Token& token : tokens) made.words.push_back(fold_case(text_of(phrase, token.span)));
  std::vector<Phrase>& same_start = by_first_word_[made.words.front()];
  // Longest first, so that a look-up meets "foreign minister" before "foreign"; equal lengths keep their order.
  auto place = std::find_if(same_start.begin(), same_start.end(),
                            [&](const Phrase& other) { return other.words.size() < made.words.size(); });
  same_start.insert(place, std::move(made));
}

void Lexicon::add_cell(std::string_view list, uint32_t entry, std::string_view cell) {
  while (!cell.empty()) {
    const size_t bar = cell.find('|');
    add(list, entry, cell.substr(0, bar));
    cell.remove_prefix(bar == std::string_view::npos ? cell.size() : bar + 1);
  }
}

uint32_t Lexicon::find_list(std::string_view list) const {
  auto found = lists_.find(list);
  return found == lists_.end() ? kNoList : found->second;
}

LexiconReading::LexiconReading(const Lexicon& lexicon, const Article& article) {
  std::vector<const std::vector<Lexicon::Phrase>*> starts(article.fold_count(), nullptr);
  for (uint32_t fold = 0; fold < article.fold_count(); ++fold) {
    auto found = lexicon.by_first_word_.find(std::string(article.fold_text(fold)));
    if (found != lexicon.by_first_word_.end()) starts[fold] = &found->second;
  }
  const std::span<const Token> tokens = article.tokens();
  first_hit_.assign(tokens.size() + 1, 0);
  for (const Sentence& sentence : article.sentences()) {
    const uint32_t end = sentence.first_token + sentence.token_count;
    for (uint32_t at = sentence.first_token; at < end; ++at) {
      first_hit_[at] = static_cast<uint32_t>(hits_.size());
      const auto* phrases = starts[tokens[at].fold];
      if (phrases == nullptr) continue;
      for (const Lexicon::Phrase& phrase : *phrases) {
        const uint32_t count = static_cast<uint32_t>(phrase.words.size());
        if (at + count > end) continue;
        bool same = true;
        for (uint32_t i = 1; same && i < count; ++i) same = article.fold_of(tokens[at + i]) == phrase.words[i];
        if (same) hits_.push_back({at, count, phrase.list, phrase.entry});
      }
    }
  }
  first_hit_[tokens.size()] = static_cast<uint32_t>(hits_.size());
}

std::span<const LexiconHit> LexiconReading::hits_at(uint32_t token) const {
  const uint32_t begin = first_hit_[token];
  uint32_t end = begin;
  while (end < hits_.size() && hits_[end].token == token) ++end;
  return std::span(hits_).subspan(begin, end - begin);
}

const LexiconHit* LexiconReading::find(uint32_t list, uint32_t token) const {
  for (uint32_t i = first_hit_[token]; i < hits_.size() && hits_[i].token == token; ++i)
    if (hits_[i].list == list) return &hits_[i];
  return nullptr;
}

uint32_t LexiconReading::longest(uint32_t list, uint32_t token) const {
  const LexiconHit* hit = find(list, token);
  return hit == nullptr ? 0 : hit->token_count;
}

}  // namespace faultline
