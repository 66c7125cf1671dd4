#include "text/sentences.h"

#include <string>

#include "text/abbreviations.h"
#include "text/utf8.h"

namespace faultline {
namespace {

constexpr uint32_t kLongestKnownWord = 16;  // bytes, of any word in the tables of abbreviations.h

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const Token> tokens) : text_(text), tokens_(tokens) {}

  // The first token of the next sentence if one ends at token `i`, else 0.
  uint32_t find_next_start(uint32_t i) const {
    const char32_t stop = stop_of(i);
    if (stop == 0) return 0;
    uint32_t next = i + 1;
    while (next < tokens_.size() && is_closer(next)) ++next;
    if (next == tokens_.size()) return next;
    if (!has_gap_before(next) || !may_open(next)) return 0;
    const bool quoted = next > i + 1;
    if ((stop == '?' || stop == '!') && quoted && is_followed_by_speech(next)) return 0;
    if (stop == '.' && !ends_after_stop(i, next)) return 0;
    return next;
  }

 private:
  // '.', '?', '!' or another full stop; an abbreviation that has its stop inside counts as '.'.
  char32_t stop_of(uint32_t i) const {
    const Token& token = tokens_[i];
    const char32_t last = code_point_before(text_, token.span.end).value;
    if (token.kind == TokenKind::Word) return last == '.' ? '.' : 0;
    if (token.kind == TokenKind::Number) return 0;
    switch (last) {
      case '.': case '?': case '!': return last;
      case 0x2026: return '.';                                      // …
      case 0x61F: return '?';                                       // Arabic question mark
      case 0x6D4: case 0x964: case 0x3002: case 0xFF0E: return 0x6D4;  // stops that no abbreviation uses
      default: return 0;
    }
  }

  bool has_gap_before(uint32_t i) const { return i == 0 || tokens_[i].span.begin > tokens_[i - 1].span.end; }

  bool is_closer(uint32_t i) const {
    if (tokens_[i].kind != TokenKind::Punctuation || has_gap_before(i)) return false;
    switch (code_point_at(text_, tokens_[i].span.begin).value) {
      case '"': case '\'': case ')': case ']': case 0x201D: case 0x2019: case 0xBB: return true;
      default: return false;
    }
  }

  bool may_open(uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::Word) return token.shape != TokenShape::Lower;
    if (token.kind == TokenKind::Number) return true;
    switch (code_point_at(text_, token.span.begin).value) {
      case ',': case ';': case ':': case ')': case ']': case '.': case '?': case '!': case 0x201D: case '%': return false;
      default: break;
    }
    // A quote or a dash opens a sentence only if what it holds may.
    return i + 1 == tokens_.size() || (tokens_[i + 1].kind == TokenKind::Punctuation || may_open(i + 1));
  }

  std::string fold(uint32_t i) const {
    const Span span = tokens_[i].span;
    return span.size() <= kLongestKnownWord ? fold_case(text_of(text_, span)) : std::string();
  }

  // “Will it hold?” Ishaq Dar asked: up to three capitalised words, then a verb of speech.
  bool is_followed_by_speech(uint32_t i) const {
    for (uint32_t end = i + 4; i < end && i < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::Word) return false;
      if (tokens_[i].shape == TokenShape::Lower) return is_speech_verb(fold(i));
    }
    return false;
  }

  // Whether the full stop of token `i`, its own or an abbreviation's, ends the sentence before `next`.
  bool ends_after_stop(uint32_t i, uint32_t next) const {
    if (tokens_[i].kind == TokenKind::Punctuation) return !is_list_number(i);
    std::string word = fold(i);
    if (word.empty()) return true;
    word.pop_back();
    const bool capital = tokens_[next].kind == TokenKind::Word && is_sentence_opener(fold(next));
    switch (find_abbreviation(word)) {
      case Abbreviation::None: return true;
      case Abbreviation::Title:
      case Abbreviation::BeforeNumber: return false;
      case Abbreviation::Hour: return tokens_[next].kind == TokenKind::Word && fold(next) != "gmt";
      case Abbreviation::Letters: return word.size() > 1 ? capital || is_opening_quote(next) : false;
      case Abbreviation::Suffix: return capital || is_opening_quote(next);
    }
    return true;
  }

  bool is_opening_quote(uint32_t i) const {
    const char32_t c = code_point_at(text_, tokens_[i].span.begin).value;
    return c == '"' || c == 0x201C || c == 0x2018;
  }

  // "1. Open the crossing": the number before the stop is alone at the start of the block.
  bool is_list_number(uint32_t i) const { return i == 1 && tokens_[0].kind == TokenKind::Number; }

  std::string_view text_;
  std::span<const Token> tokens_;
};

}  // namespace

void append_sentence_ends(std::string_view text, std::span<const Token> tokens, std::vector<uint32_t>& ends) {
  const Splitter splitter(text, tokens);
  uint32_t start = 0;
  for (uint32_t i = 0; i < tokens.size();) {
    uint32_t next = splitter.find_next_start(i);
    if (next == 0 && i + 1 - start == kMaxSentenceTokens) next = i + 1;
    if (next == 0) {
      ++i;
      continue;
    }
    ends.push_back(next);
    start = i = next;
  }
  if (start < tokens.size()) ends.push_back(static_cast<uint32_t>(tokens.size()));
}

}  // namespace faultline
