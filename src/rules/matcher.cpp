#include "rules/matcher.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/check.h"
#include "rules/tree_step.h"

namespace faultline {
namespace {

using Slots = std::array<uint32_t, kSlotCount>;
constexpr Slots kNoSlots{kNoToken, kNoToken, kNoToken, kNoToken};

struct Thread {
  uint32_t at;
  Slots slots;
};

// One sentence as the machine sees it.
struct Tape {
  const RuleProgram& program;
  std::span<const uint32_t> words;  // by token of the sentence
  std::span<const uint16_t> marks;
  const Trees& trees;
  uint32_t base;  // the article's number of its first token
};

// What the tagger is sure of decides; of capitalised words in a headline, of participles that stand as adjectives and of
// what it has no word for, the word before decides.
bool can_stand_as(WordClass word_class, uint16_t marks, const Trees& trees, uint32_t token) {
  const Upos upos = trees.upos(token);
  const Relation relation = trees.relation(token);
  // "The union plans to strike": a noun with a subject and no copula is a verb that the tagger missed.
  const bool is_missed = upos == Upos::Noun && trees.find_child(token, Relation::Nsubj) != kNoToken && trees.find_child(token, Relation::Cop) == kNoToken;
  const bool is_verb = upos == Upos::Verb || upos == Upos::Aux || is_missed;
  switch (word_class) {
    case WordClass::Any: return true;
    case WordClass::Verb:
      if (is_verb) return relation != Relation::Amod && relation != Relation::Compound;
      return upos != Upos::Noun && upos != Upos::Adp && !(marks & (kAfterArticle | kAfterPreposition));
    case WordClass::Gerund: return is_verb ? relation != Relation::Amod : !(marks & kAfterArticle);
    case WordClass::Noun: return (upos == Upos::Noun && !is_missed) || (!is_verb && !(marks & kAfterModal));
  }
  return true;
}

// Pike's machine: all paths advance together, one token at a time, in the order of preference.
class Machine {
 public:
  explicit Machine(const RuleProgram& program) : program_(program), seen_(program.instructions.size(), 0) {}

  // The best match that begins at token `first`, as slots and the end of the match.
  bool run(const Tape& tape, uint32_t start, uint32_t first, Slots& slots, uint32_t& last) {
    bool found = false;
    now_.clear();
    ++generation_;
    follow(tape, start, first, kNoSlots, now_);
    for (uint32_t token = first; !now_.empty(); ++token) {
      next_.clear();
      ++generation_;
      for (const Thread& thread : now_) {
        const Instruction& each = program_.instructions[thread.at];
        if (each.op == Op::Match) {
          found = true;
          slots = thread.slots;
          last = token;
          break;  // the paths behind this one are less preferred
        }
        if (token >= tape.words.size()) continue;
        if (accepts(tape, each, token)) follow(tape, each.next, token + 1, thread.slots, next_);
        else if (token > first && (tape.marks[token] & kQuoteMark)) wait(thread);
      }
      std::swap(now_, next_);
    }
    return found;
  }

 private:
  bool has_word(uint32_t set, uint32_t word) const {
    if (word == RuleProgram::kNoWord) return false;
    const std::vector<uint32_t>& words = program_.sets[set];
    return std::binary_search(words.begin(), words.end(), word);
  }

  bool accepts(const Tape& tape, const Instruction& each, uint32_t token) const {
    const uint16_t marks = tape.marks[token];
    switch (each.op) {
      case Op::Words: return has_word(each.set, tape.words[token]) && can_stand_as(each.word_class, marks, tape.trees, tape.base + token);
      case Op::Any: return true;
      case Op::Gap: return !(marks & kClauseBreak);
      case Op::Number: return marks & kNumberMark;
      case Op::PartyHead: return marks & kPartyHead;
      case Op::PartyMore: return marks & kPartyMore;
      default: return false;
    }
  }

  // A quotation mark is no word: 'called the offer "a sham"' reads as without it.
  void wait(const Thread& thread) {
    if (seen_[thread.at] == generation_) return;
    seen_[thread.at] = generation_;
    next_.push_back(thread);
  }

