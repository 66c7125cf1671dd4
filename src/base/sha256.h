// SHA-256 (FIPS 180-4): names a text, so that a report can be matched to the article it speaks of.
//
//   std::string name = sha256_hex("abc");   // "ba7816bf…", 64 digits
#pragma once

#include <string>
#include <string_view>

namespace faultline {

std::string sha256_hex(std::string_view bytes);

}  // namespace faultline
