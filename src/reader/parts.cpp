#include "reader/parts.h"

#include <algorithm>
#include <cmath>

#include "reader/wording.h"

namespace faultline {
namespace {

constexpr float kPillGap = 6, kPillPadding = 10;

}  // namespace

float baseline_in(const Sheet& sheet, TextStyle style, float top, float height) {
  const Typeface* face = sheet.painter().fonts().find(style.face);
  return std::round(top + (height + (face ? face->cap_height() : 0.7f) * style.size) / 2);
}

void draw_tag(Sheet& sheet, const Catalogue& words, Kind kind, Rect box, TagLook look) {
  const FamilyColors& colors = sheet.theme().family(family_of(kind));
  if (look != TagLook::Hollow) sheet.painter().fill(box, look == TagLook::Solid ? colors.ink : colors.chip, 4);
  else sheet.painter().outline(box, colors.mark, 1, 4);
  float width = sheet.painter().width_of(type::kTag, tag_of(words, kind));
  sheet.painter().text(type::kTag, box.left + (box.width() - width) / 2, baseline_in(sheet, type::kTag, box.top, box.height()), tag_of(words, kind),
                       look == TagLook::Solid ? sheet.theme().panel : colors.ink);
}

void draw_section(Sheet& sheet, std::string id, std::string_view title) {
  sheet.y += 22;
  sheet.painter().rule(sheet.left(), sheet.right(), sheet.y, sheet.theme().rule);
  sheet.y += 18;
  sheet.heading(std::move(id), 3, type::kSection, {sheet.left(), 0, 2, 1.4f}, title, sheet.theme().muted);
  sheet.y += 4;
}

void draw_line_button(Sheet& sheet, std::string id, LineLook look, std::string_view text) {
  const float height = sheet.row_height(), top = sheet.y, middle = top + height / 2;
  float x = sheet.left();
  if (look != LineLook::Plain) {
    // A small triangle of the disclosure, or one that points back to where the person came from.
    const float at = x + 5;
    if (look == LineLook::Unfolded) sheet.painter().triangle({at - 4, middle - 2.5f}, {at + 4, middle - 2.5f}, {at, middle + 3}, sheet.theme().muted);
    else if (look == LineLook::Back) sheet.painter().triangle({at + 2, middle - 4}, {at + 2, middle + 4}, {at - 3.5f, middle}, sheet.theme().muted);
    else sheet.painter().triangle({at - 2, middle - 4}, {at - 2, middle + 4}, {at + 3.5f, middle}, sheet.theme().muted);
    x += 16;
  }
  const float width = sheet.line(type::kSmallStrong, {x, sheet.right()}, baseline_in(sheet, type::kSmallStrong, top, height), text, sheet.theme().text);
  Control control{std::move(id), ControlRole::Button, std::string(text), {sheet.left() - 4, top, std::min(x + width + 8, sheet.right() + 4), top + height}, {}, {}, 0};
  if (look == LineLook::Folded || look == LineLook::Unfolded) control.expanded = look == LineLook::Unfolded;
  sheet.add(std::move(control));
  sheet.y += height;
}

void draw_figure(Sheet& sheet, std::string id, std::string_view what, std::string_view number) {
  const float top = sheet.y, width = sheet.painter().width_of(type::kPlain, number);
  sheet.set(type::kPlain, {sheet.left(), sheet.right() - width - 12, 3, 1.5f}, what, sheet.theme().text);
  sheet.painter().text(type::kPlain, sheet.right() - width, baseline_in(sheet, type::kPlain, top, std::round(type::kPlain.size * 1.5f)), number, sheet.theme().muted);
  sheet.add({std::move(id), ControlRole::Text, std::string(what) + ": " + std::string(number), {sheet.left(), top, sheet.right(), sheet.y}, {}, {}, 0});
}

Rect draw_row(Sheet& sheet, RowLook look, const void* context, SetRow set) {
  const float top = sheet.y;
  auto set_padded = [&](Sheet& on) {
    on.y = top + look.padding;
    set(context, on);
    on.y = std::max(on.y + look.padding, top + on.row_height());
  };
  Rect rect{sheet.left() - 10, top, sheet.right() + 10, top};
  if (sheet.painter().is_drawing() && (look.is_selected || look.is_hovered)) {
    // The height is known only when the words are set, and the ground lies below the words: set once to measure, once to draw.
    Painter measuring(sheet.painter().shaper());
    Sheet trial = sheet.blank(measuring);
    set_padded(trial);
    rect.bottom = trial.y;
    sheet.painter().fill(rect, sheet.theme().hover, 6);
    if (look.is_selected) sheet.painter().fill({rect.left, rect.top + 6, rect.left + 3, rect.bottom - 6}, look.mark, 1.5f);
  }
  set_padded(sheet);
  rect.bottom = sheet.y;
  return rect;
}

void PillLine::add(Control control, const Look& look) {
  Painter& painter = sheet_.painter();
  const Theme& theme = sheet_.theme();
  const bool is_on = look.state == Look::State::On, is_off = look.state == Look::State::Off;
  const float tag = look.tag.empty() ? 0 : painter.width_of(type::kTag, look.tag) + 6;
  const float count = look.count.empty() ? 0 : 7 + painter.width_of(type::kSmall, look.count);
  const float fixed = 2 * kPillPadding + tag + count + (look.has_cross ? 15 : 0);
  const float room = sheet_.right() - left_ - fixed;
  const std::string text = sheet_.shorten(type::kSmall, look.text, room);
  const float width = std::max(std::round(fixed + painter.width_of(type::kSmall, text)), sheet_.row_height()), height = sheet_.row_height();
  if (x_ > left_ && x_ + width > sheet_.right()) x_ = left_, sheet_.y += height + kPillGap;
  const Rect pill{x_, sheet_.y, x_ + width, sheet_.y + height};
  const float baseline = baseline_in(sheet_, type::kSmall, pill.top, height);
  const Color ink = look.family && !is_off ? look.family->ink : theme.muted;
  if (look.family && !is_off) painter.fill(pill, look.family->chip, height / 2);
  else if (is_on && !look.family) painter.fill(pill, theme.hover, height / 2), painter.outline(pill, theme.accent, 1.25f, height / 2);
  else painter.outline(pill, theme.rule, 1, height / 2);
  float x = pill.left + kPillPadding;
  painter.text(type::kTag, x, baseline, look.tag, ink);
  x += tag;
  painter.text(type::kSmall, x, baseline, text, is_off && look.family ? theme.muted : theme.text);
  x += painter.width_of(type::kSmall, text);
  if (!look.count.empty()) painter.text(type::kSmall, x + 7, baseline, look.count, ink);
  if (look.has_cross) painter.cross(pill.right - kPillPadding - 4, pill.top + height / 2, 3.5f, theme.muted);
  // What is off is struck through as well: colour alone would not tell.
  if (is_off && look.family) painter.fill({pill.left + 9, baseline - 4.5f, pill.right - 10, baseline - 3.5f}, theme.muted);
  control.rect = pill;
  sheet_.add(std::move(control));
  x_ = pill.right + kPillGap;
  is_empty_ = false;
}

void PillLine::end() {
  if (!is_empty_) sheet_.y += sheet_.row_height();
}

}  // namespace faultline
