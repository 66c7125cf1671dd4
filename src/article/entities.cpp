#include "article/entities.h"

#include "text/utf8.h"

namespace faultline {
namespace {

struct Entity {
  std::string_view name;
  char32_t value;
};

// What editors and converters write. HTML's full table has 2,125 names and would outweigh the rest of the reader.
constexpr Entity kEntities[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xA0},
    {"shy", 0xAD},     {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C},
    {"rdquo", 0x201D}, {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"laquo", 0xAB},   {"raquo", 0xBB},   {"hellip", 0x2026},
    {"bull", 0x2022},  {"middot", 0xB7},  {"copy", 0xA9},    {"reg", 0xAE},     {"trade", 0x2122}, {"euro", 0x20AC},
    {"pound", 0xA3},   {"cent", 0xA2},    {"yen", 0xA5},     {"sect", 0xA7},    {"para", 0xB6},    {"deg", 0xB0},
    {"times", 0xD7},   {"frac12", 0xBD},  {"frac14", 0xBC},  {"eacute", 0xE9},  {"egrave", 0xE8},  {"agrave", 0xE0},
    {"aacute", 0xE1},  {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},    {"szlig", 0xDF},   {"ccedil", 0xE7},
    {"ntilde", 0xF1},  {"oacute", 0xF3},  {"iacute", 0xED},  {"uacute", 0xFA},  {"ensp", 0x2002},  {"emsp", 0x2003},
    {"thinsp", 0x2009}, {"zwnj", 0x200C}, {"zwj", 0x200D},   {"lrm", 0x200E},   {"rlm", 0x200F}};

char32_t number_of(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  char32_t value = 0;
  for (char c : digits) {
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    if (value > 0x10FFFF) break;
  }
  const bool is_character = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return is_character ? value : 0xFFFD;
}

}  // namespace

void append_entity(std::string& text, std::string_view entity) {
  if (entity.size() < 4 || entity.front() != '&' || entity.back() != ';') {
    text += entity;
    return;
  }
  const std::string_view name = entity.substr(1, entity.size() - 2);
  if (name[0] == '#') return append_utf8(text, number_of(name.substr(1)));
  for (const Entity& known : kEntities)
    if (known.name == name) return append_utf8(text, known.value);
  text += entity;
}

}  // namespace faultline
