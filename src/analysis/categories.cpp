#include "analysis/categories.h"

#include <array>

namespace faultline {
namespace {

constexpr std::array<const char*, kCategoryCount> kNames{
    "REJECTION", "ACCUSATION", "INFLEXIBILITY", "THREAT",      "CLOSURE",     "COERCION",        "HARM",     "CREDIBILITY_GAP",
    "STATED_DISTRUST", "AGREEMENT", "CONCESSION", "ENGAGEMENT", "COOPERATION", "ACKNOWLEDGEMENT", "GOODWILL",
};

}  // namespace

const char* to_string(Category category) { return kNames[static_cast<size_t>(category)]; }

std::optional<Category> find_category(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (name == kNames[i]) return static_cast<Category>(i);
  return std::nullopt;
}

Polarity polarity_of(Category category) {
  return category >= Category::Agreement ? Polarity::Building : Polarity::Eroding;
}

}  // namespace faultline
