#include "reader/card_view.h"

#include <cmath>

#include "reader/wording.h"

namespace faultline {
namespace {

constexpr TextStyle kKind{FaceRole::SansBold, 12.5f};
constexpr TextStyle kTitle{FaceRole::SerifBold, 20};
constexpr TextStyle kQuote{FaceRole::Serif, 17};
constexpr TextStyle kTerm{FaceRole::Sans, 12.5f};
constexpr TextStyle kValue{FaceRole::Sans, 13.5f};
constexpr float kTermWidth = 78;

// A term at the left and what it is at the right; together one text for a screen reader.
void draw_row(Sheet& sheet, const char* id, std::string_view term, std::string_view value) {
  float top = sheet.y;
  sheet.set(kTerm, {sheet.left(), sheet.left() + kTermWidth, 1, 1.512f}, term, sheet.theme().muted);
  sheet.y = top;
  sheet.set(kValue, {sheet.left() + kTermWidth, 0, 8, 1.4f}, value, sheet.theme().text);
  sheet.add({id, ControlRole::Text, std::string(term) + ": " + std::string(value), {sheet.left(), top, sheet.right(), sheet.y}, {}, {}, 0});
  sheet.y += 4;
}

void draw_head(Sheet& sheet, const CardView& view) {
  Family family = family_of(view.finding.kind);
  const FamilyColors& colors = view.theme.family(family);
  sheet.painter().fill({0, 0, sheet.width(), 4}, colors.mark);
  sheet.y = 16;
  std::string kind(name_of(view.words, view.finding.kind));
  if (!view.finding.id.is_issue) kind.append(" · ").append(view.words.text(family == Family::Eroding ? "card.erodes" : "card.builds"));
  // The page's own close button stands in the corner.
  sheet.text("kind", kKind, {sheet.left(), sheet.right() - (sheet.is_coarse() ? 36.0f : 24.0f), 2, 1.4f}, kind, colors.ink);
  sheet.y += 4;
}

void draw_rule(Sheet& sheet, const CardView& view, uint32_t rule) {
  if (rule >= view.rules.rules().size()) return;
  const Rule& found_by = view.rules.rules()[rule];
  sheet.y += 6;
  sheet.painter().rule(sheet.left(), sheet.right(), sheet.y, view.theme.rule);
  sheet.y += 10;
  draw_row(sheet, "why", view.words.text("card.why"), found_by.why);
  draw_row(sheet, "rule", view.words.text("card.rule"), found_by.id);
}

void draw_issue(Sheet& sheet, const CardView& view) {
  const Issue& issue = view.analysis.issues[view.finding.id.index];
  sheet.heading("title", 3, kTitle, {sheet.left(), 0, 4, 1.25f}, issue.label, view.theme.text);
  sheet.y += 10;
  draw_row(sheet, "type", view.words.text("card.type"), name_of(view.words, issue.type));
  draw_row(sheet, "status", view.words.text("card.status"), name_of(view.words, issue.status));
  std::string parties = describe_parties(view.words, view.analysis, issue);
  if (!parties.empty()) draw_row(sheet, "parties", view.words.text("card.parties"), parties);
  draw_row(sheet, "basis", view.words.text("card.basis"), describe(view.words, issue.basis));
  draw_rule(sheet, view, issue.rule);
}

void draw_signal(Sheet& sheet, const CardView& view) {
  const Signal& signal = view.analysis.signals[view.finding.id.index];
  std::string pair = describe_pair(view.words, view.analysis, signal.who, signal.whom);
  sheet.heading("title", 3, kTitle, {sheet.left(), 0, 3, 1.25f}, pair, view.theme.text);
  sheet.y += 4;
  std::string quote = "“" + std::string(view.article.text_of(signal.span)) + "”";
  sheet.text("trigger", kQuote, {sheet.left(), 0, 5, 1.4f}, quote, view.theme.text);
  sheet.y += 10;
  draw_row(sheet, "certainty", view.words.text("card.certainty"), describe_certainty(view.words, signal, view.analysis));
  if (signal.speaker != 0) draw_row(sheet, "speaker", view.words.text("card.speaker"), name_of_speaker(view.words, view.analysis, signal.speaker));
  draw_row(sheet, "time", view.words.text("card.time"), describe(view.words, signal.time));
  draw_row(sheet, "track", view.words.text("card.track"), view.words.text(signal.track == Track::Words ? "card.words" : "card.deeds"));
  if (signal.inherited) draw_row(sheet, "inherited", view.words.text("card.inherited"), view.words.text("card.inherited_value"));
  if (!signal.question.empty()) draw_row(sheet, "question", view.words.text("card.question"), signal.question);
  draw_rule(sheet, view, signal.rule);
}

}  // namespace

ControlList draw_card(Painter& painter, const CardView& view, SheetSize size) {
  Sheet sheet(painter, view.theme, size);
  draw_head(sheet, view);
  view.finding.id.is_issue ? draw_issue(sheet, view) : draw_signal(sheet, view);
  return std::move(sheet).finish(14);
}

}  // namespace faultline
