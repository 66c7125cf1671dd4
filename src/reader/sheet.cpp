#include "reader/sheet.h"

#include <cmath>

#include "layout/line_breaker.h"
#include "text/utf8.h"

namespace faultline {
namespace {

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
  constexpr const char* kNames[] = {"button", "checkbox", "heading", "text", "link"};
  return kNames[static_cast<int>(role)];
}

void Sheet::set(TextStyle style, Place place, std::string_view text, Color color) {
  if (place.right <= place.left) place.right = right();
  float leading = std::round(style.size * place.leading), width = place.right - place.left;
  FaceSpan face{static_cast<uint32_t>(text.size()), style.face};
  // The breaker knows no tracking: a character is about half an em, so that a little more size makes up for it.
  float size = style.size * (1 + 2 * style.tracking);
  auto lines = break_lines(text, {0, face.end}, {painter_.fonts(), size}, {&face, 1}, width);
  const Typeface* typeface = painter_.fonts().find(style.face);
  // Half of the leading's surplus over the capitals' height stands above them: text sits in the middle of its row.
  float baseline = std::round((leading + (typeface ? typeface->cap_height() : 0.7f) * style.size) / 2);
  for (size_t i = 0; i < lines.size(); ++i) {
    bool is_cut = i + 1 == static_cast<size_t>(place.most_lines) && i + 1 < lines.size();
    std::string_view line = text_of(text, lines[i].span);
    if (painter_.is_visible(y, y + leading)) {
      painter_.text(style, place.left, y + baseline, is_cut ? cut(painter_, style, line, width) : std::string(line), color);
    }
    y += leading;
    if (is_cut) break;
  }
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
  return {size_.width, std::ceil(y + bottom_margin), std::move(controls_)};
}

}  // namespace faultline
