#include "layout/line_breaker.h"

#include "text/utf8.h"

namespace faultline {
namespace {

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010; }
bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2014; }
bool is_ideograph(char32_t c) { return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF); }
// Marks that close or go on with what stands before them: a line does not begin with one.
bool is_clinging(char32_t c) {
  return c == U'.' || c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' || c == U')' || c == U']' || c == U'}' ||
         c == U'\'' || c == U'"' || c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x2026 || is_hyphen(c) || is_dash(c);
}

// Rounding of widths adds up to less than this over any line that fits on a screen.
constexpr float kTolerance = 1.0f / 256;

class Breaker {
 public:
  Breaker(std::string_view text, Span span, TextSize size, std::span<const FaceSpan> faces, float width)
      : text_(text), end_(span.end), at_(span.begin), size_(size), faces_(faces), limit_(width + kTolerance) {
    begin_line(span.begin);
  }

  std::vector<BrokenLine> run() {
    while (at_ < end_) {
      CodePoint c = code_point_at(text_, at_);
      is_breaking_space(c.value) ? take_space(c) : take_character(c);
    }
    end_line(content_);
    return std::move(lines_);
  }

 private:
  // A place where the line could end: its last byte and width, and where the next line would begin.
  struct Place {
    uint32_t end = 0;
    float width = 0;
    uint32_t next = 0;
  };

  void begin_line(uint32_t at) {
    at_ = begin_ = at;
    x_ = 0, previous_ = 0;
    content_ = {at, 0, at};
    candidate_ = content_;
    // White space at the front is not part of the line.
    while (at_ < end_ && is_breaking_space(code_point_at(text_, at_).value)) at_ += code_point_at(text_, at_).length;
    begin_ = at_;
  }

  void end_line(Place place) {
    if (place.end > begin_) lines_.push_back({{begin_, place.end}, place.width});
    begin_line(place.next);
  }

  float advance_of(char32_t c) {
    // Faces are walked forwards; a line that is begun again may be a face or two back.
    while (face_ > 0 && at_ < faces_[face_ - 1].end) --face_;
    while (at_ >= faces_[face_].end) ++face_;
    return size_.fonts.advance_of(faces_[face_].face, c) * size_.pixels;
  }

  void take_space(CodePoint c) {
    if (previous_ != U' ') x_ += advance_of(U' ');
    previous_ = U' ';
    at_ += c.length;
    candidate_ = {content_.end, content_.width, at_};
  }

  void take_character(CodePoint c) {
    if (previous_ != 0 && previous_ != U' ' && is_break_between(previous_, c.value)) candidate_ = content_;
    float advance = advance_of(c.value);
    if (advance > 0 && x_ + advance > limit_ && content_.end > begin_) {
      end_line(candidate_.end > begin_ ? candidate_ : content_);
      return;
    }
    x_ += advance;
    at_ += c.length;
    previous_ = c.value;
    content_ = {at_, x_, at_};
  }

  std::string_view text_;
  uint32_t end_, at_, begin_ = 0;
  TextSize size_;
  std::span<const FaceSpan> faces_;
  size_t face_ = 0;
  float limit_, x_ = 0;
  char32_t previous_ = 0;
  Place content_, candidate_;
  std::vector<BrokenLine> lines_;
};

}  // namespace

bool is_break_between(char32_t before, char32_t after) {
  if (before == 0x200B) return true;
  if (is_ideograph(before) || is_ideograph(after)) return !is_clinging(after);
  if (is_clinging(after)) return false;
  if (is_hyphen(before)) return !is_digit(after);  // "−5" and "COVID-19" stay whole
  return is_dash(before) && !is_digit(after);      // so does "1941–45"
}

std::vector<BrokenLine> break_lines(std::string_view text, Span span, TextSize size, std::span<const FaceSpan> faces, float width) {
  return Breaker(text, span, size, faces, width).run();
}

}  // namespace faultline
