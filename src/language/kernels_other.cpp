// The WebAssembly kernel; on a target without a kernel of its own, none.
#include "language/kernels.h"

#if defined(__wasm_simd128__)

#include <wasm_simd128.h>

namespace faultline {
namespace {

void store_sums(const Matrix& matrix, uint32_t row, v128_t totals, int16_t* sums, Sums mode) {
  const v128_t half = wasm_i32x4_splat((int32_t{1} << matrix.shift) >> 1);
  const v128_t scaled = wasm_i32x4_add(wasm_i32x4_mul(totals, wasm_v128_load(matrix.multipliers.data() + row)), half);
  v128_t value = wasm_i32x4_add(wasm_i32x4_shr(scaled, matrix.shift), wasm_v128_load(matrix.biases.data() + row));
  if (mode == Sums::Add) value = wasm_i32x4_add(value, wasm_i32x4_load16x4(sums + row));
  wasm_v128_store64_lane(sums + row, wasm_i16x8_narrow_i32x4(value, value), 0);
}

// Eight rows for up to two lanes. A load widens two rows of four weights to 16 bits; the dot product then adds
// neighbours, so that each row has two running totals, which meet at the end.
template <int kLanes>
void multiply_block(const Matrix& matrix, uint32_t block, const uint8_t* activations, size_t stride, int16_t* sums,
                    size_t sums_stride, Sums mode) {
  const int8_t* weights = matrix.weights.data() + size_t{block} * matrix.groups * 32;
  v128_t totals[kLanes][4];
  for (int lane = 0; lane < kLanes; ++lane)
    for (int pair = 0; pair < 4; ++pair) totals[lane][pair] = wasm_i32x4_splat(0);
  for (uint32_t group = 0; group < matrix.groups; ++group, weights += 32) {
    const v128_t w[4] = {wasm_i16x8_load8x8(weights), wasm_i16x8_load8x8(weights + 8), wasm_i16x8_load8x8(weights + 16),
                         wasm_i16x8_load8x8(weights + 24)};
    for (int lane = 0; lane < kLanes; ++lane) {
      const v128_t four = wasm_v128_load32_splat(activations + static_cast<size_t>(lane) * stride + group * 4);
      const v128_t a = wasm_u16x8_extend_low_u8x16(four);
      for (int pair = 0; pair < 4; ++pair)
        totals[lane][pair] = wasm_i32x4_add(totals[lane][pair], wasm_i32x4_dot_i16x8(a, w[pair]));
    }
  }
  for (int lane = 0; lane < kLanes; ++lane) {
    int16_t* out = sums + static_cast<size_t>(lane) * sums_stride;
    for (uint32_t half = 0; half < 2; ++half) {
      const v128_t left = totals[lane][half * 2], right = totals[lane][half * 2 + 1];
      const v128_t evens = wasm_i32x4_shuffle(left, right, 0, 2, 4, 6), odds = wasm_i32x4_shuffle(left, right, 1, 3, 5, 7);
      const uint32_t row = block * 8 + half * 4;
      const v128_t total = wasm_i32x4_add(wasm_i32x4_add(evens, odds), wasm_v128_load(matrix.starts.data() + row));
      store_sums(matrix, row, total, out, mode);
    }
  }
}

void multiply_simd128(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums,
                      size_t sums_stride, Sums mode) {
  for (uint32_t block = 0; block < matrix.blocks; ++block) {
    const uint8_t* a = activations;
    int16_t* s = sums;
    size_t left = lanes;
    for (; left >= 2; left -= 2, a += 2 * stride, s += 2 * sums_stride)
      multiply_block<2>(matrix, block, a, stride, s, sums_stride, mode);
    if (left == 1) multiply_block<1>(matrix, block, a, stride, s, sums_stride, mode);
  }
}

}  // namespace

void append_fast_kernels(std::vector<NamedKernel>& kernels) { kernels.push_back({"simd128", multiply_simd128}); }

}  // namespace faultline

#elif !defined(__x86_64__)

namespace faultline {

void append_fast_kernels(std::vector<NamedKernel>&) {}

}  // namespace faultline

#endif
