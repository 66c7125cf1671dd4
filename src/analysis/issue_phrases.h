// Reads the noun phrase, or shortest clause, that names the object of a dispute beside a cue.
//
//   TokenRange object = phrase_after(reading, sentence, cue_end);    // "dispute over [the ferry tolls]"
//   TokenRange object = phrase_before(reading, sentence, cue);       // "[the toll] dispute"
//
// There is no parser: a phrase ends at punctuation, at a word that opens a new clause, or at an auxiliary.
#pragma once

#include <vector>

#include "analysis/reading.h"
#include "analysis/token_range.h"

namespace faultline {

TokenRange phrase_after(const Reading& reading, const Sentence& sentence, uint32_t at);
TokenRange phrase_before(const Reading& reading, const Sentence& sentence, uint32_t at);
// The members of "A, B, and C" that begins at `at`.
std::vector<TokenRange> phrases_of_list(const Reading& reading, const Sentence& sentence, uint32_t at);

}  // namespace faultline
