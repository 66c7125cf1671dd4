#include "reader/trust_curve.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "analysis/ledger.h"
#include "reader/example.h"

using namespace faultline;

namespace {

// The example's signals, each with a weight, and one of them long past.
struct Weighed : Example {
  Weighed() {
    for (size_t i = 0; i < analysis.signals.size(); ++i) {
      Signal& signal = analysis.signals[i];
      signal.weight = family_of(kind_of(signal.category)) == Family::Building ? 50 : -100 * static_cast<int>(i + 1);
    }
    analysis.signals[0].track = Track::Deeds;
    analysis.signals[1].time = Time::Background;
    analysis.curve = make_curve(article, analysis.signals);
  }
};

std::string to_text(const Tally& tally) { return std::to_string(tally.eroding) + "/+" + std::to_string(tally.building); }

// "block 1: words 0/+50, deeds -100/+0, past words -200/+0, past deeds 0/+0, 4 findings"
std::string to_text(const TrustBar& bar) {
  return "block " + std::to_string(bar.first_block) + ": words " + to_text(bar.now[0]) + ", deeds " + to_text(bar.now[1]) + ", past words " +
         to_text(bar.background[0]) + ", past deeds " + to_text(bar.background[1]) + ", " + std::to_string(bar.findings.size()) + " findings";
}

TrustCurve curve_of(Reader& reader, const Example& example, float width) {
  const TypesetPage page = reader.layout(640);
  return make_trust_curve({example.article, example.analysis, reader.findings(), reader.state(), page.lines}, width);
}

}  // namespace

TEST_CASE("words, deeds and background stand apart, each passage for itself") {
  Weighed example;
  Reader reader;
  example.show_in(reader);
  TrustCurve curve = curve_of(reader, example, 400);
  REQUIRE(curve.bars.size() == 3);
  CHECK(to_text(curve.bars[0]) == "block 1: words 0/+50, deeds -100/+0, past words -200/+0, past deeds 0/+0, 4 findings");
  CHECK(to_text(curve.bars[1]) == "block 3: words 0/+0, deeds 0/+0, past words 0/+0, past deeds 0/+0, 1 findings");
  CHECK(curve.most == 200);
  for (size_t i = 1; i < curve.bars.size(); ++i) CHECK(curve.bars[i].begin >= curve.bars[i - 1].end);
}

TEST_CASE("without filters the sums are those of the analysis") {
  Weighed example;
  Reader reader;
  example.show_in(reader);
  for (const TrustBar& bar : curve_of(reader, example, 400).bars) {
    auto point = std::find_if(example.analysis.curve.begin(), example.analysis.curve.end(), [&](const CurvePoint& it) { return it.block == bar.first_block; });
    CurvePoint expected = point == example.analysis.curve.end() ? CurvePoint{} : *point;
    CHECK(to_text(bar.now[0]) == to_text(expected.words));
    CHECK(to_text(bar.now[1]) == to_text(expected.deeds));
  }
}

TEST_CASE("what is filtered out is not in the curve") {
  Weighed example;
  Reader reader;
  example.show_in(reader);
  reader.apply({ActionKind::Activate, "show:issues", {}, 0});
  reader.apply({ActionKind::Activate, "show:REJECTION", {}, 0});
  TrustCurve curve = curve_of(reader, example, 400);
  REQUIRE(curve.bars.size() == 1);
  CHECK(to_text(curve.bars[0]) == "block 1: words 0/+50, deeds 0/+0, past words -200/+0, past deeds 0/+0, 2 findings");
}

TEST_CASE("where there is no room for a bar a block, blocks share one") {
  Weighed example;
  Reader reader;
  example.show_in(reader);
  TrustCurve narrow = curve_of(reader, example, 4);
  REQUIRE(narrow.bars.size() == 1);
  CHECK(narrow.bars[0].findings.size() == reader.findings().size());
}

TEST_CASE("the curve names every passage, and every shown finding has its place") {
  Weighed example;
  Reader reader;
  example.show_in(reader);
  reader.layout(640);
  const CurveFigure& figure = reader.curve(340);
  std::string names;
  for (const Control& control : figure.list.controls) names += std::string(to_string(control.role)) + " " + control.id + ": " + control.label + "\n";
  CHECK(names ==
        R"(text words: Words
text deeds: Deeds
button passage:1: Passage 1 of 3: 1 disputed issue, 2 signals erode trust, 1 signal builds trust. “The upper valley on Monday flatly refused to open the bridge at Sell.”
button passage:3: Passage 2 of 3: 1 disputed issue. “the toll on the bridge”
button passage:4: Passage 3 of 3: 1 disputed issue. “the grazing rights above it”
text caption: builds above, erodes below
)");
  CHECK(figure.places.size() == reader.findings().size());
  for (const CurvePlace& place : figure.places) CHECK((place.share > 0 && place.share < 1));
  for (const CurveMark& mark : figure.marks) {
    CHECK(mark.rect.left >= figure.plot.left - 2);
    CHECK(mark.rect.right <= figure.plot.right + 2);
    CHECK(mark.rect.top >= 0);
    CHECK(mark.rect.bottom <= figure.list.height);
  }
}

TEST_CASE("the curve follows the article's layout and the filter, and only those ask for it anew") {
  Weighed example;
  Reader reader;
  example.show_in(reader);
  reader.layout(640);
  float wide = reader.curve(340).places[3].share;
  reader.layout(330);
  CHECK(reader.curve(340).places[3].share != wide);
  Outcome hover = reader.apply({ActionKind::Hover, {}, find_id("s2"), 0});
  CHECK(hover.redraw.curve);
  CHECK_FALSE(hover.relayout.curve);
  Outcome filter = reader.apply({ActionKind::Activate, "show:issues", {}, 0});
  CHECK(filter.relayout.curve);
  CHECK(reader.curve(340).places.size() == 3);
}
