#include "reader/sources_view.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "reader/parts.h"
#include "reader/speaker_shares.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr size_t kMostSpeakers = 60;
constexpr float kBarHeight = 6;

int percent_of(uint32_t part, uint32_t whole) { return whole == 0 ? 0 : static_cast<int>((uint64_t{part} * 200 + whole) / (uint64_t{whole} * 2)); }

// "14 %"; of very little, that there is some.
std::string describe_share(const Catalogue& words, uint32_t part, uint32_t whole) {
  const int percent = percent_of(part, whole);
  return percent == 0 && part > 0 ? "< " + words.number(1) + " %" : words.number(percent) + " %";
}

SpeakerKind kind_of_speaker(const Analysis& analysis, uint32_t speaker) {
  return speaker < analysis.speakers.size() ? analysis.speakers[speaker].kind : SpeakerKind::Writer;
}

// What a part of a bar looks like: named speakers are solid, the writer is grey, who has no name is an outline.
void draw_bar(Sheet& sheet, SpeakerKind kind, Rect bar) {
  const Theme& theme = sheet.theme();
  if (bar.width() < 1) return;
  if (kind == SpeakerKind::Unnamed) sheet.painter().outline(bar, theme.muted, 1, 1);
  else sheet.painter().fill(bar, kind == SpeakerKind::Writer ? theme.border : theme.text, 1);
}

struct Part {
  SpeakerKind kind;
  const char* key;
  uint32_t count;
};

// "On whose word": a bar in parts, and below it the parts in figures.
void draw_parts(Sheet& sheet, const PanelView& view, const char* id, const Part (&parts)[3], bool is_percent) {
  uint32_t whole = 0;
  for (const Part& part : parts) whole += part.count;
  const float width = sheet.right() - sheet.left(), height = 12;
  float x = sheet.left();
  for (const Part& part : parts) {
    const float size = whole == 0 ? 0 : std::round(width * static_cast<float>(part.count) / static_cast<float>(whole));
    draw_bar(sheet, part.kind, {x, sheet.y, std::min(x + size, sheet.right()) - 2, sheet.y + height});
    x += size;
  }
  sheet.y += height + 8;
  for (const Part& part : parts) {
    const float top = sheet.y;
    draw_bar(sheet, part.kind, {sheet.left(), top + 6, sheet.left() + 10, top + 16});
    const std::string number = is_percent ? describe_share(view.words, part.count, whole) : view.words.number(static_cast<int>(part.count));
    const float room = sheet.painter().width_of(type::kPlain, number);
    const std::string_view name = view.words.text(part.key);
    const float baseline = baseline_in(sheet, type::kPlain, top, 22);
    sheet.line(type::kPlain, {sheet.left() + 18, sheet.right() - room - 12}, baseline, name, view.theme.text);
    sheet.painter().text(type::kPlain, sheet.right() - room, baseline, number, view.theme.muted);
    sheet.y = top + 22;
    sheet.add({std::string(id) + "-" + part.key, ControlRole::Text, std::string(name) + ": " + number, {sheet.left(), top, sheet.right(), sheet.y}, {}, {}, 0});
  }
}

void draw_shares(Sheet& sheet, const PanelView& view, const SpeakerShares& shares) {
  Part parts[3] = {{SpeakerKind::Writer, "sources.writer", 0}, {SpeakerKind::Person, "sources.named", 0}, {SpeakerKind::Unnamed, "sources.unnamed", 0}};
  for (const SpeakerShare& share : shares.all) {
    const SpeakerKind kind = kind_of_speaker(view.analysis, share.speaker);
    parts[kind == SpeakerKind::Writer ? 0 : kind == SpeakerKind::Unnamed ? 2 : 1].count += share.code_points;
  }
  draw_parts(sheet, view, "share", parts, true);
}

void draw_speaker(Sheet& sheet, const PanelView& view, const SpeakerShare& share, const SpeakerShares& shares, uint32_t most) {
  const FilterChoice choice{Facet::Speaker, static_cast<int32_t>(share.speaker)};
  const bool is_on = has_choice(view.state.filter, choice);
  const std::string name = name_of_speaker(view.words, view.analysis, share.speaker);
  const std::string part = describe_share(view.words, share.code_points, shares.code_points);
  const std::string detail = share.speaker == 0 ? std::string(view.words.text("sources.own_words")) : view.words.count("sources.statements", share.statements);
  Rect rect = draw_row(sheet, {is_on, false, view.theme.accent, 7}, [&](Sheet& row) {
    const float left = row.left() + 4, top = row.y, room = row.painter().width_of(type::kPlain, part);
    row.set(type::kStrong, {left, row.right() - room - 16, 2, 1.35f}, name, view.theme.text);
    row.painter().text(type::kPlain, row.right() - 4 - room, baseline_in(row, type::kPlain, top, std::round(type::kStrong.size * 1.35f)), part, view.theme.text);
    row.y += 4;
    const float width = row.right() - 4 - left;
    draw_bar(row, kind_of_speaker(view.analysis, share.speaker),
             {left, row.y, left + std::max(2.0f, width * static_cast<float>(share.code_points) / static_cast<float>(std::max(most, 1u))), row.y + kBarHeight});
    row.y += kBarHeight + 4;
    row.set(type::kSmall, {left, 0, 2, 1.4f}, detail, view.theme.muted);
  });
  sheet.add({"only:" + to_string(choice), ControlRole::Checkbox, name + ": " + part + ", " + detail, rect, is_on, {}, 0});
}

void draw_signals(Sheet& sheet, const PanelView& view) {
  const Sourcing& sourcing = view.analysis.sourcing;
  auto number = [](int count) { return static_cast<uint32_t>(std::max(count, 0)); };
  draw_section(sheet, "rest", view.words.text("sources.signals"));
  sheet.y += 6;
  draw_parts(sheet, view, "signals",
             {{SpeakerKind::Writer, "sources.writer", number(sourcing.writer + sourcing.hedged)}, {SpeakerKind::Person, "sources.named", number(sourcing.named)},
              {SpeakerKind::Unnamed, "sources.unnamed", number(sourcing.unnamed)}}, false);
  const int flat = sourcing.writer + sourcing.hedged;
  sheet.y += 6;
  sheet.text("hedged", type::kSmall, {sheet.left(), 0, 4, 1.5f},
             view.words.fill("sources.hedged", {{"n", view.words.number(sourcing.hedged)}, {"all", view.words.number(flat)}}), view.theme.muted);
}

}  // namespace

void draw_sources(Sheet& sheet, const PanelView& view) {
  FL_CHECK(view.shares != nullptr);
  const SpeakerShares& shares = *view.shares;
  sheet.text("sources-lead", type::kSmall, {sheet.left(), 0, 6, 1.5f}, view.words.text("sources.lead"), view.theme.muted);
  sheet.y += 14;
  draw_shares(sheet, view, shares);
  uint32_t most = 0;
  for (const SpeakerShare& share : shares.all) most = std::max(most, share.code_points);
  draw_section(sheet, "voices", view.words.text("sources.voices"));
  for (size_t i = 0; i < std::min(shares.all.size(), kMostSpeakers); ++i) draw_speaker(sheet, view, shares.all[i], shares, most);
  if (!view.analysis.signals.empty()) draw_signals(sheet, view);
}

}  // namespace faultline
