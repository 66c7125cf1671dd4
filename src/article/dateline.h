// The place, day and agency before the first words of a report: "OSLO, Norway (Varrpress) -- The port …".
//
//   if (token < end_of_dateline(article, sentence)) ...   // names a place, or the outlet in brackets
#pragma once

#include <cstdint>

#include "article/article.h"

namespace faultline {

// One past the dash or colon that ends it, or the first token of the sentence without one. No dateline takes up a whole
// sentence, none stands in a headline or inside a paragraph.
uint32_t end_of_dateline(const Article& article, const Sentence& sentence);

}  // namespace faultline
