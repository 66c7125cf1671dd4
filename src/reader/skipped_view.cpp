#include "reader/excerpt.h"
#include "reader/findings_view.h"
#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

constexpr uint32_t kMostBytes = 150;   // of the passage around a candidate
constexpr size_t kMostCandidates = 200;  // of a long article: nobody reads on, and every row is a control of the page

// "No Coercion: it is an aim, not an act (rule 4)"
std::string describe_reason(const PanelView& view, const Suppressed& candidate) {
  const auto rules = view.rules.rules();
  const auto kind = candidate.rule < rules.size() ? find_kind(rules[candidate.rule].category) : std::nullopt;
  return kind ? view.words.fill("skipped.no", {{"kind", name_of(view.words, *kind)}, {"why", candidate.reason}}) : candidate.reason;
}

}  // namespace

void draw_skipped(Sheet& sheet, const PanelView& view) {
  const auto& all = view.analysis.suppressed;
  sheet.heading("skipped", 3, type::kName, {sheet.left(), 0, 2, 1.3f}, view.words.text("skipped.title"), view.theme.text);
  sheet.y += 4;
  sheet.text("skipped-lead", type::kSmall, {sheet.left(), 0, 6, 1.5f}, view.words.text("skipped.lead"), view.theme.muted);
  sheet.y += 10;
  for (size_t i = 0; i < std::min(all.size(), kMostCandidates); ++i) {
    const Suppressed& candidate = all[i];
    // Two rules that are silenced alike say the same twice.
    if (i > 0 && all[i - 1].span == candidate.span && describe_reason(view, all[i - 1]) == describe_reason(view, candidate)) continue;
    const Excerpt excerpt = find_excerpt(view.article, candidate.span, kMostBytes);
    const std::string why = describe_reason(view, candidate);
    Rect rect = draw_row(sheet, {view.state.skipped == i, false, view.theme.accent}, [&](Sheet& row) {
      const float left = sheet.left() + 4;
      row.set(type::kExcerpt, {left, 0, 5, 1.4f, excerpt.strong}, excerpt.text, view.theme.text);
      row.y += 2;
      row.set(type::kSmall, {left, 0, 4, 1.4f}, why, view.theme.muted);
    });
    sheet.add({"skipped:" + std::to_string(i + 1), ControlRole::Button, excerpt.text + " " + why, rect, {}, {}, 0});
  }
  if (all.size() > kMostCandidates) {
    sheet.text("skipped-more", type::kSmall, {sheet.left(), 0, 2, 1.5f}, view.words.count("skipped.more", static_cast<int>(all.size() - kMostCandidates)), view.theme.muted);
  }
}

}  // namespace faultline
