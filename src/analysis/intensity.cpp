#include "analysis/intensity.h"

#include <algorithm>

namespace faultline {
namespace {

constexpr uint32_t kBefore = 3;  // "has once again shown": words before the trigger that can colour it
constexpr uint32_t kAfter = 1;   // "rejected outright"

}  // namespace

Intensity find_intensity(const Scene& scene, const Match& match) {
  Intensity out;
  const Clause& clause = scene.clause_at(match.trigger_first);
  const uint32_t first = match.trigger_first - std::min(kBefore, match.trigger_first - std::min(clause.first, match.trigger_first));
  const uint32_t last = std::min(match.trigger_last + kAfter, std::max(clause.last, match.trigger_last));
  const auto add = [&](Span span, bool is_booster) {
    ++(is_booster ? out.boosters : out.downtoners);
    out.because.push_back({span, is_booster ? "booster" : "downtoner"});
  };
  for (uint32_t i = first; i < last; ++i) {
    if (scene.is(i, WordKind::Booster)) add(scene.token(i).span, true);
    else if (scene.is(i, WordKind::Downtoner)) add(scene.token(i).span, false);
  }
  for (const char* category : {"booster", "downtoner"})
    if (const Context* context = scene.find_context(category, match))
      add(scene.span_of(context->match.first, context->match.last), category[0] == 'b');
  return out;
}

}  // namespace faultline
