#include "reader/curve_view.h"

#include <algorithm>
#include <cmath>

#include "reader/excerpt.h"

namespace faultline {
namespace {

constexpr float kHeight = 96;
constexpr float kLabels = 48;                           // room for the tracks' names
constexpr float kReach = 15;                            // of the highest bar from its hairline
constexpr float kWidestBar = 9;
constexpr float kWords = 25, kDeeds = 61;               // the hairlines
constexpr float kIssues = 43;                           // between the tracks
constexpr float kTop = kWords - kReach, kBottom = kDeeds + kReach;
constexpr float kCaptionLine = 90;                      // its baseline
constexpr int kLeastScale = 200;                        // hundredths that the whole reach stands for at least: one faint word is no tower
constexpr uint32_t kQuoted = 80;                        // bytes of a passage's first sentence that its name quotes, about
constexpr TextStyle kLabel{FaceRole::Sans, 11.5f};

// "Passage 3 of 9: 1 disputed issue, 2 signals erode trust. “The upper valley on Monday flatly refused to open…”"
std::string describe_bar(const CurveView& view, size_t index) {
  const TrustBar& bar = view.curve.bars[index];
  int counts[kFamilyCount] = {};
  for (uint32_t finding : bar.findings) counts[static_cast<int>(family_of(view.findings[finding].kind))] += 1;
  constexpr std::string_view kCounted[kFamilyCount] = {"curve.issues", "curve.eroding", "curve.building"};
  std::string what;
  for (int family = 0; family < kFamilyCount; ++family) {
    if (counts[family] > 0) what += (what.empty() ? "" : std::string(view.words.text("party.comma"))) + view.words.count(kCounted[family], counts[family]);
  }
  const uint32_t begin = view.article.blocks()[bar.first_block].span.begin;
  const std::string quoted = find_excerpt(view.article, {begin, begin}, kQuoted).text;
  return view.words.fill("curve.passage", {{"at", view.words.number(static_cast<int>(index + 1))},
                                           {"of", view.words.number(static_cast<int>(view.curve.bars.size()))}, {"what", what}, {"words", quoted}});
}

// A stretch of `height` that begins `from` away from a hairline.
Rect rect_of(const TrustBar& bar, const Rect& plot, float line, float from, float height, bool is_above) {
  float begin = plot.left + bar.begin * plot.width(), end = plot.left + bar.end * plot.width();
  float width = std::clamp(end - begin - 1, 2.0f, kWidestBar), left = std::round((begin + end - width) / 2), right = left + std::round(width);
  return is_above ? Rect{left, line - from - height, right, line - from} : Rect{left, line + from, right, line + from + height};
}

void add_bar(CurveFigure& figure, const TrustBar& bar, int most) {
  // By the square root, as with circles: deeds weigh several times what words do, and in proportion the words would be hairlines.
  auto reach = [&](int hundredths) { return hundredths == 0 ? 0.0f : std::max(2.0f, std::round(kReach * std::sqrt(static_cast<float>(hundredths) / static_cast<float>(most)))); };
  for (int track = 0; track < 2; ++track) {
    const float line = track == 0 ? kWords : kDeeds;
    for (bool is_above : {true, false}) {
      const Tally &now = bar.now[track], &past = bar.background[track];
      int solid_sum = is_above ? now.building : -now.eroding, hollow_sum = is_above ? past.building : -past.eroding;
      // Both together are as high as their sum would be.
      float solid = reach(solid_sum), hollow = hollow_sum == 0 ? 0 : std::max(reach(solid_sum + hollow_sum) - solid, 3.0f);
      Family family = is_above ? Family::Building : Family::Eroding;
      if (solid > 0) figure.marks.push_back({rect_of(bar, figure.plot, line, 1, solid, is_above), family, false});
      if (hollow > 0) figure.marks.push_back({rect_of(bar, figure.plot, line, solid + 1, hollow, is_above), family, true});
    }
  }
}

}  // namespace

float width_of_plot(SheetSize size) { return std::max(size.width - 2 * size.margin - kLabels, 1.0f); }

CurveFigure make_curve_figure(Painter& painter, const CurveView& view, SheetSize size) {
  Sheet sheet(painter, view.theme, size);
  CurveFigure figure;
  figure.plot = {sheet.left() + kLabels, kTop, sheet.left() + kLabels + width_of_plot(size), kBottom};
  sheet.add({"words", ControlRole::Text, std::string(view.words.text("curve.words")), {sheet.left(), kWords - 9, figure.plot.left, kWords + 9}, {}, {}, 0});
  sheet.add({"deeds", ControlRole::Text, std::string(view.words.text("curve.deeds")), {sheet.left(), kDeeds - 9, figure.plot.left, kDeeds + 9}, {}, {}, 0});
  const int most = std::max(view.curve.most, kLeastScale);
  for (size_t i = 0; i < view.curve.bars.size(); ++i) {
    const TrustBar& bar = view.curve.bars[i];
    add_bar(figure, bar, most);
    Rect rect{figure.plot.left + bar.begin * figure.plot.width(), kTop, figure.plot.left + bar.end * figure.plot.width(), kBottom};
    sheet.add({"passage:" + std::to_string(bar.first_block), ControlRole::Button, describe_bar(view, i), rect, {}, view.findings[bar.findings[0]].id, 0});
    for (uint32_t index : bar.findings) {
      figure.places.push_back({view.findings[index].id, view.curve.places[index]});
      if (!view.findings[index].id.is_issue) continue;
      float x = figure.plot.left + view.curve.places[index] * figure.plot.width();
      figure.marks.push_back({{x - 1.5f, kIssues - 1.5f, x + 1.5f, kIssues + 1.5f}, Family::Issue, false});
    }
  }
  sheet.add({"caption", ControlRole::Text, std::string(view.words.text("curve.caption")), {figure.plot.left, kBottom + 2, figure.plot.right, kHeight}, {}, {}, 0});
  figure.list = std::move(sheet).finish(0);
  figure.list.height = kHeight;
  return figure;
}

void draw_curve(Painter& painter, const CurveFigure& figure, const CurveView& view, SheetSize size) {
  const Theme& theme = view.theme;
  painter.mirror(size.is_rtl ? size.width : 0);
  const Rect& plot = figure.plot;
  for (float heading : view.curve.headings) {
    float x = plot.left + heading * plot.width();
    painter.fill({x, kTop, x + painter.pixel(), kBottom}, theme.rule);
  }
  const Typeface* face = painter.fonts().find(kLabel.face);
  float below = std::round((face ? face->cap_height() : 0.7f) * kLabel.size / 2);
  painter.text(kLabel, size.margin, kWords + below, view.words.text("curve.words"), theme.muted);
  painter.text(kLabel, size.margin, kDeeds + below, view.words.text("curve.deeds"), theme.muted);
  std::string_view caption = view.words.text("curve.caption");
  painter.text(kLabel, (plot.left + plot.right - painter.width_of(kLabel, caption)) / 2, kCaptionLine, caption, theme.muted);
  for (float line : {kWords, kDeeds}) painter.rule(plot.left, plot.right, line, theme.border);
  for (const CurveMark& mark : figure.marks) {
    Color color = theme.family(mark.family).mark;
    if (mark.is_hollow) painter.outline(mark.rect, color, 1);
    else painter.fill(mark.rect, color);
  }
  for (std::optional<FindingId> id : {view.state.selected, view.state.hovered}) {
    auto finding = std::find_if(view.findings.begin(), view.findings.end(), [&](const Finding& it) { return id && it.id == *id; });
    if (finding == view.findings.end()) continue;
    float x = plot.left + view.curve.places[static_cast<size_t>(finding - view.findings.begin())] * plot.width();
    painter.fill({x - 0.75f, kTop - 3, x + 0.75f, kBottom + 3}, theme.accent);
  }
}

}  // namespace faultline
