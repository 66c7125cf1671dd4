#include "reader/compare_view.h"

#include <algorithm>
#include <cmath>

#include "reader/ledger_view.h"
#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr float kIndent = 4, kLetterWidth = 20;
constexpr float kColumnGap = 14, kLeastColumn = 84;
constexpr size_t kMostColumns = 3;  // of cells beside each other; a fourth article begins a second line
constexpr float kMarkSize = 11, kLineHeight = 20, kAxisGap = 5;

constexpr const char* kStandingKeys[] = {"compare.omitted", "compare.told", "compare.disputed", "compare.conceded"};
constexpr const char* kTrackKeys[] = {"ledger.words", "ledger.deeds", "ledger.background"};
constexpr int kTrackCount = 3;

using Cell = ComparisonTable::Cell;
using IssueRow = ComparisonTable::IssueRow;
using PairRow = ComparisonTable::PairRow;
using Sums = ComparisonTable::Sums;

const Tally& tally_of(const Sums& sums, int track) { return track == 0 ? sums.words : track == 1 ? sums.deeds : sums.background; }
bool is_empty(const Tally& tally) { return tally.eroding == 0 && tally.building == 0; }

// The letter says little to who hears it alone; of the article at hand there is more to say.
std::string name_of_article(const Catalogue& words, size_t article) { return article == 0 ? std::string(words.text("compare.this")) : letter_of(article); }

std::string_view name_of(const Catalogue& words, IssueStanding standing) { return words.text(kStandingKeys[static_cast<int>(standing)]); }

std::string describe_voices(const Catalogue& words, const Cell& cell) {
  std::string names;
  for (const ComparisonTable::Voice& voice : cell.voices) {
    if (!names.empty()) names += words.text("party.comma");
    names += voice.is_writer ? words.text("speaker.by_writer") : voice.name.empty() ? words.text("speaker.by_unnamed") : std::string_view(voice.name);
  }
  return names;
}

std::string describe_cell(const Catalogue& words, const Cell& cell, size_t article) {
  std::string text = name_of_article(words, article) + ": " + std::string(name_of(words, cell.standing));
  if (const std::string voices = describe_voices(words, cell); !voices.empty()) text += std::string(words.text("party.comma")) + words.fill("compare.voices", {{"who", voices}});
  return text;
}

void draw_legend(Sheet& sheet, const PanelView& view) {
  const std::vector<std::string>& titles = view.comparison->titles;
  for (size_t i = 0; i < titles.size(); ++i) {
    const float top = sheet.y, leading = std::round(type::kExcerpt.size * 1.35f);
    const std::string title = titles[i].empty() ? std::string(view.words.text("compare.untitled")) : titles[i];
    sheet.painter().text(type::kFamily, sheet.left(), baseline_in(sheet, type::kFamily, top, leading), letter_of(i), view.theme.text);
    sheet.set(type::kExcerpt, {sheet.left() + kLetterWidth, 0, 3, 1.35f}, title, view.theme.text);
    std::string label = letter_of(i) + ": " + title;
    if (i == 0) {
      sheet.set(type::kSmall, {sheet.left() + kLetterWidth, 0, 1, 1.4f}, view.words.text("compare.this"), view.theme.muted);
      label += ". " + std::string(view.words.text("compare.this"));
    }
    sheet.add({"article-" + std::to_string(i + 1), ControlRole::Text, std::move(label), {sheet.left(), top, sheet.right(), sheet.y}, {}, {}, 0});
    sheet.y += 8;
  }
}

// Full for what is disputed, half full for what is conceded, empty for what is only told, and for what is omitted a stroke.
void draw_mark(Sheet& sheet, IssueStanding standing, float left, float top) {
  Painter& painter = sheet.painter();
  const Theme& theme = sheet.theme();
  const Rect box{left, top, left + kMarkSize, top + kMarkSize};
  const Color ink = theme.family(Family::Issue).ink;
  const float middle = top + kMarkSize / 2;
  switch (standing) {
    case IssueStanding::Disputed: painter.fill(box, ink, 2); break;
    case IssueStanding::Conceded: painter.outline(box, ink, 1.5f, 2), painter.fill({box.left, middle, box.right, box.bottom}, ink, 2); break;
    case IssueStanding::Told: painter.outline(box, theme.muted, 1.5f, 2); break;
    case IssueStanding::Omitted: painter.fill({box.left, middle - 0.75f, box.right, middle + 0.75f}, theme.muted); break;
  }
}

