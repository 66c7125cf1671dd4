#include "analysis/attributions.h"

#include <algorithm>

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
      : reading_(reading), quoted_(quoted) {
    const Sentence& read = reading.article().sentences()[sentence];
    begin_ = read.first_token;
    end_ = begin_ + read.token_count;
    for (const Mention& mention : cast.mentions_of(sentence))
      if (mention.kind != MentionKind::Adjective && mention.party != kDyad) mentions_.push_back(&mention);
    auto by_sentence = [](const Mention& mention, uint32_t value) { return mention.sentence < value; };
    for (auto it = std::lower_bound(cast.bystanders.begin(), cast.bystanders.end(), sentence, by_sentence);
         it != cast.bystanders.end() && it->sentence == sentence; ++it)
      mentions_.push_back(&*it);
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const Mention* a, const Mention* b) { return a->first_token < b->first_token; });
  }

  std::vector<Report> find() {
    for (uint32_t at = begin_; at < end_;) {
      const uint32_t before = at;
      if (quoted_[at] < 0) at = read_according(at);
      if (at == before && quoted_[at] < 0) at = read_cue(at);
      if (at == before) ++at;
    }
    return std::move(reports_);
  }

 private:
  struct Cue {
    uint32_t count = 0;
    bool guarded = false;
    Commitment commitment = Commitment::Neutral;
  };

  Cue cue_at(uint32_t at) const {
    if (uint32_t n = reading_.longest(List::DistancingCues, at); n > 0) return {n, false, Commitment::Distance};
    if (uint32_t n = reading_.longest(List::EndorsingCues, at); n > 0) return {n, true, Commitment::Endorse};
    if (uint32_t n = reading_.longest(List::NeutralCues, at); n > 0) return {n, false, Commitment::Neutral};
    if (uint32_t n = reading_.longest(List::GuardedCues, at); n > 0) return {n, true, Commitment::Neutral};
    return {};
  }

  // "the claim", "his report", "in demand", "to say": the word is no finite verb here.
  bool is_noun_or_infinitive(uint32_t at) const {
    if (at == begin_) return false;
    const std::string_view before = reading_.fold(at - 1);
    return before == "to" || before == "'s" || reading_.has(List::Determiners, at - 1) ||
           (reading_.has(List::Prepositions, at - 1) && !reading_.fold(at).ends_with("ing"));
  }

  uint32_t read_according(uint32_t at) {
    const uint32_t count = reading_.longest(List::SourcePrepositions, at);
    if (count == 0) return at;
    TokenRange source = noun_phrase_after(at + count);
    if (source.empty()) return at;
    Report report{source, {at, at + count}, {}, mention_in(source), Commitment::Neutral};
    const bool opens = at == begin_ || (at == begin_ + 1 && !reading_.is_word(begin_));
    if (opens) {
      uint32_t from = source.end;
      while (from < end_ && reading_.fold(from) != ",") ++from;
      report.content = trimmed(from + 1, end_);
    } else {
      report.content = trimmed(start_of_clause(at), at);
    }
    if (!report.content.empty()) reports_.push_back(report);
    return source.end;
  }

  uint32_t read_cue(uint32_t at) {
    const Cue cue = cue_at(at);
    if (cue.count == 0) return read_noun_cue(at);
    if (is_noun_or_infinitive(at)) return at;
    Report report{{}, {at, at + cue.count}, {}, nullptr, cue.commitment};
    const uint32_t after = at + cue.count;
    const bool comma_before = at > begin_ && is_break(at - 1);
    if (comma_before) report.source = noun_phrase_after(after);  // "…," said the minister
    if (!report.source.empty()) {
      report.content = trimmed(begin_of_content(at), at);
    } else {
      report.source = noun_phrase_before(at);
      if (report.source.empty() && !reading_.fold(at).ends_with("ing")) return at;
      const bool content_first = report.source.first > begin_ && is_break(report.source.first - 1) && ends_sentence(after);
      report.content = content_first ? trimmed(begin_of_content(report.source.first), report.source.first) : content_after(after);
    }
    report.speaker = mention_in(report.source);
    if (report.source.empty() && !reports_.empty()) {  // "…, adding that": the same source goes on
      report.source = reports_.back().source;
      report.speaker = reports_.back().speaker;
    }
    if (report.content.empty() || report.source.empty()) return at;
    if (cue.guarded && !holds_quote(report.content) && !opens_that(after)) return at;
    reports_.push_back(report);
    return after;
  }

  // "allegations that …": the content begins with "that"; the owner before the noun is the source.
  uint32_t read_noun_cue(uint32_t at) {
    const uint32_t count = reading_.longest(List::CueNouns, at);
    if (count == 0 || at + count >= end_ || reading_.fold(at + count) != "that") return at;
    Report report{{}, {at, at + count}, trimmed(at + count, clause_end(at + count + 1)), nullptr, Commitment::Distance};
    if (at > begin_ && reading_.fold(at - 1) == "'s") report.source = noun_phrase_before(at - 1);
    report.speaker = mention_in(report.source);
    if (report.source.empty() || report.content.empty()) return at;
    reports_.push_back(report);
    return at + count;
  }

  static bool is_mark(std::string_view mark) { return mark == "\"" || mark == "“" || mark == "”" || mark == "‘" || mark == "«" || mark == "»"; }
  bool is_quote_mark(uint32_t at) const { return is_mark(reading_.fold(at)); }
  bool is_break(uint32_t at) const {
    const std::string_view mark = reading_.fold(at);
    return mark == "," || mark == "—" || mark == "–" || mark == "?" || mark == "!" || is_mark(mark) || (mark == "'" && quoted_[at] < 0 && at > begin_ && quoted_[at - 1] >= 0);
  }
  bool opens_that(uint32_t at) const {
    for (uint32_t i = at; i < end_ && i < at + 5; ++i) {
      if (reading_.fold(i) == "that" || reading_.fold(i) == "whether" || reading_.fold(i) == ":") return true;
      if (!reading_.is_word(i)) return false;
    }
    return false;
  }
  bool holds_quote(TokenRange range) const {
    for (uint32_t i = range.first; i < range.end; ++i)
      if (quoted_[i] >= 0) return true;
    return false;
  }

  // Nothing but time, place and hearers follow the cue: "said on Thursday", "told reporters in Delhi".
  bool ends_sentence(uint32_t at) const {
    uint32_t words = 0;
    for (uint32_t i = at; i < end_; ++i) {
      if (reading_.fold(i) == "that" || reading_.fold(i) == ":" || quoted_[i] >= 0) return false;
      words += reading_.is_word(i);
    }
    return words <= 7;
  }

  // The content before a source: from the start of the sentence, or from behind the report before it.
  uint32_t begin_of_content(uint32_t before) const {
    uint32_t from = begin_;
    for (const Report& report : reports_)
      if (report.content.end <= before && report.content.first >= report.cue.end) from = std::max(from, report.content.end);
    return from;
  }

  uint32_t start_of_clause(uint32_t at) const {
    for (uint32_t i = at; i > begin_; --i) {
      const std::string_view mark = reading_.fold(i - 1);
      if (mark == ";" || mark == ":") return i;
    }
    return begin_of_content(at);
  }

  uint32_t clause_end(uint32_t at) const {
    uint32_t i = at;
    while (i < end_ && reading_.fold(i) != ";" && !(reading_.fold(i) == "," && quoted_[i] < 0)) ++i;
    return i;
  }

  TokenRange content_after(uint32_t at) const {
    uint32_t from = at;
    // "told reporters in Delhi that …", "said on Monday that …": the content opens behind "that" when it comes soon.
    for (uint32_t i = at; i < end_ && i < at + 9 && quoted_[i] < 0; ++i) {
      if (reading_.fold(i) == "that" || reading_.fold(i) == ":") {
        from = reading_.fold(i) == ":" ? i + 1 : i;
        break;
      }
      if (reading_.fold(i) == "," || is_quote_mark(i)) break;
    }
    if (from == at && at > begin_ && reading_.fold(at - 1) == "told") {
      if (TokenRange hearer = noun_phrase_after(at); !hearer.empty()) from = hearer.end;
    }
    uint32_t to = end_;
    for (uint32_t i = from + 1; i + 1 < end_; ++i) {
      if (quoted_[i] >= 0 || reading_.fold(i) != ",") continue;
      // ", adding that", ", a spokesman said": the next report begins here.
      const Cue next = cue_at(i + 1);
      if (next.count > 0 && reading_.fold(i + 1).ends_with("ing")) {
        to = i;
        break;
      }
    }
    return trimmed(from, to);
  }

  TokenRange trimmed(uint32_t first, uint32_t end) const {
    while (first < end && (reading_.fold(first) == "," || reading_.fold(first) == ":" || reading_.fold(first) == ";")) ++first;
    while (end > first && !reading_.is_word(end - 1) && !is_quote_mark(end - 1) && reading_.token(end - 1).kind == TokenKind::Punctuation &&
           (reading_.fold(end - 1) == "," || reading_.fold(end - 1) == "." || reading_.fold(end - 1) == ";"))
      --end;
    return {first, end};
  }

  const Mention* mention_in(TokenRange range) const {
    const Mention* best = nullptr;
    for (const Mention* mention : mentions_) {
      if (mention->first_token >= range.end) break;
      if (mention->first_token + mention->token_count <= range.first) continue;
      if (best == nullptr || (mention->person >= 0 && best->person < 0)) best = mention;
    }
    return best;
  }

  const Mention* mention_at(uint32_t at) const {
    for (const Mention* mention : mentions_) {
      if (mention->first_token > at) break;
      if (at < mention->first_token + mention->token_count) return mention;
    }
    return nullptr;
  }

  bool is_source_word(uint32_t at) const {
    return reading_.has(List::CommonSources, at) || reading_.has(List::ExpertTitles, at) || reading_.has(List::OfficeTitles, at) ||
           reading_.has(List::Roles, at) || reading_.has(List::PersonPronouns, at) || reading_.has(List::ManyPronouns, at) ||
           reading_.has(List::WePronouns, at) || reading_.fold(at) == "it" || reading_.fold(at) == "who" || reading_.is_capital(at);
  }

  TokenRange noun_phrase_before(uint32_t cue) const {
    uint32_t at = cue;
    while (at > begin_ && (reading_.has(List::CueAdverbs, at - 1) || (reading_.fold(at - 1).ends_with("ly") && !mention_at(at - 1)))) --at;
    // "Reil, a scholar of rivers, said": the name stands before the apposition.
    if (at > begin_ && reading_.fold(at - 1) == ",") {
      uint32_t open = at - 1;
      while (open > begin_ && reading_.fold(open - 1) != "," && quoted_[open - 1] < 0) --open;
      if (open > begin_ + 1 && quoted_[open - 2] < 0 && mention_at(open - 2) != nullptr) at = open - 1;
      else return {};
    }
    if (at == begin_) return {};
    const uint32_t last = at - 1;
    if (const Mention* mention = mention_at(last)) return widened({mention->first_token, at});
    // Up to five words back to a noun that may speak: "officials in the port", "sources".
    for (uint32_t i = last + 1; i > begin_ && last + 1 - i < 5; --i) {
      if (!reading_.is_word(i - 1) || quoted_[i - 1] >= 0) break;
      if (const Mention* mention = mention_at(i - 1); mention != nullptr && mention->kind != MentionKind::Pronoun) return widened({mention->first_token, at});
      if (is_source_word(i - 1)) return widened({i - 1, at});
    }
    return {};
  }

  // Down to the determiner before a noun phrase.
  TokenRange widened(TokenRange range) const {
    while (range.first > begin_ && range.end - range.first < 8) {
      const uint32_t before = range.first - 1;
      if (!reading_.is_word(before) || quoted_[before] >= 0) break;
      if (reading_.has(List::Determiners, before)) return {before, range.end};
      if (reading_.has(List::NeverNames, before) && reading_.fold(before) != "of" && reading_.fold(before) != "for") break;
      if (reading_.has(List::Verbs, before)) break;
      range.first = before;
    }
    return range;
  }

  TokenRange noun_phrase_after(uint32_t at) const {
    uint32_t i = at;
    while (i < end_ && (reading_.has(List::Determiners, i) || reading_.has(List::CueAdverbs, i))) ++i;
    for (uint32_t steps = 0; i < end_ && steps < 5; ++i, ++steps) {
      if (!reading_.is_word(i) || quoted_[i] >= 0 || reading_.fold(i) == "that" || reading_.fold(i) == "to") return {};
      if (const Mention* mention = mention_at(i)) return {at, mention->first_token + mention->token_count};
      if (is_source_word(i)) {
        uint32_t end = i + 1;
        while (end < end_ && reading_.is_word(end) && reading_.is_capital(end)) ++end;
        if (const Mention* mention = end < end_ ? mention_at(end) : nullptr) end = mention->first_token + mention->token_count;
        return {at, end};
      }
    }
    return {};
  }

  const Reading& reading_;
  const std::vector<int32_t>& quoted_;
  std::vector<const Mention*> mentions_;
  std::vector<Report> reports_;
  uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

std::vector<Report> find_reports(const Reading& reading, const Cast& cast, const std::vector<int32_t>& quoted, uint32_t sentence) {
  return ReportFinder(reading, cast, quoted, sentence).find();
}

}  // namespace faultline
