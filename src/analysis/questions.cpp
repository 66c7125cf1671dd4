#include "analysis/questions.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/categories.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

std::string_view known_of(const Signal& signal) {
  if (signal.who == kDyad || signal.whom == kDyad) return "dyad";
  if (signal.who >= 0 && signal.whom >= 0) return "both";
  return signal.who >= 0 ? "who" : signal.whom >= 0 ? "whom" : "none";
}

std::string filled(std::string_view text, std::string_view who, std::string_view whom) {
  std::string made;
  while (!text.empty()) {
    const size_t brace = text.find('{');
    made += text.substr(0, brace);
    if (brace == std::string_view::npos) break;
    text.remove_prefix(brace);
    const bool first = text.starts_with("{who}");
    made += first ? who : whom;
    text.remove_prefix(first ? 5 : std::min<size_t>(6, text.size()));  // "{whom}"
  }
  return made;
}

}  // namespace

void ask_questions(std::span<Signal> signals, std::span<const Party> parties, const RuleSet& rules) {
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> templates;
  for (const auto& row : rules.rows("questions"))
    if (row.size() == 3) templates[{row[0], row[1]}] = row[2];
  auto name_of = [&](PartyRef party) { return party >= 0 ? std::string_view(parties[static_cast<size_t>(party)].name) : std::string_view(); };
  for (Signal& signal : signals) {
    const auto found = templates.find({to_string(signal.category), known_of(signal)});
    if (found != templates.end()) signal.question = filled(found->second, name_of(signal.who), name_of(signal.whom));
  }
}

}  // namespace faultline
