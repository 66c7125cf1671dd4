#include "reader/issues_view.h"

#include "reader/excerpt.h"
#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr uint32_t kExcerptBytes = 130;
constexpr float kIndent = 4;

// What of an unfolded card is a label of its own: small, in the muted colour.
void draw_label(Sheet& sheet, std::string id, std::string_view text) {
  sheet.y += 12;
  sheet.heading(std::move(id), 3, type::kSmall, {sheet.left() + kIndent, 0, 2, 1.4f}, text, sheet.theme().muted);
  sheet.y += 2;
}

void draw_head(Sheet& sheet, const PanelView& view, const Finding& finding) {
  const Issue& issue = view.analysis.issues[finding.id.index];
  const bool is_open = view.state.open_issue == finding.id.index;
  const std::string detail = std::string(name_of(view.words, issue.type)).append(" · ").append(name_of(view.words, issue.status)) + " · " +
                             view.words.count("issues.mentions", static_cast<int>(finding.spans.size()));
  const std::string parties = describe_parties(view.words, view.analysis, issue);
  const bool is_selected = view.state.selected == finding.id;
  Rect rect = draw_row(sheet, {is_selected, view.state.hovered == finding.id, view.theme.family(Family::Issue).mark}, [&](Sheet& row) {
    const float left = row.left() + kIndent;
    row.set(type::kName, {left, row.right() - 20, 4, 1.3f}, issue.label, view.theme.text);
    row.y += 2;
    row.set(type::kSmall, {left, 0, 2, 1.4f}, detail, view.theme.muted);
    if (!parties.empty()) row.set(type::kSmall, {left, 0, 2, 1.4f}, parties, view.theme.muted);
  });
  const float x = sheet.right() - 4, y = rect.top + 20;
  if (is_open) sheet.painter().triangle({x - 4, y - 2.5f}, {x + 4, y - 2.5f}, {x, y + 3}, view.theme.muted);
  else sheet.painter().triangle({x - 2, y - 4}, {x - 2, y + 4}, {x + 3.5f, y}, view.theme.muted);
  Control control{"open:" + to_string(finding.id), ControlRole::Button, issue.label + ". " + detail + (parties.empty() ? "" : ". " + parties), rect, {}, finding.id, 0};
  control.expanded = is_open;
  sheet.add(std::move(control));
}

// "Westland: “turned down” · Rejection": in whose words, and what they are.
void draw_voice(Sheet& sheet, const PanelView& view, uint32_t index) {
  const Signal& signal = view.analysis.signals[index];
  const Kind kind = kind_of(signal.category);
  const FindingId id{false, index};
  const std::string pair = describe_pair(view.words, view.analysis, signal.who, signal.whom);
  const std::string quote = "“" + std::string(view.article.text_of(signal.span)) + "”";
  const std::string certainty = describe_certainty(view.words, signal, view.analysis);
  const bool is_selected = view.state.selected == id;
  Rect rect = draw_row(sheet, {is_selected, view.state.hovered == id, view.theme.family(family_of(kind)).mark, 6}, [&](Sheet& row) {
    const float left = row.left() + kIndent, top = row.y;
    draw_tag(row, view.words, kind, {left, top, left + 24, top + 18});
    row.set(type::kQuote, {left + 32, 0, 3, 1.3f}, quote, view.theme.text);
    row.set(type::kSmall, {left + 32, 0, 3, 1.4f}, pair + " · " + certainty, view.theme.muted);
  });
  sheet.add({"go:" + to_string(id), ControlRole::Button, std::string(name_of(view.words, kind)) + ", " + pair + ": " + quote + ". " + certainty, rect, is_selected, id, 0});
}

void draw_mentions(Sheet& sheet, const PanelView& view, const Finding& finding) {
  const std::string id = "mention:" + to_string(finding.id) + ":";
  const auto count = static_cast<int>(finding.spans.size());
  draw_label(sheet, "mentions", view.words.count("issues.mentions", count));
  for (uint32_t i = 0; i < finding.spans.size(); ++i) {
    const Excerpt excerpt = find_excerpt(view.article, finding.spans[i], kExcerptBytes);
    const bool is_current = view.state.selected == finding.id && view.state.mention == i;
    Rect rect = draw_row(sheet, {is_current, false, view.theme.family(Family::Issue).mark, 6}, [&](Sheet& row) {
      row.set(type::kExcerpt, {row.left() + kIndent, 0, 5, 1.4f, excerpt.strong}, excerpt.text, view.theme.text);
    });
    sheet.add({id + std::to_string(i + 1), ControlRole::Button, excerpt.text, rect, is_current, {}, 0});
  }
  if (count < 2) return;
  sheet.y += 6;
  PillLine pills(sheet, sheet.left() + kIndent);
  for (bool is_next : {false, true}) {
    const std::string_view text = view.words.text(is_next ? "issues.next" : "issues.previous");
    pills.add({id + (is_next ? "next" : "previous"), ControlRole::Button, std::string(text), {}, {}, {}, 0}, {.text = text});
  }
  pills.end();
}

void draw_body(Sheet& sheet, const PanelView& view, const Finding& finding) {
  const Issue& issue = view.analysis.issues[finding.id.index];
  sheet.text("basis", type::kPlain, {sheet.left() + kIndent, 0, 4, 1.45f}, describe(view.words, issue.basis), view.theme.text);
  if (!issue.signals.empty()) draw_label(sheet, "voices", view.words.text("issues.voices"));
  for (uint32_t index : issue.signals) {
    if (is_listed(FindingId{false, index}, view.state.filter, view.analysis)) draw_voice(sheet, view, index);
  }
  draw_mentions(sheet, view, finding);
  sheet.y += 18;
}

}  // namespace

void draw_issues(Sheet& sheet, const PanelView& view) {
  bool is_first = true;
  for (const Finding& finding : view.findings) {
    if (!finding.id.is_issue || !is_listed(finding, view.state.filter, view.analysis)) continue;
    if (!is_first) sheet.painter().rule(sheet.left(), sheet.right(), sheet.y, view.theme.rule);
    is_first = false;
    draw_head(sheet, view, finding);
    if (view.state.open_issue == finding.id.index) draw_body(sheet, view, finding);
  }
  if (is_first) sheet.text("none", type::kPlain, {sheet.left(), 0, 4, 1.5f}, view.words.text("issues.none"), view.theme.muted);
}

}  // namespace faultline
