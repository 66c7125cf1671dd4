#include "analysis/clauses.h"

namespace faultline {
namespace {

constexpr uint32_t kLongestBracket = 8;  // "(HWU)", "(on its third day)"
constexpr uint32_t kReach = 14;  // tokens to look ahead for the verb of a clause: long subjects are rare in news

class ClauseCutter {
 public:
  ClauseCutter(const Article& article, std::span<const uint16_t> marks, const WordsOf& words, std::vector<Clause>& out)
      : article_(article), marks_(marks), words_(words), out_(out) {}

  void cut(uint32_t sentence_index) {
    const Sentence& sentence = article_.sentences()[sentence_index];
    sentence_ = sentence_index;
    end_ = sentence.first_token + sentence.token_count;
    first_in_sentence_ = out_.size();
    open(sentence.first_token, is(sentence.first_token, WordKind::Conditional)    ? ClauseKind::Conditional
                               : is(sentence.first_token, WordKind::Subordinator) ? ClauseKind::Subordinate
                                                                                  : ClauseKind::Main);
    for (uint32_t i = sentence.first_token; i < end_; ++i) {
      if (i > out_.back().first) consider(i);
      if (out_.back().verb == kNoToken && is_finite(i)) out_.back().verb = i;
    }
    out_.back().last = end_;
  }

 private:
  uint32_t fold(uint32_t token) const { return article_.tokens()[token].fold; }
  bool is(uint32_t token, WordKind kind) const { return token < end_ && words_.is(fold(token), kind); }
  bool is_mark(uint32_t token, std::string_view mark) const {
    return token < end_ && article_.fold_of(article_.tokens()[token]) == mark;
  }
  bool is_punctuation(uint32_t token) const { return article_.tokens()[token].kind == TokenKind::Punctuation; }
  std::string_view word(uint32_t token) const { return article_.fold_of(article_.tokens()[token]); }

  bool is_finite(uint32_t token) const {
    if (token >= end_ || (marks_[token] & (kAfterArticle | kAfterPreposition | kPartyMore))) return false;
    if (marks_[token] & kPartyHead) return false;
    if (word(token) == "'s" && !follows_pronoun(token)) return false;  // a possessive
    if (token > 0 && token > article_.sentences()[sentence_].first_token && word(token - 1) == "to") return false;
    return words_.is_verb(fold(token));
  }
  bool follows_pronoun(uint32_t token) const {
    const uint32_t first = article_.sentences()[sentence_].first_token;
    return token > first && (is(token - 1, WordKind::Pronoun) || is(token - 1, WordKind::Relative) || word(token - 1) == "there");
  }
  bool is_gerund(uint32_t token) const {
    return token < end_ && word(token).size() > 4 && word(token).ends_with("ing") && !(marks_[token] & (kAfterArticle | kPartyHead | kPartyMore));
  }
  uint32_t skip_adverbs(uint32_t token) const {
    while (token < end_ && is(token, WordKind::Adverb)) ++token;
    return token;
  }
  // Past the ")" of a short bracket, or `token` if there is none.
  uint32_t end_of_bracket(uint32_t token) const {
    for (uint32_t i = token + 1; i + 1 < end_ && i < token + kLongestBracket; ++i)
      if (is_mark(i, ")")) return i + 1;
    return token;
  }
  // The first finite verb before the next mark or subordinator.
  uint32_t find_verb(uint32_t token) const {
    for (uint32_t i = token; i < end_ && i < token + kReach; ++i) {
      if (is_mark(i, "(")) i = end_of_bracket(i);  // "after the Ferry Union (FU) struck"
      if (is_finite(i)) return i;
      if (is_punctuation(i) && !is_mark(i, "\"") && !is_mark(i, "“") && !is_mark(i, "”")) return kNoToken;
      if (i > token && (is(i, WordKind::Subordinator) || is(i, WordKind::Relative))) return kNoToken;
    }
    return kNoToken;
  }

  void open(uint32_t first, ClauseKind kind, int32_t subject_from = -1) {
    if (out_.size() > first_in_sentence_) out_.back().last = first;
    out_.push_back({.first = first, .last = end_, .sentence = sentence_, .kind = kind, .subject_from = subject_from});
  }
  bool has_verb() const { return out_.back().verb != kNoToken; }

  // The clause whose subject a continuation takes up: after a relative clause, the one around it.
  int32_t subject_source() const {
    for (size_t i = out_.size(); i-- > first_in_sentence_;)
      if (out_[i].kind != ClauseKind::Relative) return out_[i].kind == ClauseKind::Continued ? out_[i].subject_from : static_cast<int32_t>(i);
    return static_cast<int32_t>(first_in_sentence_);
  }

