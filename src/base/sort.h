// Sorts and keeps the order of equals, as std::stable_sort does, with one function for all types of elements.
//
//   sort_stably(mentions, [](const Mention& a, const Mention& b) { return a.span < b.span; });
//
// Each std::stable_sort brings two and a half kilobytes of its own into the WebAssembly module. Here the numbers of the elements are
// sorted, by a function that is called through a pointer, and the elements then moved once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace faultline {

// Whether element `a` goes before element `b`, both by number.
struct NumberOrder {
  const void* context;
  bool (*call)(const void* context, uint32_t a, uint32_t b);
};

// The numbers 0 to size - 1, sorted; nothing if they are in order as they are.
std::vector<uint32_t> find_order(size_t size, NumberOrder is_before);

template <class Element, class Less>
void sort_stably(std::vector<Element>& elements, const Less& less) {
  const auto compare = [&](uint32_t a, uint32_t b) { return less(elements[a], elements[b]); };
  const auto call = [](const void* context, uint32_t a, uint32_t b) { return (*static_cast<decltype(&compare)>(context))(a, b); };
  std::vector<uint32_t> order = find_order(elements.size(), {&compare, call});
  // Along each ring of elements that take each other's places.
  for (uint32_t first = 0; first < order.size(); ++first) {
    if (order[first] == first) continue;
    Element held = std::move(elements[first]);
    uint32_t to = first;
    for (uint32_t from = order[to]; from != first; from = order[to]) {
      elements[to] = std::move(elements[from]);
      order[to] = to;
      to = from;
    }
    elements[to] = std::move(held);
    order[to] = to;
  }
}

}  // namespace faultline
