#include "analysis/attributions.h"

#include <algorithm>
#include <span>

#include "analysis/cue_contents.h"
#include "analysis/cue_sources.h"
#include "base/sort.h"

namespace faultline {

std::vector<int32_t> mark_quotes(const Reading& reading, const std::vector<QuotedSpan>& quotes) {
  const auto tokens = reading.article().tokens();
  std::vector<int32_t> quoted(tokens.size(), -1);
  for (size_t i = 0; i < quotes.size(); ++i) {
    auto at = std::lower_bound(tokens.begin(), tokens.end(), quotes[i].span.begin,
                               [](const Token& token, uint32_t byte) { return token.span.begin < byte; });
    for (; at != tokens.end() && at->span.end <= quotes[i].span.end; ++at) quoted[static_cast<size_t>(at - tokens.begin())] = static_cast<int32_t>(i);
  }
  return quoted;
}

namespace {

class ReportFinder {
 public:
  ReportFinder(const Reading& reading, const Cast& cast, const std::vector<int32_t>& quoted, uint32_t sentence)
      : reading_(reading),
        trees_(reading.trees()),
        quoted_(quoted),
        sentence_(sentence),
        sources_(reading, quoted),
        contents_(reading, quoted, reading.article().sentences()[sentence]) {
    const Sentence& read = reading.article().sentences()[sentence];
    begin_ = read.first_token;
    end_ = begin_ + read.token_count;
    for (const Mention& mention : cast.mentions_of(sentence))
      if (mention.kind != MentionKind::Adjective && mention.party != kDyad) mentions_.push_back(&mention);
    auto by_sentence = [](const Mention& mention, uint32_t value) { return mention.sentence < value; };
    for (auto it = std::lower_bound(cast.bystanders.begin(), cast.bystanders.end(), sentence, by_sentence);
         it != cast.bystanders.end() && it->sentence == sentence; ++it)
      mentions_.push_back(&*it);
    sort_stably(mentions_, [](const Mention* a, const Mention* b) { return a->first_token < b->first_token; });
  }

  std::vector<Report> find() {
    for (uint32_t at = read_label(); at < end_;) {
      if (quoted_[at] >= 0) {  // whom somebody quotes in his own words is his affair
        ++at;
        continue;
      }
      uint32_t count = read_according(at);
      if (count == 0) count = read_state(at);
      if (count == 0) count = trees_.upos(at) == Upos::Verb ? read_verb(at) : trees_.upos(at) == Upos::Adv ? read_hedge(at) : read_noun(at);
      at += std::max(count, 1u);
    }
    return std::move(reports_);
  }

 private:
  Commitment commitment_at(uint32_t at) const {
    if (reading_.has(List::DistancingCues, at)) return Commitment::Distance;
    return reading_.has(List::EndorsingCues, at) ? Commitment::Endorse : Commitment::Neutral;
  }

  void add(Report report) {
    report.speaker = find_speaker(report.source, report.head);
    reports_.push_back(report);
  }

  // "RUIZ: The pass is shut.", "Minister: pass is shut": a name at the head of a paragraph, and what it says to its end.
  uint32_t read_label() {
    constexpr uint32_t kWords = 4;
    const Article& article = reading_.article();
    const Sentence& sentence = article.sentences()[sentence_];
    const Block& block = article.blocks()[sentence.block];
    if (block.first_sentence != sentence_) return begin_;
    const uint32_t first = begin_ + (reading_.is_word(begin_) ? 0 : 1);
    uint32_t colon = first;
    while (colon < end_ && colon - first < kWords && reading_.is_word(colon) && reading_.is_capital(colon)) ++colon;
    if (colon == first || colon >= end_ || reading_.fold(colon) != ":") return begin_;
    const Mention* named = find_speaker({first, colon}, first);
    const bool person = named != nullptr && (named->person >= 0 || named->party < 0);
    const bool role = reading_.longest(List::CommonSources, first) == colon - first || reading_.longest(List::OfficeTitles, first) == colon - first;
    if (!person && !role) return begin_;
    const Sentence& last = article.sentences()[block.first_sentence + block.sentence_count - 1];
    const TokenRange content = contents_.trimmed({colon + 1, last.first_token + last.token_count});
    if (content.empty()) return begin_;
    add({{first, colon}, {colon, colon + 1}, content, first, nullptr, ReportKind::Clause, Commitment::Neutral});
    return colon + 1;
  }

