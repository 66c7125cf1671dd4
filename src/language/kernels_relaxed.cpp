// The WebAssembly kernel for engines with relaxed SIMD: sixteen products an instruction instead of eight. It is in a
// module of its own, because one with its instructions is refused whole by engines that lack them.
#include "language/kernels.h"
#include "language/kernels_wasm.h"

namespace faultline {
namespace {

constexpr size_t kLanes = 4;             // with four, totals, weights and activations fit in fifteen registers
constexpr uint32_t kMostColumns = 1024;  // model.cpp refuses larger matrices

// A lane's activations around zero, and what its totals begin with.
struct Lane {
  alignas(16) int8_t activations[kMostColumns];
  int32_t start;
};

void read_lane(const uint8_t* activations, uint32_t columns, Lane& lane) {
  int32_t sum = 0;
  for (uint32_t i = 0; i < columns; ++i) {
    const int8_t value = static_cast<int8_t>(activations[i] - kZeroActivation);
    lane.activations[i] = value;
    sum += value;
  }
  lane.start = -16 * sum;
}

// The instruction is the same on every machine only where its second operand is not negative: weights count from −16, and
// the lane's start takes 16 for each activation back. Four sums of two products, each below 31 · 128, stay in 16 bits.
v128_t load_weights(const int8_t* at) { return wasm_i8x16_add(wasm_v128_load(at), wasm_i8x16_splat(16)); }

template <int kColumn>
v128_t products(v128_t activations, v128_t weights) {
  return wasm_i16x8_relaxed_dot_i8x16_i7x16(wasm_i32x4_shuffle(activations, activations, kColumn, kColumn, kColumn, kColumn), weights);
}

// Four rows at a time, sixteen columns of each. Whole loads and shuffles: V8 moves every load of a loop's turn to its front,
// and one load for each four columns would fill the registers.
template <int kCount>
void multiply_lanes(const Matrix& matrix, const Lane* lanes, int16_t* sums, size_t sums_stride, Sums mode) {
  const v128_t ones = wasm_i16x8_splat(1);
  for (uint32_t row = 0; row < matrix.blocks * 8; row += 4) {
    const int8_t* weights = matrix.weights.data() + size_t{row / 8} * matrix.groups * 32 + row % 8 * 4;
    v128_t totals[kCount];
    for (int lane = 0; lane < kCount; ++lane) totals[lane] = wasm_i32x4_splat(lanes[lane].start);
    uint32_t group = 0;
    for (; group + 4 <= matrix.groups; group += 4, weights += 128) {
      const v128_t w0 = load_weights(weights), w1 = load_weights(weights + 32), w2 = load_weights(weights + 64), w3 = load_weights(weights + 96);
      for (int lane = 0; lane < kCount; ++lane) {
        const v128_t a = wasm_v128_load(lanes[lane].activations + group * 4);
        const v128_t left = wasm_i16x8_add(products<0>(a, w0), products<1>(a, w1));
        const v128_t right = wasm_i16x8_add(products<2>(a, w2), products<3>(a, w3));
        totals[lane] = wasm_i32x4_add(totals[lane], wasm_i32x4_dot_i16x8(wasm_i16x8_add(left, right), ones));
      }
    }
    for (; group < matrix.groups; ++group, weights += 32) {
      const v128_t w = load_weights(weights);
      for (int lane = 0; lane < kCount; ++lane) {
        const v128_t a = wasm_v128_load32_zero(lanes[lane].activations + group * 4);
        totals[lane] = wasm_i32x4_add(totals[lane], wasm_i32x4_dot_i16x8(products<0>(a, w), ones));
      }
    }
    for (int lane = 0; lane < kCount; ++lane) store_sums(matrix, row, totals[lane], sums + static_cast<size_t>(lane) * sums_stride, mode);
  }
}

void multiply_relaxed(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums,
                      size_t sums_stride, Sums mode) {
  Lane read[kLanes];
  while (lanes > 0) {
    const size_t count = lanes < kLanes ? lanes : kLanes;
    for (size_t lane = 0; lane < count; ++lane) read_lane(activations + lane * stride, matrix.stride(), read[lane]);
    if (count == 4) multiply_lanes<4>(matrix, read, sums, sums_stride, mode);
    if (count == 3) multiply_lanes<3>(matrix, read, sums, sums_stride, mode);
    if (count == 2) multiply_lanes<2>(matrix, read, sums, sums_stride, mode);
    if (count == 1) multiply_lanes<1>(matrix, read, sums, sums_stride, mode);
    activations += count * stride;
    sums += count * sums_stride;
    lanes -= count;
  }
}

}  // namespace

void append_fast_kernels(std::vector<NamedKernel>& kernels) { kernels.push_back({"relaxed-simd", multiply_relaxed, advance_cells_simd128}); }

}  // namespace faultline
