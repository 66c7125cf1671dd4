// Finds what a cue of dispute is about: the heads of the phrases in the places that its rule names.
//
//   for (uint32_t head : find_issue_objects(reading, cue, rule.field_values("where"), false)) ...
// Three coordinated objects are three; two are, where `always_split` says so.
//
// Places, tried in order until one is filled: `object` (of a passive its subject), `subject`, `content` ("refused [to
// leave]", "the demand [that …]"), `topic` (what a label is predicated of: "[tolls] remain a sticking point"), `after`
// (the phrase that begins behind the cue), or a preposition. What only wraps its object is opened: of "the company's
// request to dredge the channel" the object is the dredging.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/reading.h"
#include "analysis/token_range.h"

namespace faultline {

std::vector<uint32_t> find_issue_objects(const Reading& reading, TokenRange cue, std::span<const std::string> places, bool always_split);

}  // namespace faultline
