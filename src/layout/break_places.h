// Where a line may end, by Unicode's line breaking algorithm (UAX #14).
//
//   std::vector<bool> places = find_break_places("well-known fact");   // true behind the hyphen and behind the space
#pragma once

#include <string_view>
#include <vector>

namespace faultline {

// Whether a line may end behind each byte; false inside a character, true at the end of the text. Where a line must end (after
// a line feed) it may. `language` (BCP 47) chooses among quotation marks; with
// "-strict" behind it no line begins with a small kana. Requires valid UTF-8.
std::vector<bool> find_break_places(std::string_view text, const char* language = "");

// Letters, digits and the stops that cling to them: no line ends between two of these, and a line may end at the
// white space between two words that consist of them alone. Spares most words the whole algorithm.
bool is_plain(char32_t character);       // inside and at the end of a word
bool is_plain_start(char32_t character);  // at its beginning

}  // namespace faultline
