#include "reader/card_foot.h"

#include <algorithm>

#include "analysis/categories.h"
#include "analysis/names.h"
#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr size_t kMostRelated = 12;  // of a signal that is told again and again
constexpr int kTypeCount = static_cast<int>(IssueType::Accord) + 1;

// How another finding is tied to this one, in words of the catalogue.
struct Related {
  FindingId id;
  const char* key;
};

// A link as it is seen from either of its ends.
const char* key_of(LinkKind kind, bool is_from) {
  switch (kind) {
    case LinkKind::RequestRejection: return is_from ? "card.refused_by" : "card.refuses";
    case LinkKind::ClaimOutcome: return is_from ? "card.came_of_it" : "card.claimed_before";
    case LinkKind::PromiseBreach: return is_from ? "card.broken_by" : "card.breaks";
    case LinkKind::SameAs: return "card.same_as";
  }
  return "card.same_as";
}

std::vector<Related> find_related(const CardView& view) {
  std::vector<Related> related;
  auto add = [&](Related found) {
    const bool is_known = std::any_of(related.begin(), related.end(), [&](const Related& other) { return other.id == found.id; });
    if (!is_known && related.size() < kMostRelated && is_listed(found.id, view.state.filter, view.analysis)) related.push_back(found);
  };
  const uint32_t index = view.finding.id.index;
  if (view.finding.id.is_issue) {
    for (uint32_t signal : view.analysis.issues[index].signals) add({{false, signal}, "card.said_about_it"});
    return related;
  }
  for (const Link& link : view.analysis.links) {
    if (link.from == index) add({{false, link.to}, key_of(link.kind, true)});
    else if (link.to == index) add({{false, link.from}, key_of(link.kind, false)});
  }
  for (uint32_t i = 0; i < view.analysis.issues.size(); ++i) {
    const auto& signals = view.analysis.issues[i].signals;
    if (std::find(signals.begin(), signals.end(), index) != signals.end()) add({{true, i}, "card.part_of"});
  }
  return related;
}

void draw_related(Sheet& sheet, const CardView& view) {
  for (const Related& related : find_related(view)) {
    std::string what, kind;
    if (related.id.is_issue) {
      what = view.analysis.issues[related.id.index].label;
      kind = name_of(view.words, kIssueKind);
    } else {
      const Signal& signal = view.analysis.signals[related.id.index];
      what = "“" + std::string(view.article.text_of(signal.span)) + "”";
      kind = name_of(view.words, kind_of(signal.category));
    }
    const Kind tag = related.id.is_issue ? kIssueKind : kind_of(view.analysis.signals[related.id.index].category);
    Rect rect = draw_row(sheet, {false, view.state.hovered == related.id, {}, 5}, [&](Sheet& row) {
      const float left = row.left(), top = row.y;
      draw_tag(row, view.words, tag, {left, top, left + 24, top + 18});
      row.set(type::kSmall, {left + 32, 0, 2, 1.4f}, view.words.text(related.key), view.theme.muted);
      row.set(type::kExcerpt, {left + 32, 0, 2, 1.35f}, what, view.theme.text);
    });
    sheet.add({"go:" + to_string(related.id), ControlRole::Link, std::string(view.words.text(related.key)) + ": " + what + ", " + kind, rect, {}, {}, 0});
  }
}

// "Fires on" and "silent on": the rule's own examples, where the rules came with them.
void draw_examples(Sheet& sheet, const char* id, std::string_view title, const std::vector<std::string>& examples) {
  if (examples.empty()) return;
  sheet.y += 4;
  sheet.text(id, type::kSmall, {sheet.left(), 0, 2, 1.4f}, title, sheet.theme().muted);
  for (size_t i = 0; i < std::min<size_t>(examples.size(), 2); ++i) {
    std::string text;
    for (char c : examples[i]) {
      if (c != '{' && c != '}') text += c;  // around the trigger
    }
    sheet.text(std::string(id) + "-" + std::to_string(i + 1), type::kExcerpt, {sheet.left(), 0, 4, 1.35f}, text, sheet.theme().text);
  }
}

