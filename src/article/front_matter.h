// Reads the front matter of a Markdown file: "key: value" lines between two lines of "---".
//
//   size_t length = read_front_matter("---\ntitle: Talks\n---\nText", builder);  // 21; the title is set
#pragma once

#include <string_view>

#include "article/builder.h"

namespace faultline {

// Sets title, lang and origin of the builder and returns the bytes to skip; 0 when there is no front matter.
// Unknown keys and nested values are passed over.
size_t read_front_matter(std::string_view bytes, ArticleBuilder& builder);

}  // namespace faultline
