// The patterns of all rules, compiled: instructions for the matcher, found by the first word a pattern can begin with.
//
//   ProgramBuilder builder;
//   Result<void> added = builder.add(rule_index, pattern, knowledge);
//   RuleProgram program = std::move(builder).finish();
//
// The method is Thompson's construction, run by Pike's machine (R. Cox, "Regular Expression Matching: the Virtual
// Machine Approach", 2009): time is linear in the text whatever the pattern, as no path is tried twice.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "rules/inflect.h"
#include "rules/pattern.h"

namespace faultline {

enum class Op : uint8_t {
  Words,      // one word of set `set`, standing as `word_class`
  Any,        // one token
  Gap,        // one token that ends no clause
  Number,     // one number
  PartyHead,  // the first token of a mention
  PartyMore,  // a further token of it
  NotWords,   // looks ahead: the next token is not in `set`
  Below,      // looks at the tree: the token before this has one of `set` in role `slot` below it
  NotBelow,   // … has none
  Above,      // the token before this stands in role `slot` to one of `set`
  NotAbove,
  Start,      // looks behind: the sentence begins here
  Save,       // remembers the position in `slot`
  Split,      // tries `next`, then `other`
  Match,
};

enum SlotId : uint8_t { kTriggerBegin, kTriggerEnd, kWhoBegin, kWhomBegin, kSlotCount };

struct Instruction {
  Op op = Op::Match;
  WordClass word_class = WordClass::Any;
  uint8_t slot = 0;               // of Save; of Below and Above a TreeRole
  uint32_t set = 0;               // of Below and Above also kAnyWord or kPartyWord
  uint32_t next = 0, other = 0;   // other: of Split; of Below and Above the word of a preposition
};

inline constexpr uint32_t kAnyWord = UINT32_MAX, kPartyWord = UINT32_MAX - 1;

struct RuleProgram {
  struct Entry {
    uint32_t rule;
    uint32_t start;  // its first instruction
  };
  static constexpr uint32_t kNoWord = UINT32_MAX;

  std::vector<Instruction> instructions;
  std::vector<std::vector<uint32_t>> sets;  // word ids, sorted
  std::unordered_map<std::string, uint32_t> vocabulary;
  std::vector<std::vector<Entry>> by_word;  // entries that can begin with a word, by word id
  std::vector<Entry> by_party, by_number;   // … with a mention, … with a number

  uint32_t find_word(std::string_view folded) const;  // or kNoWord
};

// What a pattern may refer to.
struct Knowledge {
  const std::map<std::string, std::vector<std::string>, std::less<>>* lists = nullptr;  // entries as written in the pack
  const Irregulars* irregulars = nullptr;
};

class ProgramBuilder {
 public:
  // Compiles one pattern. Errors: BadRule (the pattern cannot be read, names an unknown list, could begin anywhere,
  // or could match nothing).
  Result<void> add(uint32_t rule, std::string_view pattern, const Knowledge& knowledge);
  RuleProgram finish() &&;

 private:
  struct Fragment {
    uint32_t start;
    std::vector<uint32_t> ends;  // instructions whose `next` is still open
  };
  using Node = PatternNode;

  Result<Fragment> compile(const Node& node, const Knowledge& knowledge);
  Result<Fragment> compile_atom(const Node& node, const Knowledge& knowledge);
  Result<Fragment> compile_sequence(const Node& node, const Knowledge& knowledge);
  Result<Fragment> compile_alternatives(const std::vector<Node>& choices, const Knowledge& knowledge);
  Result<Fragment> compile_list(const std::string& list, const Knowledge& knowledge);
  Result<Fragment> compile_not(const Node& node, const Knowledge& knowledge);
  Result<Fragment> compile_tree_step(const Node& node, bool is_wanted, const Knowledge& knowledge);
  // The words that one token may be, of alternatives and lists of such; of a phrase its last word, where `phrases` allows one.
  enum class Phrases : uint8_t { Refused, LastWord };
  Result<uint32_t> collect_words(const Node& node, Phrases phrases, const Knowledge& knowledge);
  Fragment compile_gap(int most);
  Fragment compile_slot(const std::string& slot);
  Fragment compile_forms(const std::vector<Form>& forms);
  Fragment make_optional(Fragment fragment);
  Fragment make_choice(std::vector<Fragment> choices);

  uint32_t emit(Instruction instruction);
  Fragment emit_one(Instruction instruction);
  void patch(const std::vector<uint32_t>& ends, uint32_t target);
  uint32_t word_id(const std::string& word);
  uint32_t set_id(std::vector<uint32_t> words);
  Result<void> enter(uint32_t rule, uint32_t start);

  RuleProgram program_;
  std::map<std::vector<uint32_t>, uint32_t> set_ids_;
  int list_depth_ = 0;
};

// Reads the forms of one node when it stands for single words only (a word, an inflected word).
Result<std::vector<Form>> forms_of(const PatternNode& node, const Irregulars& irregulars);

}  // namespace faultline
