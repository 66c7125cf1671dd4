// The patterns of all rules, compiled: instructions for the matcher, found by the first word a pattern can begin with.
//
//   ProgramBuilder builder;
//   Result<void> added = builder.add(rule_index, pattern, knowledge);
//   RuleProgram program = std::move(builder).finish(std::move(inflections.vocabulary));
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
#include <utility>
#include <vector>

#include "base/result.h"
#include "rules/inflect.h"
#include "rules/pattern.h"
#include "text/folds.h"

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
  static constexpr uint32_t kNoWord = FoldTable::kNone;

  std::vector<Instruction> instructions;
  std::vector<std::vector<uint32_t>> sets;  // word ids, sorted
  FoldTable vocabulary;
  std::vector<Entry> by_party, by_number;  // entries that can begin with a mention, … with a number

  std::span<const Entry> by_word(uint32_t word) const;  // … with a word of the vocabulary, in the order of the rules

 private:
  friend class ProgramBuilder;
  std::vector<Entry> words_entries_;
  std::vector<uint32_t> first_entry_;  // by word id, one past the last too
};

// What a pattern may refer to.
using WordLists = std::map<std::string, std::vector<PatternNode>, std::less<>>;  // entries as parse_pattern() reads them
struct Knowledge {
  const WordLists* lists = nullptr;
  Inflections* inflections = nullptr;
};

class ProgramBuilder {
 public:
  // Compiles one pattern. Errors: BadRule (the pattern cannot be read, names an unknown list, could begin anywhere,
  // or could match nothing).
  Result<void> add(uint32_t rule, std::string_view pattern, const Knowledge& knowledge);
  RuleProgram finish(FoldTable vocabulary) &&;  // that of the inflections

 private:
  struct Fragment {
    uint32_t start;
    std::vector<uint32_t> ends;  // instructions whose `next` is still open
  };
  // A list is compiled once; what stands for it elsewhere is a copy.
  struct ListCode {
    std::vector<Instruction> instructions;
    uint32_t begin;  // of the first of them where they were compiled
    Fragment fragment;
  };
  using Node = PatternNode;

  Result<Fragment> compile(const Node& node, const Knowledge& knowledge);
  Result<Fragment> compile_atom(const Node& node, const Knowledge& knowledge);
  Result<Fragment> compile_sequence(const Node& node, const Knowledge& knowledge);
  Result<Fragment> compile_alternatives(const std::vector<Node>& choices, const Knowledge& knowledge);
  Result<Fragment> compile_list(const std::string& list, const Knowledge& knowledge);
  Fragment copy_list(const ListCode& list);
  Result<Fragment> compile_not(const Node& node, const Knowledge& knowledge);
  Result<Fragment> compile_tree_step(const Node& node, bool is_wanted, const Knowledge& knowledge);
  // The words that one token may be, of alternatives and lists of such; of a phrase its last word, where `phrases` allows one.
  enum class Phrases : uint8_t { Refused, LastWord };
  Result<uint32_t> collect_words(const Node& node, Phrases phrases, const Knowledge& knowledge);
  Fragment compile_gap(int most);
  Fragment compile_slot(const std::string& slot);
  Fragment compile_forms(const std::vector<WordForm>& forms);
  Fragment make_optional(Fragment fragment);
  Fragment make_choice(std::vector<Fragment> choices);

  uint32_t emit(Instruction instruction);
  Fragment emit_one(Instruction instruction);
  void patch(const std::vector<uint32_t>& ends, uint32_t target);
  uint32_t set_id(std::vector<uint32_t> words);
  Result<void> enter(RuleProgram::Entry entry);

  RuleProgram program_;
  std::vector<std::pair<uint32_t, RuleProgram::Entry>> entries_;  // word and what it can begin, in the order of the rules
  struct WordsHash {
    size_t operator()(const std::vector<uint32_t>& words) const;
  };
  std::unordered_map<std::vector<uint32_t>, uint32_t, WordsHash> set_ids_;
  std::map<std::string, ListCode, std::less<>> list_codes_;
  std::map<std::string, uint32_t, std::less<>> list_sets_;  // words of lists of which a step takes each entry's last
  std::vector<uint32_t> seen_;  // by instruction: the pattern that reached it last, from 1
  uint32_t patterns_ = 0;
  int list_depth_ = 0;
};

// The forms of a node that stands for single words only (a word, an inflected word); they are the inflections' own.
Result<const std::vector<WordForm>*> forms_of(const PatternNode& node, Inflections& inflections);

}  // namespace faultline
