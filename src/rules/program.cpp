#include "rules/program.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "rules/tree_step.h"

namespace faultline {
namespace {

constexpr int kMostLists = 64;   // … and so must a circle among the words of one step
constexpr int kMaxListDepth = 4;  // lists may name lists; a circle must end
constexpr uint32_t kOpen = UINT32_MAX;

std::unexpected<Error> complain(std::string message) { return make_error(ErrorCode::BadRule, std::move(message)); }

bool is_plain(const PatternNode& node) {
  return !node.optional && (node.kind == PatternNode::Kind::Word || node.kind == PatternNode::Kind::Inflected);
}

// Brackets and one-item sequences around a single item add nothing.
const PatternNode& strip(const PatternNode& node) {
  const PatternNode* at = &node;
  while (at->kind == PatternNode::Kind::Sequence && at->children.size() == 1 && !at->optional) at = &at->children[0];
  return *at;
}

}  // namespace

std::span<const RuleProgram::Entry> RuleProgram::by_word(uint32_t word) const {
  return std::span(words_entries_).subspan(first_entry_[word], first_entry_[word + 1] - first_entry_[word]);
}

Result<const std::vector<WordForm>*> forms_of(const PatternNode& node, Inflections& inflections) {
  const std::vector<WordForm>* forms = inflections.find(node.text, node.part);
  const bool is_known = forms != nullptr && (node.kind == PatternNode::Kind::Word || !node.part.empty());
  if (!is_known)
    return complain("'" + node.text + "/" + node.part + "' has an unknown part, expected one of v vb vz vd vg n n1 ns a r");
  return forms;
}

// FNV-1a over the words' numbers.
size_t ProgramBuilder::WordsHash::operator()(const std::vector<uint32_t>& words) const {
  uint32_t hash = 2166136261u;
  for (const uint32_t word : words) hash = (hash ^ word) * 16777619u;
  return hash ^ hash >> 15;
}

uint32_t ProgramBuilder::emit(Instruction instruction) {
  program_.instructions.push_back(instruction);
  return static_cast<uint32_t>(program_.instructions.size() - 1);
}

ProgramBuilder::Fragment ProgramBuilder::emit_one(Instruction instruction) {
  instruction.next = kOpen;
  const uint32_t at = emit(instruction);
  return {at, {at}};
}

void ProgramBuilder::patch(const std::vector<uint32_t>& ends, uint32_t target) {
  for (uint32_t end : ends) {
    Instruction& instruction = program_.instructions[end];
    (instruction.op == Op::Split && instruction.next != kOpen ? instruction.other : instruction.next) = target;
  }
}

uint32_t ProgramBuilder::set_id(std::vector<uint32_t> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const auto [at, is_new] = set_ids_.try_emplace(words, static_cast<uint32_t>(program_.sets.size()));
  if (is_new) program_.sets.push_back(std::move(words));
  return at->second;
}

ProgramBuilder::Fragment ProgramBuilder::make_optional(Fragment fragment) {
  const uint32_t split = emit({.op = Op::Split, .next = fragment.start, .other = kOpen});
  fragment.start = split;
  fragment.ends.push_back(split);
  return fragment;
}

ProgramBuilder::Fragment ProgramBuilder::make_choice(std::vector<Fragment> choices) {
  Fragment all = std::move(choices.back());
  for (size_t i = choices.size() - 1; i-- > 0;) {
    all.start = emit({.op = Op::Split, .next = choices[i].start, .other = all.start});
    all.ends.insert(all.ends.end(), choices[i].ends.begin(), choices[i].ends.end());
  }
  return all;
}

// One instruction for each word class among the forms.
ProgramBuilder::Fragment ProgramBuilder::compile_forms(const std::vector<WordForm>& forms) {
  std::vector<Fragment> choices;
  for (WordClass word_class : {WordClass::Any, WordClass::Verb, WordClass::Gerund, WordClass::Noun}) {
    std::vector<uint32_t> words;
    for (const WordForm& form : forms)
      if (form.word_class == word_class) words.push_back(form.word);
    if (!words.empty()) choices.push_back(emit_one({.op = Op::Words, .word_class = word_class, .set = set_id(std::move(words))}));
  }
  return make_choice(std::move(choices));
}

// Lazy: as few words as will do, so that the nearest continuation is taken.
ProgramBuilder::Fragment ProgramBuilder::compile_gap(int most) {
  std::vector<uint32_t> ends;
  uint32_t start = kOpen;
  std::vector<uint32_t> open;
  for (int i = 0; i < most; ++i) {
    const uint32_t split = emit({.op = Op::Split, .next = kOpen, .other = kOpen});
    if (i == 0) start = split;
    else patch(open, split);
    const uint32_t word = emit({.op = Op::Gap, .next = kOpen});
    program_.instructions[split].other = word;
    ends.push_back(split);
    open = {word};
  }
  ends.insert(ends.end(), open.begin(), open.end());
  return {start, std::move(ends)};
}

ProgramBuilder::Fragment ProgramBuilder::compile_slot(const std::string& slot) {
  const uint32_t more_split = emit({.op = Op::Split, .next = 0, .other = kOpen});
  const uint32_t more = emit({.op = Op::PartyMore, .next = more_split});
  program_.instructions[more_split].next = more;
  uint32_t start = emit({.op = Op::PartyHead, .next = more_split});
  if (slot != "party")
    start = emit({.op = Op::Save, .slot = static_cast<uint8_t>(slot == "who" ? kWhoBegin : kWhomBegin), .next = start});
  return {start, {more_split}};
}

Result<ProgramBuilder::Fragment> ProgramBuilder::compile_sequence(const Node& node, const Knowledge& knowledge) {
  Result<Fragment> all = compile(node.children.front(), knowledge);
  for (size_t i = 1; all && i < node.children.size(); ++i) {
    Result<Fragment> next = compile(node.children[i], knowledge);
    if (!next) return next;
    patch(all->ends, next->start);
    all->ends = std::move(next->ends);
  }
  return all;
}

// Choices of single words become one set; only longer phrases cost a path each.
Result<ProgramBuilder::Fragment> ProgramBuilder::compile_alternatives(const std::vector<Node>& choices, const Knowledge& knowledge) {
  std::vector<WordForm> words;
  std::vector<Fragment> fragments;
  for (const Node& choice : choices) {
    const Node& bare = strip(choice);
    if (is_plain(bare)) {
      Result<const std::vector<WordForm>*> forms = forms_of(bare, *knowledge.inflections);
      if (!forms) return std::unexpected(forms.error());
      words.insert(words.end(), (*forms)->begin(), (*forms)->end());
      continue;
    }
    Result<Fragment> fragment = compile(bare, knowledge);
    if (!fragment) return fragment;
    fragments.push_back(std::move(*fragment));
  }
  if (!words.empty()) fragments.push_back(compile_forms(words));
  return make_choice(std::move(fragments));
}

Result<ProgramBuilder::Fragment> ProgramBuilder::compile_list(const std::string& list, const Knowledge& knowledge) {
  if (const auto known = list_codes_.find(list); known != list_codes_.end()) return copy_list(known->second);
  const auto at = knowledge.lists->find(list);
  if (at == knowledge.lists->end()) return complain("'$" + list + "' is not a word list of any pack");
  if (list_depth_ == kMaxListDepth) return complain("'$" + list + "' names itself through other lists");
  const auto begin = static_cast<uint32_t>(program_.instructions.size());
  ++list_depth_;
  Result<Fragment> fragment = compile_alternatives(at->second, knowledge);
  --list_depth_;
  if (fragment) list_codes_.try_emplace(list, ListCode{{program_.instructions.begin() + begin, program_.instructions.end()}, begin, *fragment});
  return fragment;
}

ProgramBuilder::Fragment ProgramBuilder::copy_list(const ListCode& list) {
  const uint32_t shift = static_cast<uint32_t>(program_.instructions.size()) - list.begin;  // modulo 2^32
  for (Instruction each : list.instructions) {
    if (each.next != kOpen) each.next += shift;
    if (each.op == Op::Split && each.other != kOpen) each.other += shift;
    emit(each);
  }
  Fragment copy{list.fragment.start + shift, list.fragment.ends};
  for (uint32_t& end : copy.ends) end += shift;
  return copy;
}

Result<uint32_t> ProgramBuilder::collect_words(const Node& node, Phrases phrases, const Knowledge& knowledge) {
  const bool is_list = node.kind == Node::Kind::List && phrases == Phrases::LastWord;
  if (is_list)
    if (const auto known = list_sets_.find(node.text); known != list_sets_.end()) return known->second;
  std::vector<const Node*> open{&node};
  std::vector<uint32_t> words;
  for (int lists = 0; !open.empty();) {
    const Node& each = strip(*open.back());
    open.pop_back();
    if (each.kind == Node::Kind::Alternatives) {
      for (const Node& choice : each.children) open.push_back(&choice);
    } else if (each.kind == Node::Kind::List) {
      const auto at = knowledge.lists->find(each.text);
      if (at == knowledge.lists->end()) return complain("'$" + each.text + "' is not a word list of any pack");
      if (++lists > kMostLists) return complain("'$" + each.text + "' names itself through other lists");
      for (const Node& entry : at->second) open.push_back(&entry);
    } else if (each.kind == Node::Kind::Sequence && !each.children.empty() && phrases == Phrases::LastWord) {
      open.push_back(&each.children.back());
    } else {
      if (!is_plain(each)) return complain("'!' and steps through the tree look at one word, expected a word, an inflected word or a list of such");
      Result<const std::vector<WordForm>*> forms = forms_of(each, *knowledge.inflections);
      if (!forms) return std::unexpected(forms.error());
      for (const WordForm& form : **forms) words.push_back(form.word);
    }
  }
  const uint32_t set = set_id(std::move(words));
  if (is_list) list_sets_.try_emplace(node.text, set);
  return set;
}

Result<ProgramBuilder::Fragment> ProgramBuilder::compile_not(const Node& node, const Knowledge& knowledge) {
  const Node& inner = strip(node.children.front());
  if (inner.kind == Node::Kind::Below || inner.kind == Node::Kind::Above) return compile_tree_step(inner, false, knowledge);
  const Result<uint32_t> set = collect_words(inner, Phrases::Refused, knowledge);
  if (!set) return std::unexpected(set.error());
  return emit_one({.op = Op::NotWords, .set = *set});
}

Result<ProgramBuilder::Fragment> ProgramBuilder::compile_tree_step(const Node& node, bool is_wanted, const Knowledge& knowledge) {
  Instruction step{.op = node.kind == Node::Kind::Below ? (is_wanted ? Op::Below : Op::NotBelow) : is_wanted ? Op::Above : Op::NotAbove};
  const std::optional<TreeRole> role = find_tree_role(node.text);
  step.slot = static_cast<uint8_t>(role.value_or(TreeRole::Preposition));
  step.other = role ? RuleProgram::kNoWord : knowledge.inflections->vocabulary.intern(node.text);
  step.set = kAnyWord;
  if (!node.children.empty()) {
    const Node& words = strip(node.children.front());
    if (words.kind == Node::Kind::Slot) {
      if (words.text != "party") return complain("a step through the tree tells no @" + words.text + ", expected @party");
      step.set = kPartyWord;
    } else {
      const Result<uint32_t> set = collect_words(words, Phrases::LastWord, knowledge);
      if (!set) return std::unexpected(set.error());
      step.set = *set;
    }
  }
  return emit_one(step);
}

Result<ProgramBuilder::Fragment> ProgramBuilder::compile_atom(const Node& node, const Knowledge& knowledge) {
  using Kind = Node::Kind;
  switch (node.kind) {
    case Kind::Word:
    case Kind::Inflected: {
      Result<const std::vector<WordForm>*> forms = forms_of(node, *knowledge.inflections);
      if (!forms) return std::unexpected(forms.error());
      return compile_forms(**forms);
    }
    case Kind::List: return compile_list(node.text, knowledge);
    case Kind::Slot: return compile_slot(node.text);
    case Kind::Gap: return compile_gap(node.count);
    case Kind::Any: return emit_one({.op = Op::Any});
    case Kind::Number: return emit_one({.op = Op::Number});
    case Kind::Start: return emit_one({.op = Op::Start});
    case Kind::Sequence: return compile_sequence(node, knowledge);
    case Kind::Alternatives: return compile_alternatives(node.children, knowledge);
    case Kind::Not: return compile_not(node, knowledge);
    case Kind::Below:
    case Kind::Above: return compile_tree_step(node, true, knowledge);
    case Kind::Trigger: break;
  }
  Fragment open = emit_one({.op = Op::Save, .slot = kTriggerBegin});
  Result<Fragment> inner = compile(node.children.front(), knowledge);
  if (!inner) return inner;
  Fragment close = emit_one({.op = Op::Save, .slot = kTriggerEnd});
  patch(open.ends, inner->start);
  patch(inner->ends, close.start);
  return Fragment{open.start, close.ends};
}

Result<ProgramBuilder::Fragment> ProgramBuilder::compile(const Node& node, const Knowledge& knowledge) {
  Result<Fragment> fragment = compile_atom(node, knowledge);
  if (fragment && node.optional) return make_optional(std::move(*fragment));
  return fragment;
}

// Files the program under everything that its first token can be.
Result<void> ProgramBuilder::enter(RuleProgram::Entry entry) {
  std::vector<uint32_t> open{entry.start}, words;
  bool by_party = false, by_number = false;
  const uint32_t pattern = ++patterns_;
  seen_.resize(program_.instructions.size(), 0);
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    if (std::exchange(seen_[at], pattern) == pattern) continue;
    const Instruction& each = program_.instructions[at];
    switch (each.op) {
      case Op::Words: words.insert(words.end(), program_.sets[each.set].begin(), program_.sets[each.set].end()); break;
      case Op::PartyHead: by_party = true; break;
      case Op::Number: by_number = true; break;
      case Op::Split: open.push_back(each.other); [[fallthrough]];
      case Op::Save:
      case Op::Start:
      case Op::NotWords: open.push_back(each.next); break;
      case Op::Match: return complain("the pattern can match nothing, expected at least one item that is not optional");
      default: return complain("the pattern can begin with any word, expected a word, list, party or number first");
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (uint32_t word : words) entries_.push_back({word, entry});
  if (by_party) program_.by_party.push_back(entry);
  if (by_number) program_.by_number.push_back(entry);
  return {};
}

Result<void> ProgramBuilder::add(uint32_t rule, std::string_view pattern, const Knowledge& knowledge) {
  Result<PatternNode> node = parse_pattern(pattern);
  if (!node) return std::unexpected(node.error());
  list_depth_ = 0;
  Result<Fragment> fragment = compile(*node, knowledge);
  if (!fragment) return std::unexpected(fragment.error());
  patch(fragment->ends, emit({.op = Op::Match}));
  return enter({rule, fragment->start});
}

RuleProgram ProgramBuilder::finish(FoldTable vocabulary) && {
  program_.vocabulary = std::move(vocabulary);
  std::vector<uint32_t>& first = program_.first_entry_;
  first.assign(program_.vocabulary.size() + 1, 0);
  for (const auto& [word, entry] : entries_) ++first[word + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<uint32_t> next(first.begin(), first.end() - 1);
  program_.words_entries_.resize(entries_.size());
  for (const auto& [word, entry] : entries_) program_.words_entries_[next[word]++] = entry;
  return std::move(program_);
}

}  // namespace faultline
