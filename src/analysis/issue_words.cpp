#include "analysis/issue_words.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "rules/rule_set.h"

namespace faultline {

namespace {

constexpr size_t kShortestStem = 4;

// Without one of the endings that make nouns of verbs and plurals of nouns: "closure", "closing", "closed" → "clos".
std::string_view strip(std::string_view word, std::span<const std::string> endings) {
  for (int i = 0; i < 2; ++i)
    for (const std::string& ending : endings)
      if (word.size() >= ending.size() + kShortestStem && word.ends_with(ending)) {
        word.remove_suffix(ending.size());
        break;
      }
  return word;
}

}  // namespace

IssueWords::IssueWords(const Reading& reading, const Cast& cast, std::span<const Signal> signals) : reading_(reading) {
  find_main_sides(signals);
  find_stems();
  side_.assign(reading.article().tokens().size(), kNoSide);
  for (const Mention& mention : cast.mentions) {
    const bool told = mention.party < 0 || mention.party == sides_.first || mention.party == sides_.second || mention.kind == MentionKind::Pronoun ||
                      cast.parties[static_cast<size_t>(mention.party)].kind == PartyKind::State;
    std::fill_n(side_.begin() + mention.first_token, mention.token_count, told ? kSide : mention.party);
  }
}

void IssueWords::find_main_sides(std::span<const Signal> signals) {
  std::map<std::pair<PartyRef, PartyRef>, int> passed;
  int most = 0;
  for (const Signal& signal : signals) {
    if (signal.who < 0 || signal.whom < 0 || signal.who == signal.whom) continue;
    const std::pair<PartyRef, PartyRef> pair = std::minmax(signal.who, signal.whom);
    const int count = ++passed[pair];
    if (count > most) most = count, sides_ = pair;
  }
}

void IssueWords::find_stems() {
  const auto endings = reading_.rules().words("issue.endings");
  std::unordered_map<std::string_view, uint32_t> numbers;
  for (const auto& row : reading_.rules().rows("issue-synonyms")) {
    const auto number = static_cast<uint32_t>(numbers.size());
    for (const std::string& word : row) numbers.emplace(strip(word, endings), number);
  }
  auto next = static_cast<uint32_t>(numbers.size());
  stems_.assign(reading_.article().fold_count(), 0);
  std::vector<bool> known(stems_.size(), false);
  for (const Token& token : reading_.article().tokens()) {
    if (known[token.fold]) continue;
    known[token.fold] = true;
    const std::string_view stem = strip(reading_.article().fold_of(token), endings);
    stems_[token.fold] = numbers.emplace(stem, next).first->second;
    next += stems_[token.fold] == next;
  }
  stem_count_ = next;
}

bool IssueWords::is_content(uint32_t token) const {
  if (!reading_.is_word(token) || side_[token] == kSide || reading_.token(token).span.size() < 3) return false;
  return side_[token] >= 0 || (!reading_.has(List::NeverNames, token) && !reading_.has(List::IssueGeneric, token) &&
                               !reading_.has(List::Prepositions, token) && !reading_.has(List::CueAdverbs, token) &&
                               reading_.fold(token) != "'s" && reading_.fold(token) != "n't");
}

// A third party is one word, beyond all stems.
uint32_t IssueWords::stem(uint32_t token) const {
  return side_[token] >= 0 ? stem_count_ + static_cast<uint32_t>(side_[token]) : stems_[reading_.token(token).fold];
}

std::vector<uint32_t> IssueWords::content(TokenRange range) const {
  std::vector<uint32_t> words;
  for (uint32_t at = range.first; at < range.end; ++at)
    if (is_content(at)) words.push_back(stem(at));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace faultline
