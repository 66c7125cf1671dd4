#include "reader/panel_view.h"

#include <algorithm>
#include <cmath>

#include "reader/compare_view.h"
#include "reader/filter_view.h"
#include "reader/findings_view.h"
#include "reader/issues_view.h"
#include "reader/ledger_view.h"
#include "reader/looked_for_view.h"
#include "reader/parties_view.h"
#include "reader/parts.h"
#include "reader/sources_view.h"

namespace faultline {
namespace {

struct Tab {
  PanelTab tab;
  std::string_view name;
  float width = 0;
};

// What was not marked is reached from the findings, and without a comparison there is none to show.
std::vector<Tab> find_tabs(const PanelView& view) {
  std::vector<Tab> tabs;
  for (int i = 0; i < kTabCount; ++i) {
    const auto tab = static_cast<PanelTab>(i);
    if (tab == PanelTab::Skipped || (tab == PanelTab::Compare && !view.comparison)) continue;
    tabs.push_back({tab, view.words.text(std::string("tab.") + to_name(tab))});
  }
  return tabs;
}

// The name of a tab, and below it a line when it is the one that is open. Set in bold or not, it is as wide,
// so that nothing moves when another one is opened.
void draw_tab_name(Sheet& sheet, const PanelView& view, const Tab& tab, float size, float left, Rect target) {
  const bool is_open = tab.tab == (view.state.tab == PanelTab::Skipped ? PanelTab::Findings : view.state.tab);
  const TextStyle shown{is_open ? FaceRole::SansBold : FaceRole::Sans, size};
  const float shift = (tab.width - sheet.painter().width_of(shown, tab.name)) / 2;
  sheet.painter().text(shown, left + std::max(shift, 0.0f), baseline_in(sheet, shown, target.top, target.height()), tab.name, is_open ? view.theme.text : view.theme.muted);
  if (is_open) sheet.painter().fill({left, target.bottom - 2, left + tab.width, target.bottom}, view.theme.accent);
  sheet.add({std::string("tab:") + to_name(tab.tab), ControlRole::Tab, std::string(tab.name), target, is_open, {}, 0});
}

void draw_tab_rule(Sheet& sheet) { sheet.painter().rule(sheet.left(), sheet.right(), sheet.y - sheet.painter().pixel(), sheet.theme().rule); }

// Two lines of as many columns: one name left alone in the second would look lost.
void draw_tab_grid(Sheet& sheet, const PanelView& view, std::vector<Tab>& tabs, float height) {
  const size_t columns = (tabs.size() + 1) / 2;
  const float width = (sheet.right() - sheet.left()) / static_cast<float>(columns);
  for (size_t i = 0; i < tabs.size(); ++i) {
    tabs[i].width = std::ceil(sheet.painter().width_of(type::kStrong, tabs[i].name));
    const float left = sheet.left() + static_cast<float>(i % columns) * width;
    draw_tab_name(sheet, view, tabs[i], type::kStrong.size, left, {left, sheet.y, left + width, sheet.y + height});
    if (i % columns + 1 == columns || i + 1 == tabs.size()) sheet.y += height, draw_tab_rule(sheet);
  }
}

// Names beside each other. Where they find no room they become smaller, and at last they go on in a second line.
void draw_tabs(Sheet& sheet, const PanelView& view) {
  std::vector<Tab> tabs = find_tabs(view);
  constexpr float kLeastGap = 9, kMostGap = 20, kSizes[] = {13.5f, 12.5f, 11.5f};
  const float room = sheet.right() - sheet.left(), height = sheet.is_coarse() ? 44.0f : 36.0f;
  const auto gaps = static_cast<float>(tabs.size() - 1);
  for (float size : kSizes) {
    float sum = 0;
    for (Tab& tab : tabs) sum += tab.width = std::ceil(sheet.painter().width_of({type::kStrong.face, size}, tab.name));
    if (sum + kLeastGap * gaps > room) continue;
    const float gap = std::min((room - sum) / gaps, kMostGap);
    float x = sheet.left();
    for (const Tab& tab : tabs) {
      draw_tab_name(sheet, view, tab, size, x, {x - gap / 2, sheet.y, x + tab.width + gap / 2, sheet.y + height});
      x += tab.width + gap;
    }
    sheet.y += height;
    return draw_tab_rule(sheet);
  }
  draw_tab_grid(sheet, view, tabs, height);
}

void draw_tab(Sheet& sheet, const PanelView& view) {
  switch (view.state.tab) {
    case PanelTab::Findings: return draw_findings(sheet, view);
    case PanelTab::Issues: return draw_issues(sheet, view);
    case PanelTab::Ledger: return draw_ledger(sheet, view);
    case PanelTab::Parties: return draw_parties(sheet, view);
    case PanelTab::Sources: return draw_sources(sheet, view);
    case PanelTab::Compare: return draw_compare(sheet, view);
    case PanelTab::Skipped: return draw_skipped(sheet, view);
  }
}

// What a person has done by mistake is near on every tab, and where the last finding was rejected too. The table is the page's to copy.
void draw_foot(Sheet& sheet, const PanelView& view) {
  const Corrections& corrections = view.state.corrections;
  const bool has_table = view.state.tab == PanelTab::Findings && !view.findings.empty();
  if (!corrections.can_undo() && !corrections.can_redo() && !has_table) return;
  sheet.y += 18;
  if (corrections.can_undo()) draw_line_button(sheet, "undo", LineLook::Back, view.words.text("panel.undo"));
  if (corrections.can_redo()) draw_line_button(sheet, "redo", LineLook::Plain, view.words.text("panel.redo"));
  if (has_table) draw_line_button(sheet, "copy:table", LineLook::Plain, view.words.text("panel.copy_table"));
}

}  // namespace

ControlList draw_panel(Painter& painter, const PanelView& view, SheetSize size) {
  Sheet sheet(painter, view.theme, size);
  sheet.y = size.is_coarse ? 20 : 40;
  sheet.heading("title", 2, type::kTitle, {sheet.left(), 0, 3, 1.2f}, view.words.text("panel.title"), view.theme.text);
  sheet.y += 6;
  if (view.findings.empty() && view.analysis.suppressed.empty() && !view.comparison) {
    sheet.text("empty", type::kPlain, {sheet.left(), 0, 8, 1.5f},
               view.words.text(is_served(view.article) ? "panel.empty" : "panel.unserved"), view.theme.muted);
    if (is_served(view.article)) draw_looked_for(sheet, view.words);
  } else {
    draw_tabs(sheet, view);
    draw_filter_chips(sheet, view);
    sheet.y += 18;
    draw_tab(sheet, view);
  }
  draw_foot(sheet, view);
  sheet.y += 26;
  sheet.text("note", type::kSmall, {sheet.left(), 0, 4, 1.5f}, view.words.text("panel.note"), view.theme.muted);
  return std::move(sheet).finish(32);
}

}  // namespace faultline
