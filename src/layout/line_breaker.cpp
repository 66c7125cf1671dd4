#include "layout/line_breaker.h"

namespace faultline {
namespace {

// Rounding of widths adds up to less than this over any line that fits on a screen; pixels.
constexpr float kTolerance = 1.0f / 256;
constexpr float kHyphen = 0.35f;  // em: the room that a soft hyphen asks for before it is shown

class Breaker {
 public:
  Breaker(const MeasuredText& measured, const Paragraph& paragraph, std::string_view text, const Shaper& shaper, float size, float width)
      : measured_(measured), paragraph_(paragraph), text_(text), shaper_(shaper), size_(size), limit_((width + kTolerance) / size),
        item_(paragraph.first_item) {}

  std::vector<BrokenLine> run() {
    begin_line({paragraph_.first_piece, paragraph_.span.begin});
    while (next_.piece < paragraph_.last_piece) take(measured_.pieces[next_.piece]);
    end_line({content_, next_});
    return std::move(lines_);
  }

 private:
  // Where a piece, or the rest of one that was cut, begins.
  struct Start {
    uint32_t piece = 0;
    uint32_t at = 0;   // byte
    uint32_t cut = 0;  // bytes of the piece before that
  };
  // What is on the line so far, up to the end of a word.
  struct Content {
    uint32_t end = 0, last_piece = 0;
    float width = 0;  // em
  };
  struct Place {
    Content content;
    Start next;
    bool is_hyphen = false;
  };

  void begin_line(Start start) {
    // White space at the front is not part of the line.
    while (start.piece < paragraph_.last_piece && measured_.pieces[start.piece].length == 0) {
      start.at += measured_.pieces[start.piece++].spaces;
    }
    begin_ = next_ = start;
    x_ = 0;
    content_ = {start.at, start.piece, 0};
    has_candidate_ = false;
  }

  void end_line(const Place& place) {
    if (place.content.end > begin_.at) {
      lines_.push_back({{begin_.at, place.content.end}, begin_.piece, place.content.last_piece, begin_.cut, place.content.width * size_, place.is_hyphen});
    }
    begin_line(place.next);
  }

  float space_at(uint32_t at) {
    // Items are walked forwards; a line that is begun again may be an item or two back.
    while (item_ > paragraph_.first_item && at < measured_.items[item_ - 1].end) --item_;
    while (at >= measured_.items[item_].end) ++item_;
    if (spaced_item_ != item_) space_ = shaper_.space_of(measured_.items[spaced_item_ = item_].setting.face);
    return space_;
  }

  void take(const Piece& piece) {
    uint32_t text_end = next_.at + piece.length - next_.cut;
    if (text_end > next_.at) {
      float width = width_of_rest(piece);
      if (x_ + width > limit_) {
        if (has_candidate_) return end_line(candidate_);
        if (content_.end > begin_.at) return end_line({content_, next_});
        if (cut(piece, text_end)) return;
      }
      x_ += width;
      content_ = {text_end, next_.piece + 1, x_};
    }
    next_ = {next_.piece + 1, text_end + piece.spaces};
    if (piece.spaces > 0 && !piece.has(Piece::kCollapsed)) x_ += space_at(text_end);
    bool is_hyphen = piece.has(Piece::kSoftHyphen);
    if (!piece.has(Piece::kBreakAfter) || (is_hyphen && x_ + kHyphen > limit_)) return;
    has_candidate_ = true;
    candidate_ = {content_, next_, is_hyphen};
    if (is_hyphen) candidate_.content.width += kHyphen;
  }

  float width_of_rest(const Piece& piece) const {
    float whole = shaper_.word(piece.word).advance;
    return next_.cut == 0 ? whole : whole - carets_[next_.cut];
  }

  // Ends the line inside a piece that is wider than a line. False: its first letter is all of it.
  bool cut(const Piece& piece, uint32_t text_end) {
    if (next_.cut == 0) carets_ = shaper_.carets_of(piece.word, text_of(text_, {next_.at, text_end}));
    float start = carets_[next_.cut];
    uint32_t end = 0;  // bytes of the piece
    for (uint32_t at = next_.cut + 1; at < piece.length; ++at) {
      if (carets_[at] == Shaper::kNoCaret) continue;
      if (end != 0 && carets_[at] - start > limit_) break;
      end = at;
    }
    if (end == 0) return false;
    uint32_t behind = next_.at + end - next_.cut;
    end_line({{behind, next_.piece + 1, carets_[end] - start}, {next_.piece, behind, end}});
    return true;
  }

  const MeasuredText& measured_;
  const Paragraph& paragraph_;
  std::string_view text_;
  const Shaper& shaper_;
  float size_, limit_, x_ = 0;
  uint32_t item_, spaced_item_ = UINT32_MAX;
  float space_ = 0;  // em, in the face of spaced_item_
  Start begin_{}, next_{};
  Content content_;
  Place candidate_;
  bool has_candidate_ = false;
  std::vector<float> carets_;  // of the piece that is being cut
  std::vector<BrokenLine> lines_;
};

}  // namespace

std::vector<BrokenLine> break_lines(const MeasuredText& measured, const Paragraph& paragraph, std::string_view text, const Shaper& shaper,
                                    float size, float width) {
  return Breaker(measured, paragraph, text, shaper, size, width).run();
}

}  // namespace faultline
