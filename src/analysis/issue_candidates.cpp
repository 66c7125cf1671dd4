#include "analysis/issue_candidates.h"

#include <algorithm>
#include <cstdlib>

#include "analysis/issue_phrases.h"
#include "rules/matcher.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

constexpr uint32_t kLongestOpening = 6;  // tokens of "Last but not least,"

class CandidateFinder {
 public:
  CandidateFinder(const Reading& reading, const Cast& cast, const RuleSet& rules)
      : reading_(reading), cast_(cast), rules_(rules), sentence_of_(reading.article().tokens().size()) {
    const auto sentences = reading.article().sentences();
    for (uint32_t i = 0; i < sentences.size(); ++i)
      std::fill_n(sentence_of_.begin() + sentences[i].first_token, sentences[i].token_count, i);
  }

  // What the patterns of the rules find.
  void read_matches() {
    std::vector<uint16_t> marks = make_marks(reading_.article(), rules_);
    for (const Mention& mention : cast_.mentions) {
      marks[mention.first_token] |= kPartyHead;
      for (uint32_t i = 1; i < mention.token_count; ++i) marks[mention.first_token + i] |= kPartyMore;
    }
    for (const Match& match : Matcher(rules_, reading_.article(), reading_.trees()).find("issue", marks)) {
      const std::string_view where = rules_.rules()[match.rule].field("where");
      const Sentence& sentence = reading_.article().sentences()[sentence_of_[match.first]];
      if (where == "after") add(phrase_after(reading_, sentence, match.last), match.rule);
      if (where == "before") add(phrase_before(reading_, sentence, match.trigger_first), match.rule);
      if (where == "list")
        for (const TokenRange phrase : phrases_of_list(reading_, sentence, match.last)) add(phrase, match.rule);
    }
  }

