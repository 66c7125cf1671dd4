#include "analysis/issue_words.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "analysis/stems.h"
#include "rules/rule_set.h"

namespace faultline {

Work IssueWords::read(const Cast& cast, std::span<const Signal> signals) {
  find_main_sides(signals);
  for (Work part = find_stems(); part.step();) co_yield part.cost();
  side_.assign(reading_.article().tokens().size(), kNoSide);
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

Work IssueWords::find_stems() {
  const WordStems stems(reading_.rules());
  std::unordered_map<std::string_view, uint32_t> numbers;
  stems_.assign(reading_.article().fold_count(), 0);
  std::vector<bool> known(stems_.size(), false);
  for (const Token& token : reading_.article().tokens()) {
    co_yield 1;
    if (known[token.fold]) continue;
    known[token.fold] = true;
    stems_[token.fold] = numbers.emplace(stems.of(reading_.article().fold_of(token)), numbers.size()).first->second;
  }
  stem_count_ = static_cast<uint32_t>(numbers.size());
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
