// The WebAssembly kernel for every engine with SIMD; only the module for those without relaxed SIMD has it.
#include "language/kernels.h"
#include "language/kernels_wasm.h"

namespace faultline {
namespace {

constexpr uint32_t kMostColumns = 1024;  // model.cpp refuses larger matrices

// All rows for a few lanes. Activations are widened to 16 bits once; a load widens two rows of four weights; the dot
// product then adds neighbours, so that each row has two running totals, which meet at the end. Four rows at a time keep
// the totals of all lanes in registers.
template <int kLanes>
void multiply_lanes(const Matrix& matrix, const uint8_t* activations, size_t stride, int16_t* sums, size_t sums_stride, Sums mode) {
  alignas(16) int16_t wide[kLanes][kMostColumns];
  for (int lane = 0; lane < kLanes; ++lane)
    for (uint32_t group = 0; group < matrix.groups; ++group) {
      const v128_t four = wasm_v128_load32_zero(activations + static_cast<size_t>(lane) * stride + group * 4);
      wasm_v128_store64_lane(wide[lane] + group * 4, wasm_u16x8_extend_low_u8x16(four), 0);
    }
  for (uint32_t row = 0; row < matrix.blocks * 8; row += 4) {
    const int8_t* weights = matrix.weights.data() + size_t{row / 8} * matrix.groups * 32 + row % 8 * 4;
    v128_t totals[kLanes][2];
    for (int lane = 0; lane < kLanes; ++lane) totals[lane][0] = totals[lane][1] = wasm_i32x4_splat(0);
    for (uint32_t group = 0; group < matrix.groups; ++group, weights += 32) {
      const v128_t left = wasm_i16x8_load8x8(weights), right = wasm_i16x8_load8x8(weights + 8);
      for (int lane = 0; lane < kLanes; ++lane) {
        const v128_t a = wasm_v128_load64_splat(wide[lane] + group * 4);
        totals[lane][0] = wasm_i32x4_add(totals[lane][0], wasm_i32x4_dot_i16x8(a, left));
        totals[lane][1] = wasm_i32x4_add(totals[lane][1], wasm_i32x4_dot_i16x8(a, right));
      }
    }
    for (int lane = 0; lane < kLanes; ++lane) {
      const v128_t evens = wasm_i32x4_shuffle(totals[lane][0], totals[lane][1], 0, 2, 4, 6);
      const v128_t odds = wasm_i32x4_shuffle(totals[lane][0], totals[lane][1], 1, 3, 5, 7);
      const v128_t total = wasm_i32x4_add(wasm_i32x4_add(evens, odds), wasm_v128_load(matrix.starts.data() + row));
      store_sums(matrix, row, total, sums + static_cast<size_t>(lane) * sums_stride, mode);
    }
  }
}

void multiply_simd128(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums,
                      size_t sums_stride, Sums mode) {
  constexpr size_t kMost = 4;  // with six, the totals no longer fit in sixteen registers
  const auto advance = [&](size_t count) {
    activations += count * stride;
    sums += count * sums_stride;
    lanes -= count;
  };
  for (; lanes >= kMost; advance(kMost)) multiply_lanes<kMost>(matrix, activations, stride, sums, sums_stride, mode);
  for (; lanes >= 2; advance(2)) multiply_lanes<2>(matrix, activations, stride, sums, sums_stride, mode);
  if (lanes == 1) multiply_lanes<1>(matrix, activations, stride, sums, sums_stride, mode);
}

}  // namespace

void append_fast_kernels(std::vector<NamedKernel>& kernels) { kernels.push_back({"simd128", multiply_simd128, advance_cells_simd128}); }

}  // namespace faultline