  void consider(uint32_t i) {
    if (marks_[i] & kPartyMore) return;  // no cut within a name
    if (is_mark(i, ";") || is_mark(i, ":") || is_mark(i, "—") || is_mark(i, "–") || is_mark(i, "--")) return after_dash(i);
    if (is_mark(i, ",")) return after_comma(i);
    if (is(i, WordKind::Conditional) && find_verb(i + 1) != kNoToken) return open(i, ClauseKind::Conditional);
    if (is(i, WordKind::Relative)) return before_relative(i);
    if (is(i, WordKind::Subordinator)) return before_subordinator(i);
    if (is(i, WordKind::Coordinator)) return before_coordinator(i);
    if (i == out_.back().verb + 1 && is_said(i - 1)) return after_saying(i);
    if (is(i, WordKind::Pronoun) && has_verb() && is_said(out_.back().verb)) return after_saying(i);
  }

  bool is_said(uint32_t token) const { return is(token, WordKind::Saying); }

  // "said it had agreed", "claims the union broke its word": content without "that".
  void after_saying(uint32_t i) {
    if (is_finite(i) || is_gerund(i) || word(i) == "to" || is(i, WordKind::Relative)) return;
    if (find_verb(i) != kNoToken && (is(i, WordKind::Pronoun) || is(i, WordKind::Determiner) || (marks_[i] & kPartyHead) != 0))
      open(i, ClauseKind::Subordinate);
  }

  void after_dash(uint32_t i) {
    const uint32_t next = skip_adverbs(i + 1);
    if (is_gerund(next) || is_finite(next)) return open(i, ClauseKind::Continued, subject_source());
    if (find_verb(i + 1) != kNoToken) open(i, ClauseKind::Main);
  }

  void after_comma(uint32_t i) {
    const uint32_t next = skip_adverbs(i + 1);
    if (next >= end_ || is(next, WordKind::Coordinator) || is(next, WordKind::Subordinator) || is(next, WordKind::Relative)) return;
    if (is_gerund(next)) {
      if (has_verb()) open(i, ClauseKind::Continued, subject_source());
      return;
    }
    if (is_finite(next) && (has_verb() || out_.back().kind == ClauseKind::Relative)) return open(i, ClauseKind::Continued, subject_source());
    if (has_verb() && find_verb(next) != kNoToken) open(i, ClauseKind::Main);
  }

  void before_relative(uint32_t i) {
    // "that" before a noun and no verb is a pronoun: "sign that agreement".
    if (find_verb(i + 1) == kNoToken) return;
    const uint32_t next = skip_adverbs(i + 1);
    const bool stands_for_subject = is_finite(next);
    const bool after_verb = i > 0 && words_.is_verb(fold(i - 1));
    if (word(i) == "that" && (after_verb || !stands_for_subject)) return open(i, ClauseKind::Subordinate);
    open(i, stands_for_subject ? ClauseKind::Relative : ClauseKind::Subordinate);
  }

  void before_subordinator(uint32_t i) {
    if (is_gerund(skip_adverbs(i + 1))) {
      if (has_verb()) open(i, ClauseKind::Continued, subject_source());
      return;
    }
    if (find_verb(i + 1) != kNoToken) open(i, ClauseKind::Subordinate);
  }

  void before_coordinator(uint32_t i) {
    if (!has_verb()) return;
    const uint32_t next = skip_adverbs(i + 1);
    if (is_finite(next)) return open(i, ClauseKind::Continued, subject_source());
    const uint32_t verb = find_verb(next);
    if (verb == kNoToken || is(next, WordKind::Preposition)) return;
    for (uint32_t k = next; k < verb; ++k)
      if (word(k) == "to") return;  // "agreed with the board and the workers to reinstate those dismissed"
    open(i, ClauseKind::Main);
  }

  const Article& article_;
  std::span<const uint16_t> marks_;
  const WordsOf& words_;
  std::vector<Clause>& out_;
  uint32_t sentence_ = 0, end_ = 0;
  size_t first_in_sentence_ = 0;
};

}  // namespace

std::vector<Clause> find_clauses(const Article& article, std::span<const uint16_t> marks, const WordsOf& words) {
  std::vector<Clause> out;
  ClauseCutter cutter(article, marks, words, out);
  for (uint32_t i = 0; i < article.sentences().size(); ++i)
    if (article.sentences()[i].token_count > 0) cutter.cut(i);
  return out;
}

}  // namespace faultline
