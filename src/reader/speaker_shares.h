// Who speaks how much in an article: for every speaker the words that are laid in their mouth.
//
//   SpeakerShares shares = find_speaker_shares(article, analysis);
//   double share = double(shares.all[0].code_points) / shares.code_points;   // of the writer
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysis.h"

namespace faultline {

struct SpeakerShare {
  uint32_t speaker = 0;      // index into Analysis::speakers
  int statements = 0;        // attributions; of the writer none
  uint32_t code_points = 0;  // of what they say; of the writer all that nobody else says
};

struct SpeakerShares {
  std::vector<SpeakerShare> all;    // the writer first, then by what they say, most first; nobody who says nothing
  uint32_t code_points = 0;  // of the article
};

// Words within words count for the innermost speaker alone, so that the shares add up to one. Linear in text and attributions.
SpeakerShares find_speaker_shares(const Article& article, const Analysis& analysis);

}  // namespace faultline
