#include "analysis/issue_types.h"

#include <algorithm>
#include <array>

namespace faultline {

namespace {

constexpr int kOfAccords = 4;  // a wage agreement is one on wages
constexpr int kGoverning = 4;  // every matter can be one of laws and decisions: what else it is about says more
constexpr uint32_t kShortPhrase = 2;  // words: a longer one says what its words alone do not
constexpr int kInPhrase = 6, kAsHead = 6, kInSentence = 1;  // votes of a word

using Votes = std::array<int, 11>;

void count(const Reading& reading, TokenRange range, int weight, Votes& votes) {
  std::array<uint32_t, Votes{}.size()> words{};
  for (uint32_t at = range.first; at < range.end; ++at) {
    for (size_t type = 0; type < votes.size(); ++type) words[type] = reading.longest(static_cast<List>(static_cast<size_t>(List::IssueTerritory) + type), at);
    // "The independence of the judiciary" speaks of no country's.
    const uint32_t longest = *std::max_element(words.begin(), words.end());
    for (size_t type = 0; type < votes.size(); ++type)
      if (words[type] > 0 && (words[type] == longest || longest <= kShortPhrase)) votes[type] += weight * static_cast<int>(words[type]);
  }
}

// An armed group that is none of the two sides: what they do with it is the issue.
bool names_armed_group(const Cast& cast, const IssueWords& words, TokenRange range) {
  for (uint32_t at = range.first; at < range.end; ++at)
    if (const PartyRef party = words.third_party(at); party >= 0 && cast.parties[static_cast<size_t>(party)].kind == PartyKind::ArmedGroup) return true;
  return false;
}

}  // namespace

uint32_t types_of_issue_word(const Reading& reading, uint32_t token) {
  uint32_t types = 0;
  for (size_t type = 0; type < Votes{}.size(); ++type)
    if (reading.has(static_cast<List>(static_cast<size_t>(List::IssueTerritory) + type), token)) types |= uint32_t{1} << type;
  return types;
}

IssueType type_of_issue(const Reading& reading, const Cast& cast, const IssueWords& words, std::span<const IssueCandidate> candidates) {
  Votes votes{};
  for (const IssueCandidate& candidate : candidates) {
    const TokenRange range = candidate.phrase.words;
    count(reading, range, kInPhrase, votes);
    if (names_armed_group(cast, words, range)) votes[static_cast<size_t>(IssueType::SanctuaryProxy)] += kInPhrase;
    count(reading, {candidate.phrase.head, candidate.phrase.head + 1}, kAsHead, votes);
    const Sentence& sentence = reading.article().sentences()[candidate.sentence];
    count(reading, {sentence.first_token, sentence.first_token + sentence.token_count}, kInSentence, votes);
  }
  votes[static_cast<size_t>(IssueType::Governance)] /= kGoverning;  // "a pension reform", "the water law": its other words say on what
  votes[static_cast<size_t>(IssueType::Accord)] /= kOfAccords;
  const auto best = std::max_element(votes.begin(), votes.end());
  return *best == 0 ? IssueType::Governance : static_cast<IssueType>(best - votes.begin());
}

IssueStatus status_of_issue(const Reading& reading, std::span<const IssueCandidate> candidates) {
  int hardened = 0, eased = 0, settled = 0;
  for (const IssueCandidate& candidate : candidates) {
    const Sentence& sentence = reading.article().sentences()[candidate.sentence];
    for (uint32_t at = sentence.first_token; at < sentence.first_token + sentence.token_count; ++at) {
      if (at >= candidate.phrase.words.first && at < candidate.phrase.words.end) continue;  // "a demand to lift the ban" lifts nothing
      hardened += reading.has(List::IssueHardened, at);
      eased += reading.has(List::IssueEased, at);
      settled += reading.has(List::IssueSettled, at);
    }
  }
  if (settled > 0 && settled >= hardened && settled >= eased) return IssueStatus::Settled;
  if (eased > hardened) return IssueStatus::Eased;
  return hardened > 0 ? IssueStatus::Hardened : IssueStatus::Open;
}

}  // namespace faultline
