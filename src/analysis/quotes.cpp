#include "analysis/quotes.h"

namespace faultline {

namespace {

enum class Mark : uint8_t { None, Opens, Closes };

class QuoteReader {
 public:
  explicit QuoteReader(const Reading& reading) : reading_(reading), text_(reading.article().text()) {}

  void read(const Block& block) {
    const auto sentences = reading_.article().sentences_of(block);
    if (sentences.empty()) return;
    const uint32_t first = sentences.front().first_token;
    const uint32_t end = sentences.back().first_token + sentences.back().token_count;
    open_ = kNone;
    for (uint32_t at = first; at < end; ++at) {
      if (is_letter_or_digit(text_[reading_.token(at).span.begin])) continue;
      const std::string_view mark = reading_.fold(at);
      // The fold of ’ is ', so the text decides which single mark it is.
      const std::string_view written = reading_.text(at);
      switch (sense_of(at, mark, written)) {
        case Mark::None: break;
        case Mark::Opens:
          if (open_ != kNone && (single_ == is_single(written))) close(at, false);  // opened again: the one before runs on
          if (open_ == kNone) {
            open_ = at;
            single_ = is_single(written);
          }
          break;
        case Mark::Closes:
          if (open_ != kNone && single_ == is_single(written)) close(at, true);
          break;
      }
    }
    // A single mark that never closes was an apostrophe ('em, ’90s).
    if (open_ != kNone && !single_) close(end, false);
  }

  std::vector<QuotedSpan> take() { return std::move(quotes_); }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  static bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
  static bool is_single(std::string_view written) { return written == "'" || written == "‘" || written == "’"; }

  bool touches_letter(uint32_t at, bool before) const {
    const Span span = reading_.token(at).span;
    if (before) return span.begin > 0 && !is_blank_or_mark(span.begin - 1, true);
    return span.end < text_.size() && !is_blank_or_mark(span.end, false);
  }

  // What may stand before an opening mark, or after a closing one.
  bool is_blank_or_mark(uint32_t byte, bool before) const {
    const char c = text_[byte];
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') return true;
    if (before) {
      if (c == '(' || c == '[' || c == '-' || c == '/') return true;
      // A dash or an opening quotation mark of three bytes (U+2013, U+2014, U+2018, U+201C), or a no-break space.
      return byte >= 2 && static_cast<unsigned char>(text_[byte - 2]) == 0xE2 && static_cast<unsigned char>(text_[byte - 1]) == 0x80 &&
             (static_cast<unsigned char>(c) <= 0x98 || static_cast<unsigned char>(c) == 0x9C);
    }
    return std::string_view(".,;:!?)]-").find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
  }

  Mark sense_of(uint32_t at, std::string_view mark, std::string_view written) const {
    if (written == "“" || written == "«" || written == "„" || written == "``") return Mark::Opens;
    if (written == "”" || written == "»") return Mark::Closes;
    if (written == "‘") return Mark::Opens;
    if (mark == "\"" || written == "''") return !touches_letter(at, true) && touches_letter(at, false) ? Mark::Opens : Mark::Closes;
    if (written == "'" || written == "’") {
      const bool opens = written == "'" && !touches_letter(at, true) && touches_letter(at, false);
      if (opens) return open_ == kNone ? Mark::Opens : Mark::None;
      return open_ != kNone && single_ && !touches_letter(at, false) ? Mark::Closes : Mark::None;
    }
    return Mark::None;
  }

  void close(uint32_t at, bool closed) {
    const uint32_t first = open_ + 1;
    open_ = kNone;
    if (at <= first) return;
    quotes_.push_back({reading_.span_of(first, at), at - first, closed});
  }

  const Reading& reading_;
  const std::string& text_;
  std::vector<QuotedSpan> quotes_;
  uint32_t open_ = kNone;  // token of the opening mark
  bool single_ = false;
};

}  // namespace

std::vector<QuotedSpan> find_quotes(const Reading& reading) {
  QuoteReader reader(reading);
  for (const Block& block : reading.article().blocks()) reader.read(block);
  return reader.take();
}

}  // namespace faultline
