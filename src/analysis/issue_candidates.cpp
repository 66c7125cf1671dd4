#include "analysis/issue_candidates.h"

#include <algorithm>
#include <cstdlib>

#include "analysis/categories.h"
#include "analysis/issue_objects.h"
#include "analysis/issue_types.h"
#include "base/sort.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

constexpr uint32_t kLongestOpening = 6;  // tokens of "Last but not least,"
constexpr uint32_t kIntroducedWithin = 600;  // tokens
constexpr int kSure = 4;  // the weight from which a candidate needs no company

class CandidateFinder {
 public:
  CandidateFinder(const Reading& reading, const Cast& cast, const RuleSet& rules)
      : reading_(reading), cast_(cast), rules_(rules), sentence_of_(reading.article().tokens().size()) {
    const auto sentences = reading.article().sentences();
    for (uint32_t i = 0; i < sentences.size(); ++i)
      std::fill_n(sentence_of_.begin() + sentences[i].first_token, sentences[i].token_count, i);
  }

  // What the patterns of the rules find.
  Work read_matches(std::span<const Match> matches) {
    for (const Match& match : matches) {
      const Rule& rule = rules_.rules()[match.rule];
      const TokenRange cue{match.trigger_first, match.trigger_last};
      co_yield 1;
      if (rule.field("where") == "before") {
        if (is_name(cue.first)) continue;  // "Castle Row"
        add(phrase_before(reading_, reading_.trees().head_of(cue.first, cue.end)), match.rule);
        continue;
      }
      add_objects(cue, match.rule);
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

  // What stands behind a signal: what was refused, alleged, threatened with, was asked, done or claimed by the other side.
  Work read_signals(std::span<const Signal> signals) {
    for (uint32_t rule = 0; rule < rules_.rules().size(); ++rule) {
      const auto categories = rules_.rules()[rule].field_values("signals");
      if (categories.empty() || rules_.rules()[rule].kind != "issue") continue;
      for (const Signal& signal : signals) {
        if (std::find(categories.begin(), categories.end(), to_string(signal.category)) == categories.end()) continue;
        const TokenRange cue{token_at(signal.span.begin), token_at(signal.span.end)};
        if (signal.category != Category::StatedDistrust || !grieves(cue)) add_objects(cue, rule);
        co_yield 1;
      }
    }
  }

  std::vector<IssueCandidate> take() {
    sort_stably(found_, [](const IssueCandidate& a, const IssueCandidate& b) { return a.phrase.words.first < b.phrase.words.first; });
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
  IssuePhrase object_of_item(const Sentence& item) const {
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
      if (reading_.has(List::DisputeNouns, at) && reading_.has(List::DisputeObjects, at + 1))
        if (const uint32_t head = phrase_head_at(reading_, at + 2); head != kNoToken) return phrase_of(reading_, head);
    while (first < end && reading_.has(List::Determiners, first)) ++first;
    uint32_t last = first;
    while (last < end && reading_.fold(last) != "." && reading_.fold(last) != ";" && reading_.fold(last) != ":") ++last;
    return {{first, last}, first < last ? reading_.trees().head_of(first, last) : kNoToken, kNoToken};
  }

  void add_objects(TokenRange cue, uint32_t rule) {
    const Rule& by = rules_.rules()[rule];
    const std::vector<uint32_t> heads = find_issue_objects(reading_, cue, by.field_values("where"), by.field("split") == "true");
    for (uint32_t head : heads) {
      IssuePhrase phrase = phrase_of(reading_, head, heads.size() > 1);
      if (phrase.words.first < cue.end && phrase.head >= cue.end) phrase.words.first = cue.end;  // "[the disputed] reservoir"
      // "[over] service charges": hung on the noun's own noun.
      while (phrase.words.first < phrase.head && reading_.has(List::DisputeObjects, phrase.words.first)) ++phrase.words.first;
      // The parser hung the cue below its own object: nothing is told.
      if (phrase.words.first < cue.end && cue.first < phrase.words.end) continue;
      add(phrase, rule);
    }
  }

  void add(const IssuePhrase& phrase, uint32_t rule) {
    if (phrase.words.empty() || phrase.head == kNoToken) return;
    const Rule& by = rules_.rules()[rule];
    IssueCandidate candidate;
    candidate.phrase = introduction_of(phrase);
    candidate.sentence = sentence_of_[phrase.head];
    candidate.rule = rule;
    const std::string_view basis = by.field("basis");
    candidate.basis = basis == "GRIEVANCE" ? IssueBasis::Grievance : basis == "ENACTED" ? IssueBasis::Enacted : IssueBasis::Labelled;
    if (by.field("where") != "item" && !names_something(phrase, candidate.basis)) return;
    if (candidate.basis != IssueBasis::Labelled && is_party(phrase.head)) return;  // whom, not what
    candidate.weight = std::atoi(std::string(by.field("weight", "1")).c_str());
    // "The release of water", "a cut in contributions": a deed put as a noun, with its object, is named as issues are.
    if (candidate.weight < kSure && is_name_of_deed(phrase.head)) ++candidate.weight;
    candidate.needs_dispute = by.field("needs") == "dispute";
    found_.push_back(candidate);
  }

  // Persons, times and words spoken cannot be settled; a pronoun or a sum names nothing, and neither does a bare verb ("refused to
  // cooperate") or, where nothing is called a dispute, a name that is none of a law or a treaty.
  bool names_something(const IssuePhrase& phrase, IssueBasis basis) const {
    const Trees& trees = reading_.trees();
    const uint32_t head = phrase.subject != kNoToken ? phrase.subject : phrase.head;
    if (reading_.fold(phrase.words.first) == ",") return false;  // "Stockholm, which said so"
    // "Service charges", "border controls": the word before them says which.
    const bool is_told_apart = reading_.has(List::IssueKinds, head) && trees.find_child(head, Relation::Compound) != kNoToken;
    if (trees.upos(head) == Upos::Pron || trees.upos(head) == Upos::Num || trees.upos(head) == Upos::Sym || (reading_.has(List::IssueNeverHeads, head) && !is_told_apart) || reading_.has(List::IssueTimes, head)) return false;
    if (is_predicate(reading_, head)) {
      const uint32_t object = trees.find_child(head, Relation::Obj);  // "choose them" names nothing
      return phrase.words.end - phrase.words.first > 1 && (object == kNoToken || trees.upos(object) != Upos::Pron || phrase.words.end > object + 2);
    }
    if (basis != IssueBasis::Labelled && is_bare_wrapper(phrase, head)) return false;
    if (types_of_issue_word(reading_, head) != 0) return true;
    const bool is_bare = phrase.words.end == head + 1 && phrase.words.first + 2 == phrase.words.end && reading_.fold(phrase.words.first) == "the";
    if (basis != IssueBasis::Labelled && is_bare && introduction_of(phrase).head == head) return false;  // "condemned the damage": of what is told elsewhere
    if (trees.upos(head) == Upos::Propn && basis != IssueBasis::Labelled) return false;
    return basis != IssueBasis::Enacted || !is_person(head);
  }

  // "Angered the small boats": whom, not what; the cause is another rule's.
  bool grieves(TokenRange cue) const { return reading_.has(List::GrievanceVerbs, reading_.trees().head_of(cue.first, cue.end)); }

  bool is_name_of_deed(uint32_t head) const {
    return reading_.trees().upos(head) == Upos::Noun && reading_.trees().find_child(head, Relation::Nmod) > head && reading_.trees().find_child(head, Relation::Nmod) != kNoToken && types_of_issue_word(reading_, head) != 0;
  }

  // "The ban" is "a ban on night flights", where the article has told of it so before.
  IssuePhrase introduction_of(const IssuePhrase& phrase) const {
    const Trees& trees = reading_.trees();
    const uint32_t head = phrase.head;
    if (trees.upos(head) != Upos::Noun || phrase.words.end != head + 1 || phrase.words.first + 2 != phrase.words.end || !reading_.fold(phrase.words.first).starts_with("th")) return phrase;
    for (uint32_t at = head, first = head - std::min(head, kIntroducedWithin); at-- > first;)
      if (trees.upos(at) == Upos::Noun && trees.lemma(at) == trees.lemma(head))
        if (const uint32_t complement = trees.find_child(at, Relation::Nmod); complement != kNoToken && complement > at) return phrase_of(reading_, at);
    return phrase;
  }

  // "The offer", "this proposal": of what, is told elsewhere or not at all.
  bool is_bare_wrapper(const IssuePhrase& phrase, uint32_t head) const {
    if (!reading_.has(List::IssueWrappers, head)) return false;
    for (uint32_t at = phrase.words.first; at < phrase.words.end; ++at)
      if (at != head && reading_.is_word(at) && !reading_.has(List::NeverNames, at) && !reading_.has(List::IssueGeneric, at)) return false;
    return true;
  }

  bool is_person(uint32_t head) const {
    if (reading_.has(List::IssueNoPersons, head)) return false;
    const std::string_view word = reading_.fold(head);
    return std::any_of(person_endings_.begin(), person_endings_.end(), [&](const std::string& ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
  }

  bool is_party(uint32_t token) const { return mention_at(token) != nullptr; }

  bool is_name(uint32_t token) const {
    const Mention* mention = mention_at(token);
    return mention != nullptr && mention->kind == MentionKind::Name;
  }

  const Mention* mention_at(uint32_t token) const {
    for (const Mention& mention : cast_.mentions_of(sentence_of_[token]))
      if (mention.first_token <= token && token < mention.first_token + mention.token_count) return &mention;
    return nullptr;
  }

  const Reading& reading_;
  const Cast& cast_;
  const RuleSet& rules_;
  std::span<const std::string> person_endings_ = rules_.words("issue.person-endings");
  std::vector<uint32_t> sentence_of_;  // by token
  std::vector<IssueCandidate> found_;
};

}  // namespace

Work find_issue_candidates(const Reading& reading, const Cast& cast, std::span<const Match> matches, std::span<const Signal> signals, const RuleSet& rules,
                           std::vector<IssueCandidate>& candidates) {
  CandidateFinder finder(reading, cast, rules);
  for (Work part = finder.read_matches(matches); part.step();) co_yield part.cost();
  finder.read_lists();
  for (Work part = finder.read_signals(signals); part.step();) co_yield part.cost();
  candidates = finder.take();
}

}  // namespace faultline
