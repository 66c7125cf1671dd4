// Sigmoid and tanh of fixed-point numbers, from tables that are the same on every machine.
//
//   sigmoid(0) == 16384;   // in 1/32768
//   tanh_of(2048) == 24956;  // tanh(1)
//
// Arguments are in 1/2048. The tables are made with additions, multiplications and divisions alone, which IEEE 754
// defines to the last bit; std::exp is not.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace faultline {

constexpr int32_t kGateUnit = 2048;
constexpr int32_t kTableReach = 8 * kGateUnit;  // beyond ±8 both functions are flat to 16 bits, nearly
constexpr int kTableStepBits = 3;               // eight arguments share an entry
constexpr size_t kTableSize = size_t{2 * kTableReach} >> kTableStepBits;

struct ActivationTables {
  std::array<int16_t, kTableSize> sigmoid, tanh;
};
const ActivationTables& activation_tables();

inline size_t table_index(int32_t value) {
  return static_cast<size_t>(std::clamp(value + kTableReach, int32_t{0}, 2 * kTableReach - 1)) >> kTableStepBits;
}

}  // namespace faultline
