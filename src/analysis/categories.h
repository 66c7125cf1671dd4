// The names of the analysis' enumerations, exactly as the annotation guide and the report write them.
//
//   find_category("CREDIBILITY_GAP") == Category::CredibilityGap;   to_string(Category::Threat) == "THREAT"
#pragma once

#include <optional>
#include <string_view>

#include "analysis/analysis.h"

namespace faultline {

const char* to_string(Category category);            // "REJECTION"
std::optional<Category> find_category(std::string_view name);

}  // namespace faultline
