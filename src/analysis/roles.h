// Finds who acts towards whom in a signal, from the roles its rule names.
//
//   Roles roles = find_roles(scene, match, rule, voice);
//   // "Kabul rejected Islamabad's request": who Kabul (subject), whom Islamabad (object)
//
// A rule's "who" and "whom" are lists of roles, tried in order: subject, object, possessor, speaker, clause (who acts in
// the one behind the trigger), cause (whose act did the harm), between, dyad, none, or a preposition ("against", "with", "of", "by" …); where it has none,
// those of its "head" (table "role-orders"). A passive verb swaps subject and object. Where nothing in the clause fits, the annotation guide's inheritance applies (section 5)
// and the result says so.
#pragma once

#include <string>
#include <vector>

#include "analysis/scene.h"

namespace faultline {

struct Roles {
  PartyRef who = kUnspecified, whom = kUnspecified;
  bool inherited = false;
  bool has_agent = false;  // who stands in the trigger's own clause
  std::vector<Because> because;
};

// The roles in which a rule looks for its parties.
struct RoleOrder {
  std::vector<std::string> who, whom;
  bool is_verb = true;
  bool is_mutual = false;  // two parties as its subject make it an act of both
  bool answers = false;       // what another asked or alleged
  bool judges = false;        // an act of the one whom it is against
  bool is_else_dyad = false;  // of the relation itself when it names nobody
  bool is_hostile = false;    // words against another: "despite threats" are not the subject's own
  bool is_blame = false;      // by whoever speaks, of whoever he says did it
};
RoleOrder make_role_order(const Rule& rule, const RuleSet& rules);

Roles find_roles(const Scene& scene, const Match& match, const RoleOrder& order, const Voice& voice);

// The party that a speaker is or speaks for; kUnspecified for the writer, an outlet, an unnamed source.
PartyRef party_of(const Scene& scene, const Voice& voice);

}  // namespace faultline
