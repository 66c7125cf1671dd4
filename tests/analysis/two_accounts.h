// One dispute as two articles tell of it: what the second only speaks of, the first calls disputed.
#pragma once

#include <string_view>

namespace faultline {

inline constexpr std::string_view kMonday =
    "Peru and Chile at odds\n\nPeru and Chile are locked in a dispute over the border fence in the desert. Lima rejected Chile's plan. "
    "Chile accused Peru of breaking its word.\n\nThe two states also disagree over fishing rights.\n";
inline constexpr std::string_view kTuesday =
    "Chile builds on\n\nChile will not stop, whatever Peru says. The dispute over the fence along the border has gone on for a year, Santiago said. "
    "Peru called the works illegal.\n\nChile's boats catch anchovy; its fishing fleet has rights in the bay.\n";

}  // namespace faultline
