#include "layout/set_line.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/sort.h"
#include "layout/directions.h"

namespace faultline {
namespace {

// Collects the parts of a line from its pieces; words that touch inside one item are shaped as one.
class LineSetter {
 public:
  LineSetter(const MeasuredText& measured, const Paragraph& paragraph, std::string_view text, Shaper& shaper, const LoneLine& line)
      : measured_(measured), paragraph_(paragraph), text_(text), shaper_(shaper), line_(line) {
    set_.size = line.size;
  }

  SetLine run() {
    uint32_t at = line_.span.begin;
    for (uint32_t i = line_.first_piece; i < line_.last_piece && at < line_.span.end; ++i) {
      const Piece& piece = measured_.pieces[i];
      // A cut word begins on the line before, or ends on the line behind.
      uint32_t cut = i == line_.first_piece ? line_.cut : 0;
      uint32_t words_end = std::min(line_.span.end, at + piece.length - cut);
      if (words_end > at) take_words({at, words_end}, words_end - at == piece.length ? piece.word : Piece::kNoWord);
      uint32_t spaces_end = std::min(line_.span.end, words_end + piece.spaces);
      if (spaces_end > words_end) take_space({words_end, spaces_end}, piece.has(Piece::kCollapsed));
      at = spaces_end;
    }
    finish_word();
    if (line_.ends_in_hyphen) add_hyphen();
    place();
    return std::move(set_);
  }

 private:
  void take_words(Span span, uint32_t word) {
    const Item& item = measured_.item_at(paragraph_, span.begin);
    if (!word_span_.empty() && item_ == &item && word_span_.end == span.begin && word_span_.size() + span.size() <= Shaper::kLongestWord) {
      word_span_.end = span.end;
      word_ = Piece::kNoWord;  // together they may be kerned, or joined
      return;
    }
    finish_word();
    item_ = &item;
    word_span_ = span;
    word_ = word;
  }

  void finish_word() {
    if (word_span_.empty()) return;
    if (word_ == Piece::kNoWord) word_ = shaper_.find(item_->setting, text_of(text_, word_span_));
    add({word_span_, word_, 0, shaper_.word(word_).advance * set_.size}, *item_);
    word_span_ = {};
  }

  void take_space(Span span, bool is_collapsed) {
    finish_word();
    const Item& item = measured_.item_at(paragraph_, span.begin);
    add({span, PlacedText::kSpace, 0, is_collapsed ? 0 : shaper_.space_of(item.setting.face) * set_.size}, item);
  }

  void add_hyphen() {
    FL_CHECK(!set_.runs.empty());
    Setting setting = run_settings_.back();
    constexpr std::string_view kTrueHyphen = "\u2010", kPlainHyphen = "-";
    const Typeface* face = shaper_.fonts().find(setting.face);
    uint32_t word = shaper_.find(setting, face && face->glyph_of(0x2010) ? kTrueHyphen : kPlainHyphen);
    set_.parts.push_back({{line_.span.end, line_.span.end}, word, 0, shaper_.word(word).advance * set_.size});
    set_.runs.back().last_part += 1;
  }

  void add(PlacedText part, const Item& item) {
    auto index = static_cast<uint32_t>(set_.parts.size());
    bool is_new = set_.runs.empty() || levels_.back() != item.level || !(run_settings_.back() == item.setting);
    if (is_new) {
      set_.runs.push_back({part.span, 0, 0, item.setting.face, item.setting.script, item.setting.is_rtl, item.setting.has_glyphs, index, index});
      levels_.push_back(item.level);
      run_settings_.push_back(item.setting);
    }
    set_.runs.back().span.end = part.span.end;
    set_.runs.back().last_part = index + 1;
    set_.parts.push_back(part);
  }

  void place() {
    float x = 0;
    for (uint32_t index : find_visual_order(levels_)) {
      Run& run = set_.runs[index];
      run.left = x;
      for (uint32_t i = run.first_part; i < run.last_part; ++i) {
        PlacedText& part = set_.parts[run.is_rtl ? run.last_part - 1 - (i - run.first_part) : i];
        part.left = x;
        x += part.width;
      }
      run.width = x - run.left;
    }
    set_.width = x;
  }

