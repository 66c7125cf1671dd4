#include "language/cells.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "language/matrix.h"

using namespace faultline;

TEST_CASE("sigmoid and tanh are right to a thousandth everywhere") {
  for (int32_t value = -32768; value <= 32767; ++value) {
    const double x = value / double(kGateUnit);
    const bool near = std::abs(sigmoid_of(static_cast<int16_t>(value)) / 32768.0 - 1 / (1 + std::exp(-x))) < 0.001 &&
                      std::abs(tanh_of(static_cast<int16_t>(value)) / 32768.0 - std::tanh(x)) < 0.001;
    if (!near) FAIL_CHECK("at " << x);
  }
}

TEST_CASE("they rise but for a last bit, and tanh is odd") {
  CHECK(tanh_of(0) == 0);
  for (int32_t value = -32767; value <= 32767; ++value) {
    const int16_t here = static_cast<int16_t>(value), before = static_cast<int16_t>(value - 1), across = static_cast<int16_t>(-value);
    if (tanh_of(here) < tanh_of(before) - 1 || sigmoid_of(here) < sigmoid_of(before) - 1 || tanh_of(across) != -tanh_of(here)) FAIL_CHECK("at " << value);
  }
}

TEST_CASE("every kernel of this machine advances cells alike, bit for bit, at the ends of the range too") {
  constexpr uint32_t kHidden = 4096;
  std::vector<int16_t> gates(size_t{4} * kHidden), cells(kHidden);
  uint32_t random = 7;
  const auto next = [&random] { return static_cast<int16_t>((random = random * 1664525u + 1013904223u) >> 16); };
  for (int16_t& gate : gates) gate = next();
  for (int16_t& cell : cells) cell = next();
  for (uint32_t i = 0; i < 16; ++i) gates[i * kHidden / 4] = i % 2 == 0 ? 32767 : -32768;
  cells[0] = -32768, cells[1] = 32767;
  std::vector<int16_t> expected = cells;
  std::vector<uint8_t> expected_outputs(kHidden);
  available_kernels().back().advance_cells(gates.data(), expected.data(), expected_outputs.data(), kHidden);
  for (const NamedKernel& kernel : available_kernels()) {
    std::vector<int16_t> own = cells;
    std::vector<uint8_t> outputs(kHidden);
    kernel.advance_cells(gates.data(), own.data(), outputs.data(), kHidden);
    CHECK_MESSAGE(own == expected, std::string(kernel.name));
    CHECK_MESSAGE(outputs == expected_outputs, std::string(kernel.name));
  }
}
