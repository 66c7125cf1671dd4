#include "rules/rule_set.h"

namespace faultline {

std::string_view Rule::field(std::string_view name, std::string_view otherwise) const {
  const auto values = field_values(name);
  return values.empty() ? otherwise : std::string_view(values.front());
}

std::span<const std::string> Rule::field_values(std::string_view name) const {
  const auto at = fields.find(name);
  return at == fields.end() ? std::span<const std::string>() : std::span<const std::string>(at->second);
}

const Rule* RuleSet::find_rule(std::string_view id) const {
  const auto at = rule_ids_.find(std::string(id));
  return at == rule_ids_.end() ? nullptr : &rules_[at->second];
}

std::span<const std::string> RuleSet::words(std::string_view list) const {
  const auto at = lists_.find(list);
  return at == lists_.end() ? std::span<const std::string>() : std::span<const std::string>(at->second);
}

std::span<const std::vector<std::string>> RuleSet::rows(std::string_view table) const {
  const auto at = tables_.find(table);
  return at == tables_.end() ? std::span<const std::vector<std::string>>() : std::span<const std::vector<std::string>>(at->second);
}

}  // namespace faultline
