// What the two WebAssembly kernels share; included by them alone, where the target has SIMD.
//
//   store_sums(matrix, row, totals, sums, Sums::Add);   // four rows' exact totals to their outputs
#pragma once

#include <wasm_simd128.h>

#include "language/matrix.h"

namespace faultline {

// As store_sum of kernels.h, for rows `row` to `row` + 3.
inline void store_sums(const Matrix& matrix, uint32_t row, v128_t totals, int16_t* sums, Sums mode) {
  const v128_t half = wasm_i32x4_splat((int32_t{1} << matrix.shift) >> 1);
  const v128_t scaled = wasm_i32x4_add(wasm_i32x4_mul(totals, wasm_v128_load(matrix.multipliers.data() + row)), half);
  v128_t value = wasm_i32x4_add(wasm_i32x4_shr(scaled, matrix.shift), wasm_v128_load(matrix.biases.data() + row));
  if (mode == Sums::Add) value = wasm_i32x4_add(value, wasm_i32x4_load16x4(sums + row));
  wasm_v128_store64_lane(sums + row, wasm_i16x8_narrow_i32x4(value, value), 0);
}

}  // namespace faultline