  // Items below a sentence that announces points of dispute.
  void read_lists() {
    const auto rule = index_of("issue.listed");
    if (!rule) return;
    const auto blocks = reading_.article().blocks();
    bool announced = false;
    for (size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != BlockKind::ListItem) {
        announced = announces_list(blocks[i], i + 1 < blocks.size() && blocks[i + 1].kind == BlockKind::ListItem);
        continue;
      }
      if (!announced || blocks[i].sentence_count == 0) continue;
      const Sentence& first = reading_.article().sentences()[blocks[i].first_sentence];
      add(object_of_item(first), *rule);
    }
  }

  // The object of a refusal or denial: what the other side asked or claimed.
  void read_signals(std::span<const Signal> signals) {
    const auto rule = index_of("issue.rejected");
    if (!rule) return;
    for (const Signal& signal : signals) {
      if (signal.category != Category::Rejection) continue;
      const uint32_t after = token_at(signal.span.end);
      if (after >= sentence_of_.size()) continue;
      const uint32_t sentence_index = sentence_of_[after];
      const Sentence& sentence = reading_.article().sentences()[sentence_index];
      if (after >= sentence.first_token + sentence.token_count || sentence.span.begin > signal.span.begin) continue;
      add(object_of_refusal(sentence, after), *rule);
    }
  }

  std::vector<IssueCandidate> take() {
    std::stable_sort(found_.begin(), found_.end(), [](const IssueCandidate& a, const IssueCandidate& b) { return a.words.first < b.words.first; });
    return std::move(found_);
  }

 private:
  std::optional<uint32_t> index_of(std::string_view id) const {
    const Rule* rule = rules_.find_rule(id);
    if (rule == nullptr) return std::nullopt;
    return static_cast<uint32_t>(rule - rules_.rules().data());
  }

  uint32_t token_at(uint32_t byte) const {
    const auto tokens = reading_.article().tokens();
    return static_cast<uint32_t>(std::lower_bound(tokens.begin(), tokens.end(), byte, [](const Token& token, uint32_t at) { return token.span.begin < at; }) -
                                 tokens.begin());
  }

  bool announces_list(const Block& block, bool before_list) const {
    if (!before_list || block.sentence_count == 0) return false;
    const Sentence& last = reading_.article().sentences_of(block).back();
    for (uint32_t at = last.first_token; at < last.first_token + last.token_count; ++at)
      if (reading_.has(List::IssueHeaders, at)) return true;
    return false;
  }

  // "The ongoing dispute over the Durand Line" names the line; other items name their object whole.
  TokenRange object_of_item(const Sentence& item) const {
    const uint32_t end = item.first_token + item.token_count;
    uint32_t first = item.first_token;
    if (reading_.has(List::IssueOpeners, first) || reading_.fold(first).ends_with("ly") || reading_.fold(first).ends_with("est")) {
      const uint32_t limit = std::min(end, first + kLongestOpening);
      for (uint32_t at = first; at < limit; ++at)
        if (reading_.fold(at) == ",") {  // "Most critically, …", "Gravest of all, …"
          first = at + 1;
          break;
        }
    }
    for (uint32_t at = first; at + 1 < end && at < first + 5; ++at)
      if (reading_.has(List::DisputeNouns, at) && reading_.has(List::DisputeObjects, at + 1)) return phrase_after(reading_, item, at + 2);
    while (first < end && reading_.has(List::Determiners, first)) ++first;
    uint32_t last = first;
    while (last < end && reading_.fold(last) != "." && reading_.fold(last) != ";" && reading_.fold(last) != ":") ++last;
    return {first, last};
  }

  TokenRange object_of_refusal(const Sentence& sentence, uint32_t after) const {
    const uint32_t end = sentence.first_token + sentence.token_count;
    // "rejected Islamabad’s request to …": the object of the request, when one is named soon.
    for (uint32_t at = after; at < end && at < after + 6; ++at) {
      if (reading_.token(at).kind == TokenKind::Punctuation && reading_.fold(at) != "\"") break;
      if (!reading_.has(List::DemandNouns, at) || at + 1 >= end) continue;
      const std::string_view next = reading_.fold(at + 1);
      if (next == "to" || next == "for" || next == "that") return phrase_after(reading_, sentence, at + 2);
    }
    uint32_t first = after;
    const std::string_view opening = reading_.fold(first);
    if (opening == "to" || opening == "that" || opening == "of" || opening == "at" || opening == "with") ++first;
    return phrase_after(reading_, sentence, first);
  }

  void add(TokenRange words, uint32_t rule) {
    // "refused to take part in …", "to settle and pay": what is left behind a preposition or "and" is no object.
    if (words.empty() || reading_.has(List::Prepositions, words.first) || reading_.fold(words.first) == "and" || reading_.fold(words.first) == "or") return;
    IssueCandidate candidate;
    candidate.words = words;
    candidate.sentence = sentence_of_[words.first];
    candidate.rule = rule;
    const Rule& by = rules_.rules()[rule];
    const std::string_view basis = by.field("basis");
    candidate.basis = basis == "GRIEVANCE" ? IssueBasis::Grievance : basis == "ENACTED" ? IssueBasis::Enacted : IssueBasis::Labelled;
    candidate.weight = std::atoi(std::string(by.field("weight", "1")).c_str());
    candidate.needs_dispute = by.field("needs") == "dispute";
    found_.push_back(candidate);
  }

  const Reading& reading_;
  const Cast& cast_;
  const RuleSet& rules_;
  std::vector<uint32_t> sentence_of_;  // by token
  std::vector<IssueCandidate> found_;
};

}  // namespace

std::vector<IssueCandidate> find_issue_candidates(const Reading& reading, const Cast& cast, std::span<const Signal> signals,
                                                  const RuleSet& rules) {
  CandidateFinder finder(reading, cast, rules);
  finder.read_matches();
  finder.read_lists();
  finder.read_signals(signals);
  return finder.take();
}

}  // namespace faultline