void draw_cell(Sheet& row, const PanelView& view, const Cell& cell, size_t article, float left, float right) {
  const float top = row.y, baseline = baseline_in(row, type::kSmall, top, kLineHeight);
  const bool is_strong = cell.standing >= IssueStanding::Disputed;
  row.painter().text(type::kSmallStrong, left, baseline, letter_of(article), view.theme.text);
  const float mark = left + row.painter().width_of(type::kSmallStrong, letter_of(article)) + 6;
  draw_mark(row, cell.standing, mark, std::round(top + (kLineHeight - kMarkSize) / 2));
  row.line(type::kSmall, {mark + kMarkSize + 6, right}, baseline, name_of(view.words, cell.standing), is_strong ? view.theme.text : view.theme.muted);
  row.y = top + kLineHeight;
  if (const std::string voices = describe_voices(view.words, cell); !voices.empty()) row.set(type::kSmall, {left, right, 4, 1.35f}, voices, view.theme.muted);
}

void draw_cells(Sheet& row, const PanelView& view, const std::vector<Cell>& cells) {
  const float left = row.left() + kIndent, room = row.right() - left;
  const auto fitting = static_cast<size_t>(std::max(1.0f, std::floor((room + kColumnGap) / (kLeastColumn + kColumnGap))));
  const size_t columns = std::min({fitting, kMostColumns, cells.size()});
  const float width = std::floor((room + kColumnGap) / static_cast<float>(columns)) - kColumnGap;
  for (size_t first = 0; first < cells.size(); first += columns) {
    const float top = row.y += first == 0 ? 6 : 4;
    float bottom = top;
    for (size_t i = first; i < std::min(first + columns, cells.size()); ++i) {
      const float x = left + static_cast<float>(i - first) * (width + kColumnGap);
      row.y = top;
      draw_cell(row, view, cells[i], i, x, x + width);
      bottom = std::max(bottom, row.y);
    }
    row.y = bottom;
  }
}

void draw_issue(Sheet& sheet, const PanelView& view, const IssueRow& issue, size_t index) {
  std::optional<FindingId> own;
  if (issue.own && is_listed(FindingId{true, *issue.own}, view.state.filter, view.analysis)) own = FindingId{true, *issue.own};
  const bool is_selected = own && view.state.selected == own;
  const std::string_view type_name = name_of(view.words, issue.type);
  const Rect rect = draw_row(sheet, {is_selected, own && view.state.hovered == own, view.theme.family(Family::Issue).mark}, [&](Sheet& row) {
    const float left = row.left() + kIndent;
    row.set(type::kName, {left, 0, 4, 1.3f}, issue.label, view.theme.text);
    row.set(type::kSmall, {left, 0, 2, 1.4f}, type_name, view.theme.muted);
    draw_cells(row, view, issue.cells);
  });
  std::string label = issue.label + ". " + std::string(type_name);
  for (size_t i = 0; i < issue.cells.size(); ++i) label += ". " + describe_cell(view.words, issue.cells[i], i);
  if (own) sheet.add({"go:" + to_string(*own), ControlRole::Button, std::move(label), rect, is_selected, own, 0});
  else sheet.add({"issue-" + std::to_string(index + 1), ControlRole::Text, std::move(label), rect, {}, {}, 0});
}

void draw_issues_compared(Sheet& sheet, const PanelView& view) {
  const std::vector<IssueRow>& issues = view.comparison->issues;
  if (issues.empty()) {
    sheet.y += 12;
    return sheet.text("none", type::kPlain, {sheet.left(), 0, 4, 1.5f}, view.words.text("compare.none"), view.theme.muted);
  }
  draw_section(sheet, "issues", view.words.text("panel.issues_title"));
  for (size_t i = 0; i < issues.size(); ++i) {
    if (i > 0) sheet.painter().rule(sheet.left(), sheet.right(), sheet.y, view.theme.rule);
    draw_issue(sheet, view, issues[i], i);
  }
}

// Three columns, each with an axis between what erodes and what builds, as the ledger has it.
float axis_of(const Sheet& sheet, int track) {
  const float left = sheet.left() + kLetterWidth, width = (sheet.right() - left) / kTrackCount;
  return std::round(left + width * (static_cast<float>(track) + 0.5f));
}