  // "according to two officials", "in the words of the minister"
  uint32_t read_according(uint32_t at) {
    const uint32_t count = reading_.longest(List::SourcePrepositions, at);
    if (count == 0 || at + count >= end_) return 0;
    const TokenRange cue{at, at + count};
    uint32_t head = trees_.relation(at) == Relation::Case ? trees_.head(at) : trees_.find_child(at, Relation::Obl);
    if (head == kNoToken || head < cue.end) head = trees_.head_of(cue.end, std::min(end_, cue.end + 3));
    const CueSource source = sources_.phrase_of(head, cue);
    const uint32_t phrase = trees_.relation(at) == Relation::Case ? head : at;
    Report report{source.range, cue, contents_.find_around(phrase, cue, source.range), source.head, nullptr, ReportKind::Clause, Commitment::Neutral};
    if (report.content.empty()) return 0;
    add(report);
    return count;
  }

  // The longest cue of a shape that begins here.
  uint32_t count_of_shape(uint32_t at, CueShape shape) const {
    if (shape == CueShape::Infinitive) return reading_.longest(List::InfinitiveCues, at);
    if (shape == CueShape::Object) return reading_.longest(List::ObjectCues, at);
    uint32_t count = 0;  // of a quotation, too
    for (const List list : {List::NeutralCues, List::GuardedCues, List::EndorsingCues, List::DistancingCues}) count = std::max(count, reading_.longest(list, at));
    return count;
  }

  uint32_t read_verb(uint32_t at) {
    const bool passive = sources_.is_passive(at);
    for (const CueShape shape : {CueShape::Clause, CueShape::Infinitive, CueShape::Object, CueShape::Quotation}) {
      const uint32_t count = count_of_shape(at, shape);
      if (count == 0 || (passive && shape == CueShape::Quotation)) continue;
      if ((shape == CueShape::Object || shape == CueShape::Infinitive) && is_naming(at)) continue;
      const TokenRange cue{at, at + count};
      CueSource source = sources_.find_of_verb(at, cue);
      if (!passive && reading_.has(List::NeutralCues, at) && (source.range.empty() || quoted_[source.head] >= 0)) source = sources_.find_beside(at, cue, begin_, end_);
      const TokenRange content = contents_.find_of_verb(at, cue, source.range, shape);
      if (content.empty()) continue;
      if (source.range.empty() && trees_.xpos(at) == Xpos::Vbg && !reports_.empty()) source = {reports_.back().source, reports_.back().head};
      if (is_no_voice_of_its_own(at, source, shape)) return 0;
      if (sources_.is_loose_participle(at)) end_report_before(at);
      const bool words = shape == CueShape::Clause || shape == CueShape::Quotation;
      add({source.range, cue, content, source.head, nullptr, words ? ReportKind::Clause : ReportKind::Matter, commitment_at(at)});
      return count;
    }
    return 0;
  }

  // "a stream called Miracle Run", "people accused of theft", "a talk discussing rivers": a participle behind its noun
  // describes it, unless the noun is one that speaks.
  bool is_naming(uint32_t at) const {
    if (trees_.relation(at) != Relation::Acl) return false;
    if (trees_.xpos(at) == Xpos::Vbn) return trees_.find_child(at, Relation::OblAgent) == kNoToken;
    return trees_.xpos(at) == Xpos::Vbg && !reading_.has(List::CommonSources, trees_.head(at));
  }

  // The reports whose content may still go on.
  std::span<Report> recent() {
    constexpr size_t kRecent = 16;  // a text of one endless sentence stays linear
    return std::span(reports_).last(std::min(reports_.size(), kRecent));
  }

