// The place and the agency before the first words of a report: "OSLO, Norway (Varrpress) -- The port …".
//
//   if (token < end_of_dateline(reading, sentence)) ...   // names a place, or the outlet in brackets
#pragma once

#include <cstdint>

#include "analysis/reading.h"

namespace faultline {

// One past the dash that ends it, or the first token of the sentence (by index into article.sentences()) without one.
uint32_t end_of_dateline(const Reading& reading, uint32_t sentence);

}  // namespace faultline
