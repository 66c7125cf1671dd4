#include "analysis/opponents.h"

#include <map>
#include <utility>

namespace faultline {

std::vector<PartyRef> find_opponents(const Scene& scene, const std::vector<Match>& matches, const std::vector<RoleOrder>& orders) {
  std::map<std::pair<PartyRef, PartyRef>, uint32_t> times;
  for (const Match& match : matches) {
    if (match.trigger_first >= match.trigger_last) continue;
    const Voice voice = scene.voices.at(scene.span_of(match.trigger_first, match.trigger_last));
    const Roles roles = find_roles(scene, match, orders[match.rule], voice);
    if (roles.inherited || roles.who < 0 || roles.whom < 0) continue;
    ++times[{roles.who, roles.whom}];
    ++times[{roles.whom, roles.who}];
  }
  std::vector<PartyRef> opponents(scene.cast.parties.size(), kUnspecified);
  // Of two that stand opposite equally often, the one named more, then the one that comes first.
  for (const auto& [pair, count] : times) {
    PartyRef& best = opponents[static_cast<size_t>(pair.first)];
    const auto named = [&](PartyRef party) { return scene.times_named[static_cast<size_t>(party)]; };
    const uint32_t so_far = best == kUnspecified ? 0 : times.at({pair.first, best});
    if (count > so_far || (count == so_far && named(pair.second) > named(best))) best = pair.second;
  }
  return opponents;
}

}  // namespace faultline
