// Draws the trust curve: words and deeds as two tracks, what builds trust above each hairline and what erodes it below.
//
//   CurveFigure figure = make_curve_figure(painter, {curve, article, findings, state, theme, words}, {.width = 340});
//   draw_curve(painter, figure, view);
//
// Background is hollow; disputed issues stand between the tracks; headings are fine lines across both. What moves with scrolling
// (the frame of what is in view) is the page's: it needs no new picture.
#pragma once

#include <vector>

#include "reader/catalogue.h"
#include "reader/sheet.h"
#include "reader/trust_curve.h"

namespace faultline {

struct CurveView {
  const TrustCurve& curve;
  const Article& article;
  std::span<const Finding> findings;
  const ReaderState& state;
  const Theme& theme;
  const Catalogue& words;
};

struct CurveMark {
  Rect rect;
  Family family;
  bool is_hollow = false;
};

struct CurvePlace {
  FindingId finding;
  float share;  // of the article's height
};

struct CurveFigure {
  // A button for each bar, "passage:BLOCK", whose finding is the bar's first; the captions as texts.
  ControlList list;
  // From the article's first to its last line. It and the marks, which a rendition without a canvas shows as well, are on the
  // sides of an article from left to right: who draws mirrors them.
  Rect plot;
  std::vector<CurveMark> marks;
  std::vector<CurvePlace> places;  // of the findings that are shown, in reading order
};

float width_of_plot(SheetSize size);
CurveFigure make_curve_figure(Painter& painter, const CurveView& view, SheetSize size);
void draw_curve(Painter& painter, const CurveFigure& figure, const CurveView& view, SheetSize size);

}  // namespace faultline
