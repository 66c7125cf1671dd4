#include "text/folds.h"

#include "text/utf8.h"

namespace faultline {
namespace {

// FNV-1a with a final mix, so that the low bits that pick the slot depend on every byte.
uint32_t hash_of(std::string_view word) {
  uint32_t hash = 2166136261u;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6du;
  return hash ^ (hash >> 13);
}

}  // namespace

std::string_view FoldTable::text_of(uint32_t fold) const {
  return {bytes_.data() + words_[fold].begin, words_[fold].length};
}

size_t FoldTable::slot_of(std::string_view folded_word, uint32_t hash) const {
  size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != kNone) {
    if (words_[slots_[slot]].hash == hash && text_of(slots_[slot]) == folded_word) break;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void FoldTable::grow() {
  slots_.assign(slots_.empty() ? 256 : slots_.size() * 2, kNone);
  for (uint32_t fold = 0; fold < words_.size(); ++fold) {
    size_t slot = words_[fold].hash & (slots_.size() - 1);
    while (slots_[slot] != kNone) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = fold;
  }
}

uint32_t FoldTable::intern(std::string_view word) {
  if (words_.size() * 4 >= slots_.size() * 3) grow();
  scratch_.clear();
  append_folded(scratch_, word);
  const uint32_t hash = hash_of(scratch_);
  const size_t slot = slot_of(scratch_, hash);
  if (slots_[slot] != kNone) return slots_[slot];
  slots_[slot] = size();
  words_.push_back({static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(scratch_.size()), hash});
  bytes_.insert(bytes_.end(), scratch_.begin(), scratch_.end());
  return slots_[slot];
}

uint32_t FoldTable::find(std::string_view folded_word) const {
  if (slots_.empty()) return kNone;
  return slots_[slot_of(folded_word, hash_of(folded_word))];
}

}  // namespace faultline
