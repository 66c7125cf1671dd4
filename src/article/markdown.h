// Reads Markdown (CommonMark with tables and strikethrough): the article is the text that a reader of the
// rendered page sees, with emphasis, strong and links kept as styles.
//
//   Article article = parse_markdown("# Talks resume\n\nKabul **refused**.\n");
//   article.text() == "Talks resume\n\nKabul refused.";
//
// The first level-1 heading is the title; a table row is a paragraph, its cells parted by " · "; images and
// HTML tags are left out, the text between tags stays. Front matter between "---" lines gives title, lang,
// author, date and source.
#pragma once

#include <string_view>

#include "article/article.h"

namespace faultline {

// Requires valid UTF-8. Every text is Markdown, so that this cannot fail.
Article parse_markdown(std::string_view bytes);

}  // namespace faultline
