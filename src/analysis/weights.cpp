#include "analysis/weights.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "rules/rule_set.h"

namespace faultline {

int Weights::intensity(int boosters, int downtoners) const { return std::max(least, 100 + boosters * booster + downtoners * downtoner); }

int Weights::weigh(int base, Factuality factuality, int intensity_percent, bool is_inherited) const {
  const int64_t weight = int64_t{base} * certainty[static_cast<size_t>(factuality)] * intensity_percent / 10000;
  return static_cast<int>(is_inherited ? weight * inherited / 100 : weight);
}

Weights read_weights(const RuleSet& rules) {
  const auto number = [&](std::string_view name, int otherwise) {
    for (const auto& row : rules.rows("ledger-weights"))
      if (row.size() > 1 && row[0] == name) std::from_chars(row[1].data(), row[1].data() + row[1].size(), otherwise);
    return otherwise;
  };
  return {{number("fact", 100), number("reported", 100), number("possible", 100), number("conditional", 100)},
          number("booster", 0), number("downtoner", 0), number("least", 0), number("inherited", 100)};
}

}  // namespace faultline
