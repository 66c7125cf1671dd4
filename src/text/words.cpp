#include "text/words.h"

#include "text/abbreviations.h"
#include "text/utf8.h"

namespace faultline {
namespace {

constexpr uint32_t kLongestAbbreviation = 16;  // bytes; keeps a 64 KiB word from being folded for nothing

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_currency(char32_t c) { return c == '$' || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20CF); }
bool is_upper_ascii(char32_t c) { return c >= 'A' && c <= 'Z'; }

// Reads one block from left to right. Every step looks ahead by a fixed number of characters: linear in the block.
class Tokeniser {
 public:
  Tokeniser(std::string_view text, Span block, std::vector<Token>& tokens)
      : text_(text), end_(block.end), at_(block.begin), begin_(block.begin), tokens_(tokens) {}

  void run() {
    while (at_ < end_) {
      const CodePoint c = code_point_at(text_, at_);
      if (is_space(c.value)) at_ += c.length;
      else if (is_letter(c.value)) read_word();
      else if (starts_number(c)) read_number();
      else read_punctuation(c);
    }
  }

 private:
  char32_t peek(uint32_t at) const { return at < end_ ? code_point_at(text_, at).value : 0; }
  uint32_t length(uint32_t at) const { return code_point_at(text_, at).length; }
  char32_t before(uint32_t at) const { return at > begin_ ? code_point_before(text_, at).value : ' '; }

  bool starts_number(CodePoint c) const {
    if (is_digit(c.value)) return true;
    const bool mark = is_currency(c.value);
    const bool sign = c.value == '+' || c.value == '-' || c.value == 0x2212;
    if (!mark && !sign) return false;
    // A sign needs a gap before it: "1-0" is a score and "F-16" a name.
    const char32_t left = before(at_);
    if (sign && !is_space(left) && left != '(') return false;
    return is_digit(peek(at_ + c.length));
  }

  void push(uint32_t begin, uint32_t end, TokenKind kind) {
    Token token{{begin, end}};
    token.kind = kind;
    if (kind == TokenKind::Word) token.shape = shape_of(begin, end);
    tokens_.push_back(token);
  }

  TokenShape shape_of(uint32_t begin, uint32_t end) const {
    uint32_t uppers = 0, lowers = 0;
    bool first_is_upper = false;
    for (uint32_t at = begin; at < end;) {
      const CodePoint c = code_point_at(text_, at);
      if (is_upper(c.value)) {
        if (uppers + lowers == 0) first_is_upper = true;
        ++uppers;
      } else if (c.value < 0x530 && is_letter(c.value)) {  // the cased alphabets end with Cyrillic
        ++lowers;
      }
      at += c.length;
    }
    if (uppers == 0) return lowers == 0 ? TokenShape::Other : TokenShape::Lower;
    if (lowers == 0) return uppers == 1 ? TokenShape::Capitalised : TokenShape::Upper;
    return first_is_upper ? TokenShape::Capitalised : TokenShape::Mixed;
  }

  // Letters, digits, and the marks that hold a word together.
  void read_word() {
    const uint32_t begin = at_;
    uint32_t letters = 0;  // since the last stop
    bool stops = false;
    bool initials = true;  // "U.S", "a.m": one letter between stops
    char32_t last = 0;
    while (at_ < end_) {
      const CodePoint c = code_point_at(text_, at_);
      const char32_t next = peek(at_ + c.length);
      if (is_letter(c.value) || is_digit(c.value)) {
        initials = initials && ++letters == 1;
      } else if (is_apostrophe(c.value) || is_hyphen(c.value)) {
        if (!is_letter(next) && !(is_hyphen(c.value) && is_digit(next))) break;
        initials = false;
      } else if (c.value == '.') {
        const bool inside = initials && stops && (is_apostrophe(next) || is_hyphen(next)) && is_letter(peek(at_ + 1 + length(at_ + 1)));
        if (!(initials && is_letter(next)) && !inside && !joins_over_stop(last, next)) break;
        stops = true;
        letters = 0;
      } else if (!(c.value == '&' && is_upper(last) && is_upper(next)) &&   // "AT&T"
                 !(c.value == ',' && is_digit(last) && is_digit(next))) {  // "R16,000"
        break;
      }
      last = c.value;
      at_ += c.length;
    }
    take_stop_of_abbreviation(begin, stops && initials);
    push_word(begin, at_);
  }

