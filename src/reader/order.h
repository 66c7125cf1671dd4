// Puts small things into an order, equal ones as they were: one sort in the module instead of one for each kind of thing.
//
//   for (uint32_t i : find_order(places.size(), [&](uint32_t a, uint32_t b) { return places[a].size > places[b].size; })) draw(places[i]);
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace faultline {

using IsBefore = bool (*)(const void* context, uint32_t a, uint32_t b);

// The indices 0 to count − 1 in the order that is_before gives, those that are equal in their own.
std::vector<uint32_t> find_order(size_t count, const void* context, IsBefore is_before);

template <class Before>
std::vector<uint32_t> find_order(size_t count, const Before& is_before) {
  return find_order(count, &is_before, [](const void* context, uint32_t a, uint32_t b) { return (*static_cast<const Before*>(context))(a, b); });
}

}  // namespace faultline
