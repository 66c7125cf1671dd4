// Finds the stretches in quotation marks: curly, straight, single and «», over several sentences and paragraphs.
//
//   for (const QuotedSpan& quote : find_quotes(reading)) use(quote.span);   // without the marks
//
// A straight mark opens before a word and closes behind one. A paragraph that opens a quotation again without having
// closed it continues it, as newspapers print long speeches; an apostrophe never opens one inside a word.
#pragma once

#include <vector>

#include "analysis/reading.h"
#include "analysis/voices.h"

namespace faultline {

std::vector<QuotedSpan> find_quotes(const Reading& reading);

}  // namespace faultline