  // "Amazon.com" and "R1.5" are one word; "talks.The" lacks a space and is three tokens.
  static bool joins_over_stop(char32_t last, char32_t next) {
    if (is_digit(last)) return is_digit(next);
    return is_letter(next) && !is_upper(next) && is_letter(last);
  }

  void take_stop_of_abbreviation(uint32_t begin, bool dotted) {
    if (peek(at_) != '.' || at_ - begin > kLongestAbbreviation) return;
    if (dotted || is_abbreviation(text_.substr(begin, at_ - begin))) ++at_;
  }

  bool is_abbreviation(std::string_view word) const {
    uint32_t next = at_ + 1;
    while (next < end_ && is_space(peek(next))) next += length(next);
    const char32_t follower = peek(next);
    if (follower == '.') return false;  // an ellipsis
    const bool capital = is_upper(code_point_at(word, 0).value);
    switch (find_abbreviation(fold_case(word))) {
      case Abbreviation::None: return false;
      case Abbreviation::Title: return (capital && is_letter(follower)) || word == "vs";
      case Abbreviation::BeforeNumber: return is_digit(follower);
      case Abbreviation::Hour: return true;
      case Abbreviation::Letters: return capital && word != "I" && is_upper(follower) && stands_in_a_name();
      case Abbreviation::Suffix: return true;
    }
    return false;
  }

  // "J. K. Rowling", "George W. Bush", but not "plan B. The": an initial opens a name or stands inside one.
  bool stands_in_a_name() const {
    if (tokens_.empty() || tokens_.back().span.begin < begin_) return true;
    const Token& left = tokens_.back();
    return left.kind == TokenKind::Punctuation || left.shape == TokenShape::Capitalised;
  }

  void push_word(uint32_t begin, uint32_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    if (is_prefixed_amount(word)) return push(begin, end, TokenKind::Number);
    const uint32_t cut = find_clitic(begin, end);
    if (cut > begin && cut < end) {
      push(begin, cut, TokenKind::Word);
      push(cut, end, TokenKind::Word);
    } else {
      push(begin, end, TokenKind::Word);
    }
  }

  // "R16,000": the capital is a currency; without a separator ("F16") it would be a name.
  static bool is_prefixed_amount(std::string_view word) {
    if (word.size() < 4 || !is_upper_ascii(static_cast<unsigned char>(word[0]))) return false;
    bool separator = false;
    for (char c : word.substr(1)) {
      if (c == ',' || c == '.') separator = true;
      else if (c < '0' || c > '9') return false;
    }
    return separator;
  }

  // Where the clitic of a word starts; `end` when it has none.
  uint32_t find_clitic(uint32_t begin, uint32_t end) const {
    if (end - begin == 6 && fold_ascii(begin, end) == "cannot") return begin + 3;
    uint32_t mark = end;  // the apostrophe among the last three characters
    uint32_t at = end;
    for (int back = 0; back < 3 && at > begin; ++back) {
      const CodePoint c = code_point_before(text_, at);
      at -= c.length;
      if (is_apostrophe(c.value)) {
        mark = at;
        break;
      }
    }
    if (mark == end) return end;
    const std::string tail = fold_ascii(mark + length(mark), end);
    if (tail == "t" && mark > begin && (text_[mark - 1] == 'n' || text_[mark - 1] == 'N')) return mark - 1;
    const bool clitic = tail == "s" || tail == "d" || tail == "m" || tail == "re" || tail == "ve" || tail == "ll";
    return clitic ? mark : end;
  }

  std::string fold_ascii(uint32_t begin, uint32_t end) const { return fold_case(text_.substr(begin, end - begin)); }

