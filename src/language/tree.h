// Finds the best dependency tree among scored arcs: the maximum spanning tree with a single root.
//
//   TreeFinder finder;                    // keep it: it reuses its memory
//   finder.find(scores, words, heads);    // heads[i]: 0 for the root, else 1 + the head's index
//
// Chu & Liu (1965), Edmonds (1967), in integers. Nearly always every word's best head already makes a tree and nothing
// more is done. Quadratic in the words of a sentence, as its scores are.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace faultline {

class TreeFinder {
 public:
  // scores[dependent * (words + 1) + head], head 0 is the root. Requires heads.size() == words.
  void find(std::span<const int32_t> scores, uint32_t words, std::span<uint32_t> heads);

 private:
  struct Arc {
    uint32_t head, dependent;  // words, not what they were contracted to
  };
  struct Member {
    uint32_t cycle;  // the node of the forest that stands for the cycle
    uint32_t node;   // the member's own
    Arc arc;         // enters the member from inside the cycle
  };

  bool is_tree(std::span<const uint32_t> heads);
  void prepare(std::span<const int32_t> scores, uint32_t words);
  uint32_t find_best_head(uint32_t node);
  void contract_cycle();
  bool find_cycle();
  void merge_into(uint32_t kept);
  void expand(std::span<uint32_t> heads);
  bool is_inside(uint32_t word, uint32_t node) const;
  int64_t& score(uint32_t head, uint32_t dependent) { return scores_[size_t{head} * nodes_ + dependent]; }
  Arc& arc(uint32_t head, uint32_t dependent) { return arcs_[size_t{head} * nodes_ + dependent]; }

  uint32_t nodes_ = 0;  // the words and the root, which is 0; a cycle lives on as one of its nodes
  std::vector<int64_t> scores_;
  std::vector<Arc> arcs_;          // that the score of two nodes belongs to
  std::vector<uint32_t> alive_, best_, mark_, cycle_;
  std::vector<uint32_t> node_of_;  // of the forest of contractions: words are its leaves
  std::vector<uint32_t> parent_;   // in the forest; kNone at its tops
  std::vector<uint32_t> entered_;  // by node of the forest: the word in it whose head is outside
  std::vector<std::pair<int64_t, Arc>> entering_;
  std::vector<Member> members_;
};

}  // namespace faultline