  // Adds the instructions that can be reached from `at` without a token.
  void follow(const Tape& tape, uint32_t at, uint32_t token, Slots slots, std::vector<Thread>& threads) {
    if (seen_[at] == generation_) return;
    seen_[at] = generation_;
    const Instruction& each = program_.instructions[at];
    switch (each.op) {
      case Op::Split:
        follow(tape, each.next, token, slots, threads);
        return follow(tape, each.other, token, slots, threads);
      case Op::Save: slots[each.slot] = token; return follow(tape, each.next, token, slots, threads);
      case Op::Start:
        if (token == 0) follow(tape, each.next, token, slots, threads);
        return;
      case Op::NotWords:
        if (token >= tape.words.size() || !has_word(each.set, tape.words[token])) follow(tape, each.next, token, slots, threads);
        return;
      case Op::Below:
      case Op::NotBelow:
        if (is_below(tape, each, anchor(tape, token)) == (each.op == Op::Below)) follow(tape, each.next, token, slots, threads);
        return;
      case Op::Above:
      case Op::NotAbove:
        if (is_above(tape, each, anchor(tape, token)) == (each.op == Op::Above)) follow(tape, each.next, token, slots, threads);
        return;
      default: threads.push_back({at, slots});
    }
  }

  // The token, of the sentence, that a step before `token` looks at.
  static uint32_t anchor(const Tape& tape, uint32_t token) { return find_anchor(tape.trees, tape.base + token - 1) - tape.base; }

  // Whether `child`, which stands below some word, is what a step asks for.
  bool fits(const Tape& tape, const Instruction& step, uint32_t child) const {
    const auto role = static_cast<TreeRole>(step.slot);
    if (role == TreeRole::Preposition) {
      const uint32_t preposition = find_preposition(tape.trees, child);
      return preposition != kNoToken && word_at(tape, preposition) == step.other;
    }
    return is_in_role(tape.trees, child, role);
  }
  static uint32_t word_at(const Tape& tape, uint32_t token) { return tape.words[token - tape.base]; }
  bool is_wanted(const Tape& tape, const Instruction& step, uint32_t token) const {
    if (step.set == kAnyWord) return true;
    if (step.set == kPartyWord) return tape.marks[token - tape.base] & (kPartyHead | kPartyMore);
    return has_word(step.set, word_at(tape, token));
  }

  // Of "rejected the offer and the plan" both are the object.
  bool is_below(const Tape& tape, const Instruction& step, uint32_t token) const {
    for (const uint32_t child : tape.trees.children(tape.base + token)) {
      if (!fits(tape, step, child)) continue;
      if (is_wanted(tape, step, child)) return true;
      for (const uint32_t other : tape.trees.children(child))
        if (tape.trees.relation(other) == Relation::Conj && is_wanted(tape, step, other)) return true;
    }
    return has_oblique_of_verb(tape, step, tape.base + token);
  }

  // "filed a complaint against the bank": whether "against" hangs on the noun or on its verb means the same to a rule.
  bool has_oblique_of_verb(const Tape& tape, const Instruction& step, uint32_t token) const {
    if (static_cast<TreeRole>(step.slot) != TreeRole::Preposition || !is_in_role(tape.trees, token, TreeRole::Object)) return false;
    for (const uint32_t child : tape.trees.children(tape.trees.head(token)))
      if (child > token && fits(tape, step, child) && is_wanted(tape, step, child)) return true;
    return false;
  }

  bool is_above(const Tape& tape, const Instruction& step, uint32_t token) const {
    uint32_t child = tape.base + token;
    if (tape.trees.relation(child) == Relation::Conj && tape.trees.head(child) != kNoToken) child = tape.trees.head(child);
    const uint32_t head = tape.trees.head(child);
    return head != kNoToken && fits(tape, step, child) && is_wanted(tape, step, head);
  }

