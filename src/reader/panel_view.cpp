#include "reader/panel_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "reader/looked_for_view.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr TextStyle kTitle{FaceRole::SerifBold, 24};
constexpr TextStyle kLead{FaceRole::Sans, 13.5f};
constexpr TextStyle kSection{FaceRole::SansBold, 11.5f, 0.07f};
constexpr TextStyle kFamily{FaceRole::SansBold, 14};
constexpr TextStyle kCount{FaceRole::Sans, 13.5f};
constexpr TextStyle kChip{FaceRole::Sans, 12.5f};
constexpr TextStyle kTag{FaceRole::SansBold, 10.5f};
constexpr TextStyle kPair{FaceRole::SansBold, 13.5f};
constexpr TextStyle kIssueName{FaceRole::SerifBold, 16};
constexpr TextStyle kQuote{FaceRole::Serif, 16};
constexpr TextStyle kDetail{FaceRole::Sans, 12.5f};

using Counts = std::array<int, kKindCount>;

Counts count_kinds(std::span<const Finding> findings) {
  Counts counts{};
  for (const Finding& finding : findings) counts[finding.kind] += 1;
  return counts;
}

int count_of(const Counts& counts, Family family) {
  int sum = 0;
  for (Kind kind = 0; kind < kKindCount; ++kind) sum += family_of(kind) == family ? counts[kind] : 0;
  return sum;
}

// The baseline that centres capitals in a row.
float baseline_in(Sheet& sheet, TextStyle style, float top, float height) {
  const Typeface* face = sheet.painter().fonts().find(style.face);
  return std::round(top + (height + (face ? face->cap_height() : 0.7f) * style.size) / 2);
}

void draw_box(Sheet& sheet, float left, float middle, bool is_on, Color color) {
  Rect box{left, middle - 8, left + 16, middle + 8};
  if (is_on) {
    sheet.painter().fill(box, color, 4);
    sheet.painter().check(box, sheet.theme().panel);
  } else {
    sheet.painter().outline(box, sheet.theme().border, 1.25f, 4);
  }
}

// "[✓] Erodes trust ~~~~        12": a switch, the line that the family is underlined with, and how many there are.
void draw_family(Sheet& sheet, const PanelView& view, Family family, int count) {
  const FamilyColors& colors = view.theme.family(family);
  bool is_on = (view.state.filter.off & kinds_of(family)) != kinds_of(family);
  float height = sheet.is_coarse() ? 44.0f : 32.0f, top = sheet.y, middle = top + height / 2;
  draw_box(sheet, sheet.left(), middle, is_on, colors.mark);
  float x = sheet.left() + 28, baseline = baseline_in(sheet, kFamily, top, height);
  float width = sheet.painter().text(kFamily, x, baseline, name_of(view.words, family), is_on ? view.theme.text : view.theme.muted);
  if (is_on) sheet.painter().underline(family, x, x + width, baseline + 5, colors.mark, 1.6f);
  std::string number = view.words.number(count);
  sheet.painter().text(kCount, sheet.right() - sheet.painter().width_of(kCount, number), baseline, number, view.theme.muted);
  sheet.add({std::string("show:") + to_name(family), ControlRole::Checkbox, std::string(name_of(view.words, family)) + ", " + number,
             {sheet.left() - 4, top, sheet.right() + 4, top + height}, is_on, {}, 0});
  sheet.y += height;
}

// A pill with tag, name and count. Returns its width; draws at (x, sheet.y).
float draw_chip(Sheet& sheet, const PanelView& view, Kind kind, int count, float x) {
  const FamilyColors& colors = view.theme.family(family_of(kind));
  bool is_on = !(view.state.filter.off & bit_of(kind));
  std::string number = view.words.number(count);
  float tag = sheet.painter().width_of(kTag, tag_of(view.words, kind)), name = sheet.painter().width_of(kChip, name_of(view.words, kind));
  float width = std::round(9 + tag + 6 + name + 7 + sheet.painter().width_of(kChip, number) + 10);
  float height = sheet.row_height(), top = sheet.y;
  Rect pill{x, top, x + width, top + height};
  if (is_on) sheet.painter().fill(pill, colors.chip, height / 2);
  else sheet.painter().outline(pill, view.theme.rule, 1, height / 2);
  float baseline = baseline_in(sheet, kChip, top, height);
  Color ink = is_on ? colors.ink : view.theme.muted;
  sheet.painter().text(kTag, x + 9, baseline, tag_of(view.words, kind), ink);
  sheet.painter().text(kChip, x + 9 + tag + 6, baseline, name_of(view.words, kind), is_on ? view.theme.text : view.theme.muted);
  sheet.painter().text(kChip, x + 9 + tag + 6 + name + 7, baseline, number, ink);
  // What is off is struck through as well: colour alone would not tell.
  if (!is_on) sheet.painter().fill({x + 9, baseline - 4.5f, x + width - 10, baseline - 3.5f}, view.theme.muted);
  sheet.add({std::string("show:") + to_name(kind), ControlRole::Checkbox, std::string(name_of(view.words, kind)) + ", " + number, pill, is_on, {}, 0});
  return width;
}

