// Matches the rules with an article whose parties are known, some sentences at a time: nearly all of the work after the trees.
//
//   MatchSearch search(reading, cast);
//   while (!search.advance(2000)) {}      // tokens
//   const RuleMatches matches = search.take();
//
// Slices of any size give the same matches.
#pragma once

#include <vector>

#include "analysis/parties.h"
#include "analysis/reading.h"
#include "rules/matcher.h"

namespace faultline {

struct RuleMatches {
  std::vector<uint16_t> marks;                    // of every token (rules/matcher.h), parties among them
  std::vector<Match> contexts, signals, issues;  // by the kind of their rules, in reading order
};

class MatchSearch {
 public:
  MatchSearch(const Reading& reading, const Cast& cast);  // keeps both by reference
  // Marks all tokens at the first call; then reads whole sentences until at least so many tokens are read. True when there
  // are no more.
  bool advance(uint32_t tokens);
  double share_done() const;  // 0 to 1
  RuleMatches take() { return std::move(found_); }

 private:
  void mark();
  const Reading& reading_;
  const Cast& cast_;
  Matcher matcher_;
  uint32_t sentence_ = 0;  // the first that is not read yet
  RuleMatches found_;
};

}  // namespace faultline
