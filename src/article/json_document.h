// Reads the JSON article document, faultline.article/1 (web/schema/article.json).
//
//   Result<Article> article = parse_json_document(
//       R"({"schema":"faultline.article/1","title":"Talks","blocks":[{"kind":"paragraph","text":"Kabul refused."}]})");
//
// A title without a title block becomes the first block. Members that the schema does not know are passed over.
#pragma once

#include <string_view>

#include "article/article.h"

namespace faultline {

// Requires valid UTF-8. Errors: BadArticle with the JSON path ("/blocks/3/kind"), what was found and what was
// expected; nesting is refused beyond kMaxJsonDepth. One pass, no tree of the document is built.
inline constexpr int kMaxJsonDepth = 64;
Result<Article> parse_json_document(std::string_view bytes);

}  // namespace faultline
