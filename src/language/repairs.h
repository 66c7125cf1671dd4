// Mends in a tree what cannot be English and would turn who and whom around.
//
//   repair_sentence(text, words);   // the words of one sentence, their heads relative to `first`
//
// The network scores each arc by itself; these few rules see two arcs at once:
// - "called to service by the governor": an agent of a passive has "by", so "service" is a plain oblique;
// - "economist Ana Orr said": a verb has one subject, so words side by side are one name, or a title before a name;
// - "Ana Orr, the port's head, said": of two subjects with a comma between them the second stands in apposition;
// - "leader Ana Orr has begun a strike" without a subject: an object before a finite verb is one;
// - "The groups called on workers" as a noun with a participle: a finite verb rules its sentence;
// - "A report called for sanctions.": what alone can be the verb of a sentence is it;
// - "Port staff began night strikes" as one noun phrase: no adjective follows a noun of its own phrase;
// - "The plan, the port said, was dead": what stands between commas without "which" is an aside, not a relative clause;
// - "Growers met over prices and drivers blocked the road": a joined clause without an "and" of its own takes the noun before it;
// - "said it would appeal and accused the port": a past cannot share the "would", so it goes on with what was said before.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "language/syntax.h"

namespace faultline {

// `words` are those of one sentence; their heads count from `first`, the sentence's place in the whole text.
void repair_sentence(std::string_view text, std::span<SyntaxWord> words, uint32_t first);

}  // namespace faultline
