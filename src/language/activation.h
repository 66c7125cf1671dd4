// Sigmoid and tanh of fixed-point numbers, from tables that are the same on every machine.
//
//   const ActivationTables& tables = activation_tables();
//   tables.tanh[table_index(2048)] == 24977;  // tanh(1) in 1/32768, nearly
//
// Arguments are in 1/2048. The tables are made with additions, multiplications and divisions alone, which IEEE 754
// defines to the last bit; std::exp is not.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace faultline {

inline constexpr int32_t kGateUnit = 2048;
inline constexpr int kTableStepBits = 3;  // eight arguments share an entry: its middle is off by 1/512 at most
inline constexpr size_t kTableSize = size_t{1} << (16 - kTableStepBits);  // all that 16 bits can say: no clamping

struct ActivationTables {
  std::array<int16_t, kTableSize> sigmoid, tanh;
};
const ActivationTables& activation_tables();

inline size_t table_index(int16_t value) { return static_cast<size_t>(value + 32768) >> kTableStepBits; }

}  // namespace faultline
