// The search of the page's find bar as it crosses the bridge (faultline.h: fl_find, fl_found).
//
//   Result<FindRequest> request = parse_find(R"({"query":"sluice"})");
//   std::string answer = to_answer(to_find_value(reader.search(), lines, offsets));
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "reader/text_search.h"
#include "text/offsets.h"

namespace faultline {

struct FindRequest {
  std::string query;
  SearchOptions options;
  uint32_t from = 0;  // UTF-16 unit
  int by = 0;         // other than 0: to another place of the search before
};

Result<FindRequest> parse_find(std::string_view json);
std::string to_find_value(const TextSearch& search, const Lines& lines, const Offsets& offsets);
std::string to_found_value(const TextSearch& search, uint32_t first, uint32_t last, const Offsets& offsets);

}  // namespace faultline
