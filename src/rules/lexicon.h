// Finds the phrases of named word lists in an article, all lists in one pass.
//
//   Lexicon lexicon;
//   lexicon.add("title.state", 0, "prime minister");
//   const uint32_t titles = lexicon.find_list("title.state");
//   LexiconReading reading(lexicon, article, {&titles, 1});
//   if (uint32_t n = reading.longest(titles, token)) ...   // n tokens
//
// A phrase is cut into words as the article is, so "People's Republic" is three tokens in both. Looking up costs one
// hash a distinct word of the article, however long the lists are.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/work.h"
#include "text/folds.h"

namespace faultline {

class Lexicon {
 public:
  static constexpr uint32_t kNoList = UINT32_MAX;
  static constexpr size_t kMostLists = 1 << 10, kMostEntries = 1 << 17;  // of a list
  static constexpr size_t kMostWords = 31;                               // of a phrase; a longer one is never found
  // Adds a phrase to a list, which it makes when it is new. `entry` is handed back with every hit.
  void add(std::string_view list, uint32_t entry, std::string_view phrase);
  // Adds every phrase of a cell like "Pakistan|Islamic Republic of Pakistan".
  void add_cell(std::string_view list, uint32_t entry, std::string_view cell);
  uint32_t find_list(std::string_view list) const;  // kNoList when no phrase was added to it

 private:
  friend class LexiconReading;
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Phrase {
    uint32_t list, entry;
    uint32_t begin, count;  // its words in phrase_words_
    uint32_t next;          // the next phrase with the same first word, none of which is longer; kNone at the end
  };
  std::span<const uint32_t> words_of(const Phrase& phrase) const { return std::span(phrase_words_).subspan(phrase.begin, phrase.count); }

  std::map<std::string, uint32_t, std::less<>> lists_;
  FoldTable words_;
  std::vector<uint32_t> phrase_words_;
  std::vector<Phrase> phrases_;
  std::vector<uint32_t> first_phrase_;  // by word: the longest that begins with it, or kNone
  std::vector<Token> tokens_;           // of the phrase that is being added
};

// Four bytes, because a long article has some two a token; the loader of rule packs keeps the limits.
struct LexiconHit {
  uint32_t list : 10 = 0;
  uint32_t token_count : 5 = 0;
  uint32_t entry : 17 = 0;
};
static_assert(sizeof(LexiconHit) == 4);

class LexiconReading {
 public:
  // Looks for the phrases of `lists` only; kNoList among them does no harm.
  LexiconReading(const Lexicon& lexicon, const Article& article, std::span<const uint32_t> lists);
  // The same in pieces, counted in tokens; until it is done the reading has no hits to tell.
  LexiconReading() = default;
  Work read(const Lexicon& lexicon, const Article& article, std::span<const uint32_t> lists);

  // Every hit that begins at `token`, longest first.
  std::span<const LexiconHit> hits_at(uint32_t token) const;
  // The longest hit of `list` that begins at `token`; nullptr when there is none. It never leaves the sentence.
  const LexiconHit* find(uint32_t list, uint32_t token) const;
  uint32_t longest(uint32_t list, uint32_t token) const;  // its number of tokens, or 0

 private:
  std::vector<LexiconHit> hits_;
  std::vector<uint32_t> first_hit_;  // by token, one past the last token too
};

}  // namespace faultline
