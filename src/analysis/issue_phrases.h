// Reads the noun phrase, or shortest clause, that names the object of a dispute.
//
//   IssuePhrase object = phrase_of(reading, head);          // "the toll [on ferries] which rose in May"
//   uint32_t head = phrase_head_at(reading, cue_end);       // "dispute over [the ferry tolls]": "tolls"
//   for (uint32_t member : members_of(reading, head)) ...   // "tolls, berths and the new quay": its three heads
//
// A phrase is what stands below its head in the tree, without what only adds to it: relative clauses, appositions,
// brackets, times and circumstances. A clause is its verb with what completes it; its subject is left out, unless it
// stands where an object would ("that the tolls be lowered").
#pragma once

#include <vector>

#include "analysis/reading.h"
#include "analysis/token_range.h"

namespace faultline {

struct IssuePhrase {
  TokenRange words;
  uint32_t head = kNoToken;
  uint32_t subject = kNoToken;  // of a passive clause: what its verb is done to
};

// Empty where nothing but pronouns, punctuation and small words is left. Requires a token of the article.
// `alone`: without what is coordinated with it.
IssuePhrase phrase_of(const Reading& reading, uint32_t head, bool alone = false);
// The head of the phrase that begins at `at`, or kNoToken.
uint32_t phrase_head_at(const Reading& reading, uint32_t at);
// The head itself and all that is coordinated with it.
std::vector<uint32_t> members_of(const Reading& reading, uint32_t head);
// The words before a label: "the toll" of "the toll dispute"; with the label when only an adjective names the object.
IssuePhrase phrase_before(const Reading& reading, uint32_t label);
// Whether the trees take `token` for the verb of a clause.
bool is_predicate(const Reading& reading, uint32_t token);

}  // namespace faultline
