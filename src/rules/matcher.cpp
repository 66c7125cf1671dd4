#include "rules/matcher.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/check.h"

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
};

bool can_stand_as(WordClass word_class, uint16_t marks) {
  switch (word_class) {
    case WordClass::Any: return true;
    case WordClass::Verb: return !(marks & (kAfterArticle | kAfterPreposition));
    case WordClass::Gerund: return !(marks & kAfterArticle);
    case WordClass::Noun: return !(marks & kAfterModal);
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
        if (token < tape.words.size() && accepts(tape, each, token)) follow(tape, each.next, token + 1, thread.slots, next_);
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
      case Op::Words: return has_word(each.set, tape.words[token]) && can_stand_as(each.word_class, marks);
      case Op::Any: return true;
      case Op::Gap: return !(marks & kClauseBreak);
      case Op::Number: return marks & kNumberMark;
      case Op::PartyHead: return marks & kPartyHead;
      case Op::PartyMore: return marks & kPartyMore;
      default: return false;
    }
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
      default: threads.push_back({at, slots});
    }
  }

  const RuleProgram& program_;
  std::vector<uint32_t> seen_;  // generation in which an instruction was reached last
  uint32_t generation_ = 0;
  std::vector<Thread> now_, next_;
};

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
  const uint32_t possessive = article.find_fold("'s"), bare_possessive = article.find_fold("'");
  std::vector<uint16_t> marks(article.tokens().size(), 0);
  for (const Sentence& sentence : article.sentences()) {
    const auto tokens = article.tokens_of(sentence);
    for (uint32_t i = 0; i < tokens.size(); ++i) {
      uint16_t& mark = marks[sentence.first_token + i];
      const uint32_t fold = tokens[i].fold;
      if (tokens[i].kind == TokenKind::Number || numbers[fold]) mark |= kNumberMark;
      if (breaks[fold]) mark |= kClauseBreak;
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

Matcher::Matcher(const RuleSet& rules, const Article& article) : rules_(rules), article_(article) {
  words_.reserve(article.fold_count());
  for (uint32_t fold = 0; fold < article.fold_count(); ++fold) words_.push_back(rules.program().find_word(article.fold_text(fold)));
}

std::vector<Match> Matcher::find(std::string_view kind, std::span<const uint16_t> marks) const {
  FL_CHECK(marks.size() == article_.tokens().size());
  const RuleProgram& program = rules_.program();
  Machine machine(program);
  std::vector<Match> found;
  std::vector<uint32_t> words;
  const auto try_all = [&](std::span<const RuleProgram::Entry> entries, const Tape& tape, uint32_t token, uint32_t base) {
    for (const RuleProgram::Entry& entry : entries) {
      if (rules_.rules()[entry.rule].kind != kind) continue;
      Slots slots;
      uint32_t last = 0;
      if (!machine.run(tape, entry.start, token, slots, last)) continue;
      const auto place = [&](uint32_t slot, uint32_t otherwise) { return slot == kNoToken ? otherwise : slot + base; };
      found.push_back({entry.rule, token + base, last + base, place(slots[kTriggerBegin], token + base),
                       place(slots[kTriggerEnd], last + base), place(slots[kWhoBegin], kNoToken), place(slots[kWhomBegin], kNoToken)});
    }
  };
  for (const Sentence& sentence : article_.sentences()) {
    words.clear();
    for (const Token& token : article_.tokens_of(sentence)) words.push_back(words_[token.fold]);
    const Tape tape{program, words, marks.subspan(sentence.first_token, sentence.token_count)};
    for (uint32_t token = 0; token < words.size(); ++token) {
      if (words[token] != RuleProgram::kNoWord) try_all(program.by_word[words[token]], tape, token, sentence.first_token);
      if (tape.marks[token] & kPartyHead) try_all(program.by_party, tape, token, sentence.first_token);
      if (tape.marks[token] & kNumberMark) try_all(program.by_number, tape, token, sentence.first_token);
    }
  }
  return found;
}

}  // namespace faultline
