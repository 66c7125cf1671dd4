// A matrix of small integers and its product with bytes of activation: the one operation that the network spends its time in.
//
//   Matrix layer = …;  // from the model's file
//   multiply(layer, activations, layer.stride(), lanes, sums, layer.sums_stride(), Sums::Replace);
//
// An activation is a byte with zero at 128: the byte b stands for (b - 128) units. For lane l and row r
//   sums[l][r] = saturate16(((Σ_c weight[r][c] * (activation[l][c] - 128)) * multiplier[r] + half) >> shift) + bias[r])
// in exact integer arithmetic, so that every kernel gives the same bits on every machine.
//
// Kernels: AVX-512 and AVX-VNNI, AVX2 (picked when the program runs), WebAssembly SIMD plain and relaxed (a module each), and plain C++.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace faultline {

constexpr int kLargestWeight = 15;  // five bits: sums of four products of bytes fit in 16 bits
constexpr uint8_t kZeroActivation = 128;

struct Matrix {
  uint32_t rows = 0;
  uint32_t columns = 0;
  uint32_t shift = 0;
  uint32_t groups = 0;              // of four columns; the last one is filled up with zero weights
  uint32_t blocks = 0;              // of eight rows
  std::span<const int8_t> weights;   // [blocks][groups][8 rows][4 columns], each within ±kLargestWeight; they belong to someone else
  std::vector<int32_t> starts;       // [blocks * 8]: -128 times the sum of the row's weights
  std::vector<int32_t> multipliers;  // [blocks * 8]
  std::vector<int32_t> biases;       // [blocks * 8], in units of the output

  uint32_t stride() const { return groups * 4; }       // bytes that one lane of activations has at least
  uint32_t sums_stride() const { return blocks * 8; }  // numbers that one lane of sums has at least
};

bool are_weights(std::span<const int8_t> weights);  // whether each is within ±kLargestWeight
// Fills in what totals start with. False if a row's might not fit in 32 bits once it is scaled. Requires weights, at most 1024 columns of
// them, and multipliers.
bool sum_up(Matrix& matrix);

enum class Sums : uint8_t { Replace, Add };  // Add: onto what is there already, then saturate

// Strides are counted in elements.
void multiply(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums,
              size_t sums_stride, Sums mode);

using Kernel = void (*)(const Matrix&, const uint8_t*, size_t, size_t, int16_t*, size_t, Sums);
using CellKernel = void (*)(const int16_t*, int16_t*, uint8_t*, uint32_t);  // cells.h
struct NamedKernel {
  const char* name;  // "plain", "avx2", "avx-vnni", "avx512-vnni", "simd128", "relaxed-simd"
  Kernel multiply;
  CellKernel advance_cells;
};
// The kernels that this machine can run, the fastest first; natively the last is always "plain". For tests and benchmarks.
const std::vector<NamedKernel>& available_kernels();

}  // namespace faultline
