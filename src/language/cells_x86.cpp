// The AVX2 kernel of cells.h. The pragma gives its functions their instruction set, so that the program starts on any x86.
#include "language/kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif

#include "language/cell_step.h"

namespace faultline {
namespace {

struct SixteenWords {
  static constexpr uint32_t kSize = 16;
  __m256i it;

  static SixteenWords load(const int16_t* at) { return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at))}; }
  static void store(int16_t* at, SixteenWords a) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), a.it); }
  static void store_activations(uint8_t* at, SixteenWords a) {
    const __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi16(a.it, a.it), 0x08);
    const __m128i bytes = _mm_xor_si128(_mm256_castsi256_si128(packed), _mm_set1_epi8(-128));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(at), bytes);
  }
  static SixteenWords all(int value) { return {_mm256_set1_epi16(static_cast<int16_t>(value))}; }
  static SixteenWords add(SixteenWords a, SixteenWords b) { return {_mm256_add_epi16(a.it, b.it)}; }
  static SixteenWords sub(SixteenWords a, SixteenWords b) { return {_mm256_sub_epi16(a.it, b.it)}; }
  static SixteenWords add_to_limit(SixteenWords a, SixteenWords b) { return {_mm256_adds_epi16(a.it, b.it)}; }
  static SixteenWords mul(SixteenWords a, SixteenWords b) { return {_mm256_mulhrs_epi16(a.it, b.it)}; }
  static SixteenWords left(SixteenWords a, int bits) { return {_mm256_slli_epi16(a.it, bits)}; }
  static SixteenWords right(SixteenWords a, int bits) { return {_mm256_srai_epi16(a.it, bits)}; }
  static SixteenWords abs(SixteenWords a) { return {_mm256_abs_epi16(a.it)}; }
  static SixteenWords smaller(SixteenWords a, SixteenWords b) { return {_mm256_min_epu16(a.it, b.it)}; }
  static SixteenWords with_sign(SixteenWords a, SixteenWords sign) {
    const __m256i minus = _mm256_srai_epi16(sign.it, 15);
    return {_mm256_sub_epi16(_mm256_xor_si256(a.it, minus), minus)};
  }
};

}  // namespace

void advance_cells_avx2(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden) {
  advance_all<SixteenWords>(gates, cells, outputs, hidden);
}

}  // namespace faultline

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif
