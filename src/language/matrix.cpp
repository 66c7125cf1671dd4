#include "language/matrix.h"

#include <algorithm>

#include "language/kernels.h"

namespace faultline {

void multiply_plain(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums,
                    size_t sums_stride, Sums mode) {
  for (size_t lane = 0; lane < lanes; ++lane, activations += stride, sums += sums_stride) {
    const int8_t* weights = matrix.weights.data();
    for (uint32_t block = 0; block < matrix.blocks; ++block) {
      int32_t totals[8];
      std::copy_n(matrix.starts.data() + block * 8, 8, totals);
      for (uint32_t group = 0; group < matrix.groups; ++group, weights += 32) {
        const uint8_t* a = activations + group * 4;
        for (int row = 0; row < 8; ++row)
          for (int column = 0; column < 4; ++column) totals[row] += weights[row * 4 + column] * a[column];
      }
      for (uint32_t row = 0; row < 8; ++row) store_sum(matrix, block * 8 + row, totals[row], sums[block * 8 + row], mode);
    }
  }
}

const std::vector<NamedKernel>& available_kernels() {
  static const std::vector<NamedKernel> kernels = [] {
    std::vector<NamedKernel> found;
    append_fast_kernels(found);
    found.push_back({"plain", multiply_plain, advance_cells_plain});
    return found;
  }();
  return kernels;
}

void multiply(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums,
              size_t sums_stride, Sums mode) {
  static const Kernel fastest = available_kernels().front().multiply;
  fastest(matrix, activations, stride, lanes, sums, sums_stride, mode);
}

}  // namespace faultline
