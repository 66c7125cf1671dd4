// The AVX2, AVX-VNNI and AVX-512 kernels. Functions carry their instruction set as an attribute, so that the program starts on any x86.
// Other native targets have no fast kernel.
#include "language/kernels.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#include <cstring>

namespace faultline {
namespace {

#define FAULTLINE_AVX2 __attribute__((target("avx2"), always_inline)) inline
#define FAULTLINE_VNNI __attribute__((target("avx2,avxvnni"), always_inline)) inline
#define FAULTLINE_512 __attribute__((target("avx2,avx512f,avx512vnni"), always_inline)) inline

FAULTLINE_AVX2 __m256i spread(const uint8_t* four) {
  int32_t bytes;
  std::memcpy(&bytes, four, 4);
  return _mm256_set1_epi32(bytes);
}

FAULTLINE_AVX2 __m256i load(const void* from) { return _mm256_loadu_si256(static_cast<const __m256i*>(from)); }

// Eight totals to eight outputs.
FAULTLINE_AVX2 void store_sums(const Matrix& matrix, uint32_t block, __m256i totals, int16_t* sums, Sums mode) {
  const __m256i half = _mm256_set1_epi32((int32_t{1} << matrix.shift) >> 1);
  const __m256i scaled = _mm256_add_epi32(_mm256_mullo_epi32(totals, load(matrix.multipliers.data() + block * 8)), half);
  const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(matrix.shift));
  __m256i value = _mm256_add_epi32(_mm256_sra_epi32(scaled, shift), load(matrix.biases.data() + block * 8));
  __m128i* out = reinterpret_cast<__m128i*>(sums + block * 8);
  if (mode == Sums::Add) value = _mm256_add_epi32(value, _mm256_cvtepi16_epi32(_mm_loadu_si128(out)));
  const __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi32(value, value), 0x08);
  _mm_storeu_si128(out, _mm256_castsi256_si128(packed));
}

// One block of eight rows for up to four lanes. Four products of a byte and a weight of at most 15, twice (vpmaddubsw
// adds neighbours), stay below 2^15: so the 16-bit sums are widened only after every fourth group.
template <int kLanes>
FAULTLINE_AVX2 void multiply_block(const Matrix& matrix, uint32_t block, const uint8_t* activations, size_t stride, int16_t* sums,
                                   size_t sums_stride, Sums mode) {
  const int8_t* weights = matrix.weights.data() + size_t{block} * matrix.groups * 32;
  const __m256i ones = _mm256_set1_epi16(1);
  __m256i totals[kLanes];
  for (int lane = 0; lane < kLanes; ++lane) totals[lane] = load(matrix.starts.data() + block * 8);
  uint32_t group = 0;
  for (; group + 4 <= matrix.groups; group += 4) {
    const __m256i w0 = load(weights + group * 32), w1 = load(weights + group * 32 + 32);
    const __m256i w2 = load(weights + group * 32 + 64), w3 = load(weights + group * 32 + 96);
    for (int lane = 0; lane < kLanes; ++lane) {
      const uint8_t* a = activations + static_cast<size_t>(lane) * stride + group * 4;
      const __m256i left = _mm256_add_epi16(_mm256_maddubs_epi16(spread(a), w0), _mm256_maddubs_epi16(spread(a + 4), w1));
      const __m256i right = _mm256_add_epi16(_mm256_maddubs_epi16(spread(a + 8), w2), _mm256_maddubs_epi16(spread(a + 12), w3));
      totals[lane] = _mm256_add_epi32(totals[lane], _mm256_madd_epi16(_mm256_add_epi16(left, right), ones));
    }
  }
  for (; group < matrix.groups; ++group) {
    const __m256i w = load(weights + group * 32);
    for (int lane = 0; lane < kLanes; ++lane) {
      const uint8_t* a = activations + static_cast<size_t>(lane) * stride + group * 4;
      totals[lane] = _mm256_add_epi32(totals[lane], _mm256_madd_epi16(_mm256_maddubs_epi16(spread(a), w), ones));
    }
  }
  for (int lane = 0; lane < kLanes; ++lane)
    store_sums(matrix, block, totals[lane], sums + static_cast<size_t>(lane) * sums_stride, mode);
}

// The same with the instruction that multiplies, adds four and accumulates at once.
template <int kLanes>
FAULTLINE_VNNI void multiply_block_vnni(const Matrix& matrix, uint32_t block, const uint8_t* activations, size_t stride,
                                        int16_t* sums, size_t sums_stride, Sums mode) {
  const int8_t* weights = matrix.weights.data() + size_t{block} * matrix.groups * 32;
  __m256i totals[kLanes];
  for (int lane = 0; lane < kLanes; ++lane) totals[lane] = load(matrix.starts.data() + block * 8);
  for (uint32_t group = 0; group < matrix.groups; ++group) {
    const __m256i w = load(weights + group * 32);
    for (int lane = 0; lane < kLanes; ++lane) {
      const uint8_t* a = activations + static_cast<size_t>(lane) * stride + group * 4;
      totals[lane] = _mm256_dpbusd_avx_epi32(totals[lane], spread(a), w);
    }
  }
  for (int lane = 0; lane < kLanes; ++lane)
    store_sums(matrix, block, totals[lane], sums + static_cast<size_t>(lane) * sums_stride, mode);
}

