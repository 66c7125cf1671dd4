#include "language/trees.h"

#include <algorithm>

#include "article/dateline.h"
#include "language/parser.h"

namespace faultline {

std::vector<Span> spans_of_sentences(const Article& article) {
  std::vector<Span> spans;
  spans.reserve(article.sentences().size());
  for (const Sentence& sentence : article.sentences()) {
    const uint32_t begin = end_of_dateline(article, sentence);
    if (begin == sentence.first_token) {
      spans.push_back(sentence.span);
      continue;
    }
    const uint32_t at = article.tokens()[begin].span.begin;
    spans.push_back({sentence.span.begin, article.tokens()[begin - 1].span.end});
    spans.push_back({at, sentence.span.end});
  }
  return spans;
}

Syntax read_syntax(const Article& article, Parser& parser) {
  Syntax syntax;
  parser.parse(article.text(), spans_of_sentences(article), syntax);
  return syntax;
}

Trees::Trees(const Article& article) : article_(article), nodes_(article.tokens().size()) {}

Trees::Trees(const Article& article, const Syntax& syntax) : Trees(article) { append(syntax); }

void Trees::append(const Syntax& syntax) {
  for (const SyntaxSentence& sentence : syntax.sentences()) append_sentence(syntax.words_of(sentence), sentence.first_word, syntax);
}

namespace {

uint32_t depth_of(std::span<const SyntaxWord> words, uint32_t first_word, uint32_t word) {
  uint32_t depth = 0;
  for (; words[word].head != SyntaxWord::kNoHead; word = words[word].head - first_word) ++depth;
  return depth;
}

}  // namespace

// Tokens and words are both in reading order: one walk over both finds which meet.
void Trees::append_sentence(std::span<const SyntaxWord> words, uint32_t first_word, const Syntax& syntax) {
  const auto tokens = article_.tokens();
  while (next_token_ < tokens.size() && tokens[next_token_].span.end <= words.front().span.begin) ++next_token_;
  const uint32_t first = next_token_;
  token_of_.assign(words.size(), kNoToken);
  word_of_.clear();
  uint32_t word = 0, token = first;
  for (; token < tokens.size() && tokens[token].span.begin < words.back().span.end; ++token) {
    const Span span = tokens[token].span;
    while (words[word].span.end <= span.begin) ++word;
    word_of_.push_back(kNoToken);
    if (words[word].span.begin >= span.end) continue;
    if (token_of_[word] != kNoToken) {
      set_head(token, token_of_[word]);
      nodes_[token].relation = static_cast<uint32_t>(Relation::Fixed);
      nodes_[token].upos = words[word].upos;
      nodes_[token].xpos = words[word].xpos;
      continue;
    }
    // Of the words within the token, the one nearest to the root: heads of tokens then lead there as well, and never in a ring.
    uint32_t end = word;
    while (end < words.size() && words[end].span.begin < span.end) token_of_[end++] = token;
    uint32_t governor = word;
    for (uint32_t other = word, least = UINT32_MAX; end > word + 1 && other < end; ++other) {
      const uint32_t depth = depth_of(words, first_word, other);
      if (depth < least) least = depth, governor = other;
    }
    word_of_.back() = governor;
  }
  next_token_ = token;
  for (token = first; token < next_token_; ++token) {
    if (word_of_[token - first] == kNoToken) continue;
    const SyntaxWord& own = words[word_of_[token - first]];
    take_word(token, own, syntax);
    const uint32_t head = own.head == SyntaxWord::kNoHead ? kNoToken : token_of_[own.head - first_word];
    if (head != kNoToken && head != token) set_head(token, head);
  }
  find_reaches(first, next_token_);
}

void Trees::take_word(uint32_t token, const SyntaxWord& word, const Syntax& syntax) {
  Node& node = nodes_[token];
  node.relation = static_cast<uint32_t>(word.relation);
  node.upos = word.upos;
  node.xpos = word.xpos;
  const std::string_view lemma = syntax.lemma_of(word);
  uint32_t number = lemmas_.find(lemma);
  if (number == NameTable::kNone) {
    number = lemmas_.size();
    lemmas_.add(lemma);
  }
  node.lemma = number;
}

void Trees::set_head(uint32_t token, uint32_t head) {
  const int64_t distance = int64_t{head} - token;
  if (distance >= INT16_MIN && distance <= INT16_MAX) nodes_[token].head = static_cast<int16_t>(distance);
}

// From the leaves upward: a token hands its reach to its head once all its own children have handed theirs.
void Trees::find_reaches(uint32_t first, uint32_t last) {
  waiting_.assign(last - first, 0);
  for (uint32_t token = first; token < last; ++token)
    if (head(token) != kNoToken) ++waiting_[head(token) - first];
  for (uint32_t token = first; token < last; ++token) {
    uint32_t done = token;
    while (waiting_[done - first] == 0) {
      waiting_[done - first] = UINT32_MAX;
      const uint32_t above = head(done);
      if (above == kNoToken) break;
      const TokenReach below = reach(done);
      Node& node = nodes_[above];
      if (below.first < above) node.before = std::max(node.before, static_cast<uint16_t>(std::min(above - below.first, 65535u)));
      if (below.last > above + 1) node.after = std::max(node.after, static_cast<uint16_t>(std::min(below.last - above - 1, 65535u)));
      --waiting_[above - first];
      if (above > token) break;  // its own turn comes
      done = above;
    }
  }
}

std::string_view Trees::lemma(uint32_t token) const {
  return nodes_[token].lemma == kNoLemma ? std::string_view() : lemmas_.name(nodes_[token].lemma);
}

bool Trees::is_below(uint32_t token, uint32_t ancestor) const {
  while (token != kNoToken && token != ancestor) token = head(token);
  return token == ancestor;
}

uint32_t Trees::find_child(uint32_t token, Relation relation) const {
  for (const uint32_t child : children(token))
    if (this->relation(child) == relation || universal(this->relation(child)) == relation) return child;
  return kNoToken;
}

uint32_t Trees::head_of(uint32_t first, uint32_t last) const {
  for (uint32_t token = first; token < last; ++token) {
    const uint32_t above = head(token);
    if (nodes_[token].upos != Upos::Punct && (above == kNoToken || above < first || above >= last)) return token;
  }
  return first;
}

}  // namespace faultline
