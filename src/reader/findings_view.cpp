#include "reader/findings_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "reader/filter_view.h"
#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr float kChipIndent = 28;

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
  float x = sheet.left() + kChipIndent, baseline = baseline_in(sheet, type::kFamily, top, height);
  float width = sheet.painter().text(type::kFamily, x, baseline, name_of(view.words, family), is_on ? view.theme.text : view.theme.muted);
  if (is_on) sheet.painter().underline(family, x, x + width, baseline + 5, colors.mark, 1.6f);
  std::string number = view.words.number(count);
  sheet.painter().text(type::kPlain, sheet.right() - sheet.painter().width_of(type::kPlain, number), baseline, number, view.theme.muted);
  sheet.add({std::string("show:") + to_name(family), ControlRole::Checkbox, std::string(name_of(view.words, family)) + ", " + number,
             {sheet.left() - 4, top, sheet.right() + 4, top + height}, is_on, {}, 0});
  sheet.y += height;
}

void draw_chips(Sheet& sheet, const PanelView& view, Family family, const Counts& counts) {
  sheet.y += 2;
  PillLine pills(sheet, sheet.left() + kChipIndent);
  for (Kind kind = 0; kind < kKindCount; ++kind) {
    if (family_of(kind) != family || counts[kind] == 0) continue;
    bool is_on = !(view.state.filter.off & bit_of(kind));
    std::string number = view.words.number(counts[kind]), name(name_of(view.words, kind));
    pills.add({std::string("show:") + to_name(kind), ControlRole::Checkbox, name + ", " + number, {}, is_on, {}, 0},
              {.tag = tag_of(view.words, kind), .text = name, .count = number, .family = &view.theme.family(family),
               .state = is_on ? PillLine::Look::State::On : PillLine::Look::State::Off});
  }
  pills.end();
  sheet.y += 10;
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

void set_row(Sheet& sheet, const PanelView& view, const Finding& finding, const Row& row) {
  const float left = sheet.left() + 4;
  if (finding.id.is_issue) {
    sheet.set(type::kName, {left, 0, 4, 1.3f}, row.main, view.theme.text);
  } else {
    draw_tag(sheet, view.words, finding.kind, {left, sheet.y, left + 24, sheet.y + 18});
    float pair_top = sheet.y;
    sheet.set(type::kStrong, {left + 32, 0, 2, 1.35f}, row.pair, view.theme.text);
    sheet.y = std::max(sheet.y, pair_top + 18) + 3;
    sheet.set(type::kQuote, {left, 0, 4, 1.35f}, row.main, view.theme.text);
  }
  sheet.y += 2;
  sheet.set(type::kSmall, {left, 0, 3, 1.4f}, row.detail, view.theme.muted);
}

void draw_finding(Sheet& sheet, const PanelView& view, const Finding& finding) {
  Row row = make_row(view, finding);
  bool is_selected = view.state.selected == finding.id;
  Rect rect = draw_row(sheet, {is_selected, view.state.hovered == finding.id, view.theme.family(family_of(finding.kind)).mark},
                       [&](Sheet& on) { set_row(on, view, finding, row); });
  sheet.add({"go:" + to_string(finding.id), ControlRole::Button, row.label, rect, is_selected, finding.id, 0});
}

void draw_group(Sheet& sheet, const PanelView& view, bool is_of_issues) {
  bool has_any = false;
  for (const Finding& finding : view.findings) {
    if (finding.id.is_issue != is_of_issues || !is_listed(finding, view.state.filter, view.analysis)) continue;
    if (!has_any) draw_section(sheet, is_of_issues ? "issues" : "signals", view.words.text(is_of_issues ? "panel.issues_title" : "panel.signals_title"));
    has_any = true;
    draw_finding(sheet, view, finding);
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

void draw_findings(Sheet& sheet, const PanelView& view) {
  Counts counts = count_kinds(view.findings);
  sheet.text("lead", type::kPlain, {sheet.left(), 0, 4, 1.5f}, make_lead(view.words, counts), view.theme.muted);
  sheet.y += 14;
  draw_legend(sheet, view, counts);
  draw_choices(sheet, view);
  draw_group(sheet, view, true);
  draw_group(sheet, view, false);
  if (view.analysis.suppressed.empty()) return;
  sheet.y += 18;
  draw_line_button(sheet, "tab:skipped", LineLook::Folded, view.words.count("skipped.open", static_cast<int>(view.analysis.suppressed.size())));
}

}  // namespace faultline
