// Finds the number of a name: the model's words, affixes and lemma endings.
//
//   NameTable words;
//   words.add("kabul");            // 0
//   words.find("kabul") == 0u;     // NameTable::kNone when it is not there
//
// Filled once at load, then read only: one buffer of bytes and one open-addressing table.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace faultline {

class NameTable {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  void add(std::string_view name);  // gets the next number; of two equal names the first is found
  // Adds names that are written front-coded: `shared` has for each how many bytes it begins with of the name before it (at the very
  // first: 0), `lines` the rest of each, one a line. Returns how many bytes of `lines` they took; nothing if one shares more than there
  // is or the lines are cut short. Requires an empty table.
  std::optional<size_t> read(std::string_view shared, std::string_view lines);
  uint32_t find(std::string_view name) const;
  std::string_view name(uint32_t number) const;
  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }

 private:
  void make_slots(size_t names);
  void insert(uint32_t hash, uint32_t number);

  std::vector<char> bytes_;
  std::vector<uint32_t> ends_;   // of each name in bytes_
  std::vector<uint32_t> slots_;  // power of two; kNone is free
};

}  // namespace faultline
