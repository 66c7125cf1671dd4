#include "reader/card_view.h"

#include <cmath>

#include "reader/card_foot.h"
#include "reader/excerpt.h"
#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr TextStyle kTitle{FaceRole::SerifBold, 20};
constexpr TextStyle kQuote{FaceRole::Serif, 17};
constexpr float kTermWidth = 78;
constexpr uint32_t kAnswerBytes = 150;

// What the words that decided a field have to do with it.
constexpr std::pair<std::string_view, const char*> kParts[] = {{"who", "card.part_who"},         {"whom", "card.part_whom"},           {"booster", "card.part_booster"},
                                                               {"downtoner", "card.part_downtoner"}, {"hedge", "card.part_hedge"}, {"time", "card.part_time"},
                                                               {"speaker", "card.part_speaker"}};

// A term at the left and what it is at the right; together one text for a screen reader.
void draw_term(Sheet& sheet, const char* id, std::string_view term, std::string_view value, Span strong = {}) {
  float top = sheet.y;
  sheet.set(type::kSmall, {sheet.left(), sheet.left() + kTermWidth, 1, 1.512f}, term, sheet.theme().muted);
  sheet.y = top;
  sheet.set(type::kPlain, {sheet.left() + kTermWidth, 0, 8, 1.4f, strong}, value, sheet.theme().text);
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
  sheet.text("kind", type::kSmallStrong, {sheet.left(), sheet.right() - (sheet.is_coarse() ? 36.0f : 24.0f), 2, 1.4f}, kind, colors.ink);
  sheet.y += 4;
}

// "“Ruritania” who · “flatly” makes it stronger": the words that the fields come from.
std::string describe_because(const CardView& view, const Signal& signal) {
  std::string text;
  for (const Because& because : signal.because) {
    if (!text.empty()) text += " · ";
    text += "“" + std::string(view.article.text_of(because.span)) + "”";
    for (auto [role, key] : kParts) {
      if (role == because.role) text.append(" ").append(view.words.text(key));
    }
  }
  return text;
}

// Everybody whose word it passes through on its way to the reader.
std::string describe_chain(const CardView& view, const Signal& signal) {
  std::string chain(name_of_speaker(view.words, view.analysis, 0));
  const std::string speaker = name_of_speaker(view.words, view.analysis, signal.speaker);
  return chain + " › " + speaker;
}

void draw_why(Sheet& sheet, const CardView& view, uint32_t rule) {
  if (rule < view.rules.rules().size()) draw_term(sheet, "why", view.words.text("card.why"), view.rules.rules()[rule].why);
}

void draw_issue(Sheet& sheet, const CardView& view, bool is_full) {
  const Issue& issue = view.analysis.issues[view.finding.id.index];
  sheet.heading("title", 2, kTitle, {sheet.left(), 0, 4, 1.25f}, issue.label, view.theme.text);
  sheet.y += 10;
  draw_term(sheet, "type", view.words.text("card.type"), name_of(view.words, issue.type));
  draw_term(sheet, "status", view.words.text("card.status"), name_of(view.words, issue.status));
  std::string parties = describe_parties(view.words, view.analysis, issue);
  if (!parties.empty()) draw_term(sheet, "parties", view.words.text("card.parties"), parties);
  draw_term(sheet, "basis", view.words.text("card.basis"), describe(view.words, issue.basis));
  draw_why(sheet, view, issue.rule);
  if (is_full) draw_card_foot(sheet, view, issue.rule);
}

void draw_signal(Sheet& sheet, const CardView& view, bool is_full) {
  const Signal& signal = view.analysis.signals[view.finding.id.index];
  std::string pair = describe_pair(view.words, view.analysis, signal.who, signal.whom);
  sheet.heading("title", 2, kTitle, {sheet.left(), 0, 3, 1.25f}, pair, view.theme.text);
  sheet.y += 4;
  std::string quote = "“" + std::string(view.article.text_of(signal.span)) + "”";
  sheet.text("trigger", kQuote, {sheet.left(), 0, 5, 1.4f}, quote, view.theme.text);
  sheet.y += 10;
  draw_term(sheet, "certainty", view.words.text("card.certainty"), describe_certainty(view.words, signal, view.analysis));
  if (signal.speaker != 0) draw_term(sheet, "speaker", view.words.text("card.speaker"), describe_chain(view, signal));
  draw_term(sheet, "time", view.words.text("card.time"), describe(view.words, signal.time));
  draw_term(sheet, "track", view.words.text("card.track"), view.words.text(signal.track == Track::Words ? "card.words" : "card.deeds"));
  if (signal.inherited) draw_term(sheet, "inherited", view.words.text("card.inherited"), view.words.text("card.inherited_value"));
  if (!is_full) return draw_why(sheet, view, signal.rule);
  if (!signal.because.empty()) draw_term(sheet, "because", view.words.text("card.because"), describe_because(view, signal));
  if (!signal.question.empty()) {
    draw_term(sheet, "question", view.words.text("card.question"), signal.question);
    const Excerpt answer = find_excerpt(view.article, signal.span, kAnswerBytes);
    draw_term(sheet, "answer", view.words.text("card.answer"), answer.text, answer.strong);
  }
  draw_why(sheet, view, signal.rule);
  draw_card_foot(sheet, view, signal.rule);
}

}  // namespace

ControlList draw_card(Painter& painter, const CardView& view, SheetSize size) {
  Sheet sheet(painter, view.theme, size);
  const bool is_full = view.state.selected == view.finding.id;
  draw_head(sheet, view);
  view.finding.id.is_issue ? draw_issue(sheet, view, is_full) : draw_signal(sheet, view, is_full);
  return std::move(sheet).finish(14);
}

}  // namespace faultline
