// Decodes one HTML character reference as Markdown texts use them.
//
//   append_entity(text, "&mdash;");   // "—"
//   append_entity(text, "&#x2014;");  // "—"
//   append_entity(text, "&nonsense;");  // stays as written
#pragma once

#include <string>
#include <string_view>

namespace faultline {

void append_entity(std::string& text, std::string_view entity);

}  // namespace faultline
