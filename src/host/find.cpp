#include "host/find.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "host/answer_parts.h"

namespace faultline {
namespace {

using Json = nlohmann::json;

}  // namespace

Result<FindRequest> parse_find(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  auto refuse = [](const char* where, const char* expected) { return make_error(ErrorCode::BadRequest, std::string("expected ") + expected, where); };
  if (json.is_discarded() || !json.is_object()) return refuse("", "a JSON object");
  FindRequest request;
  if (auto by = json.find("by"); by != json.end()) {
    if (*by != 1 && *by != -1) return refuse("by", "1 or -1");
    request.by = by->get<int>();
    return request;
  }
  auto query = json.find("query");
  if (query == json.end() || !query->is_string()) return refuse("query", "a text");
  request.query = query->get_ref<const std::string&>();
  for (auto [key, flag] : {std::pair("matchCase", &request.options.matches_case), std::pair("matchMarks", &request.options.matches_marks),
                           std::pair("wholeWord", &request.options.is_whole_word)}) {
    auto member = json.find(key);
    if (member == json.end()) continue;
    if (!member->is_boolean()) return refuse(key, "true or false");
    *flag = member->get<bool>();
  }
  if (auto from = json.find("from"); from != json.end()) {
    if (!from->is_number_unsigned() || *from > kMaxArticleBytes) return refuse("from", "a position of the text");
    request.from = from->get<uint32_t>();
  }
  return request;
}

std::string to_find_value(const TextSearch& search, const Lines& lines, const Offsets& offsets) {
  return make_object([&](JsonWriter& json) {
    json.key("count").number(static_cast<int64_t>(search.found.size()));
    json.key("current");
    if (search.current) {
      json.number(*search.current);
      json.key("start").number(offsets.utf16_of(search.found[*search.current].begin));
      json.key("end").number(offsets.utf16_of(search.found[*search.current].end));
    } else {
      json.null();
    }
    json.key("places").open_array();
    for (float place : find_places(search, lines)) json.raw(to_digits(place));
    json.close_array();
  });
}

std::string to_found_value(const TextSearch& search, uint32_t first, uint32_t last, const Offsets& offsets) {
  StringOutput output;
  {
    JsonWriter json(output, JsonLayout::Compact);
    json.open_array();
    for (size_t i = first; i < std::min<size_t>(last, search.found.size()); ++i) {
      json.open_array();
      json.number(offsets.utf16_of(search.found[i].begin));
      json.number(offsets.utf16_of(search.found[i].end));
      json.close_array();
    }
    json.close_array();
  }
  return std::move(output).take();
}

}  // namespace faultline
