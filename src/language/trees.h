// The parser's trees over the tokens of an article: what every finder of the analysis asks about grammar.
//
//   Trees trees(article, syntax);                       // syntax: of read_syntax(article, parser); not needed afterwards
//   trees.relation(token) == Relation::Nsubj            // "Kabul" in "Kabul rejected the request"
//   for (uint32_t child : trees.children(verb)) ...     // in reading order
//   trees.reach(object)                                 // the tokens from the first to the last below it
//
// The article splits "cross-border" and "cannot" otherwise than Universal Dependencies do. A token that holds several
// words of the parser is the one of them that governs the rest; of several tokens in one word the first stands for it and
// governs the others as `fixed`. No tree crosses a sentence of the article, and a
// dateline has one of its own.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "language/name_table.h"
#include "language/syntax.h"

namespace faultline {

class Parser;

inline constexpr uint32_t kNoToken = UINT32_MAX;

// Half open, as numbers of tokens of the article.
struct TokenReach {
  uint32_t first = 0, last = 0;
  bool has(uint32_t token) const { return first <= token && token < last; }
};

// What the parser reads one by one: the sentences of the article, a dateline apart from what it opens.
std::vector<Span> spans_of_sentences(const Article& article);
// Parses an article sentence by sentence, as the article cut them.
Syntax read_syntax(const Article& article, Parser& parser);

class Trees {
 public:
  class Children;

  explicit Trees(const Article& article);  // without trees yet: every token is a root
  Trees(const Article& article, const Syntax& syntax);
  // Takes the trees of the next sentences, in reading order. Nothing of `syntax` is needed afterwards.
  void append(const Syntax& syntax);

  uint32_t head(uint32_t token) const { return nodes_[token].head == 0 ? kNoToken : token + static_cast<uint32_t>(int32_t{nodes_[token].head}); }
  Relation relation(uint32_t token) const { return static_cast<Relation>(nodes_[token].relation); }
  Upos upos(uint32_t token) const { return nodes_[token].upos; }
  Xpos xpos(uint32_t token) const { return nodes_[token].xpos; }
  std::string_view lemma(uint32_t token) const;  // "" for the later tokens of one word
  Children children(uint32_t token) const;       // a range of tokens, in reading order
  // From the first to the last token below `token`, itself among them.
  TokenReach reach(uint32_t token) const { return {token - nodes_[token].before, token + nodes_[token].after + 1u}; }
  // Whether `token` is `ancestor` or stands below it.
  bool is_below(uint32_t token, uint32_t ancestor) const;
  // The first child with a relation, subtypes apart: find_child(verb, Relation::Obj); kNoToken if there is none.
  uint32_t find_child(uint32_t token, Relation relation) const;
  // Of tokens [first, last), the one that governs the others: the head of a trigger, of a mention, of a phrase.
  uint32_t head_of(uint32_t first, uint32_t last) const;

 private:
  static constexpr uint32_t kNoLemma = (1u << 24) - 1;  // an article of 64 MiB has fewer different words
  // Twelve bytes, because a long article has millions: heads and reaches are counted from the token itself. A token that
  // is further from its head than that stands alone; only one word of tens of thousands of tokens has such.
  struct Node {
    uint32_t lemma : 24 = kNoLemma;  // in lemmas_
    uint32_t relation : 8 = static_cast<uint32_t>(Relation::Root);
    Upos upos = Upos::X;
    Xpos xpos = Xpos::Fw;
    int16_t head = 0;  // 0: the root of its tree
    uint16_t before = 0, after = 0;
  };
  static_assert(sizeof(Node) == 12);

  void append_sentence(std::span<const SyntaxWord> words, uint32_t first_word, const Syntax& syntax);
  void take_word(uint32_t token, const SyntaxWord& word, const Syntax& syntax);
  void set_head(uint32_t token, uint32_t head);
  void find_reaches(uint32_t first, uint32_t last);

  const Article& article_;
  std::vector<Node> nodes_;  // by token
  NameTable lemmas_;
  uint32_t next_token_ = 0;            // the first that may belong to the next sentence
  std::vector<uint32_t> token_of_;     // scratch, by word of a sentence: the first token that meets it
  std::vector<uint32_t> word_of_;      // scratch, by token of a sentence
  std::vector<uint32_t> waiting_;      // scratch, by token of a sentence: children whose reach is not known yet
};

// The tokens whose head is `token`: looked for within its reach, which is mostly short.
class Trees::Children {
 public:
  class Iterator {
   public:
    Iterator(const Trees& trees, uint32_t token, uint32_t at, uint32_t last) : trees_(&trees), token_(token), at_(at), last_(last) { find(); }
    uint32_t operator*() const { return at_; }
    Iterator& operator++() {
      ++at_;
      find();
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void find() {
      while (at_ < last_ && trees_->head(at_) != token_) ++at_;
    }
    const Trees* trees_;
    uint32_t token_, at_, last_;
  };

  Children(const Trees& trees, uint32_t token) : trees_(trees), token_(token), reach_(trees.reach(token)) {}
  Iterator begin() const { return {trees_, token_, reach_.first, reach_.last}; }
  Iterator end() const { return {trees_, token_, reach_.last, reach_.last}; }
  bool empty() const { return begin() == end(); }

 private:
  const Trees& trees_;
  uint32_t token_;
  TokenReach reach_;
};

inline Trees::Children Trees::children(uint32_t token) const { return Children(*this, token); }

}  // namespace faultline
