// The directions of text, by Unicode's bidirectional algorithm (UAX #9): embedding levels, and the order on a line.
//
//   std::vector<uint8_t> levels = find_levels("abc پشتو 123", false);   // one a byte; odd: right to left
//   std::vector<uint32_t> order = find_visual_order(levels_of_runs);   // which run stands where, from the left
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace faultline {

// Levels of every byte of a paragraph whose base direction is given, trailing white space on the base level. A line separator
// or anything else inside is text of the one paragraph. Requires valid UTF-8.
std::vector<uint8_t> find_levels(std::string_view paragraph, bool is_rtl);

// False: every level is 0 in a left-to-right paragraph, so there is no need to ask. Quick.
bool has_rtl(std::string_view text);

// Whether the strong letters go one way only: true right to left, false left to right; nothing when both or none are there.
std::optional<bool> find_sole_direction(std::string_view text);
// The direction of the first strong letter (rules P2 and P3), left to right when there is none.
bool is_first_rtl(std::string_view text);

// Rule L2 over runs in logical order: the indices of the runs from left to right.
std::vector<uint32_t> find_visual_order(std::span<const uint8_t> levels);

}  // namespace faultline
