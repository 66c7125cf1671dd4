#include "language/form_table.h"

namespace faultline {
namespace {

constexpr uint32_t kFree = UINT32_MAX;

// FNV-1a over whole numbers.
uint32_t hash_of(const WordFeatures& word) {
  uint32_t hash = (2166136261u ^ word.word) * 16777619u;
  for (const uint32_t affix : word.affixes) hash = (hash ^ affix) * 16777619u;
  return hash ^ (hash >> 15);
}

}  // namespace

void FormTable::find(std::span<const WordFeatures> words) {
  size_t size = 16;
  while (size < words.size() * 2) size *= 2;
  slots_.assign(size, kFree);
  firsts_.clear();
  form_of_.clear();
  for (uint32_t i = 0; i < words.size(); ++i) {
    size_t slot = hash_of(words[i]) & (size - 1);
    while (slots_[slot] != kFree && words[firsts_[slots_[slot]]] != words[i]) slot = (slot + 1) & (size - 1);
    if (slots_[slot] == kFree) {
      slots_[slot] = static_cast<uint32_t>(firsts_.size());
      firsts_.push_back(i);
    }
    form_of_.push_back(slots_[slot]);
  }
}

}  // namespace faultline
