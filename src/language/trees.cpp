#include "language/trees.h"

#include <algorithm>

#include "language/parser.h"

namespace faultline {

std::vector<Span> spans_of_sentences(const Article& article) {
  std::vector<Span> spans;
  spans.reserve(article.sentences().size());
  for (const Sentence& sentence : article.sentences()) spans.push_back(sentence.span);
  return spans;
}

Syntax read_syntax(const Article& article, Parser& parser) {
  Syntax syntax;
  parser.parse(article.text(), spans_of_sentences(article), syntax);
  return syntax;
}

Trees::Trees(const Article& article, const Syntax& syntax) : syntax_(syntax), nodes_(article.tokens().size()) {
  attach(article);
  gather_children();
  find_reaches(article);
}

// Tokens and words are both in reading order: one walk over both finds which meet.
void Trees::attach(const Article& article) {
  const auto words = syntax_.words();
  const auto tokens = article.tokens();
  std::vector<uint32_t> token_of(words.size(), kNoToken);  // the first token that meets the word
  uint32_t word = 0;
  for (uint32_t token = 0; token < tokens.size(); ++token) {
    const Span span = tokens[token].span;
    while (word < words.size() && words[word].span.end <= span.begin) ++word;
    if (word == words.size() || words[word].span.begin >= span.end) continue;
    nodes_[token].word = word;
    if (token_of[word] != kNoToken) {
      nodes_[token].head = token_of[word];
      nodes_[token].relation = Relation::Fixed;
      nodes_[token].upos = words[word].upos;
      nodes_[token].xpos = words[word].xpos;
      nodes_[token].word = UINT32_MAX;
      continue;
    }
    // Of the words within the token, the one whose head lies outside.
    uint32_t end = word;
    while (end < words.size() && words[end].span.begin < span.end) token_of[end++] = token;
    for (uint32_t each = word; each < end; ++each)
      if (words[each].head == SyntaxWord::kNoHead || words[each].head < word || words[each].head >= end) {
        nodes_[token].word = each;
        break;
      }
  }
  for (uint32_t token = 0; token < tokens.size(); ++token) {
    Node& node = nodes_[token];
    if (node.word == UINT32_MAX) continue;
    const SyntaxWord& own = words[node.word];
    node.relation = own.relation;
    node.upos = own.upos;
    node.xpos = own.xpos;
    if (own.head != SyntaxWord::kNoHead && token_of[own.head] != token) node.head = token_of[own.head];
  }
}

void Trees::gather_children() {
  for (const Node& node : nodes_)
    if (node.head != kNoToken) ++nodes_[node.head].child_count;
  uint32_t first = 0;
  for (Node& node : nodes_) {
    node.first_child = first;
    first += node.child_count;
    node.child_count = 0;
  }
  children_.resize(first);
  for (uint32_t token = 0; token < nodes_.size(); ++token) {
    if (nodes_[token].head == kNoToken) continue;
    Node& head = nodes_[nodes_[token].head];
    children_[head.first_child + head.child_count++] = token;
  }
}

// From the leaves upward: a token hands its reach to its head once all its own children have handed theirs.
void Trees::find_reaches(const Article& article) {
  std::vector<uint32_t> waiting(nodes_.size()), ready;
  for (uint32_t token = 0; token < nodes_.size(); ++token) {
    nodes_[token].reach = {token, token + 1};
    waiting[token] = nodes_[token].child_count;
  }
  for (const Sentence& sentence : article.sentences())
    for (uint32_t token = sentence.first_token; token < sentence.first_token + sentence.token_count; ++token) {
      uint32_t done = token;
      while (waiting[done] == 0) {
        waiting[done] = UINT32_MAX;
        const uint32_t head = nodes_[done].head;
        if (head == kNoToken) break;
        TokenReach& reach = nodes_[head].reach;
        reach.first = std::min(reach.first, nodes_[done].reach.first);
        reach.last = std::max(reach.last, nodes_[done].reach.last);
        --waiting[head];
        if (head > token) break;  // its own turn comes
        done = head;
      }
    }
}

std::string_view Trees::lemma(uint32_t token) const {
  return nodes_[token].word == UINT32_MAX ? std::string_view() : syntax_.lemma_of(syntax_.words()[nodes_[token].word]);
}

std::span<const uint32_t> Trees::children(uint32_t token) const {
  return std::span<const uint32_t>(children_).subspan(nodes_[token].first_child, nodes_[token].child_count);
}

bool Trees::is_below(uint32_t token, uint32_t ancestor) const {
  while (token != kNoToken && token != ancestor) token = nodes_[token].head;
  return token == ancestor;
}

uint32_t Trees::find_child(uint32_t token, Relation relation) const {
  for (const uint32_t child : children(token))
    if (nodes_[child].relation == relation || universal(nodes_[child].relation) == relation) return child;
  return kNoToken;
}

uint32_t Trees::head_of(uint32_t first, uint32_t last) const {
  for (uint32_t token = first; token < last; ++token) {
    const uint32_t head = nodes_[token].head;
    if (nodes_[token].upos != Upos::Punct && (head == kNoToken || head < first || head >= last)) return token;
  }
  return first;
}

}  // namespace faultline
