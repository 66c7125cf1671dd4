#include "article/dateline.h"

#include <algorithm>

namespace faultline {
namespace {

constexpr uint32_t kLongest = 14;        // tokens of "NEW ORR, Ruritania, May 3 (XYZ) --"
constexpr uint32_t kLongestBracket = 6;  // "(AFP/Varrpress)"
constexpr uint32_t kTop = 3;             // blocks: a title, a line below it, the report
constexpr uint32_t kPlace = 3;           // words of a town that is not written in capitals: "Dar Es Salaam - The port"

bool is_capital(const Token& token) { return token.shape != TokenShape::Lower && token.shape != TokenShape::Other; }

class DatelineReader {
 public:
  DatelineReader(const Article& article, const Sentence& sentence)
      : article_(article), sentence_(sentence), end_(sentence.first_token + std::min(sentence.token_count, kLongest)) {}

  uint32_t find() {
    for (uint32_t at = sentence_.first_token; at < end_; ++at) {
      const std::string_view word = article_.fold_of(token(at));
      if (word == "(") {
        at = end_of_bracket(at);
        has_bracket_ = true;
        if (has_comma_ && has_number_ && at + 1 < end_ && is_capital(token(at + 1))) return at + 1;  // "OSLO, May 3 (XYZ) The port"
      } else if (token(at).kind == TokenKind::Word) {
        if (!is_capital(token(at))) break;
        ++words_;
        all_upper_ = all_upper_ && token(at).shape == TokenShape::Upper;
      } else if (is_dash(at, word) || word == ":") {
        return ends(at, word == ":") ? at + 1 : sentence_.first_token;
      } else if (word == ",") {
        has_comma_ = true;
      } else if (token(at).kind == TokenKind::Number) {
        has_number_ = true;
      } else if (word != "." && word != "/") {
        break;
      }
    }
    return sentence_.first_token;
  }

 private:
  const Token& token(uint32_t at) const { return article_.tokens()[at]; }

  uint32_t end_of_bracket(uint32_t at) const {
    for (uint32_t close = at + 1; close < end_ && close < at + kLongestBracket; ++close)
      if (article_.fold_of(token(close)) == ")") return close;
    return end_;
  }

  // "Al-Shabaab" has no spaces around its dash; two hyphens stand in no name.
  bool is_dash(uint32_t at, std::string_view word) const {
    const bool dash = word == "-" || word == "--" || word == "–" || word == "—";
    return dash && at > sentence_.first_token && (word == "--" || token(at - 1).span.end < token(at).span.begin);
  }

  // "VFA — the world body — said": what goes on in small letters belongs to the sentence.
  bool ends(uint32_t at, bool colon) const {
    const uint32_t next = at + 1;
    if (next >= sentence_.first_token + sentence_.token_count || token(next).shape == TokenShape::Lower) return false;
    const bool is_upper = token(sentence_.first_token).shape == TokenShape::Upper;
    if (colon) return has_bracket_ || (all_upper_ && words_ > 0);
    return has_bracket_ || is_upper || (sentence_.block < kTop && (has_comma_ || words_ <= kPlace));
  }

  const Article& article_;
  const Sentence& sentence_;
  uint32_t end_, words_ = 0;
  bool has_bracket_ = false, has_comma_ = false, has_number_ = false, all_upper_ = true;
};

}  // namespace

uint32_t end_of_dateline(const Article& article, const Sentence& sentence) {
  const Block& block = article.blocks()[sentence.block];
  const bool is_first = sentence.first_token == article.sentences()[block.first_sentence].first_token;
  if (block.kind != BlockKind::Paragraph || !is_first || sentence.token_count == 0 || !is_capital(article.tokens()[sentence.first_token])) return sentence.first_token;
  return DatelineReader(article, sentence).find();
}

}  // namespace faultline
