// Measures how long the rule packs take to load: one line, milliseconds (of the processor), the best of many turns.
//
//   rules_speed [TURNS]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "rules/rule_set.h"

using namespace faultline;

int main(int argc, char** argv) {
  const int turns = argc > 1 ? std::atoi(argv[1]) : 20;
  const std::vector<RulePack> packs = builtin_packs();
  double best = 1e9, first = 0;
  for (int turn = 0; turn < turns; ++turn) {
    const std::clock_t begin = std::clock();
    const Result<RuleSet> rules = load_rules(packs);
    const double time = 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (!rules) return std::fprintf(stderr, "%s\n", rules.error().message.c_str()), 1;
    if (turn == 0) first = time;
    best = std::min(best, time);
  }
  std::printf("rules      loaded in %.2f ms (the first time %.2f ms)\n", best, first);
}
