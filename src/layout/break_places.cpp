#include "layout/break_places.h"

#include <linebreak.h>

namespace faultline {

std::vector<bool> find_break_places(std::string_view text, const char* language) {
  std::vector<char> found(text.size());
  set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), language, found.data());
  std::vector<bool> places(text.size());
  for (size_t i = 0; i < text.size(); ++i) places[i] = found[i] == LINEBREAK_MUSTBREAK || found[i] == LINEBREAK_ALLOWBREAK;
  if (!places.empty()) places.back() = true;
  return places;
}

// All of the classes AL and NU of UAX #14; a letter that is missing here only takes the longer way.
bool is_plain_start(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x620 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D3);
}

// A stop, comma, colon or semicolon (IS) breaks neither from the letter before it (rule 13) nor from the letter or digit after it
// (rules 25, 29), and a quotation mark clings to both sides (rule 19). Behind white space only a beginning would keep them.
bool is_plain(char32_t c) {
  return is_plain_start(c) || c == U'.' || c == U',' || c == U':' || c == U';' || c == U'\'' || c == U'"' || c == U'’' || c == U'”';
}

}  // namespace faultline
