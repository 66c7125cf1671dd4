// The links of a stretch of the article. Nobody here opens one: the page asks its host (faultline-link).
//
//   for (const Style* link : find_links(article, line.span)) underline(link->span);
#pragma once

#include <vector>

#include "article/article.h"

namespace faultline {

// Links with at least one byte in `span`, in order of text. Linear in the article's styles.
std::vector<const Style*> find_links(const Article& article, Span span);

}  // namespace faultline
