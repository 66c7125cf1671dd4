// Finds the number of a name: the model's words, affixes and lemma endings.
//
//   NameTable words;
//   words.add("kabul");            // 0
//   words.find("kabul") == 0u;     // NameTable::kNone when it is not there
//
// Filled once at load, then read only: one buffer of bytes and one open-addressing table.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace faultline {

class NameTable {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  void reserve(uint32_t names, size_t bytes);
  void add(std::string_view name);  // gets the next number; of two equal names the first is found
  uint32_t find(std::string_view name) const;
  std::string_view name(uint32_t number) const;
  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }

 private:
  void grow();
  size_t slot_of(std::string_view name) const;

  std::vector<char> bytes_;
  std::vector<uint32_t> ends_;   // of each name in bytes_
  std::vector<uint32_t> slots_;  // power of two; kNone is free
};

}  // namespace faultline
