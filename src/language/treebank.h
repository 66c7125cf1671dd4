// Reads a treebank in CoNLL-U, for measuring the parser against it.
//
//   Result<Treebank> gold = parse_conllu(bytes);
//   parser.parse(gold->text, gold->blocks, syntax);                                  // raw text
//   parser.parse_words(gold->forms, gold->form_spans, gold->lengths, syntax);        // its own words
//
// The raw text is put together from the words: SpaceAfter=No joins, one space stands between sentences, an empty line
// before a new paragraph or document. Format: universaldependencies.org/format.html. Empty nodes are left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace faultline {

struct GoldWord {
  Span span;              // in Treebank::text; of the whole token where several words share one ("don't")
  bool shared = false;    // one of several words in a token
  uint32_t head = UINT32_MAX;  // index into words; UINT32_MAX: a root
  std::string lemma, upos, xpos, relation;
};

struct Treebank {
  std::string text;
  std::vector<Span> blocks;          // paragraphs of the text
  std::vector<Span> sentences;       // in the text
  std::vector<GoldWord> words;
  std::vector<uint32_t> lengths;     // words of each sentence
  std::string forms;                 // of all words, one space between them
  std::vector<Span> form_spans;      // of each word in forms
};

// Errors: BadArticle with the line that is not CoNLL-U.
Result<Treebank> parse_conllu(std::string_view bytes);

}  // namespace faultline