  // Sign, currency mark, digits with separators, then a short unit ("5bn", "15th") or a word ("11-year").
  void read_number() {
    const uint32_t begin = at_;
    TokenKind kind = TokenKind::Number;
    uint32_t unit = 0;
    char32_t last = 0;
    if (!is_digit(peek(at_))) at_ += length(at_);
    while (at_ < end_) {
      const CodePoint c = code_point_at(text_, at_);
      const char32_t next = peek(at_ + c.length);
      if (is_letter(c.value)) {
        ++unit;
      } else if (is_hyphen(c.value) && is_letter(next)) {
        kind = TokenKind::Word;
      } else if (is_apostrophe(c.value)) {
        if (unit == 0 || kind == TokenKind::Number || !is_letter(next)) break;
      } else if (!is_digit(c.value)) {
        const bool separator = c.value == '.' || c.value == ',' || c.value == ':' || c.value == '/' ||
                               is_hyphen(c.value) || c.value == 0x2013;
        if (!separator || !is_digit(last) || !is_digit(next)) break;
      }
      last = c.value;
      at_ += c.length;
    }
    if (unit > 3) kind = TokenKind::Word;
    if (kind == TokenKind::Word) push_word(begin, at_);
    else push(begin, at_, kind);
  }

  void read_punctuation(CodePoint c) {
    const uint32_t begin = at_;
    at_ += c.length;
    // Runs of one mark are one token ("...", "--", "''", "*****"), but brackets and double quotes pair one by one.
    const bool pairs = c.value == '"' || c.value == '(' || c.value == ')' || c.value == '[' || c.value == ']' ||
                       (c.value >= 0x2018 && c.value <= 0x201F);
    while (!pairs && at_ < end_ && peek(at_) == c.value) at_ += c.length;
    absorb_joined_marks();
    const bool apostrophe = is_apostrophe(c.value) && at_ - begin == c.length;
    if (apostrophe) track_single_quote(begin, c);
    const bool possessive = apostrophe && is_possessive_mark(begin);
    push(begin, at_, possessive ? TokenKind::Word : TokenKind::Punctuation);
    if (c.value == 0x2018) ++open_single_quotes_;
  }

  // An emoji keeps its variation selectors, and what a zero-width joiner ties to it.
  void absorb_joined_marks() {
    while (at_ < end_) {
      const CodePoint c = code_point_at(text_, at_);
      const bool mark = (c.value >= 0xFE00 && c.value <= 0xFE0F) || (c.value >= 0x300 && c.value <= 0x36F) ||
                        (c.value >= 0x1F3FB && c.value <= 0x1F3FF) || c.value == 0x200D;
      if (!mark) return;
      at_ += c.length;
      if (c.value == 0x200D && at_ < end_ && !is_letter(peek(at_)) && !is_space(peek(at_))) at_ += length(at_);
    }
  }

  // A straight apostrophe before a word, after a gap, opens a quote.
  void track_single_quote(uint32_t at, CodePoint c) {
    if (c.value == '\'' && !is_letter(before(at)) && is_letter(peek(at + c.length))) ++open_single_quotes_;
  }

  // "the unions’ offer": an apostrophe after s is the possessive clitic unless it closes a quote.
  bool is_possessive_mark(uint32_t at) {
    const char32_t left = before(at);
    if (!is_letter(left)) {
      if (open_single_quotes_ > 0 && !is_space(left)) --open_single_quotes_;
      return false;
    }
    if (open_single_quotes_ > 0) {
      --open_single_quotes_;
      return false;
    }
    return left == 's' || left == 'S' || left == 'x' || left == 'z';
  }

  std::string_view text_;
  uint32_t end_;
  uint32_t at_;
  uint32_t begin_;
  std::vector<Token>& tokens_;
  int open_single_quotes_ = 0;
};

}  // namespace

void append_tokens(std::string_view text, Span block, std::vector<Token>& tokens) {
  Tokeniser(text, block, tokens).run();
}

}  // namespace faultline
