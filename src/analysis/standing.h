// How a mention stands in its sentence: whether it acts, is acted on, owns, or only says where.
//
//   if (standing_of(reading, first, end) == Standing::Actor) ...   // "Kabul" in "was closed by Kabul"
//
// Read from the tree; of a coordination or an apposition the whole stands as its first member does.
#pragma once

#include <cstdint>

#include "analysis/reading.h"

namespace faultline {

enum class Standing : uint8_t {
  Actor,   // subject of a verb, or agent behind "by"
  Target,  // object, subject of a passive, behind "with" or "against"
  Owner,   // "Kabul's refusal"
  Beside,  // behind another preposition: "of", "from", "for"
  Place,   // behind "in", "at", "near" …
  Part,    // qualifies the next noun: "the Harbour deal"
  Loose,   // anything else: a heading's only word, an address
};

// Of the tokens [first, end), which are one phrase.
Standing standing_of(const Reading& reading, uint32_t first, uint32_t end);

inline bool is_in_an_act(Standing standing) { return standing <= Standing::Beside; }
inline bool is_core_of_an_act(Standing standing) { return standing <= Standing::Owner; }

}  // namespace faultline
