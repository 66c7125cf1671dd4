// Finds the trust signals of an article: candidates from the rules, each with its parties, speaker, certainty and weight.
//
//   SignalSearch search(reading, cast, voices, matches);
//   while (!search.advance(2000)) {}      // tokens
//   SignalsFound found = search.take();
//
// Slices of any size give the same signals.
//
// Candidate → who and whom → objections of the decision rules → overlaps → certainty → intensity → weight.
#pragma once

#include <memory>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/parties.h"
#include "analysis/rule_matches.h"
#include "analysis/voices.h"

namespace faultline {

struct SignalsFound {
  std::vector<Signal> signals;        // in reading order, not overlapping
  std::vector<Suppressed> suppressed;  // in reading order
};

struct Scene;
class SignalFinder;

class SignalSearch {
 public:
  // Keeps all but the matches by reference; of those it takes all but the issues.
  SignalSearch(const Reading& reading, const Cast& cast, const Voices& voices, RuleMatches& matches);
  ~SignalSearch();
  // Does the next piece of work; candidates are weighed by so many tokens. True when there is nothing left to do.
  bool advance(uint32_t tokens);
  SignalsFound take() { return std::move(found_); }

 private:
  const Reading& reading_;
  const Cast& cast_;
  const Voices& voices_;
  RuleMatches matches_;
  std::unique_ptr<Scene> scene_;
  std::unique_ptr<SignalFinder> finder_;
  SignalsFound found_;
};

}  // namespace faultline
