// The conformance tests of the Unicode database, where Debian's package unicode-data has them.
//
//   std::vector<std::string> rows = read_unicode_file("BidiCharacterTest.txt");   // empty, with a message, when it is not there
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace faultline {

inline std::vector<std::string> read_unicode_file(const std::string& name) {
  std::ifstream file("/usr/share/unicode/" + name);
  if (!file) MESSAGE("skipped: no /usr/share/unicode/" << name << "; scripts/setup installs it");
  std::vector<std::string> rows;
  for (std::string row; std::getline(file, row);) {
    row = row.substr(0, row.find('#'));
    while (!row.empty() && (row.back() == ' ' || row.back() == '\t')) row.pop_back();
    if (!row.empty()) rows.push_back(row);
  }
  return rows;
}

// "0061 0062" → "ab"; false when it holds a surrogate, which no UTF-8 has.
inline bool append_code_points(const std::string& hex, std::string& text) {
  for (const char* at = hex.c_str(); *at;) {
    char* end = nullptr;
    auto value = static_cast<char32_t>(std::strtoul(at, &end, 16));
    if (end == at) break;
    if (value >= 0xD800 && value <= 0xDFFF) return false;
    append_utf8(text, value);
    at = end;
  }
  return true;
}

}  // namespace faultline
