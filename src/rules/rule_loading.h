// Loads rule packs in slices, for a page that must stay responsive: RulePack… → RuleSet.
//
//   RuleLoading loading(packs);
//   while (!loading.advance(400)) {}
//   Result<RuleSet> rules = loading.take();
//
// Slices of any size give the same rules, those of load_rules() in rule_set.h, and the same complaint.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/work.h"
#include "rules/pack.h"
#include "rules/program.h"
#include "rules/rule_set.h"

namespace faultline {

class RuleLoading {
 public:
  // The bytes of the packs must outlive the loading.
  explicit RuleLoading(std::span<const RulePack> packs, Examples examples = Examples::Optional);
  RuleLoading(const RuleLoading&) = delete;  // its work points at it
  RuleLoading& operator=(const RuleLoading&) = delete;

  // Does the next piece of work: about as much as it takes to parse `words` words of an article (analysis_run.h), but at least
  // one entry of a pack read, one list written out or one rule compiled. True when there is nothing left to do.
  bool advance(double words) { return work_.advance(words); }
  Result<RuleSet> take();  // requires that advance has returned true

 private:
  struct List {
    std::string file;
    std::vector<std::string> words;  // as they stand in the pack
  };

  Work load();
  template <class Done>
  bool note(Done done);
  Result<void> add_pack(Pack pack);
  void read_irregulars();
  Result<void> write_out(const std::string& name, const List& list);
  Result<void> write_out(const PatternNode& sequence, std::vector<std::string>& phrases);
  void add_tables();
  Result<void> compile(size_t rule);

  std::vector<RulePack> packs_;
  Examples examples_;
  uint64_t hash_ = 0xcbf29ce484222325u;  // of the packs read; FNV's start
  std::map<std::string, List, std::less<>> lists_;
  std::vector<std::string> files_;  // of the rules
  Inflections inflections_;
  WordLists parsed_lists_;
  ProgramBuilder builder_;
  RuleSet set_;
  std::optional<Error> error_;
  Work work_ = load();  // last: it uses all of the above
};

}  // namespace faultline