  // Inside what somebody says: his own "he hopes", and what others merely want; another's words make a chain.
  bool is_no_voice_of_its_own(uint32_t at, const CueSource& source, CueShape shape) {
    for (const Report& report : recent()) {
      if (at < report.content.first || at >= report.content.end || report.kind != ReportKind::Clause) continue;
      if (shape == CueShape::Infinitive || shape == CueShape::Object || source.head == kNoToken) return true;
      if (trees_.upos(source.head) == Upos::Pron && !sources_.is_loose_participle(at)) return true;
    }
    return false;
  }

  // "said the deal was dead, adding that …": what he said ends where he adds.
  void end_report_before(uint32_t at) {
    for (Report& report : recent()) {
      if (at <= report.content.first + 1 || at >= report.content.end) continue;
      report.content = contents_.trimmed({report.content.first, at});
      const uint32_t said = report.source.empty() ? report.cue.first : std::min(report.cue.first, report.source.first);
      if (report.content.end <= std::max(report.cue.end, report.source.end) && report.content.first < said) report.content = contents_.trimmed({report.content.first, said});
    }
  }

  // "is worried that", "was confident that"
  uint32_t read_state(uint32_t at) {
    const uint32_t count = reading_.longest(List::StateCues, at);
    if (count == 0 || (trees_.upos(at) != Upos::Adj && trees_.upos(at) != Upos::Verb)) return 0;
    const TokenRange cue{at, at + count}, content = contents_.find_of_state(at, cue);
    const CueSource source = sources_.find_of_state(at, cue);
    if (content.empty() || source.range.empty() || is_no_voice_of_its_own(at, source, CueShape::Clause)) return 0;
    add({source.range, cue, content, source.head, nullptr, ReportKind::Clause, Commitment::Neutral});
    return count;
  }

  uint32_t read_noun(uint32_t at) {
    const uint32_t count = reading_.longest(List::CueNouns, at);
    if (count == 0) return 0;
    const uint32_t noun = at + count - 1;
    const TokenRange cue{at, at + count}, content = contents_.find_of_noun(noun, cue);
    if (content.empty()) return 0;
    // "expressed concern that", "told him in a statement that": told already.
    if (!reports_.empty() && reports_.back().content.end == content.end && reports_.back().cue.end <= at) return 0;
    const CueSource source = sources_.find_of_noun(noun, cue);
    if (source.range.empty()) return 0;
    add({source.range, cue, content, source.head, nullptr, ReportKind::Clause, commitment_at(at)});
    return count;
  }

  // "reportedly", "allegedly": somebody says it who is not named.
  uint32_t read_hedge(uint32_t at) {
    const uint32_t count = reading_.longest(List::HedgeCues, at);
    const uint32_t clause = trees_.head(at);
    if (count == 0 || clause == kNoToken) return 0;
    const TokenReach reach = trees_.reach(clause);
    add({{}, {at, at + count}, contents_.trimmed({reach.first, reach.last}), kNoToken, nullptr, ReportKind::Matter, Commitment::Distance});
    return count;
  }

  // The mention that the head of the source belongs to; else the first person, else the first party in it.
  const Mention* find_speaker(TokenRange range, uint32_t head) const {
    const Mention* best = nullptr;
    for (const Mention* mention : mentions_) {
      if (mention->first_token >= range.end) break;
      if (mention->first_token + mention->token_count <= range.first) continue;
      if (mention->first_token <= head && head < mention->first_token + mention->token_count) return mention;
      if (best == nullptr || (mention->person >= 0 && best->person < 0)) best = mention;
    }
    return best;
  }

  const Reading& reading_;
  const Trees& trees_;
  const std::vector<int32_t>& quoted_;
  uint32_t sentence_;
  CueSources sources_;
  CueContents contents_;
  std::vector<const Mention*> mentions_;
  std::vector<Report> reports_;
  uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

std::vector<Report> find_reports(const Reading& reading, const Cast& cast, const std::vector<int32_t>& quoted, uint32_t sentence) {
  return ReportFinder(reading, cast, quoted, sentence).find();
}

}  // namespace faultline