FAULTLINE_512 __m512i load_two(const void* first, const void* second) {
  return _mm512_inserti64x4(_mm512_castsi256_si512(load(first)), load(second), 1);
}

// The same for two blocks at once.
template <int kLanes>
FAULTLINE_512 void multiply_two_blocks(const Matrix& matrix, uint32_t block, const uint8_t* activations, size_t stride, int16_t* sums, size_t sums_stride, Sums mode) {
  const size_t block_size = size_t{matrix.groups} * 32;
  const int8_t* weights = matrix.weights.data() + block * block_size;
  __m512i totals[kLanes];
  for (int lane = 0; lane < kLanes; ++lane) totals[lane] = _mm512_loadu_si512(matrix.starts.data() + block * 8);
  for (uint32_t group = 0; group < matrix.groups; ++group) {
    const __m512i w = load_two(weights + group * 32, weights + group * 32 + block_size);
    for (int lane = 0; lane < kLanes; ++lane) {
      int32_t four;
      std::memcpy(&four, activations + static_cast<size_t>(lane) * stride + group * 4, 4);
      totals[lane] = _mm512_dpbusd_epi32(totals[lane], _mm512_set1_epi32(four), w);
    }
  }
  const __m512i half = _mm512_set1_epi32((int32_t{1} << matrix.shift) >> 1);
  const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(matrix.shift));
  const __m512i multipliers = _mm512_loadu_si512(matrix.multipliers.data() + block * 8), biases = _mm512_loadu_si512(matrix.biases.data() + block * 8);
  for (int lane = 0; lane < kLanes; ++lane) {
    __m256i* out = reinterpret_cast<__m256i*>(sums + static_cast<size_t>(lane) * sums_stride + block * 8);
    __m512i value = _mm512_add_epi32(_mm512_sra_epi32(_mm512_add_epi32(_mm512_mullo_epi32(totals[lane], multipliers), half), shift), biases);
    if (mode == Sums::Add) value = _mm512_add_epi32(value, _mm512_cvtepi16_epi32(_mm256_loadu_si256(out)));
    _mm256_storeu_si256(out, _mm512_cvtsepi32_epi16(value));
  }
}

// All blocks from `block` on that can be taken `at_once`; returns the first that is left. Their weights stay in the nearest cache while all
// lanes pass by them.
#define FAULTLINE_DEFINE_BLOCKS(name, instructions, block_of, at_once, most)                                                  \
  __attribute__((target(instructions))) uint32_t name(const Matrix& matrix, uint32_t block, const uint8_t* activations,       \
                                                      size_t stride, size_t lanes, int16_t* sums, size_t sums_stride, Sums mode) { \
    for (; block + at_once <= matrix.blocks; block += at_once) {                                                              \
      const uint8_t* a = activations;                                                                                         \
      int16_t* s = sums;                                                                                                      \
      size_t left = lanes;                                                                                                    \
      for (; left >= most; left -= most, a += most * stride, s += most * sums_stride)                                         \
        block_of<most>(matrix, block, a, stride, s, sums_stride, mode);                                                       \
      for (; left >= 2; left -= 2, a += 2 * stride, s += 2 * sums_stride)                                                     \
        block_of<2>(matrix, block, a, stride, s, sums_stride, mode);                                                          \
      if (left == 1) block_of<1>(matrix, block, a, stride, s, sums_stride, mode);                                             \
    }                                                                                                                         \
    return block;                                                                                                             \
  }

FAULTLINE_DEFINE_BLOCKS(multiply_blocks_avx2, "avx2", multiply_block, 1, 4)
FAULTLINE_DEFINE_BLOCKS(multiply_blocks_vnni, "avx2,avxvnni", multiply_block_vnni, 1, 8)
FAULTLINE_DEFINE_BLOCKS(multiply_blocks_512, "avx2,avx512f,avx512vnni", multiply_two_blocks, 2, 8)

void multiply_avx2(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums, size_t sums_stride, Sums mode) {
  multiply_blocks_avx2(matrix, 0, activations, stride, lanes, sums, sums_stride, mode);
}

void multiply_vnni(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums, size_t sums_stride, Sums mode) {
  multiply_blocks_vnni(matrix, 0, activations, stride, lanes, sums, sums_stride, mode);
}

void multiply_512(const Matrix& matrix, const uint8_t* activations, size_t stride, size_t lanes, int16_t* sums, size_t sums_stride, Sums mode) {
  const uint32_t last = multiply_blocks_512(matrix, 0, activations, stride, lanes, sums, sums_stride, mode);
  multiply_blocks_avx2(matrix, last, activations, stride, lanes, sums, sums_stride, mode);
}

// Asked of the processor itself: not every compiler's __builtin_cpu_supports knows the name.
bool has_avx_vnni() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a & (1u << 4)) != 0;
}

}  // namespace

void append_fast_kernels(std::vector<NamedKernel>& kernels) {
  if (!__builtin_cpu_supports("avx2")) return;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni")) kernels.push_back({"avx512-vnni", multiply_512, advance_cells_avx2});
  if (has_avx_vnni()) kernels.push_back({"avx-vnni", multiply_vnni, advance_cells_avx2});
  kernels.push_back({"avx2", multiply_avx2, advance_cells_avx2});
}

}  // namespace faultline

#elif !defined(__wasm__)

namespace faultline {

void append_fast_kernels(std::vector<NamedKernel>&) {}

}  // namespace faultline

#endif
