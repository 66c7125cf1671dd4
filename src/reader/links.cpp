#include "reader/links.h"


#include "base/sort.h"

namespace faultline {

std::vector<const Style*> find_links(const Article& article, Span span) {
  std::vector<const Style*> links;
  for (const Style& style : article.styles()) {
    if (style.kind == StyleKind::Link && style.span.begin < span.end && style.span.end > span.begin) links.push_back(&style);
  }
  sort_stably(links, [](const Style* a, const Style* b) { return a->span < b->span; });
  return links;
}

}  // namespace faultline
