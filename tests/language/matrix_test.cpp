#include "language/matrix.h"

#include <doctest/doctest.h>

#include <string>

using namespace faultline;

namespace {

uint32_t next_random(uint32_t& state) { return state = state * 1664525u + 1013904223u, state >> 8; }

// What matrix.h defines, from the weights as a table.
int16_t expected_sum(const std::vector<int>& weights, const uint8_t* activations, uint32_t row, uint32_t columns, const Matrix& matrix, int before) {
  int64_t total = 0;
  for (uint32_t column = 0; column < columns; ++column) total += weights[row * columns + column] * (activations[column] - 128);
  int64_t value = ((total * matrix.multipliers[row] + ((int64_t{1} << matrix.shift) >> 1)) >> matrix.shift) + matrix.biases[row] + before;
  return static_cast<int16_t>(std::min<int64_t>(32767, std::max<int64_t>(-32768, value)));
}

Matrix make_matrix(uint32_t rows, uint32_t columns, std::vector<int>& weights, std::vector<int8_t>& laid_out, uint32_t& random) {
  Matrix matrix;
  matrix.rows = rows;
  matrix.columns = columns;
  matrix.shift = 8;
  matrix.groups = (columns + 3) / 4;
  matrix.blocks = (rows + 7) / 8;
  laid_out.assign(size_t{matrix.blocks} * matrix.groups * 32, 0);
  matrix.weights = laid_out;
  matrix.starts.assign(matrix.blocks * 8, 0);
  matrix.multipliers.assign(matrix.blocks * 8, 0);
  matrix.biases.assign(matrix.blocks * 8, 0);
  weights.resize(size_t{rows} * columns);
  for (uint32_t row = 0; row < rows; ++row) {
    matrix.multipliers[row] = static_cast<int32_t>(next_random(random) % 200);
    matrix.biases[row] = static_cast<int32_t>(next_random(random) % 2000) - 1000;
    for (uint32_t column = 0; column < columns; ++column) {
      // The first row is as large as can be: no kernel may lose a bit there.
      const int weight = row == 0 ? 15 : static_cast<int>(next_random(random) % 31) - 15;
      weights[row * columns + column] = weight;
      laid_out[size_t{row / 8} * matrix.groups * 32 + column / 4 * 32 + row % 8 * 4 + column % 4] = static_cast<int8_t>(weight);
      matrix.starts[row] -= 128 * weight;
    }
  }
  return matrix;
}

}  // namespace

TEST_CASE("every kernel of this machine gives the defined sums, bit for bit") {
  struct Shape { uint32_t rows, columns, lanes; };
  for (const NamedKernel& kernel : available_kernels())
    for (const Shape shape : {Shape{1, 1, 1}, {8, 4, 2}, {17, 7, 3}, {448, 112, 13}, {49, 224, 9}, {2009, 41, 5}}) {
      uint32_t random = shape.rows * 7 + shape.columns;
      std::vector<int> weights;
      std::vector<int8_t> laid_out;
      const Matrix matrix = make_matrix(shape.rows, shape.columns, weights, laid_out, random);
      const size_t stride = matrix.stride() + 4;
      std::vector<uint8_t> activations(stride * shape.lanes);
      for (size_t i = 0; i < activations.size(); ++i) activations[i] = i < stride ? 255 : static_cast<uint8_t>(next_random(random));
      std::vector<int16_t> sums(size_t{matrix.sums_stride()} * shape.lanes, 123);
      for (const Sums mode : {Sums::Replace, Sums::Add}) {
        const std::vector<int16_t> before = sums;
        kernel.multiply(matrix, activations.data(), stride, shape.lanes, sums.data(), matrix.sums_stride(), mode);
        int wrong = 0;
        for (uint32_t lane = 0; lane < shape.lanes; ++lane)
          for (uint32_t row = 0; row < shape.rows; ++row) {
            const size_t at = size_t{lane} * matrix.sums_stride() + row;
            wrong += sums[at] != expected_sum(weights, activations.data() + lane * stride, row, shape.columns, matrix, mode == Sums::Add ? before[at] : 0);
          }
        CHECK_MESSAGE(wrong == 0, std::string(kernel.name));
      }
    }
}
