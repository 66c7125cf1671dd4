#include "language/activation.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace faultline;

TEST_CASE("sigmoid and tanh are right to a few thousandths everywhere, and saturate") {
  const ActivationTables& tables = activation_tables();
  for (int32_t value = -32768; value <= 32767; value += 7) {
    const double x = value / double(kGateUnit);
    const size_t at = table_index(static_cast<int16_t>(value));
    CHECK(std::abs(tables.sigmoid[at] / 32768.0 - 1 / (1 + std::exp(-x))) < 0.001);
    CHECK(std::abs(tables.tanh[at] / 32768.0 - std::tanh(x)) < 0.003);
  }
}

TEST_CASE("they rise and are odd around zero") {
  const ActivationTables& tables = activation_tables();
  for (size_t i = 1; i < kTableSize; ++i) {
    CHECK(tables.sigmoid[i] >= tables.sigmoid[i - 1]);
    CHECK(tables.tanh[i] >= tables.tanh[i - 1]);
    CHECK(tables.tanh[i] == -tables.tanh[kTableSize - 1 - i]);
  }
}
