// One step of an LSTM's cells in fixed point: gates and cells in, new cells and activations out.
//
//   advance_cells(gates, cells, outputs, model.hidden);   // one lane: 4 × hidden gates, hidden cells, hidden outputs
//
// c' = σ(f)·c + σ(i)·tanh(g) and h = σ(o)·tanh(c'); gates i, f, g, o and cells in 1/2048, outputs bytes around 128 in 1/128.
//
// 1 − tanh(x) is the eighth power of a polynomial of the fourth degree on 0 ≤ x ≤ 4, fitted for the least largest error
// (Lawson's reweighted least squares); past 4, tanh stays as it is there. σ(x) = (1 + tanh(x / 2)) / 2. With all roundings
// both are off by less than 0.001. Multiplying, adding and shifting 16 bits needs no table: eight units or sixteen go at once.
#pragma once

#include <cstdint>

namespace faultline {

constexpr int32_t kGateUnit = 2048;

// In 1/32768, for arguments in 1/2048: what every kernel computes.
int16_t sigmoid_of(int16_t argument);
int16_t tanh_of(int16_t argument);

// Requires hidden to be a multiple of 16. Every kernel gives the same bits.
void advance_cells(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden);

}  // namespace faultline
