#include "language/activation.h"

#include <algorithm>

namespace faultline {
namespace {

// e^-x for 0 ≤ x ≤ 32, by a series for x / 64, then six squarings.
double exp_of_minus(double x) {
  const double small = x / 64;
  double term = 1, sum = 1;
  for (int k = 1; k <= 16; ++k) {
    term = term * small / k;
    sum = sum + term;
  }
  for (int i = 0; i < 6; ++i) sum = sum * sum;
  return 1 / sum;
}

double sigmoid_of(double x) { return x >= 0 ? 1 / (1 + exp_of_minus(x)) : 1 - 1 / (1 + exp_of_minus(-x)); }

int16_t to_fixed(double value) {
  const double scaled = value * 32768 + (value >= 0 ? 0.5 : -0.5);
  return static_cast<int16_t>(std::clamp(static_cast<int32_t>(scaled), -32767, 32767));
}

ActivationTables make_tables() {
  ActivationTables tables{};
  for (size_t i = 0; i < kTableSize; ++i) {
    const double middle = (static_cast<double>(i << kTableStepBits) + (1 << kTableStepBits) / 2.0 - 32768) / kGateUnit;
    tables.sigmoid[i] = to_fixed(sigmoid_of(middle));
    tables.tanh[i] = to_fixed(2 * sigmoid_of(2 * middle) - 1);
  }
  return tables;
}

}  // namespace

const ActivationTables& activation_tables() {
  static const ActivationTables tables = make_tables();
  return tables;
}

}  // namespace faultline
