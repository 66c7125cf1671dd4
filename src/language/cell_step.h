// The arithmetic of cells.h for any number of units at once; included by its kernels alone.
//
//   advance_all<Words>(gates, cells, outputs, hidden);   // Words: 16-bit numbers with the operations used below
//
// Words::mul multiplies as fractions of 2^15, rounded: (a·b + 2^14) >> 15. No factor here is −2^15 twice, where instruction
// sets differ.
#pragma once

#include <cstddef>
#include <cstdint>

namespace faultline {

// `limit` << `shift` is the end of the polynomial's range, as a fraction of 2^15.
template <class Words>
inline Words squash(Words x, int limit, int shift) {
  const Words z = Words::left(Words::smaller(Words::abs(x), Words::all(limit)), shift);
  Words half = Words::add(Words::mul(z, Words::all(-12399)), Words::all(26998));
  half = Words::add(Words::mul(z, half), Words::all(-16464));
  half = Words::mul(z, Words::add(Words::mul(z, half), Words::all(-8123)));
  Words power = Words::add(Words::all(32767), Words::add(half, half));
  for (int i = 0; i < 3; ++i) power = Words::mul(power, power);
  // 32760 is the eighth power of 32767 with its roundings, so that nothing stays nothing.
  return Words::with_sign(Words::sub(Words::all(32760), power), x);
}

template <class Words>
inline Words squash_to_both(Words x) {
  return squash(x, 8191, 2);
}

template <class Words>
inline Words squash_to_positive(Words x) {
  return Words::add(Words::all(16384), Words::right(squash(x, 16383, 1), 1));
}

template <class Words>
inline void advance_all(const int16_t* gates, int16_t* cells, uint8_t* outputs, uint32_t hidden) {
  const int16_t *i = gates, *f = gates + hidden, *g = gates + size_t{2} * hidden, *o = gates + size_t{3} * hidden;
  for (uint32_t unit = 0; unit < hidden; unit += Words::kSize) {
    const Words kept = Words::mul(squash_to_positive(Words::load(f + unit)), Words::load(cells + unit));
    const Words added = Words::mul(squash_to_positive(Words::load(i + unit)), squash_to_both(Words::load(g + unit)));
    const Words cell = Words::add_to_limit(kept, Words::right(Words::add(added, Words::all(8)), 4));
    Words::store(cells + unit, cell);
    const Words out = Words::mul(squash_to_positive(Words::load(o + unit)), squash_to_both(cell));
    Words::store_activations(outputs + unit, Words::right(Words::add_to_limit(out, Words::all(128)), 8));
  }
}

}  // namespace faultline
