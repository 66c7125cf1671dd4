// The knowledge of the analysis: rules, word lists and tables, read from packs of JSON with a reason beside each.
//
//   Result<RuleSet> rules = load_rules(builtin_packs());
//   for (const std::string& title : rules->words("titles")) ...   // folded phrases, inflections expanded
//   for (const auto& row : rules->rows("states")) ...             // as written
//   std::vector<Match> found = Matcher(*rules, article).find("signal", marks);   // rules/matcher.h
//
// assets/rules/README.md describes a pack and the pattern language. Nothing about words is in C++: only mechanism.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "rules/lexicon.h"
#include "rules/program.h"

namespace faultline {

struct Rule {
  std::string id;    // permanent: "rejection.refuse-request"
  std::string pack;  // the pack that brought it
  std::string kind;  // "signal", "issue", "party", "voice" …
  std::string category;
  std::string why;
  std::vector<std::string> patterns;
  std::vector<std::string> fires, silent;  // one sentence each; {braces} in `fires` enclose the expected trigger
  // Every further field of the rule, a string becoming a list of one: {"who": ["subject"], "type": ["TRADE"]}.
  std::map<std::string, std::vector<std::string>, std::less<>> fields;

  // The first value of a field, or `otherwise`.
  std::string_view field(std::string_view name, std::string_view otherwise = {}) const;
  std::span<const std::string> field_values(std::string_view name) const;
};

struct RulePack {
  std::string_view name;  // the file, for complaints
  std::string_view json;
};

class RuleSet {
 public:
  std::span<const Rule> rules() const { return rules_; }
  const Rule* find_rule(std::string_view id) const;
  // A word list by its key, every entry a folded phrase with its inflections expanded, in the order of the file.
  // Empty when no pack has such a list.
  std::span<const std::string> words(std::string_view list) const;
  // A table by its key, rows as written. Empty when no pack has such a table.
  std::span<const std::vector<std::string>> rows(std::string_view table) const;
  const RuleProgram& program() const { return program_; }
  // Every word list under its key, and of the tables: "states" as state.names, state.adjectives and state.seats,
  // "parties" as party.names and party.nouns, "roles" as roles; the entry of a hit is the index of its row.
  const Lexicon& lexicon() const { return lexicon_; }
  // Names the packs that were loaded: 16 hexadecimal digits that change when any byte of them changes.
  const std::string& version() const { return version_; }

 private:
  friend class RuleLoading;  // rules/rule_loading.h: the one place that makes a RuleSet
  std::vector<Rule> rules_;
  std::unordered_map<std::string, uint32_t> rule_ids_;
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> tables_;
  RuleProgram program_;
  Lexicon lexicon_;
  std::string version_;
};

// Reads packs of schema faultline.rules/1. Errors: BadRule, with file, rule and field in `where` and what was
// expected in `message`. Lists and tables may be used by any pack, whatever the order.
// The packs that are built in come with the first example of each kind, for a reader to look at; the tests read the files themselves.
enum class Examples : uint8_t { Optional, Required };
Result<RuleSet> load_rules(std::span<const RulePack> packs, Examples examples = Examples::Optional);

// The packs of assets/rules, embedded when the core is built. The WebAssembly module has none of its own: it can show an article
// before it knows any rule, so the packs come with the language model, as a bundle.
std::vector<RulePack> builtin_packs();

// The packs of a bundle (scripts/add-rules): for each its name and its JSON, each with a zero byte behind it.
std::vector<RulePack> parse_pack_bundle(std::string_view bundle);

}  // namespace faultline
