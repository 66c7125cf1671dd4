// Reads a whole file for a program that measures.
//
//   const std::string text = read_file("articles.txt");   // empty when it cannot be read
#pragma once

#include <cstdio>
#include <string>

namespace faultline {

inline std::string read_file(const char* path) {
  std::string bytes;
  if (std::FILE* file = std::fopen(path, "rb")) {
    static char buffer[65536];  // not on the stack, which is small in WebAssembly
    for (size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, n);
    std::fclose(file);
  }
  return bytes;
}

}  // namespace faultline