void draw_track_names(Sheet& sheet, const PanelView& view) {
  const float top = sheet.y, room = (sheet.right() - sheet.left() - kLetterWidth) / kTrackCount - 6;
  std::string label;
  for (int track = 0; track < kTrackCount; ++track) {
    const std::string name = sheet.shorten(type::kSmall, view.words.text(kTrackKeys[track]), room);
    const float width = sheet.painter().width_of(type::kSmall, name);
    sheet.painter().text(type::kSmall, axis_of(sheet, track) - width / 2, baseline_in(sheet, type::kSmall, top, kLineHeight), name, view.theme.muted);
    label += (track == 0 ? "" : std::string(view.words.text("party.comma"))) + std::string(view.words.text(kTrackKeys[track]));
  }
  sheet.y += kLineHeight;
  sheet.add({"tracks", ControlRole::Text, std::move(label), {sheet.left(), top, sheet.right(), sheet.y}, {}, {}, 0});
}

void draw_sums(Sheet& sheet, const PanelView& view, const Tally* tally, float axis, float baseline) {
  Painter& painter = sheet.painter();
  if (!tally || is_empty(*tally)) {
    painter.text(type::kSmall, axis - painter.width_of(type::kSmall, "–") / 2, baseline, "–", view.theme.muted);
    return;
  }
  const std::string eroding = describe_sum(view.words, tally->eroding), building = describe_sum(view.words, tally->building);
  auto ink = [&](Family family, int sum) { return sum == 0 ? view.theme.muted : view.theme.family(family).ink; };
  painter.text(type::kSmallStrong, axis - kAxisGap - painter.width_of(type::kSmallStrong, eroding), baseline, eroding, ink(Family::Eroding, tally->eroding));
  painter.text(type::kSmallStrong, axis + 1 + kAxisGap, baseline, building, ink(Family::Building, tally->building));
  painter.fill({axis, sheet.y + 3, axis + 1, sheet.y + kLineHeight - 3}, view.theme.border);
}

void draw_pair(Sheet& sheet, const PanelView& view, const PairRow& pair, size_t index) {
  const std::string id = "pair-" + std::to_string(index + 1), name = describe_pair(view.words, pair.who, pair.whom);
  sheet.y += 12;
  sheet.heading(id, 4, type::kStrong, {sheet.left(), 0, 3, 1.35f}, name, view.theme.text);
  sheet.y += 2;
  for (size_t i = 0; i < pair.cells.size(); ++i) {
    const std::optional<Sums>& sums = pair.cells[i];
    const float top = sheet.y, baseline = baseline_in(sheet, type::kSmall, top, kLineHeight);
    sheet.painter().text(type::kSmallStrong, sheet.left(), baseline, letter_of(i), view.theme.text);
    std::string label;
    for (int track = 0; track < kTrackCount; ++track) {
      const Tally* tally = sums ? &tally_of(*sums, track) : nullptr;
      draw_sums(sheet, view, tally, axis_of(sheet, track), baseline);
      if (!tally || is_empty(*tally)) continue;
      label += ". " + view.words.fill("ledger.sums", {{"track", view.words.text(kTrackKeys[track])}, {"eroding", describe_sum(view.words, tally->eroding)}, {"building", describe_sum(view.words, tally->building)}});
    }
    if (label.empty()) label = ": " + std::string(view.words.text("compare.nothing"));
    sheet.y += kLineHeight;
    sheet.add({id + "-" + std::to_string(i + 1), ControlRole::Text, name_of_article(view.words, i) + ", " + name + label, {sheet.left(), top, sheet.right(), sheet.y}, {}, {}, 0});
  }
}

void draw_ledgers(Sheet& sheet, const PanelView& view) {
  const std::vector<PairRow>& ledger = view.comparison->ledger;
  if (ledger.empty()) return;
  draw_section(sheet, "ledgers", view.words.text("compare.ledger"));
  sheet.text("ledgers-lead", type::kSmall, {sheet.left(), 0, 4, 1.5f}, view.words.text("compare.ledger_lead"), view.theme.muted);
  sheet.y += 8;
  draw_track_names(sheet, view);
  for (size_t i = 0; i < ledger.size(); ++i) draw_pair(sheet, view, ledger[i], i);
}

}  // namespace

void draw_compare(Sheet& sheet, const PanelView& view) {
  draw_legend(sheet, view);
  sheet.y += 4;
  sheet.text("compare-lead", type::kSmall, {sheet.left(), 0, 6, 1.5f}, view.words.text("compare.lead"), view.theme.muted);
  draw_issues_compared(sheet, view);
  draw_ledgers(sheet, view);
}

}  // namespace faultline
