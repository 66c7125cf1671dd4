// Reads one rule pack: JSON → lists, tables and rules as they stand in the file, with complaints that name file, entry and field.
//
//   Result<Pack> pack = parse_pack({"rejection.json", json}, Examples::Optional);
//
// Knows the form of a pack (assets/rules/README.md), but nothing of what patterns mean: that is for rule_loading.h.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "rules/rule_set.h"

namespace faultline {

// Where something stands in a pack, for complaints: 'rejection.json, rule "rejection.reject", field "why"'.
struct PackPlace {
  std::string file, entry{}, field{};
  std::string text() const;
};
std::unexpected<Error> complain(const PackPlace& place, std::string message);

struct Pack {
  std::string file;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> tables;
  std::vector<Rule> rules;
};

// Errors: BadRule.
Result<Pack> parse_pack(const RulePack& pack, Examples examples);

}  // namespace faultline
