#include "base/sort.h"

#include <algorithm>
#include <numeric>

namespace faultline {

std::vector<uint32_t> find_order(size_t size, NumberOrder is_before) {
  size_t sorted = 1;
  while (sorted < size && !is_before.call(is_before.context, static_cast<uint32_t>(sorted), static_cast<uint32_t>(sorted - 1))) ++sorted;
  std::vector<uint32_t> order;
  if (sorted >= size) return order;
  order.resize(size);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [is_before](uint32_t a, uint32_t b) { return is_before.call(is_before.context, a, b); });
  return order;
}

}  // namespace faultline
