#include "rules/lexicon.h"

#include "text/words.h"

namespace faultline {

void Lexicon::add(std::string_view list, uint32_t entry, std::string_view phrase) {
  auto known = lists_.find(list);
  if (known == lists_.end()) known = lists_.try_emplace(std::string(list), static_cast<uint32_t>(lists_.size())).first;
  tokens_.clear();
  append_tokens(phrase, {0, static_cast<uint32_t>(phrase.size())}, tokens_);
  // "gov.", "oct.": before a name or a number the stop belongs to the word, alone it would end a sentence.
  if (tokens_.size() > 1 && text_of(phrase, tokens_.back().span) == "." && tokens_[tokens_.size() - 2].span.end == tokens_.back().span.begin) {
    tokens_[tokens_.size() - 2].span.end = tokens_.back().span.end;
    tokens_.pop_back();
  }
  if (tokens_.empty() || tokens_.size() > kMostWords) return;
  Phrase made{known->second, entry, static_cast<uint32_t>(phrase_words_.size()), static_cast<uint32_t>(tokens_.size()), kNone};
  for (const Token& token : tokens_) phrase_words_.push_back(words_.intern(text_of(phrase, token.span)));
  first_phrase_.resize(words_.size(), kNone);
  // Longest first, so that a look-up meets "foreign minister" before "foreign"; equal lengths keep their order.
  uint32_t* place = &first_phrase_[phrase_words_[made.begin]];
  while (*place != kNone && phrases_[*place].count >= made.count) place = &phrases_[*place].next;
  made.next = *place;
  *place = static_cast<uint32_t>(phrases_.size());
  phrases_.push_back(made);
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

LexiconReading::LexiconReading(const Lexicon& lexicon, const Article& article, std::span<const uint32_t> lists) {
  read(lexicon, article, lists).finish();
}

Work LexiconReading::read(const Lexicon& lexicon, const Article& article, std::span<const uint32_t> lists) {
  std::vector<bool> wanted(lexicon.lists_.size(), false);
  for (const uint32_t list : lists)
    if (list != Lexicon::kNoList) wanted[list] = true;
  std::vector<std::vector<const Lexicon::Phrase*>> starts(article.fold_count());
  std::vector<uint32_t> words(article.fold_count());  // of the lexicon, by fold of the article
  for (uint32_t fold = 0; fold < article.fold_count(); ++fold) {
    words[fold] = lexicon.words_.find(article.fold_text(fold));
    if (words[fold] == FoldTable::kNone) continue;
    for (uint32_t at = lexicon.first_phrase_[words[fold]]; at != Lexicon::kNone; at = lexicon.phrases_[at].next)
      if (wanted[lexicon.phrases_[at].list]) starts[fold].push_back(&lexicon.phrases_[at]);
    co_yield 1;
  }
  const std::span<const Token> tokens = article.tokens();
  auto find_hits = [&](uint32_t at, uint32_t end, auto add) {
    for (const Lexicon::Phrase* phrase : starts[tokens[at].fold]) {
      if (at + phrase->count > end) continue;
      const std::span<const uint32_t> wanted_words = lexicon.words_of(*phrase);
      uint32_t same = 1;
      while (same < phrase->count && words[tokens[at + same].fold] == wanted_words[same]) ++same;
      if (same < phrase->count) continue;
      LexiconHit hit;
      hit.list = phrase->list & (Lexicon::kMostLists - 1);
      hit.token_count = phrase->count & Lexicon::kMostWords;
      hit.entry = phrase->entry & (Lexicon::kMostEntries - 1);
      add(hit);
    }
  };
  first_hit_.assign(tokens.size() + 1, 0);
  // Counted first: a vector that grows holds its hits twice, and this is the largest of the analysis.
  size_t count = 0;
  for (const bool is_counting : {true, false}) {
    for (const Sentence& sentence : article.sentences()) {
      const uint32_t end = sentence.first_token + sentence.token_count;
      for (uint32_t at = sentence.first_token; at < end; ++at) {
        if (is_counting) {
          find_hits(at, end, [&](LexiconHit) { ++count; });
        } else {
          first_hit_[at] = static_cast<uint32_t>(hits_.size());
          find_hits(at, end, [&](LexiconHit hit) { hits_.push_back(hit); });
        }
      }
      co_yield sentence.token_count * 0.5;
    }
    if (is_counting) hits_.reserve(count);
  }
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
