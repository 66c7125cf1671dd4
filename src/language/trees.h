// The parser's trees over the tokens of an article: what every finder of the analysis asks about grammar.
//
//   Trees trees(article, syntax);                       // syntax: of read_syntax(article, parser)
//   trees.relation(token) == Relation::Nsubj            // "Kabul" in "Kabul rejected the request"
//   for (uint32_t child : trees.children(verb)) ...     // in reading order
//   trees.reach(object)                                 // the tokens from the first to the last below it
//
// The article splits "cross-border" and "cannot" otherwise than Universal Dependencies do. A token that holds several
// words of the parser is the one of them that governs the rest; of several tokens in one word the first stands for it and
// governs the others as `fixed`. No tree crosses a sentence of the article.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "language/syntax.h"

namespace faultline {

class Parser;

inline constexpr uint32_t kNoToken = UINT32_MAX;

// Half open, as numbers of tokens of the article.
struct TokenReach {
  uint32_t first = 0, last = 0;
  bool has(uint32_t token) const { return first <= token && token < last; }
};

std::vector<Span> spans_of_sentences(const Article& article);
// Parses an article sentence by sentence, as the article cut them.
Syntax read_syntax(const Article& article, Parser& parser);

class Trees {
 public:
  Trees(const Article& article, const Syntax& syntax);  // keeps `syntax` by reference

  uint32_t head(uint32_t token) const { return nodes_[token].head; }  // kNoToken: the root of its tree
  Relation relation(uint32_t token) const { return nodes_[token].relation; }
  Upos upos(uint32_t token) const { return nodes_[token].upos; }
  Xpos xpos(uint32_t token) const { return nodes_[token].xpos; }
  std::string_view lemma(uint32_t token) const;  // "" for the later tokens of one word
  std::span<const uint32_t> children(uint32_t token) const;
  // From the first to the last token below `token`, itself among them.
  TokenReach reach(uint32_t token) const { return nodes_[token].reach; }
  // Whether `token` is `ancestor` or stands below it.
  bool is_below(uint32_t token, uint32_t ancestor) const;
  // The first child with a relation, subtypes apart: find_child(verb, Relation::Obj); kNoToken if there is none.
  uint32_t find_child(uint32_t token, Relation relation) const;
  // Of tokens [first, last), the one that governs the others: the head of a trigger, of a mention, of a phrase.
  uint32_t head_of(uint32_t first, uint32_t last) const;

 private:
  struct Node {
    uint32_t head = kNoToken;
    uint32_t word = UINT32_MAX;  // of the syntax
    uint32_t first_child = 0;    // index into children_
    uint32_t child_count = 0;
    TokenReach reach;
    Relation relation = Relation::Root;
    Upos upos = Upos::X;
    Xpos xpos = Xpos::Fw;
  };
  void attach(const Article& article);
  void gather_children();
  void find_reaches(const Article& article);

  const Syntax& syntax_;
  std::vector<Node> nodes_;        // by token
  std::vector<uint32_t> children_;
};

}  // namespace faultline
