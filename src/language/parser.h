// Reads text: words, sentences, tags, lemmas and dependency trees, in one pass.
//
//   Parser parser(model);                      // keep it: after the first texts it allocates nothing
//   Syntax syntax;
//   parser.parse(text, blocks, syntax);        // spans of paragraphs, titles, list items: no sentence crosses them
//
//   parser.start(text, blocks, syntax);        // the same in slices, for a page that must stay responsive
//   while (parser.advance(400)) draw(parser.bytes_read());
//
// Linear in the text: no sentence has more than kLongestSentence words. Deterministic: the same text gives the same trees
// on every machine and in slices of any size.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/boundaries.h"
#include "language/model.h"
#include "language/network.h"
#include "language/syntax.h"

namespace faultline {

class Parser {
 public:
  explicit Parser(const LanguageModel& model);  // the model must outlive this

  // Requires valid UTF-8 and blocks in order that do not overlap.
  void parse(std::string_view text, std::span<const Span> blocks, Syntax& syntax);

  // Text, blocks and syntax must stay until advance has returned false.
  void start(std::string_view text, std::span<const Span> blocks, Syntax& syntax);
  // Reads whole sentences until at least `least` words are parsed; false when the text is at its end.
  bool advance(uint32_t least);
  uint32_t bytes_read() const { return bytes_read_; }

  // For words and sentences that are known: `lengths` of the sentences add up to the words, none is 0.
  void parse_words(std::string_view text, std::span<const Span> words, std::span<const uint32_t> lengths, Syntax& syntax);

 private:
  bool read_sentence();
  bool fill();
  void parse_batch();

  const LanguageModel& model_;
  Network network_;
  SentenceEnds ends_;

  std::string_view text_;
  std::span<const Span> blocks_;
  Syntax* syntax_ = nullptr;
  size_t block_ = 0;
  uint32_t at_ = 0;  // what of the block is split into words already
  uint32_t bytes_read_ = 0;

  std::vector<Span> pending_;  // words of the block, from `next_` not yet in a sentence
  size_t next_ = 0;
  std::vector<Span> words_;    // of the batch
  std::vector<uint32_t> lengths_;
  std::vector<WordFeatures> features_;
  std::vector<Prediction> predictions_;
  std::string scratch_;
};

}  // namespace faultline