  const MeasuredText& measured_;
  const Paragraph& paragraph_;
  std::string_view text_;
  Shaper& shaper_;
  const LoneLine& line_;
  SetLine set_;
  std::vector<uint8_t> levels_;         // of the runs
  std::vector<Setting> run_settings_;   // likewise
  const Item* item_ = nullptr;
  Span word_span_{};  // being collected
  uint32_t word_ = Piece::kNoWord;
};

void move(SetLine& line, float by) {
  line.left += by;
  for (Run& run : line.runs) run.left += by;
  for (PlacedText& part : line.parts) part.left += by;
}

// Widens the spaces until the line fills its measure.
void justify(SetLine& line, float measure) {
  auto is_wide = [](const PlacedText& part) { return part.word == PlacedText::kSpace && part.width > 0; };
  auto spaces = std::count_if(line.parts.begin(), line.parts.end(), is_wide);
  float extra = measure - line.width;
  if (spaces == 0 || extra <= 0) return;
  extra /= static_cast<float>(spaces);
  std::vector<uint32_t> order(line.parts.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  sort_stably(order, [&](uint32_t a, uint32_t b) { return line.parts[a].left < line.parts[b].left; });
  float x = 0;
  for (uint32_t index : order) {
    PlacedText& part = line.parts[index];
    if (is_wide(part)) part.width += extra;
    part.left = x;
    x += part.width;
  }
  for (Run& run : line.runs) {
    run.left = x, run.width = 0;
    for (uint32_t i = run.first_part; i < run.last_part; ++i) {
      run.left = std::min(run.left, line.parts[i].left);
      run.width += line.parts[i].width;
    }
  }
  line.width = x;
}

// The distance from the part's own beginning in reading order to the caret before byte `at` of it.
float advance_in(const PlacedText& part, std::string_view text, const Shaper& shaper, float size, uint32_t at) {
  if (at <= part.span.begin) return 0;
  if (at >= part.span.end) return part.width;
  if (part.word == PlacedText::kSpace) return part.width;  // the first of several has all the width
  std::vector<float> carets = shaper.carets_of(part.word, text_of(text, part.span));
  uint32_t offset = at - part.span.begin;
  while (offset > 0 && carets[offset] == Shaper::kNoCaret) --offset;
  return carets[offset] * size;
}

float x_in(const PlacedText& part, bool is_rtl, std::string_view text, const Shaper& shaper, float size, uint32_t at) {
  float advance = advance_in(part, text, shaper, size, at);
  return is_rtl ? part.left + part.width - advance : part.left + advance;
}

}  // namespace

SetLine set_line(const MeasuredText& measured, const Paragraph& paragraph, std::string_view text, Shaper& shaper, const LoneLine& line) {
  return LineSetter(measured, paragraph, text, shaper, line).run();
}

SetLine set_single_line(std::string_view text, FaceRole face, float size, Shaper& shaper) {
  MeasuredText measured;
  FaceSpan faces{static_cast<uint32_t>(text.size()), face};
  append_paragraph(measured, {text, {0, faces.end}, has_rtl(text) && is_first_rtl(text), {&faces, 1}}, shaper);
  const Paragraph& paragraph = measured.paragraphs[0];
  return set_line(measured, paragraph, text, shaper, {paragraph.span, paragraph.first_piece, paragraph.last_piece, 0, size, false});
}

SetLine set_line(const TypesetPage& page, const Line& line) {
  const BlockBox& box = page.lines.block_of(line);
  SetLine set = set_line(page.measured, page.measured.paragraphs[line.block], page.article.text(), page.shaper,
                         {line.span, line.first_piece, line.last_piece, line.cut, box.size, line.ends_in_hyphen});
  if (page.lines.style.is_justified && !line.is_last && !is_display(box.kind)) justify(set, box.width);
  move(set, box.is_rtl ? box.left + box.width - set.width : box.left);
  return set;
}

std::vector<LinePart> find_line_parts(const TypesetPage& page, Span span) {
  std::vector<LinePart> found;
  const Line *lines = page.lines.lines.data(), *end = lines + page.lines.lines.size();
  for (const Line* line = find_line_at(page.lines, span.begin); line != nullptr && line != end && line->span.begin < span.end; ++line) {
    Span shared{std::max(span.begin, line->span.begin), std::min(span.end, line->span.end)};
    if (shared.begin >= shared.end) continue;
    SetLine set = set_line(page, *line);
    std::vector<LinePart> parts;
    for (const Run& run : set.runs) {
      for (uint32_t i = run.first_part; i < run.last_part; ++i) {
        const PlacedText& part = set.parts[i];
        Span stretch{std::max(shared.begin, part.span.begin), std::min(shared.end, part.span.end)};
        if (stretch.begin >= stretch.end) continue;
        float a = x_in(part, run.is_rtl, page.article.text(), page.shaper, set.size, stretch.begin);
        float b = x_in(part, run.is_rtl, page.article.text(), page.shaper, set.size, stretch.end);
        parts.push_back({static_cast<uint32_t>(line - lines), stretch, std::min(a, b), std::max(a, b)});
      }
    }
    sort_stably(parts, [](const LinePart& a, const LinePart& b) { return a.left < b.left; });
    size_t first = found.size();
    for (const LinePart& part : parts) {
      bool is_touching = found.size() > first && part.left - found.back().right < 0.01f;
      if (!is_touching) {
        found.push_back(part);
        continue;
      }
      LinePart& whole = found.back();
      whole.right = std::max(whole.right, part.right);
      whole.span = {std::min(whole.span.begin, part.span.begin), std::max(whole.span.end, part.span.end)};
    }
  }
  return found;
}

float x_of(const SetLine& line, std::string_view text, const Shaper& shaper, uint32_t at) {
  for (const Run& run : line.runs) {
    for (uint32_t i = run.first_part; i < run.last_part; ++i) {
      const PlacedText& part = line.parts[i];
      bool is_end = at == part.span.end && &part == &line.parts.back();
      if (at < part.span.end || is_end) return x_in(part, run.is_rtl, text, shaper, line.size, at);
    }
  }
  if (line.runs.empty()) return line.left;
  const Run& last = line.runs.back();
  return last.is_rtl ? last.left : last.left + last.width;
}

std::optional<uint32_t> find_position(const TypesetPage& page, float x, float y) {
  const auto& lines = page.lines.lines;
  if (lines.empty()) return {};
  auto below = std::partition_point(lines.begin(), lines.end(), [&](const Line& line) { return line.top + page.lines.block_of(line).leading <= y; });
  const Line& line = below == lines.end() ? lines.back() : *below;
  SetLine set = set_line(page, line);
  uint32_t best = line.span.begin;
  float nearest = std::abs(x_of(set, page.article.text(), page.shaper, best) - x);
  for (const Run& run : set.runs) {
    for (uint32_t i = run.first_part; i < run.last_part; ++i) {
      const PlacedText& part = set.parts[i];
      std::vector<float> carets = part.word == PlacedText::kSpace ? std::vector<float>{0, part.width / set.size}
                                                                  : page.shaper.carets_of(part.word, text_of(page.article.text(), part.span));
      for (size_t k = 0; k < carets.size() && !part.span.empty(); ++k) {
        if (carets[k] == Shaper::kNoCaret) continue;
        float caret = run.is_rtl ? part.left + part.width - carets[k] * set.size : part.left + carets[k] * set.size;
        if (std::abs(caret - x) >= nearest) continue;
        nearest = std::abs(caret - x);
        best = k + 1 == carets.size() ? part.span.end : part.span.begin + static_cast<uint32_t>(k);
      }
    }
  }
  return best;
}

}  // namespace faultline
