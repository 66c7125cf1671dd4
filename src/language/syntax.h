// What the parser found: the words of a text with their tags, lemmas and heads, sentence by sentence.
//
//   Syntax syntax;
//   parser.parse(article.text(), blocks, syntax);
//   for (const SyntaxSentence& sentence : syntax.sentences())
//     for (const SyntaxWord& word : syntax.words_of(sentence))
//       if (word.relation == Relation::NsubjPass) use(syntax.lemma_of(syntax.words()[word.head]));
//
// Words are those of Universal Dependencies (tokens.h) and name bytes of the text, as the tokens of article.h do.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/tags.h"

namespace faultline {

struct SyntaxWord {
  static constexpr uint32_t kNoHead = UINT32_MAX;  // of the root of a sentence

  Span span;
  uint32_t head = kNoHead;  // index into Syntax::words()
  uint32_t lemma_begin = 0, lemma_end = 0;
  Upos upos = Upos::X;
  Xpos xpos = Xpos::Fw;
  Relation relation = Relation::Root;
};

struct SyntaxSentence {
  Span span;
  uint32_t first_word = 0;
  uint32_t word_count = 0;
};

class Syntax {
 public:
  std::span<const SyntaxWord> words() const { return words_; }
  std::span<const SyntaxSentence> sentences() const { return sentences_; }
  std::span<const SyntaxWord> words_of(const SyntaxSentence& sentence) const {
    return words().subspan(sentence.first_word, sentence.word_count);
  }
  std::string_view lemma_of(const SyntaxWord& word) const {
    return std::string_view(lemmas_).substr(word.lemma_begin, word.lemma_end - word.lemma_begin);
  }
  // Keeps its memory. While a parser reads on, what follows is numbered from 0 again.
  void clear() {
    words_.clear();
    sentences_.clear();
    lemmas_.clear();
  }

 private:
  friend class Parser;  // the one place that fills it; its memory is reused from text to text
  std::vector<SyntaxWord> words_;
  std::vector<SyntaxSentence> sentences_;
  std::string lemmas_;
};

}  // namespace faultline