void draw_rule(Sheet& sheet, const CardView& view, uint32_t rule) {
  if (rule >= view.rules.rules().size()) return;
  const Rule& found_by = view.rules.rules()[rule];
  const bool is_open = is_unfolded(view.state, Disclosure::Rule);
  draw_line_button(sheet, "more:rule", is_open ? LineLook::Unfolded : LineLook::Folded, view.words.text(found_by.fires.empty() && found_by.silent.empty() ? "card.rule" : "card.rule_examples"));
  if (!is_open) return;
  sheet.text("rule", type::kPlain, {sheet.left(), 0, 2, 1.4f}, found_by.id, view.theme.text);
  draw_examples(sheet, "fires", view.words.text("card.fires"), found_by.fires);
  draw_examples(sheet, "silent", view.words.text("card.silent"), found_by.silent);
  sheet.y += 6;
}

void draw_labels(Sheet& sheet, const CardView& view, const std::string& id) {
  PillLine pills(sheet, sheet.left());
  sheet.y += 8;
  const uint32_t index = view.finding.id.index;
  auto add = [&](const char* name, std::string_view text, std::string_view tag, const FamilyColors* family, bool is_present) {
    pills.add({"relabel:" + id + ":" + name, ControlRole::Button, std::string(text), {}, is_present, {}, 0},
              {.tag = tag, .text = text, .family = family, .state = is_present ? PillLine::Look::State::On : PillLine::Look::State::Plain});
  };
  if (view.finding.id.is_issue) {
    for (int i = 0; i < kTypeCount; ++i) {
      const auto type = static_cast<IssueType>(i);
      add(to_string(type), name_of(view.words, type), {}, nullptr, view.analysis.issues[index].type == type);
    }
  } else {
    for (int i = 0; i < kCategoryCount; ++i) {
      const auto category = static_cast<Category>(i);
      const Kind kind = kind_of(category);
      add(to_string(category), name_of(view.words, kind), tag_of(view.words, kind), &view.theme.family(family_of(kind)), view.analysis.signals[index].category == category);
    }
  }
  pills.end();
}

void draw_actions(Sheet& sheet, const CardView& view) {
  const std::string id = to_string(view.finding.id);
  const Correction correction = current_of(view.state.corrections, view.finding.id);
  const bool is_relabelling = view.state.relabelling == view.finding.id;
  sheet.y += 10;
  sheet.painter().rule(sheet.left(), sheet.right(), sheet.y, view.theme.rule);
  sheet.y += 12;
  if (!correction.note.empty()) {
    sheet.text("note", type::kPlain, {sheet.left(), 0, 6, 1.4f}, correction.note, view.theme.text);
    sheet.y += 8;
  }
  PillLine pills(sheet, sheet.left());
  auto add = [&](const char* verb, const char* key, std::optional<bool> pressed) {
    const std::string_view text = view.words.text(key);
    pills.add({std::string(verb) + ":" + id, ControlRole::Button, std::string(text), {}, pressed, {}, 0},
              {.text = text, .state = pressed == true ? PillLine::Look::State::On : PillLine::Look::State::Plain});
  };
  add("accept", "card.accept", correction.verdict == Verdict::Accepted);
  add("reject", "card.reject", correction.verdict == Verdict::Rejected);
  add("relabel", "card.relabel", is_relabelling);
  add("note", "card.note", {});
  add("cite", "card.cite", {});
  add("link", "card.link", {});
  pills.end();
  if (is_relabelling) draw_labels(sheet, view, id);
}

}  // namespace

void draw_card_foot(Sheet& sheet, const CardView& view, uint32_t rule) {
  sheet.y += 4;
  draw_related(sheet, view);
  draw_rule(sheet, view, rule);
  draw_actions(sheet, view);
}

}  // namespace faultline