  const RuleProgram& program_;
  std::vector<uint32_t> seen_;  // generation in which an instruction was reached last
  uint32_t generation_ = 0;
  std::vector<Thread> now_, next_;
};

// A trigger begins with a word, and ends with the quotation that it opened: 'a "sham"', not 'a "sham'.
void close_quotes(const Tape& tape, Slots& slots) {
  uint32_t &begin = slots[kTriggerBegin], &end = slots[kTriggerEnd];
  if (begin == kNoToken || end == kNoToken) return;
  const auto is_quote = [&](uint32_t token) { return token < tape.marks.size() && (tape.marks[token] & kQuoteMark); };
  while (begin + 1 < end && is_quote(begin)) ++begin;
  bool is_open = false;
  for (uint32_t token = begin; token < end; ++token) is_open ^= is_quote(token);
  if (is_open && is_quote(end)) ++end;
}

// The folds of the article that a list has as single words.
std::vector<bool> folds_in(const Article& article, std::span<const std::string> words) {
  std::vector<bool> in(article.fold_count(), false);
  for (const std::string& word : words)
    if (const uint32_t fold = article.find_fold(word); fold != Article::kNoFold) in[fold] = true;
  return in;
}

}  // namespace

std::vector<uint16_t> make_marks(const Article& article, const RuleSet& rules) {
  const auto determiners = folds_in(article, rules.words("determiners"));
  const auto prepositions = folds_in(article, rules.words("prepositions"));
  const auto modals = folds_in(article, rules.words("modals"));
  const auto pronouns = folds_in(article, rules.words("subject-pronouns"));
  const auto breaks = folds_in(article, rules.words("clause-breaks"));
  const auto numbers = folds_in(article, rules.words("number-words"));
  const auto quotes = folds_in(article, std::vector<std::string>{"\"", "“", "”", "‘"});
  const uint32_t possessive = article.find_fold("'s"), bare_possessive = article.find_fold("'");
  std::vector<uint16_t> marks(article.tokens().size(), 0);
  for (const Sentence& sentence : article.sentences()) {
    const auto tokens = article.tokens_of(sentence);
    for (uint32_t i = 0; i < tokens.size(); ++i) {
      uint16_t& mark = marks[sentence.first_token + i];
      const uint32_t fold = tokens[i].fold;
      if (tokens[i].kind == TokenKind::Number || numbers[fold]) mark |= kNumberMark;
      if (breaks[fold]) mark |= kClauseBreak;
      if (quotes[fold]) mark |= kQuoteMark;
      if (i == 0) continue;
      const uint32_t before = tokens[i - 1].fold;
      // "it’s", "he’s" shorten a verb; after anything else ’s is a possessive.
      const bool is_possessive = (before == possessive && i > 1 && !pronouns[tokens[i - 2].fold]) || before == bare_possessive;
      if (determiners[before] || is_possessive) mark |= kAfterArticle;
      if (prepositions[before]) mark |= kAfterPreposition;
      if (modals[before] || pronouns[before]) mark |= kAfterModal;
    }
  }
  return marks;
}

Matcher::Matcher(const RuleSet& rules, const Article& article, const Trees& trees) : rules_(rules), article_(article), trees_(trees) {
  words_.reserve(article.fold_count());
  for (uint32_t fold = 0; fold < article.fold_count(); ++fold) words_.push_back(rules.program().vocabulary.find(article.fold_text(fold)));
}

std::vector<Match> Matcher::find(std::string_view kind, std::span<const uint16_t> marks) const {
  std::vector<Match> found;
  find(kind, marks, 0, static_cast<uint32_t>(article_.sentences().size()), found);
  return found;
}

void Matcher::find(std::string_view kind, std::span<const uint16_t> marks, uint32_t first, uint32_t last, std::vector<Match>& found) const {
  FL_CHECK(marks.size() == article_.tokens().size());
  const RuleProgram& program = rules_.program();
  Machine machine(program);
  std::vector<uint32_t> words;
  std::vector<bool> is_wanted;  // by rule: comparing names at every token would cost as much as matching
  for (const Rule& rule : rules_.rules()) is_wanted.push_back(rule.kind == kind);
  const auto try_all = [&](std::span<const RuleProgram::Entry> entries, const Tape& tape, uint32_t token, uint32_t base) {
    for (const RuleProgram::Entry& entry : entries) {
      if (!is_wanted[entry.rule]) continue;
      Slots slots{};
      uint32_t last = 0;
      if (!machine.run(tape, entry.start, token, slots, last)) continue;
      const auto place = [&](uint32_t slot, uint32_t otherwise) { return slot == kNoToken ? otherwise : slot + base; };
      close_quotes(tape, slots);
      found.push_back({entry.rule, token + base, last + base, place(slots[kTriggerBegin], token + base),
                       place(slots[kTriggerEnd], last + base), place(slots[kWhoBegin], kNoToken), place(slots[kWhomBegin], kNoToken)});
    }
  };
  for (const Sentence& sentence : article_.sentences().subspan(first, last - first)) {
    words.clear();
    for (const Token& token : article_.tokens_of(sentence)) words.push_back(words_[token.fold]);
    const Tape tape{program, words, marks.subspan(sentence.first_token, sentence.token_count), trees_, sentence.first_token};
    for (uint32_t token = 0; token < words.size(); ++token) {
      if (words[token] != RuleProgram::kNoWord) try_all(program.by_word(words[token]), tape, token, sentence.first_token);
      if (tape.marks[token] & kPartyHead) try_all(program.by_party, tape, token, sentence.first_token);
      if (tape.marks[token] & kNumberMark) try_all(program.by_number, tape, token, sentence.first_token);
    }
  }
}

}  // namespace faultline
