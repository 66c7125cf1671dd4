// What the kernels of matrix.h and cells.h share; included by them alone.
#pragma once

#include <algorithm>

#include "language/matrix.h"

namespace faultline {

inline int16_t saturate16(int32_t value) {
  return static_cast<int16_t>(std::clamp(value, int32_t{INT16_MIN}, int32_t{INT16_MAX}));
}

// From the exact total of one row to its output, as matrix.h defines it.
inline void store_sum(const Matrix& matrix, uint32_t row, int32_t total, int16_t& sum, Sums mode) {
  const int32_t half = (int32_t{1} << matrix.shift) >> 1;
  int32_t value = ((total * matrix.multipliers[row] + half) >> matrix.shift) + matrix.biases[row];
  if (mode == Sums::Add) value += sum;
  sum = saturate16(value);
}

// The kernels of cells.h that go with those of matrix.h.
void advance_cells_plain(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden);
void advance_cells_avx2(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden);
void advance_cells_simd128(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden);

// Those that the compiler can build for this target and the machine can run, the fastest first (kernels_*.cpp).
void append_fast_kernels(std::vector<NamedKernel>& kernels);

}  // namespace faultline
