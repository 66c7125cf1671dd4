#include "language/name_table.h"

namespace faultline {
namespace {

// FNV-1a, 32 bits: short keys, the same everywhere. Kept open, so that a name is hashed as it is put together.
constexpr uint32_t kNoBytes = 2166136261u;
uint32_t add_byte(uint32_t hash, char byte) { return (hash ^ static_cast<unsigned char>(byte)) * 16777619u; }
uint32_t finish(uint32_t hash) { return hash ^ (hash >> 15); }

uint32_t hash_of(std::string_view name) {
  uint32_t hash = kNoBytes;
  for (const char c : name) hash = add_byte(hash, c);
  return finish(hash);
}

}  // namespace

// At most half of them are ever taken.
void NameTable::make_slots(size_t names) {
  size_t slots = 16;
  while (slots < names * 2) slots *= 2;
  slots_.assign(slots, kNone);
}

// Of equal names the first stands first in the row of slots that is tried for them: nothing is compared here.
void NameTable::insert(uint32_t hash, uint32_t number) {
  const size_t mask = slots_.size() - 1;
  size_t slot = hash & mask;
  while (slots_[slot] != kNone) slot = (slot + 1) & mask;
  slots_[slot] = number;
}

void NameTable::add(std::string_view name) {
  const uint32_t number = size();
  bytes_.insert(bytes_.end(), name.begin(), name.end());
  ends_.push_back(static_cast<uint32_t>(bytes_.size()));
  if ((size_t{number} + 1) * 2 <= slots_.size()) return insert(hash_of(name), number);
  make_slots(size_t{size()} * 2);
  for (uint32_t i = 0; i < size(); ++i) insert(hash_of(this->name(i)), i);
}

// Byte by byte: names are short, and this runs once, before an engine has made anything fast.
std::optional<size_t> NameTable::read(std::string_view shared, std::string_view lines) {
  size_t most = lines.size();
  for (const char n : shared) most += static_cast<unsigned char>(n);
  bytes_.resize(most);
  ends_.reserve(shared.size());
  make_slots(shared.size());
  const char *line = lines.data(), *const end = line + lines.size();
  char *name = bytes_.data(), *last = name, *out = name;
  for (const char n : shared) {
    const char* const until = last + static_cast<unsigned char>(n);
    if (until > out) return std::nullopt;
    uint32_t hash = kNoBytes;
    for (name = out; last != until; ++last, ++out) hash = add_byte(hash, *out = *last);
    for (; line != end && *line != '\n'; ++line, ++out) hash = add_byte(hash, *out = *line);
    if (line == end) return std::nullopt;
    ++line;
    last = name;
    insert(finish(hash), size());
    ends_.push_back(static_cast<uint32_t>(out - bytes_.data()));
  }
  bytes_.resize(static_cast<size_t>(out - bytes_.data()));
  return static_cast<size_t>(line - lines.data());
}

uint32_t NameTable::find(std::string_view wanted) const {
  if (slots_.empty()) return kNone;
  const size_t mask = slots_.size() - 1;
  size_t slot = hash_of(wanted) & mask;
  while (slots_[slot] != kNone && name(slots_[slot]) != wanted) slot = (slot + 1) & mask;
  return slots_[slot];
}

std::string_view NameTable::name(uint32_t number) const {
  const uint32_t begin = number == 0 ? 0 : ends_[number - 1];
  return {bytes_.data() + begin, ends_[number] - begin};
}

}  // namespace faultline
