#include "reader/order.h"

#include <numeric>

#include "base/sort.h"

namespace faultline {

std::vector<uint32_t> find_order(size_t count, const void* context, IsBefore is_before) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  sort_stably(order, [&](uint32_t a, uint32_t b) { return is_before(context, a, b); });
  return order;
}

}  // namespace faultline
