#include "language/tree.h"

#include <doctest/doctest.h>

using namespace faultline;

namespace {

int64_t total(const std::vector<int32_t>& scores, const std::vector<uint32_t>& heads) {
  int64_t sum = 0;
  for (size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

bool is_tree(const std::vector<uint32_t>& heads) {
  int roots = 0;
  for (size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == 0;
    size_t node = i + 1, steps = 0;
    while (node != 0 && steps++ <= heads.size()) node = heads[node - 1];
    if (node != 0) return false;
  }
  return roots == 1;
}

// The best of all trees, by trying every one.
int64_t best_of_all(const std::vector<int32_t>& scores, uint32_t words) {
  std::vector<uint32_t> heads(words, 0);
  int64_t best = INT64_MIN;
  for (bool more = true; more;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    more = false;
    for (uint32_t i = 0; i < words && !more; ++i) {
      if (heads[i] < words) ++heads[i], more = true;
      else heads[i] = 0;
    }
  }
  return best;
}

}  // namespace

TEST_CASE("one word is the root") {
  TreeFinder finder;
  std::vector<uint32_t> heads(1);
  finder.find(std::vector<int32_t>{-5, 100}, 1, heads);
  CHECK(heads[0] == 0);
}

TEST_CASE("the tree is the best of all trees with a single root") {
  TreeFinder finder;
  uint32_t random = 99;
  for (uint32_t words = 1; words <= 5; ++words)
    for (int round = 0; round < 300; ++round) {
      std::vector<int32_t> scores(size_t{words} * (words + 1));
      for (int32_t& score : scores) score = static_cast<int32_t>((random = random * 1664525u + 1013904223u) >> 8) % 2000 - 1000;
      std::vector<uint32_t> heads(words);
      finder.find(scores, words, heads);
      CHECK(is_tree(heads));
      CHECK(total(scores, heads) == best_of_all(scores, words));
    }
}

TEST_CASE("a long sentence whose words all want each other still becomes a tree") {
  const uint32_t words = 256;
  TreeFinder finder;
  uint32_t random = 5;
  std::vector<int32_t> scores(size_t{words} * (words + 1));
  for (int32_t& score : scores) score = static_cast<int32_t>((random = random * 1664525u + 1013904223u) >> 4);
  std::vector<uint32_t> heads(words);
  finder.find(scores, words, heads);
  CHECK(is_tree(heads));
}
