#include "language/matrix.h"

#include <algorithm>
#include <numeric>

#include "language/kernels.h"

namespace faultline {
namespace {

// Whatever the activations are, the scaled totals then fit in 32 bits: no kernel needs to watch for overflow.
bool sum_up_block(Matrix& matrix, uint32_t block) {
  // Of each row's first to fourth columns: at most 256 weights of five bits, so that sixteen bits are enough.
  int16_t sums[32] = {}, sizes[32] = {};
  const int8_t* weights = matrix.weights.data() + size_t{block} * matrix.groups * 32;
  for (uint32_t group = 0; group < matrix.groups; ++group, weights += 32)
    for (int i = 0; i < 32; ++i) {
      const int16_t weight = weights[i];
      sums[i] = static_cast<int16_t>(sums[i] + weight);
      sizes[i] = static_cast<int16_t>(sizes[i] + (weight < 0 ? -weight : weight));
    }
  for (uint32_t row = 0; row < 8; ++row) {
    const int32_t sum = std::accumulate(sums + row * 4, sums + row * 4 + 4, 0), size = std::accumulate(sizes + row * 4, sizes + row * 4 + 4, 0);
    matrix.starts[block * 8 + row] = -int32_t{kZeroActivation} * sum;
    if (int64_t{size} * 128 * matrix.multipliers[block * 8 + row] >= int64_t{1} << 30) return false;
  }
  return true;
}

}  // namespace

// Without a branch, so that the compiler takes sixteen at a time: this and summing up are most of a model's loading.
bool are_weights(std::span<const int8_t> weights) {
  bool fit = true;
  for (const int8_t weight : weights) fit &= static_cast<uint8_t>(weight + kLargestWeight) <= 2 * kLargestWeight;
  return fit;
}

bool sum_up(Matrix& matrix) {
  matrix.starts.assign(matrix.blocks * 8, 0);
  for (uint32_t block = 0; block < matrix.blocks; ++block)
    if (!sum_up_block(matrix, block)) return false;
  return true;
}

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
#if !defined(__wasm__)  // a module has the one kernel that its engines run
    found.push_back({"plain", multiply_plain, advance_cells_plain});
#endif
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
