#include "language/tree.h"

#include <algorithm>
#include <tuple>

namespace faultline {
namespace {

// Taken from every arc of the root: more than all scores of a sentence can differ by, so that the best tree uses only one.
constexpr int64_t kRootPrice = int64_t{1} << 44;
constexpr int64_t kNever = INT64_MIN / 4;
constexpr uint32_t kNone = UINT32_MAX;

}  // namespace

void TreeFinder::find(std::span<const int32_t> scores, uint32_t words, std::span<uint32_t> heads) {
  for (uint32_t i = 0; i < words; ++i) {
    const auto row = scores.subspan(size_t{i} * (words + 1), words + 1);
    uint32_t best = 0;
    for (uint32_t head = 1; head <= words; ++head)
      if (head != i + 1 && row[head] > row[best]) best = head;  // a word is not its own head
    heads[i] = best;
  }
  if (is_tree(heads)) return;
  prepare(scores, words);
  for (const uint32_t node : alive_) best_[node] = find_best_head(node);
  while (find_cycle()) contract_cycle();
  expand(heads);
}

// One root, and every word's way up ends there.
bool TreeFinder::is_tree(std::span<const uint32_t> heads) {
  if (std::count(heads.begin(), heads.end(), 0u) != 1) return false;
  mark_.assign(heads.size() + 1, 0);
  for (uint32_t start = 1; start <= heads.size(); ++start) {
    uint32_t node = start;
    while (node != 0 && mark_[node] == 0) {
      mark_[node] = start;
      node = heads[node - 1];
    }
    if (node != 0 && mark_[node] == start) return false;
  }
  return true;
}

void TreeFinder::prepare(std::span<const int32_t> scores, uint32_t words) {
  nodes_ = words + 1;
  scores_.resize(size_t{nodes_} * nodes_);
  arcs_.resize(scores_.size());
  for (uint32_t head = 0; head < nodes_; ++head)
    for (uint32_t dependent = 0; dependent < nodes_; ++dependent) {
      const bool possible = dependent != 0 && head != dependent;
      score(head, dependent) = possible ? scores[size_t{dependent - 1} * nodes_ + head] - (head == 0 ? kRootPrice : 0) : kNever;
      arc(head, dependent) = {head, dependent};
    }
  alive_.clear();
  node_of_.clear();
  members_.clear();
  for (uint32_t i = 0; i < nodes_; ++i) {
    if (i > 0) alive_.push_back(i);
    node_of_.push_back(i);
  }
  parent_.assign(nodes_, kNone);
  best_.assign(nodes_, 0);
}

// Follows the best arcs upwards; true with the nodes of a cycle, if there is one.
bool TreeFinder::find_cycle() {
  mark_.assign(nodes_, 0);
  for (const uint32_t start : alive_) {
    uint32_t node = start;
    while (node != 0 && mark_[node] == 0) {
      mark_[node] = start;
      node = best_[node];
    }
    if (node == 0 || mark_[node] != start) continue;
    cycle_.clear();
    for (uint32_t member = node; cycle_.empty() || member != node; member = best_[member]) cycle_.push_back(member);
    return true;
  }
  return false;
}

uint32_t TreeFinder::find_best_head(uint32_t node) {
  uint32_t best = 0;
  for (const uint32_t head : alive_)
    if (score(head, node) > score(best, node)) best = head;
  return best;
}

void TreeFinder::contract_cycle() {
  const uint32_t forest_node = static_cast<uint32_t>(parent_.size());
  parent_.push_back(kNone);
  for (const uint32_t member : cycle_) {
    members_.push_back({forest_node, node_of_[member], arc(best_[member], member)});
    parent_[node_of_[member]] = forest_node;
  }
  const uint32_t kept = cycle_.front();
  merge_into(kept);
  node_of_[kept] = forest_node;
  // Who hung on a member hangs on what the cycle has become: into him, it has the best of the members' scores.
  for (const uint32_t node : alive_)
    if (mark_[best_[node]] == kNone) best_[node] = kept;
  best_[kept] = find_best_head(kept);
}

// The cycle lives on as `kept`: into it, what an arc gains over the one that it replaces; out of it, the best of all.
void TreeFinder::merge_into(uint32_t kept) {
  for (const uint32_t member : cycle_) mark_[member] = kNone;
  std::erase_if(alive_, [&](uint32_t node) { return mark_[node] == kNone && node != kept; });
  const auto merge_entering = [&](uint32_t outer) {
    int64_t best_gain = kNever * 2;
    Arc best_arc{};
    for (const uint32_t member : cycle_) {
      const int64_t gain = score(outer, member) - score(best_[member], member);
      if (gain > best_gain) {
        best_gain = gain;
        best_arc = arc(outer, member);
      }
    }
    return std::pair(best_gain, best_arc);
  };
  // All gains first: they need the scores inside the cycle, which the merge overwrites.
  entering_.clear();
  entering_.push_back(merge_entering(0));
  for (const uint32_t outer : alive_) entering_.push_back(outer == kept ? std::pair(kNever, Arc{}) : merge_entering(outer));
  for (const uint32_t outer : alive_) {
    if (outer == kept) continue;
    uint32_t best = kept;
    for (const uint32_t member : cycle_)
      if (score(member, outer) > score(best, outer)) best = member;
    arc(kept, outer) = arc(best, outer);
    score(kept, outer) = score(best, outer);
  }
  std::tie(score(0, kept), arc(0, kept)) = entering_[0];
  for (size_t i = 0; i < alive_.size(); ++i)
    if (alive_[i] != kept) std::tie(score(alive_[i], kept), arc(alive_[i], kept)) = entering_[i + 1];
}

// Gives every word the head that the arcs name: at the tops of the forest, then inside each cycle, the last made first;
// a cycle keeps all its arcs but the one into the member that is entered from outside.
void TreeFinder::expand(std::span<uint32_t> heads) {
  entered_.assign(parent_.size(), 0);
  for (const uint32_t node : alive_) {
    const Arc& entering = arc(best_[node], node);
    heads[entering.dependent - 1] = entering.head;
    entered_[node_of_[node]] = entering.dependent;
  }
  for (size_t i = members_.size(); i-- > 0;) {
    const Member& member = members_[i];
    const uint32_t entered = entered_[member.cycle];
    if (is_inside(entered, member.node)) {
      entered_[member.node] = entered;
    } else {
      entered_[member.node] = member.arc.dependent;
      heads[member.arc.dependent - 1] = member.arc.head;
    }
  }
}

bool TreeFinder::is_inside(uint32_t word, uint32_t node) const {
  while (word != node && word != kNone) word = parent_[word];
  return word == node;
}

}  // namespace faultline
