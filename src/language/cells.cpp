#include "language/cells.h"

#include <algorithm>

#include "language/cell_step.h"
#include "language/kernels.h"

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace faultline {
namespace {

// One at a time: what the others are tested against.
struct OneWord {
  static constexpr uint32_t kSize = 1;
  int16_t it;

  static OneWord from(int32_t value) { return {static_cast<int16_t>(value)}; }
  static OneWord load(const int16_t* at) { return {*at}; }
  static void store(int16_t* at, OneWord a) { *at = a.it; }
  static void store_activations(uint8_t* at, OneWord a) { *at = static_cast<uint8_t>(a.it + kZeroActivation); }
  static OneWord all(int value) { return from(value); }
  static OneWord add(OneWord a, OneWord b) { return from(a.it + b.it); }
  static OneWord sub(OneWord a, OneWord b) { return from(a.it - b.it); }
  static OneWord add_to_limit(OneWord a, OneWord b) { return {saturate16(a.it + b.it)}; }
  static OneWord mul(OneWord a, OneWord b) { return from((a.it * b.it + (1 << 14)) >> 15); }
  static OneWord left(OneWord a, int bits) { return from(a.it * (1 << bits)); }
  static OneWord right(OneWord a, int bits) { return from(a.it >> bits); }
  static OneWord abs(OneWord a) { return from(a.it < 0 ? -a.it : a.it); }  // of −2^15 itself, which counts as 2^15 below
  static OneWord smaller(OneWord a, OneWord b) { return from(std::min(static_cast<uint16_t>(a.it), static_cast<uint16_t>(b.it))); }
  static OneWord with_sign(OneWord a, OneWord sign) { return from(sign.it < 0 ? -a.it : a.it); }
};

#if defined(__wasm_simd128__)

struct EightWords {
  static constexpr uint32_t kSize = 8;
  v128_t it;

  static EightWords load(const int16_t* at) { return {wasm_v128_load(at)}; }
  static void store(int16_t* at, EightWords a) { wasm_v128_store(at, a.it); }
  static void store_activations(uint8_t* at, EightWords a) {
    wasm_v128_store64_lane(at, wasm_v128_xor(wasm_i8x16_narrow_i16x8(a.it, a.it), wasm_i8x16_splat(-128)), 0);
  }
  static EightWords all(int value) { return {wasm_i16x8_splat(static_cast<int16_t>(value))}; }
  static EightWords add(EightWords a, EightWords b) { return {wasm_i16x8_add(a.it, b.it)}; }
  static EightWords sub(EightWords a, EightWords b) { return {wasm_i16x8_sub(a.it, b.it)}; }
  static EightWords add_to_limit(EightWords a, EightWords b) { return {wasm_i16x8_add_sat(a.it, b.it)}; }
  static EightWords mul(EightWords a, EightWords b) { return {wasm_i16x8_q15mulr_sat(a.it, b.it)}; }
  static EightWords left(EightWords a, int bits) { return {wasm_i16x8_shl(a.it, static_cast<uint32_t>(bits))}; }
  static EightWords right(EightWords a, int bits) { return {wasm_i16x8_shr(a.it, static_cast<uint32_t>(bits))}; }
  static EightWords abs(EightWords a) { return {wasm_i16x8_abs(a.it)}; }
  static EightWords smaller(EightWords a, EightWords b) { return {wasm_u16x8_min(a.it, b.it)}; }
  static EightWords with_sign(EightWords a, EightWords sign) {
    const v128_t minus = wasm_i16x8_shr(sign.it, 15);
    return {wasm_i16x8_sub(wasm_v128_xor(a.it, minus), minus)};
  }
};

#endif

}  // namespace

int16_t sigmoid_of(int16_t argument) { return squash_to_positive(OneWord{argument}).it; }
int16_t tanh_of(int16_t argument) { return squash_to_both(OneWord{argument}).it; }

void advance_cells_plain(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden) {
  advance_all<OneWord>(gates, cells, outputs, hidden);
}

#if defined(__wasm_simd128__)
void advance_cells_simd128(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden) {
  advance_all<EightWords>(gates, cells, outputs, hidden);
}
#endif

void advance_cells(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden) {
  static const CellKernel fastest = available_kernels().front().advance_cells;
  fastest(gates, cells, outputs, hidden);
}

}  // namespace faultline