float width_of_chip(Sheet& sheet, const PanelView& view, Kind kind, int count) {
  const Painter& painter = sheet.painter();
  return std::round(32 + painter.width_of(kTag, tag_of(view.words, kind)) + painter.width_of(kChip, name_of(view.words, kind)) +
                    painter.width_of(kChip, view.words.number(count)));
}

void draw_chips(Sheet& sheet, const PanelView& view, Family family, const Counts& counts) {
  float x = sheet.left() + 28;
  sheet.y += 2;
  for (Kind kind = 0; kind < kKindCount; ++kind) {
    if (family_of(kind) != family || counts[kind] == 0) continue;
    float width = width_of_chip(sheet, view, kind, counts[kind]);
    if (x > sheet.left() + 28 && x + width > sheet.right()) x = sheet.left() + 28, sheet.y += sheet.row_height() + 6;
    x += draw_chip(sheet, view, kind, counts[kind], x) + 6;
  }
  sheet.y += sheet.row_height() + 10;
}

void draw_legend(Sheet& sheet, const PanelView& view, const Counts& counts) {
  for (int i = 0; i < kFamilyCount; ++i) {
    auto family = static_cast<Family>(i);
    int count = count_of(counts, family);
    if (count == 0) continue;
    draw_family(sheet, view, family, count);
    if (family != Family::Issue) draw_chips(sheet, view, family, counts);
    else sheet.y += 6;
  }
}

// What a row says, before it is drawn.
struct Row {
  std::string pair, main, detail, label;
};

Row make_row(const PanelView& view, const Finding& finding) {
  Row row;
  if (finding.id.is_issue) {
    const Issue& issue = view.analysis.issues[finding.id.index];
    std::string parties = describe_parties(view.words, view.analysis, issue);
    row.main = issue.label;
    row.detail = std::string(name_of(view.words, issue.type)).append(" · ").append(name_of(view.words, issue.status)) + (parties.empty() ? "" : " · " + parties);
    row.label = row.main + ". " + row.detail;
    return row;
  }
  const Signal& signal = view.analysis.signals[finding.id.index];
  row.pair = describe_pair(view.words, view.analysis, signal.who, signal.whom);
  row.main = "“" + std::string(view.article.text_of(signal.span)) + "”";
  row.detail = std::string(name_of(view.words, finding.kind)) + " · " + describe_certainty(view.words, signal, view.analysis);
  row.label = row.pair + ": " + row.main + ". " + row.detail;
  return row;
}

void draw_tag(Sheet& sheet, const PanelView& view, Kind kind, float x, float y) {
  const FamilyColors& colors = view.theme.family(family_of(kind));
  Rect box{x, y, x + 24, y + 18};
  sheet.painter().fill(box, colors.chip, 4);
  float width = sheet.painter().width_of(kTag, tag_of(view.words, kind));
  sheet.painter().text(kTag, x + (24 - width) / 2, baseline_in(sheet, kTag, y, 18), tag_of(view.words, kind), colors.ink);
}

void set_row(Sheet& sheet, const PanelView& view, const Finding& finding, const Row& row, float left) {
  if (finding.id.is_issue) {
    sheet.set(kIssueName, {left, 0, 4, 1.3f}, row.main, view.theme.text);
  } else {
    draw_tag(sheet, view, finding.kind, left, sheet.y);
    float pair_top = sheet.y;
    sheet.set(kPair, {left + 32, 0, 2, 1.35f}, row.pair, view.theme.text);
    sheet.y = std::max(sheet.y, pair_top + 18) + 3;
    sheet.set(kQuote, {left, 0, 4, 1.35f}, row.main, view.theme.text);
  }
  sheet.y += 2;
  sheet.set(kDetail, {left, 0, 3, 1.4f}, row.detail, view.theme.muted);
}

