#include "rules/lexicon.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace faultline {

void Lexicon::add(std::string_view list, uint32_t entry, std::string_view phrase) {
  const uint32_t id = lists_.try_emplace(std::string(list), static_cast<uint32_t>(lists_.size())).first->second;
  std::vector<Token> tokens;
  append_tokens(phrase, {0, static_cast<uint32_t>(phrase.size())}, tokens);
  // "gov.", "oct.": before a name or a number the stop belongs to the word, alone it would end a sentence.
  if (tokens.size() > 1 && text_of(phrase, tokens.back().span) == "." && tokens[tokens.size() - 2].span.end == tokens.back().span.begin) {
    tokens[tokens.size() - 2].span.end = tokens.back().span.end;
    tokens.pop_back();
  }
  if (tokens.empty() || tokens.size() > kMostWords) return;
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

template <class Add>
void LexiconReading::find_hits(const Article& article, const Phrases& phrases, uint32_t at, uint32_t end, Add add) {
  for (const Lexicon::Phrase* each : phrases) {
    const Lexicon::Phrase& phrase = *each;
    const auto count = static_cast<uint32_t>(phrase.words.size());
    if (at + count > end) continue;
    bool same = true;
    for (uint32_t i = 1; same && i < count; ++i) same = article.fold_of(article.tokens()[at + i]) == phrase.words[i];
    if (!same) continue;
    LexiconHit hit;
    hit.list = phrase.list & (Lexicon::kMostLists - 1);
    hit.token_count = count & Lexicon::kMostWords;
    hit.entry = phrase.entry & (Lexicon::kMostEntries - 1);
    add(hit);
  }
}

LexiconReading::LexiconReading(const Lexicon& lexicon, const Article& article, std::span<const uint32_t> lists) {
  std::vector<bool> wanted(lexicon.lists_.size(), false);
  for (const uint32_t list : lists)
    if (list != Lexicon::kNoList) wanted[list] = true;
  std::vector<Phrases> starts(article.fold_count());
  for (uint32_t fold = 0; fold < article.fold_count(); ++fold) {
    auto found = lexicon.by_first_word_.find(std::string(article.fold_text(fold)));
    if (found == lexicon.by_first_word_.end()) continue;
    for (const Lexicon::Phrase& phrase : found->second)
      if (wanted[phrase.list]) starts[fold].push_back(&phrase);
  }
  auto read = [&](auto begin_token, auto add) {
    for (const Sentence& sentence : article.sentences()) {
      const uint32_t end = sentence.first_token + sentence.token_count;
      for (uint32_t at = sentence.first_token; at < end; ++at) {
        begin_token(at);
        find_hits(article, starts[article.tokens()[at].fold], at, end, add);
      }
    }
  };
  // Counted first: a vector that grows holds its hits twice, and this is the largest of the analysis.
  size_t count = 0;
  read([](uint32_t) {}, [&](LexiconHit) { ++count; });
  hits_.reserve(count);
  first_hit_.assign(article.tokens().size() + 1, 0);
  read([&](uint32_t at) { first_hit_[at] = static_cast<uint32_t>(hits_.size()); }, [&](LexiconHit hit) { hits_.push_back(hit); });
  first_hit_.back() = static_cast<uint32_t>(hits_.size());
}

std::span<const LexiconHit> LexiconReading::hits_at(uint32_t token) const {
  return std::span(hits_).subspan(first_hit_[token], first_hit_[token + 1] - first_hit_[token]);
}

const LexiconHit* LexiconReading::find(uint32_t list, uint32_t token) const {
  for (const LexiconHit& hit : hits_at(token))
    if (hit.list == list) return &hit;
  return nullptr;
}

uint32_t LexiconReading::longest(uint32_t list, uint32_t token) const {
  const LexiconHit* hit = find(list, token);
  return hit == nullptr ? 0 : hit->token_count;
}

}  // namespace faultline
