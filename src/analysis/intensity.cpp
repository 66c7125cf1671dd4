#include "analysis/intensity.h"

#include <algorithm>

namespace faultline {
namespace {

constexpr uint32_t kBefore = 3;  // "has once again shown": words before the trigger that can colour it
constexpr uint32_t kAfter = 1;   // "rejected outright"
constexpr int kStep = 25;
constexpr int kLeast = 25;

}  // namespace

Intensity find_intensity(const Scene& scene, const Match& match) {
  Intensity out;
  const Clause& clause = scene.clause_at(match.trigger_first);
  const uint32_t first = match.trigger_first - std::min(kBefore, match.trigger_first - std::min(clause.first, match.trigger_first));
  const uint32_t last = std::min(match.trigger_last + kAfter, std::max(clause.last, match.trigger_last));
  const auto add = [&](Span span, bool is_booster) {
    out.percent += is_booster ? kStep : -kStep;
    out.because.push_back({span, is_booster ? "booster" : "downtoner"});
  };
  for (uint32_t i = first; i < last; ++i) {
    if (scene.is(i, WordKind::Booster)) add(scene.token(i).span, true);
    else if (scene.is(i, WordKind::Downtoner)) add(scene.token(i).span, false);
  }
  for (const char* category : {"booster", "downtoner"})
    if (const Context* context = scene.find_context(category, match))
      add(scene.span_of(context->match.first, context->match.last), category[0] == 'b');
  out.percent = std::max(out.percent, kLeast);
  return out;
}

int weigh(int base, Factuality factuality, int intensity_percent, bool inherited) {
  const int certainty = factuality == Factuality::Fact ? 100 : factuality == Factuality::Reported ? 70 : 40;
  const int64_t weight = int64_t{base} * certainty * intensity_percent / 10000;
  return static_cast<int>(inherited ? weight / 2 : weight);
}

}  // namespace faultline
