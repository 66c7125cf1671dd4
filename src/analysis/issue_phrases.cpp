#include "analysis/issue_phrases.h"

#include "text/utf8.h"

namespace faultline {

namespace {

constexpr uint32_t kLongestPhrase = 14;  // words: "strict action against militants operating from the other side of the river"

bool is_mark(std::string_view mark) { return mark == "\"" || mark == "“" || mark == "”" || mark == "‘" || mark == "'" || mark == "’"; }

// A word at which no object goes on.
bool stops(const Reading& reading, uint32_t at) {
  if (reading.token(at).kind == TokenKind::Punctuation) {
    const std::string_view mark = reading.fold(at);
    return !is_mark(mark) && mark != "(" && mark != ")" && mark != "$" && mark != "%" && mark != "/" && mark != "-";
  }
  return reading.has(List::IssueStops, at);
}

// "and rejected …": a finite verb behind "and" begins a predicate of its own.
bool begins_predicate(const Reading& reading, uint32_t at, uint32_t end) {
  const std::string_view word = reading.fold(at);
  if ((word != "and" && word != "or") || at + 1 >= end) return false;
  const std::string_view next = reading.fold(at + 1);
  return reading.has(List::Verbs, at + 1) && !next.ends_with("ing");
}

// Without "on Monday", "last week", "in March" at the end.
uint32_t without_time(const Reading& reading, uint32_t first, uint32_t end) {
  for (uint32_t at = end; at > first + 1; --at) {
    if (!reading.has(List::IssueTimes, at - 1)) continue;
    uint32_t begin = at - 1;
    while (begin > first + 1 && (reading.has(List::IssueTimes, begin - 1) || reading.has(List::Prepositions, begin - 1))) --begin;
    if (at + 1 >= end || reading.token(end - 1).kind == TokenKind::Number) return begin;
  }
  return end;
}

TokenRange trimmed(const Reading& reading, uint32_t first, uint32_t end) {
  end = without_time(reading, first, end);
  while (first < end && (is_mark(reading.fold(first)) || reading.fold(first) == ")")) ++first;
  while (end > first) {
    const std::string_view word = reading.fold(end - 1);
    const bool loose = is_mark(word) || word == "(" || word == "and" || word == "or" || word == "to" || word == "its" || word == "the" ||
                       word == "a" || word == "on" || word == "'s" || reading.has(List::Prepositions, end - 1);
    if (!loose) break;
    --end;
  }
  return {first, end};
}

bool has_content(const Reading& reading, TokenRange range) {
  for (uint32_t at = range.first; at < range.end; ++at)
    if (reading.is_word(at) && !reading.has(List::NeverNames, at) && reading.token(at).span.size() > 2) return true;
  return false;
}

}  // namespace

TokenRange phrase_after(const Reading& reading, const Sentence& sentence, uint32_t at) {
  const uint32_t end = sentence.first_token + sentence.token_count;
  uint32_t first = at, words = 0;
  if (first < end && reading.fold(first) == "that") ++first;
  while (first < end && is_mark(reading.fold(first))) ++first;
  uint32_t last = first;
  // A clause ("denied that the airline had …") begins with words at which a noun phrase would end.
  bool is_clause = first > at || (first < end && reading.fold(first) == "why");
  while (last < end && words < kLongestPhrase) {
    if (stops(reading, last) && !(is_clause && reading.is_word(last) && words < 8)) break;
    if (begins_predicate(reading, last, end)) break;
    words += reading.is_word(last);
    ++last;
  }
  const TokenRange phrase = trimmed(reading, first, last);
  return has_content(reading, phrase) ? phrase : TokenRange{};
}

TokenRange phrase_before(const Reading& reading, const Sentence& sentence, uint32_t at) {
  uint32_t first = at;
  while (first > sentence.first_token && at - first < 6) {
    const uint32_t before = first - 1;
    if (!reading.is_word(before) && reading.token(before).kind != TokenKind::Number) break;
    const bool joins = reading.fold(before) == "and" && first < at;
    if (!joins && (reading.has(List::Prepositions, before) || reading.has(List::Determiners, before) || reading.fold(before) == "'s" ||
                   reading.has(List::NeverNames, before) || reading.has(List::Verbs, before)))
      break;
    first = before;
  }
  while (first < at && reading.fold(first) == "and") ++first;
  const TokenRange phrase{first, at};
  if (!has_content(reading, phrase)) return {};
  // "key issues", "diplomatic row": an adjective alone names nothing.
  return phrase;
}

std::vector<TokenRange> phrases_of_list(const Reading& reading, const Sentence& sentence, uint32_t at) {
  const uint32_t end = sentence.first_token + sentence.token_count;
  std::vector<TokenRange> phrases;
  uint32_t first = at;
  uint32_t last = at;
  bool ending = false;
  while (last < end && !ending) {
    const std::string_view word = reading.fold(last);
    const bool comma = word == ",", joined = word == "and" || word == "or";
    if (!comma && !joined && !stops(reading, last)) {
      ++last;
      continue;
    }
    ending = !comma && !joined;
    if (const TokenRange phrase = trimmed(reading, first, last); has_content(reading, phrase)) phrases.push_back(phrase);
    first = ++last;
  }
  if (!ending && first < end)
    if (const TokenRange phrase = trimmed(reading, first, last); has_content(reading, phrase)) phrases.push_back(phrase);
  return phrases;
}

}  // namespace faultline
