// Says which sentences of an article tell history: what happened in an earlier year than the news.
//
//   std::vector<bool> is_history = find_history(article, lead_end);   // "In 2012 the mill shut. The owner refused to pay."
//
// News names its own days by the days of the week; a year, further down than the lead, opens a piece of history, and the
// sentences behind it go on with it to the end of their paragraph.
#pragma once

#include <cstdint>
#include <vector>

#include "article/article.h"

namespace faultline {

// By sentence of the article. `lead_end`: the token where title and lead end; no year before it opens history.
std::vector<bool> find_history(const Article& article, uint32_t lead_end);

}  // namespace faultline
