// Measures whether measuring and breaking a paragraph takes time that grows with its length, for texts that could make it grow with
// the square: one line a kind of text, exit 1 if four times the text takes over six times the time.
//
//   lines_speed
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

#include "layout/line_breaker.h"
#include "layout/test_font.h"

using namespace faultline;

namespace {

constexpr size_t kSmall = 1 << 18, kTimes = 4, kTurns = 3;
constexpr double kMostGrowth = 6;

double milliseconds(const std::string& text) {
  FontSet fonts;
  fonts.add(FaceRole::Serif, std::move(*parse_typeface(make_test_font())));
  double best = 1e9;
  for (size_t turn = 0; turn < kTurns; ++turn) {
    Shaper shaper(fonts);
    MeasuredText measured;
    FaceSpan face{static_cast<uint32_t>(text.size()), FaceRole::Serif};
    const std::clock_t begin = std::clock();
    append_paragraph(measured, {text, {0, face.end}, false, {&face, 1}}, shaper);
    break_lines(measured, measured.paragraphs[0], text, shaper, 10, 400);
    best = std::min(best, 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

}  // namespace

int main() {
  bool is_good = true;
  for (const std::string unit : {"a", "a ", "a-", "— ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "}) {
    std::string text;
    while (text.size() < kSmall) text += unit;
    const double small = milliseconds(text);
    std::string large;
    for (size_t i = 0; i < kTimes; ++i) large += text;
    const double growth = milliseconds(large) / small;
    std::printf("lines      of '%s': %.1f ms, %zu times the text %.2f times the time\n", unit.c_str(), small, kTimes, growth);
    is_good = is_good && growth <= kMostGrowth;
  }
  return is_good ? 0 : 1;
}
