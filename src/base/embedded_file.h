// A file that was built into the program: its name and its bytes, which live as long as the program.
//   for (const EmbeddedFile& pack : embedded_rule_packs()) parse_rules(pack.text);
// The functions that return such files are made by faultline_embed (scripts/cmake/EmbedFiles.cmake).
#pragma once

#include <string_view>

namespace faultline {

struct EmbeddedFile {
  std::string_view name;  // without its folder: "english.json"
  std::string_view text;
};

}  // namespace faultline
