// An article as a few lines of text, for tables of expectations.
//
//   outline(article) == "title: Talks\nparagraph: Kabul refused. / Nobody left.\n"
#pragma once

#include <string>

#include "article/article.h"

namespace faultline {

// One line a block, its sentences parted by " / "; levels above 0 behind the kind: "heading2".
inline std::string outline(const Article& article) {
  std::string outline;
  for (const Block& block : article.blocks()) {
    outline += to_string(block.kind);
    if (block.level > 0) outline += std::to_string(block.level);
    outline += ": ";
    bool first = true;
    for (const Sentence& sentence : article.sentences_of(block)) {
      if (!first) outline += " / ";
      first = false;
      outline += article.text_of(sentence.span);
    }
    outline += "\n";
  }
  return outline;
}

}  // namespace faultline
