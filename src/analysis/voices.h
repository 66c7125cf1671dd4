// Finds whose words each stretch of an article is: quotes, "X said that …", "according to X".
//
//   Voices voices = find_voices(reading, cast);
//   Voice voice = voices.at(signal.span);   // the writer where nobody else speaks
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/parties.h"
#include "base/work.h"

namespace faultline {

class Reading;  // analysis/reading.h

// A stretch in quotation marks, without the marks.
struct QuotedSpan {
  Span span;
  uint32_t token_count = 0;
  bool closed = true;  // false: runs on into the next paragraph
};

struct Voice {
  uint32_t speaker = 0;  // index into Voices::speakers; 0 is the writer
  Quote quote = Quote::None;
  int32_t attribution = -1;  // index into Voices::attributions; −1 for the writer
  bool hedged = false;       // the cue itself hedges: "reportedly", "allegedly", "is believed to"
};

// A stretch of the text in one voice: the content of an attribution, or a quotation that goes on in a later sentence.
struct Stretch {
  Span span;
  uint32_t speaker = 0;
  int32_t attribution = -1;
  Quote quote = Quote::None;
  bool hedged = false;
};

struct Voices {
  std::vector<Speaker> speakers;  // speakers[0] is the writer
  std::vector<Attribution> attributions;
  std::vector<QuotedSpan> quotes;
  std::vector<Stretch> stretches;  // reading order; may hold each other

  // The innermost voice that holds `span`. The cue of an attribution belongs to the writer (guide, rule 13).
  Voice at(Span span) const;
};

Voices find_voices(const Reading& reading, const Cast& cast);
Work find_voices(const Reading& reading, const Cast& cast, Voices& voices);  // in pieces, counted in sentences

}  // namespace faultline
