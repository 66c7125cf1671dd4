// Reads plain text: which lines are the title, headings, paragraphs, list items, quotes.
//
//   Article article = parse_plain_text("Talks resume\n\nKabul sent an envoy on Monday.\n");
//
// The article's text is the input, byte for byte. Blocks are parted by empty lines or, where every line is a
// paragraph (as news agencies write), by line ends; hard-wrapped lines are joined. LF, CRLF and CR all end a line.
#pragma once

#include <string_view>

#include "article/article.h"

namespace faultline {

// Requires valid UTF-8.
Article parse_plain_text(std::string_view bytes);

}  // namespace faultline