void draw_row(Sheet& sheet, const PanelView& view, const Finding& finding) {
  constexpr float kPadding = 10;
  Row row = make_row(view, finding);
  float top = sheet.y, left = sheet.left() + 4;
  bool is_selected = view.state.selected == finding.id, is_hovered = view.state.hovered == finding.id;
  // The height is known only when the words are set, and the ground lies below the words: set once to measure, once to draw.
  Painter measuring(sheet.painter().shaper());
  Sheet trial(measuring, view.theme, {sheet.width(), sheet.left(), sheet.is_coarse(), false});
  set_row(trial, view, finding, row, left);
  Rect rect{sheet.left() - 10, top, sheet.right() + 10, top + std::max(trial.y + 2 * kPadding, sheet.row_height())};
  if (is_selected || is_hovered) sheet.painter().fill(rect, view.theme.hover, 6);
  if (is_selected) sheet.painter().fill({rect.left, rect.top + 6, rect.left + 3, rect.bottom - 6}, view.theme.family(family_of(finding.kind)).mark, 1.5f);
  if (sheet.painter().is_visible(rect.top, rect.bottom)) {
    sheet.y = top + kPadding;
    set_row(sheet, view, finding, row, left);
  }
  sheet.y = rect.bottom;
  sheet.add({"go:" + to_string(finding.id), ControlRole::Button, row.label, rect, is_selected, finding.id, 0});
}

void draw_group(Sheet& sheet, const PanelView& view, const char* id, std::string_view title, auto is_member) {
  bool has_any = std::any_of(view.findings.begin(), view.findings.end(), is_member);
  if (!has_any) return;
  sheet.y += 22;
  sheet.painter().rule(sheet.left(), sheet.right(), sheet.y, view.theme.rule);
  sheet.y += 18;
  sheet.heading(id, 3, kSection, {sheet.left(), 0, 2, 1.4f}, title, view.theme.muted);
  sheet.y += 4;
  for (const Finding& finding : view.findings) {
    if (is_member(finding)) draw_row(sheet, view, finding);
  }
}

// "5 disputed issues. 13 signals erode trust. 8 signals build trust." Families without findings are not spoken of.
std::string make_lead(const Catalogue& words, const Counts& counts) {
  std::string lead;
  for (int i = 0; i < kFamilyCount; ++i) {
    auto family = static_cast<Family>(i);
    int count = count_of(counts, family);
    if (count == 0) continue;
    if (!lead.empty()) lead += " ";
    lead += words.count(std::string("panel.") + to_name(family), count);
  }
  return lead;
}

}  // namespace

ControlList draw_panel(Painter& painter, const PanelView& view, SheetSize size) {
  Sheet sheet(painter, view.theme, size);
  sheet.y = size.is_coarse ? 20 : 40;
  sheet.heading("title", 2, kTitle, {sheet.left(), 0, 3, 1.2f}, view.words.text("panel.title"), view.theme.text);
  sheet.y += 6;
  Counts counts = count_kinds(view.findings);
  if (view.findings.empty()) {
    sheet.text("empty", kLead, {sheet.left(), 0, 8, 1.5f},
               view.words.text(is_served(view.article) ? "panel.empty" : "panel.unserved"), view.theme.muted);
    if (is_served(view.article)) draw_looked_for(sheet, view.words);
  } else {
    sheet.text("lead", kLead, {sheet.left(), 0, 4, 1.5f}, make_lead(view.words, counts), view.theme.muted);
    sheet.y += 14;
    draw_legend(sheet, view, counts);
    draw_group(sheet, view, "issues", view.words.text("panel.issues_title"),
               [&](const Finding& finding) { return finding.id.is_issue && is_listed(finding, view.state.filter, view.analysis); });
    draw_group(sheet, view, "signals", view.words.text("panel.signals_title"),
               [&](const Finding& finding) { return !finding.id.is_issue && is_listed(finding, view.state.filter, view.analysis); });
  }
  sheet.y += 26;
  sheet.text("note", kDetail, {sheet.left(), 0, 4, 1.5f}, view.words.text("panel.note"), view.theme.muted);
  return std::move(sheet).finish(32);
}

}  // namespace faultline
