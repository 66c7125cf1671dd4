#include "language/name_table.h"

namespace faultline {
namespace {

// FNV-1a, 32 bits: short keys, the same everywhere.
uint32_t hash_of(std::string_view name) {
  uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

}  // namespace

void NameTable::reserve(uint32_t names, size_t bytes) {
  bytes_.reserve(bytes);
  ends_.reserve(names);
  size_t slots = 16;
  while (slots < size_t{names} * 2) slots *= 2;
  if (slots > slots_.size()) slots_.assign(slots, kNone);
}

void NameTable::add(std::string_view name) {
  if ((size_t{size()} + 1) * 2 > slots_.size()) grow();
  const size_t slot = slot_of(name);
  if (slots_[slot] == kNone) slots_[slot] = size();
  bytes_.insert(bytes_.end(), name.begin(), name.end());
  ends_.push_back(static_cast<uint32_t>(bytes_.size()));
}

void NameTable::grow() {
  slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, kNone);
  for (uint32_t i = 0; i < size(); ++i) {
    const size_t slot = slot_of(name(i));
    if (slots_[slot] == kNone) slots_[slot] = i;
  }
}

size_t NameTable::slot_of(std::string_view wanted) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = hash_of(wanted) & mask;
  while (slots_[slot] != kNone && name(slots_[slot]) != wanted) slot = (slot + 1) & mask;
  return slot;
}

uint32_t NameTable::find(std::string_view name) const { return slots_.empty() ? kNone : slots_[slot_of(name)]; }

std::string_view NameTable::name(uint32_t number) const {
  const uint32_t begin = number == 0 ? 0 : ends_[number - 1];
  return {bytes_.data() + begin, ends_[number] - begin};
}

}  // namespace faultline
