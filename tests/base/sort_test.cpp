#include "base/sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

using namespace faultline;

TEST_CASE("equals keep their order, and every element is moved to its place once") {
  uint32_t random = 7;
  for (size_t size = 0; size < 60; ++size) {
    std::vector<std::pair<int, std::string>> elements;
    for (size_t i = 0; i < size; ++i) {
      random = random * 1664525u + 1013904223u;
      elements.emplace_back(static_cast<int>(random >> 28), "number " + std::to_string(i) + ", too long to be stored in place");
    }
    auto expected = elements;
    const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(expected.begin(), expected.end(), less);
    sort_stably(elements, less);
    CHECK(elements == expected);
  }
}

TEST_CASE("what can only be moved is sorted, too") {
  std::vector<std::unique_ptr<int>> elements;
  for (const int value : {3, 1, 2, 0}) elements.push_back(std::make_unique<int>(value));
  sort_stably(elements, [](const auto& a, const auto& b) { return *a < *b; });
  for (int i = 0; i < 4; ++i) CHECK(*elements[static_cast<size_t>(i)] == i);
}

TEST_CASE("what is in order needs no moving") {
  const std::vector<int> values = {1, 1, 2, 5};
  const auto call = [](const void* context, uint32_t a, uint32_t b) {
    const std::vector<int>& numbers = *static_cast<const std::vector<int>*>(context);
    return numbers[a] < numbers[b];
  };
  CHECK(find_order(values.size(), {&values, call}).empty());
  CHECK(find_order(0, {&values, call}).empty());
}
