#include "reader/sheet.h"

#include <cmath>

#include "layout/directions.h"
#include "layout/line_breaker.h"
#include "text/utf8.h"

namespace faultline {
namespace {

FaceRole bold_of(FaceRole face) { return face == FaceRole::Serif ? FaceRole::SerifBold : face == FaceRole::Sans ? FaceRole::SansBold : face; }

// The longest beginning of `text` that leaves room for an ellipsis.
std::string cut(const Painter& painter, TextStyle style, std::string_view text, float width) {
  float room = width - painter.width_of(style, "…");
  while (!text.empty() && painter.width_of(style, text) > room) {
    text.remove_suffix(code_point_before(text, static_cast<uint32_t>(text.size())).length);
  }
  return std::string(text) + "…";
}

}  // namespace

const char* to_string(ControlRole role) {
  constexpr const char* kNames[] = {"button", "checkbox", "heading", "text", "link", "tab"};
  return kNames[static_cast<int>(role)];
}

void Sheet::set(TextStyle style, Place place, std::string_view text, Color color) {
  if (place.right <= place.left) place.right = right();
  float leading = std::round(style.size * place.leading), width = place.right - place.left;
  const auto end = static_cast<uint32_t>(text.size());
  const Span strong = place.strong;
  const FaceSpan faces[] = {{strong.begin, style.face}, {strong.end, bold_of(style.face)}, {end, style.face}};
  const std::span<const FaceSpan> all(faces);
  MeasuredText measured;
  append_paragraph(measured, {text, {0, end}, has_rtl(text) && is_first_rtl(text), strong.empty() ? all.last(1) : all}, painter_.shaper());
  const Paragraph& paragraph = measured.paragraphs[0];
  // The breaker knows no tracking: a character is about half an em, so that a little more size makes up for it.
  auto lines = break_lines(measured, paragraph, text, painter_.shaper(), style.size * (1 + 2 * style.tracking), width);
  const Typeface* typeface = painter_.fonts().find(style.face);
  // Half of the leading's surplus over the capitals' height stands above them: text sits in the middle of its row.
  float baseline = std::round((leading + (typeface ? typeface->cap_height() : 0.7f) * style.size) / 2);
  for (size_t i = 0; i < lines.size(); ++i) {
    const BrokenLine& line = lines[i];
    bool is_cut = i + 1 == static_cast<size_t>(place.most_lines) && i + 1 < lines.size();
    if (painter_.is_visible(y, y + leading)) {
      SetLine set = is_cut ? set_single_line(cut(painter_, style, text_of(text, line.span), width), style.face, style.size, painter_.shaper())
                           : set_line(measured, paragraph, text, painter_.shaper(), {line.span, line.first_piece, line.last_piece, line.cut, style.size, line.ends_in_hyphen});
      // What goes from right to left ends a row of the sheet that does not.
      bool is_at_end = paragraph.is_rtl && !size_.is_rtl;
      painter_.line(set, is_at_end ? place.right - set.width : place.left, y + baseline, color, style.tracking * style.size);
    }
    y += leading;
    if (is_cut) break;
  }
}

std::string Sheet::shorten(TextStyle style, std::string_view text, float width) const {
  return painter_.width_of(style, text) <= width ? std::string(text) : cut(painter_, style, text, width);
}

float Sheet::line(TextStyle style, Place place, float baseline, std::string_view text, Color color) {
  if (place.right <= place.left) place.right = right();
  return painter_.text(style, place.left, baseline, shorten(style, text, place.right - place.left), color);
}

void Sheet::text(std::string id, TextStyle style, Place place, std::string_view text, Color color) {
  float top = y;
  set(style, place, text, color);
  add({std::move(id), ControlRole::Text, std::string(text), {place.left, top, place.right > place.left ? place.right : right(), y}, {}, {}, 0});
}

void Sheet::heading(std::string id, int level, TextStyle style, Place place, std::string_view text, Color color) {
  this->text(std::move(id), style, place, text, color);
  controls_.back().role = ControlRole::Heading;
  controls_.back().level = level;
}

ControlList Sheet::finish(float bottom_margin) && {
  if (size_.is_rtl) {
    for (Control& control : controls_) {
      control.rect = {size_.width - control.rect.right, control.rect.top, size_.width - control.rect.left, control.rect.bottom};
    }
  }
  return {size_.width, std::ceil(y + bottom_margin), std::move(controls_)};
}

}  // namespace faultline
