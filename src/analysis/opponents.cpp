#include "analysis/opponents.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace faultline {
namespace {

// What it says of two parties that a signal of a category stands between them: table "opposition" (category, points).
std::map<std::string, int, std::less<>> read_points(const RuleSet& rules) {
  std::map<std::string, int, std::less<>> points;
  for (const auto& row : rules.rows("opposition"))
    if (row.size() > 1) std::from_chars(row[1].data(), row[1].data() + row[1].size(), points[row[0]]);
  return points;
}

class OpponentFinder {
 public:
  explicit OpponentFinder(const Scene& scene) : scene_(scene), of_category_(read_points(scene.rules)), backed_(scene.cast.parties.size(), kUnspecified) {}

  void read(const Match& match, const RoleOrder& order) {
    const auto found = of_category_.find(scene_.rules.rules()[match.rule].category);
    if (match.trigger_first >= match.trigger_last || found == of_category_.end()) return;
    const Roles roles = find_roles(scene_, match, order, scene_.voices.at(scene_.span_of(match.trigger_first, match.trigger_last)));
    if (roles.inherited || roles.who < 0 || roles.whom < 0 || scene_.are_allied(roles.who, roles.whom)) return;
    if (found->second == 0) {
      if (PartyRef& backed = backed_[static_cast<size_t>(roles.who)]; backed == kUnspecified) backed = roles.whom;
      return;
    }
    points_[{roles.who, roles.whom}] += found->second;
    points_[{roles.whom, roles.who}] += found->second;
  }

  std::vector<PartyRef> find() {
    find_main_pair();
    share_with_allies();
    std::vector<PartyRef> opponents(scene_.cast.parties.size(), kUnspecified);
    for (size_t i = 0; i < opponents.size(); ++i) opponents[i] = opponent_of(static_cast<PartyRef>(i));
    return opponents;
  }

  // Police who watch and fans who sing stand between others, and are none of the sides.
  std::vector<bool> find_sides() const {
    std::vector<bool> sides(scene_.cast.parties.size(), false);
    for (const auto& [pair, points] : points_) sides[static_cast<size_t>(pair.first)] = true;
    for (size_t i = 0; i < backed_.size(); ++i)
      if (backed_[i] != kUnspecified) sides[i] = true;
    return sides;
  }

 private:
  uint32_t named(PartyRef party) const { return scene_.times_named[static_cast<size_t>(party)]; }

  bool are_states(PartyRef a, PartyRef b) const {
    const auto& parties = scene_.cast.parties;
    return parties[static_cast<size_t>(a)].kind == PartyKind::State && parties[static_cast<size_t>(b)].kind == PartyKind::State;
  }

  // Who stands on one side shares its opponents: what the drivers refuse the company, it has against their union as well.
  void share_with_allies() {
    std::map<PartyRef, int> of_side;  // points of all whose kind has allies among its own (table "allied-kinds")
    for (const auto& [pair, points] : points_)
      if (scene_.are_allied(pair.first, pair.first)) of_side[pair.second] += points;
    const auto most = std::max_element(of_side.begin(), of_side.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (PartyRef party = 0; most != of_side.end() && party < static_cast<PartyRef>(scene_.cast.parties.size()); ++party)
      if (party != most->first && scene_.are_allied(party, party)) points_[{party, most->first}] = std::max(points_[{party, most->first}], most->second);
  }

  // The two that the article is about: most points, then named most; without points the two that are named most.
  void find_main_pair() {
    uint32_t most = 0;
    for (const auto& [pair, points] : points_) {
      const uint32_t weight = static_cast<uint32_t>(points) + std::min(named(pair.first), named(pair.second));
      if (pair.first > pair.second || weight <= most) continue;
      most = weight;
      main_ = pair;
    }
    if (most == 0 && scene_.second_main != kUnspecified) main_ = {scene_.first_main, scene_.second_main};
  }

  // Whom it has most points with; a party that is named often counts for more than one that is named once.
  PartyRef opponent_of(PartyRef party) const {
    PartyRef best = kUnspecified;
    uint32_t most = 0;
    for (auto at = points_.lower_bound({party, 0}); at != points_.end() && at->first.first == party; ++at) {
      const PartyRef other = at->first.second;
      const uint32_t weight = static_cast<uint32_t>(at->second) + std::min(named(other), kMostNamed) + (are_states(party, other) ? kBetweenStates : 0);
      if (weight <= most) continue;
      most = weight;
      best = other;
    }
    if (best != kUnspecified) return best;
    // "Chile backed Peru": who backs a side is against whom it is against.
    const PartyRef backed = backed_[static_cast<size_t>(party)];
    if (backed != kUnspecified && backed_[static_cast<size_t>(backed)] == kUnspecified)
      if (const PartyRef other = opponent_of(backed); other != party) return other;
    if (main_.first == kUnspecified) return kUnspecified;
    if (party == main_.first) return main_.second;
    if (party == main_.second) return main_.first;
    // A third party stands against the one of the two that is not of its kind, else against the one named most.
    if (scene_.are_allied(party, main_.first)) return main_.second;
    if (scene_.are_allied(party, main_.second)) return main_.first;
    return named(main_.second) > named(main_.first) ? main_.second : main_.first;
  }

  static constexpr uint32_t kMostNamed = 6;
  static constexpr uint32_t kBetweenStates = 3;  // states answer to states: the gunmen between them are what they quarrel about

  const Scene& scene_;
  const std::map<std::string, int, std::less<>> of_category_;
  std::map<std::pair<PartyRef, PartyRef>, int> points_;
  std::vector<PartyRef> backed_;  // by party: whom it aids or supports first
  std::pair<PartyRef, PartyRef> main_{kUnspecified, kUnspecified};
};

}  // namespace

Work find_opponents(Scene& scene, const std::vector<Match>& matches, const std::vector<RoleOrder>& orders) {
  OpponentFinder finder(scene);
  for (const Match& match : matches) {
    finder.read(match, orders[match.rule]);
    co_yield 1;
  }
  scene.opponents = finder.find();
  scene.is_side = finder.find_sides();
}

}  // namespace faultline
