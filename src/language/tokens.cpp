#include "language/tokens.h"

#include <algorithm>

#include "language/contractions.h"
#include "text/abbreviations.h"
#include "text/utf8.h"

namespace faultline {
namespace {

constexpr uint32_t kLongestKnownWord = 24;  // bytes; no table of words has a longer one
constexpr uint32_t kLongestMailbox = 64;    // bytes before the @ of an address

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == '`'; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }
bool is_trailing_mark(char32_t c) {
  switch (c) {
    case '.': case ',': case ';': case ':': case '!': case '?': case ')': case ']': case '}': case '>': case '"': case '\'':
    case '*': case 0x2019: case 0x201D: case 0xBB: return true;
    default: return false;
  }
}

// Reads one block from left to right; every look ahead is bounded, or passes over bytes that it then consumes.
class Splitter {
 public:
  Splitter(std::string_view text, Span block, uint32_t at, std::vector<Span>& words)
      : text_(text), block_(block), at_(at), words_(words) {}

  uint32_t run(size_t least) {
    const size_t wanted = words_.size() + least;
    while (at_ < block_.end && words_.size() < wanted) {
      const CodePoint c = code_point_at(text_, at_);
      if (is_space(c.value)) at_ += c.length;
      else if (is_word_character(c.value)) read_word();
      else read_mark(c);
    }
    return at_;
  }

 private:
  char32_t peek(uint32_t at) const { return at < block_.end ? code_point_at(text_, at).value : 0; }
  uint32_t length(uint32_t at) const { return code_point_at(text_, at).length; }
  char32_t before(uint32_t at) const { return at > block_.begin ? code_point_before(text_, at).value : ' '; }
  bool is_end(uint32_t at) const { return at >= block_.end || is_space(peek(at)); }
  void push(uint32_t begin, uint32_t end) { words_.push_back({begin, end}); }

