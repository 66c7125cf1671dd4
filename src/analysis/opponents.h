// Finds for each party whom the article sets against it: the one that most often stands opposite it in so many words.
//
//   scene.opponents = find_opponents(scene, matches, orders);   // orders: by rule
//   scene.opponent_of(bank)                                     // the union it dismissed, was sued by and met
//
// Counted are matches of signal rules whose who and whom both stand in the clause; who is named most in the article says
// less, as an article names bystanders and places often.
#pragma once

#include <vector>

#include "analysis/roles.h"
#include "analysis/scene.h"

namespace faultline {

// One for every party, kUnspecified where nobody stands opposite it.
Work find_opponents(Scene& scene, const std::vector<Match>& matches, const std::vector<RoleOrder>& orders);

}  // namespace faultline
