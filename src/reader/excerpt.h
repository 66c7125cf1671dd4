// A passage as the panel quotes it: the sentence around it, shortened at words, with the passage itself marked.
//
//   Excerpt excerpt = find_excerpt(article, issue.spans[0], 120);
//   sheet.set(type::kExcerpt, {left, 0, 4, 1.4f, excerpt.strong}, excerpt.text, theme.text);
#pragma once

#include <string>

#include "article/article.h"

namespace faultline {

struct Excerpt {
  std::string text;  // "… refused to open the bridge at Sell …"
  Span strong;       // bytes of `text` that are the passage
};

// About `most` bytes; a passage that is itself longer is cut behind a word. Logarithmic in the number of sentences.
Excerpt find_excerpt(const Article& article, Span passage, uint32_t most);

}  // namespace faultline
