#include "language/parser.h"

#include "language/repairs.h"
#include "language/tokens.h"

namespace faultline {
namespace {

// Enough sentences to share every weight that is loaded, few enough for their sums to stay in the cache.
constexpr uint32_t kBatchWords = 640;
constexpr size_t kReadAhead = 512;  // words

}  // namespace

Parser::Parser(const LanguageModel& model) : model_(model), network_(model), ends_(model.boundaries) {}

void Parser::parse(std::string_view text, std::span<const Span> blocks, Syntax& syntax) {
  start(text, blocks, syntax);
  while (advance(kBatchWords)) {}
}

void Parser::start(std::string_view text, std::span<const Span> blocks, Syntax& syntax) {
  text_ = text;
  blocks_ = blocks;
  syntax_ = &syntax;
  syntax.words_.clear();
  syntax.sentences_.clear();
  syntax.lemmas_.clear();
  block_ = 0;
  at_ = blocks.empty() ? 0 : blocks.front().begin;
  bytes_read_ = 0;
  pending_.clear();
  next_ = 0;
  ends_.restart();
}

bool Parser::advance(uint32_t least) {
  for (uint32_t done = 0; done < least;) {
    words_.clear();
    lengths_.clear();
    while (words_.size() < std::min(least - done, kBatchWords) && read_sentence()) {}
    if (words_.empty()) return false;
    done += static_cast<uint32_t>(words_.size());
    bytes_read_ = words_.back().end;
    parse_batch();
  }
  return true;
}

// Makes sure that a whole sentence and the words that decide about its end are at hand, or the whole rest of the block.
// False at the end of the text.
bool Parser::fill() {
  while (pending_.size() - next_ < kLongestSentence + kWordsAfterGap && block_ < blocks_.size()) {
    const Span block = blocks_[block_];
    if (at_ < block.end) {
      pending_.erase(pending_.begin(), pending_.begin() + static_cast<ptrdiff_t>(next_));
      next_ = 0;
      at_ = append_some_words(text_, block, at_, kReadAhead, pending_);
    } else if (next_ < pending_.size()) {
      break;
    } else {
      ++block_;
      if (block_ < blocks_.size()) at_ = blocks_[block_].begin;
      ends_.restart();
    }
  }
  return next_ < pending_.size();
}

bool Parser::read_sentence() {
  if (!fill()) return false;
  const std::span<const Span> rest = std::span<const Span>(pending_).subspan(next_);
  uint32_t length = 1;
  while (!ends_.is_end(text_, rest, length - 1)) ++length;
  words_.insert(words_.end(), rest.begin(), rest.begin() + length);
  lengths_.push_back(length);
  next_ += length;
  return true;
}

void Parser::parse_words(std::string_view text, std::span<const Span> words, std::span<const uint32_t> lengths, Syntax& syntax) {
  start(text, {}, syntax);
  size_t first = 0;
  for (size_t sentence = 0; sentence < lengths.size();) {
    words_.clear();
    lengths_.clear();
    while (sentence < lengths.size() && words_.size() < kBatchWords) {
      const std::span<const Span> own = words.subspan(first, lengths[sentence]);
      words_.insert(words_.end(), own.begin(), own.end());
      lengths_.push_back(lengths[sentence]);
      first += lengths[sentence++];
    }
    parse_batch();
  }
}

void Parser::parse_batch() {
  features_.clear();
  for (const Span& word : words_) features_.push_back(find_features(model_, text_of(text_, word), scratch_));
  predictions_.resize(words_.size());
  network_.run(features_, lengths_, predictions_);

  uint32_t at = 0;
  for (const uint32_t length : lengths_) {
    const uint32_t first = static_cast<uint32_t>(syntax_->words_.size());
    syntax_->sentences_.push_back({{words_[at].begin, words_[at + length - 1].end}, first, length});
    for (uint32_t i = 0; i < length; ++i, ++at) {
      const Prediction& prediction = predictions_[at];
      SyntaxWord word;
      word.span = words_[at];
      word.head = prediction.head == 0 ? SyntaxWord::kNoHead : first + prediction.head - 1;
      word.upos = prediction.upos;
      word.xpos = prediction.xpos;
      word.relation = prediction.relation;
      word.lemma_begin = static_cast<uint32_t>(syntax_->lemmas_.size());
      append_lemma(model_.lemmas, text_of(text_, word.span), word.xpos, syntax_->lemmas_, scratch_);
      word.lemma_end = static_cast<uint32_t>(syntax_->lemmas_.size());
      syntax_->words_.push_back(word);
    }
    repair_sentence(text_, std::span<SyntaxWord>(syntax_->words_).subspan(first, length), first);
  }
}

}  // namespace faultline