  // In lower case, for the tables of words, which are ASCII; empty if it is too long for them. Good until the next call.
  std::string_view fold(uint32_t begin, uint32_t end) const {
    if (end - begin > kLongestKnownWord) return {};
    size_t size = 0;
    for (uint32_t at = begin; at < end; at += length(at)) {
      const char32_t c = peek(at);
      if (is_apostrophe(c)) folded_[size++] = '\'';
      else if (c < 0x80) folded_[size++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      else if (c != 0xAD) return {};  // no word of the tables; a soft hyphen says nothing
    }
    return {folded_, size};
  }

  void read_word() {
    const uint32_t begin = at_;
    if (read_address()) return;
    const bool numeric = is_digit(peek(at_));
    uint32_t end = numeric ? find_number_end(begin) : find_word_end(begin);
    if (end == begin) end = find_word_end(begin);
    if (numeric && is_letter(peek(end))) {
      const uint32_t letters_end = find_letters_end(end);
      if (!is_word_character(peek(letters_end)) && is_unit(fold(end, letters_end))) {
        push(begin, end);
        push_and_go_on(end, letters_end);
        return;
      }
      end = find_word_end(begin);
    }
    at_ = end;
    if (takes_stop(begin, end)) ++at_;
    if (at_ == end) push_contracted(begin, end);
    else push(begin, at_);
  }

  void push_and_go_on(uint32_t begin, uint32_t end) {
    push(begin, end);
    at_ = end;
  }

  uint32_t find_letters_end(uint32_t at) const {
    while (is_letter(peek(at))) at += length(at);
    return at;
  }

  // "60,000", "3.5", "3:29", "16/11/2004", "555-0173"; a range ("5-10") is three words.
  uint32_t find_number_end(uint32_t begin) const {
    uint32_t at = begin, digits = 0, groups = 0, first_dash = 0;
    uint32_t group_sizes[4] = {};
    for (; at < block_.end; at += length(at)) {
      const char32_t c = peek(at);
      if (is_digit(c)) {
        ++digits;
        continue;
      }
      const uint32_t next = at + length(at);
      if (!is_digit(peek(next))) break;
      if (c == '-') {
        if (groups == 0) first_dash = at;
        if (groups < 3) group_sizes[groups] = digits;
        ++groups;
      } else if (c != '.' && c != ':' && c != '/' && !(c == ',' && has_three_digits(next))) {
        break;
      }
      digits = 0;
    }
    if (groups == 0) return at;
    // Telephone numbers and dates stay whole.
    const bool telephone = groups >= 2 || (group_sizes[0] == 3 && digits == 4);
    return telephone ? at : first_dash;
  }

  bool has_three_digits(uint32_t at) const {
    for (int i = 0; i < 3; ++i, ++at)
      if (!is_digit(peek(at))) return false;
    return !is_digit(peek(at));
  }

  // Letters, digits and the marks that hold a word together.
  uint32_t find_word_end(uint32_t begin) const {
    uint32_t at = begin, part = begin;  // `part`: since the last hyphen
    while (at < block_.end) {
      const char32_t c = peek(at);
      if (is_word_character(c)) {
        at += length(at);
        continue;
      }
      const uint32_t next = at + length(at);
      if (!is_word_character(peek(next))) break;
      if (is_hyphen(c)) {
        if (!is_bound_prefix(fold(part, at))) break;
        part = next;
      } else if (!joins(c, begin, at, next)) {
        break;
      }
      at = next;
    }
    return at;
  }

  bool joins(char32_t c, uint32_t begin, uint32_t at, uint32_t next) const {
    if (is_apostrophe(c)) return is_letter(peek(next));
    switch (c) {
      case '&': case '_': case '*': case '@': return true;
      case ',': return is_digit(before(at)) && is_digit(peek(next));
      case '/': return at == begin + 1 && is_end_of_part(next + length(next));  // "w/o", "I/S"
      case '.': return joins_at_stop(begin, at, next);
      default: return false;
    }
  }

  bool is_end_of_part(uint32_t at) const { return !is_word_character(peek(at)) && peek(at) != '/'; }

  // "U.S", "a.m"; "Amazon.com"; "1.5"; but not "end.Next".
  bool joins_at_stop(uint32_t begin, uint32_t at, uint32_t next) const {
    if (is_digit(peek(next))) return is_digit(before(at));
    const uint32_t first = length(begin);
    const bool initials = (at == begin + first || (at > begin + 1 && peek(at - 2) == '.')) && !is_letter(peek(next + length(next)));
    if (initials) return true;
    uint32_t end = find_letters_end(next);
    if (peek(end) == '.' && is_word_character(peek(end + 1)) && !is_upper(peek(next))) return true;  // www.example.org
    return is_domain_ending(fold(next, end));
  }

  // The stop after an abbreviation belongs to it, unless it ends the block.
  bool takes_stop(uint32_t begin, uint32_t end) const {
    if (peek(end) != '.' || peek(end + 1) == '.') return false;
    const std::string_view word = fold(begin, end);
    if (word.empty()) return false;
    if (is_digit(peek(begin))) return false;  // "2. Water": the number of a list is a word of its own
    if (word.find('.') != std::string_view::npos) return word.size() >= 3 && word[1] == '.';               // "U.S."
    uint32_t next = end + 1;
    while (next < block_.end && is_space(peek(next))) next += length(next);
    const char32_t follower = peek(next);
    if (is_word_character(peek(end + 1))) return false;
    const bool capital = is_upper(peek(begin));
    switch (find_abbreviation(word)) {
      case Abbreviation::None: return is_day_or_month(word) && capital && follower != 0;
      case Abbreviation::Title: return (capital && follower != 0) || word == "vs";
      case Abbreviation::BeforeNumber: return is_digit(follower) || (follower != 0 && capital && is_day_or_month(word));
      case Abbreviation::Hour: return true;
      case Abbreviation::Letters: return follower != 0 && word != "i" && capital;
      case Abbreviation::Suffix: return word != "etc" || (follower != 0 && !is_upper(follower));
    }
    return false;
  }

  static bool is_day_or_month(std::string_view word) {
    for (const std::string_view name : {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "jan", "feb", "apr", "aug", "sept",
                                        "sep", "oct", "nov", "dec"})
      if (word == name) return true;
    return false;
  }

  void push_contracted(uint32_t begin, uint32_t end) {
    if (end - begin <= kLongestKnownWord && !is_digit(peek(begin))) {
      // An apostrophe has one byte in the folded form and may have three in the text: count from the end, by characters.
      const size_t size = fold(begin, end).size();
      const uint32_t cut = find_contraction(fold(begin, end));
      if (cut > 0) {
        uint32_t middle = end;
        for (size_t left = size - cut; left > 0; --left) middle -= code_point_before(text_, middle).length;
        push_contracted(begin, middle);  // "couldn't've"
        return push(middle, end);
      }
    }
    push(begin, end);
  }

  // Web and e-mail addresses, up to the white space, without marks that close the sentence around them.
  bool read_address() {
    const std::string_view rest = text_.substr(at_, std::min(block_.end - at_, kLongestMailbox));
    if (!rest.starts_with("http") && !rest.starts_with("www.") && !rest.starts_with("mailto:") && !is_mailbox(rest)) return false;
    if (rest.starts_with("http") && rest.substr(0, 9).find("://") == std::string_view::npos) return false;
    uint32_t end = at_;
    while (!is_end(end)) end += length(end);
    while (end > at_ + 1 && is_trailing_mark(code_point_before(text_, end).value)) end -= code_point_before(text_, end).length;
    push(at_, end);
    at_ = end;
    return true;
  }

  static bool is_mailbox(std::string_view rest) {
    size_t at = 0;
    const auto is_plain = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    while (at < rest.size() && (is_plain(rest[at]) || rest[at] == '.' || rest[at] == '_' || rest[at] == '-' || rest[at] == '+')) ++at;
    return at > 0 && at + 1 < rest.size() && rest[at] == '@' && is_plain(rest[at + 1]);
  }

  // A clitic that stands for itself ("'s" after a quote), an elided word ("'em", "'07"), an emoticon, or a run of marks.
  void read_mark(CodePoint c) {
    const uint32_t begin = at_;
    if (const uint32_t face = find_emoticon_end(begin); face > begin) return push_and_go_on(begin, face);
    at_ += c.length;
    if (is_apostrophe(c.value)) {
      if (const uint32_t end = find_elision_end(begin, at_); end > at_) at_ = end;
      else if (peek(at_) == c.value) at_ += c.length;  // '' and ``
    } else if (c.value == '.') {
      if (peek(at_) == '.') skip_run('.');
      else if (is_space(before(begin)) && is_word_character(peek(at_))) at_ = find_word_end(at_);  // ".265", ".doc"
      else skip_exclamations();
    } else if (c.value == '!' || c.value == '?') {
      skip_exclamations();
    } else if (c.value == '+' && is_digit(peek(at_)) && is_space(before(begin))) {
      at_ = find_number_end(at_);
    } else if (is_repeated_mark(c.value)) {
      skip_run(c.value);
    }
    push(begin, at_);
  }

  static bool is_repeated_mark(char32_t c) {
    switch (c) {
      case '-': case '*': case '_': case '=': case '~': case '<': case '>': case '+': case '|': case 0x2026: return true;
      default: return false;
    }
  }

  void skip_run(char32_t c) {
    while (peek(at_) == c) at_ += length(at_);
  }
  void skip_exclamations() {
    while (peek(at_) == '!' || peek(at_) == '?') ++at_;
  }

  uint32_t find_elision_end(uint32_t begin, uint32_t at) const {
    const uint32_t end = is_digit(peek(at)) ? find_number_end(at) : find_letters_end(at);
    if (end == at || is_word_character(peek(end))) return at;
    const bool after_word = is_word_character(before(begin));
    const std::string_view word = fold(at, end);
    if (is_digit(peek(at))) return !after_word && end == at + 2 ? end : at;
    if (after_word || before(begin) == '.' || before(begin) == ')' || before(begin) == '"' || before(begin) == 0x201D)
      return word == "s" || word == "ll" || word == "re" || word == "ve" || word == "d" || word == "m" ? end : at;
    return is_space(before(begin)) && (word == "em" || word == "n" || word == "til" || word == "cause" || word == "s") ? end : at;
  }

  // Faces stand alone or at the end of a run of text.
  uint32_t find_emoticon_end(uint32_t begin) const {
    const std::string_view rest = text_.substr(begin, std::min(block_.end - begin, 4u));
    for (const std::string_view face : {":-)", ":-(", ";-)", ":-D", ":-P", ":-/", "^_^", ":)", ":(", ";)", ":D", ":P", ":O", ":/", "=)", "(:", "<3", ":p"})
      if (rest.starts_with(face) && is_end(begin + static_cast<uint32_t>(face.size()))) return begin + static_cast<uint32_t>(face.size());
    return begin;
  }

  std::string_view text_;
  Span block_;
  uint32_t at_;
  std::vector<Span>& words_;
  mutable char folded_[kLongestKnownWord];
};

}  // namespace

void append_words(std::string_view text, Span block, std::vector<Span>& words) {
  append_some_words(text, block, block.begin, SIZE_MAX / 2, words);
}

uint32_t append_some_words(std::string_view text, Span block, uint32_t at, size_t least, std::vector<Span>& words) {
  return Splitter(text, block, at, words).run(least);
}

}  // namespace faultline
