// Knows which written words hold two: "don't" → do | n't, "cannot" → can | not, "5kg" → 5 | kg.
//
//   find_contraction("gonna") == 3;  // gon | na; 0 when the word is one
//   is_unit("kg");
//
// Expects words folded (text/utf8.h), so that every apostrophe is '.
#pragma once

#include <cstdint>
#include <string_view>

namespace faultline {

// The byte of `folded` where its second word begins, or 0.
uint32_t find_contraction(std::string_view folded);

// What parts from the digits before it; ordinals ("9th") and decades ("90s") do not.
bool is_unit(std::string_view folded);

// A prefix that keeps its hyphen: "non-stop", "anti-war", "e-mail".
bool is_bound_prefix(std::string_view folded);

// The end of a host or a file name: in "Amazon.com" the stop joins, in "end.next" it is a missing space.
bool is_domain_ending(std::string_view folded);

}  // namespace faultline
