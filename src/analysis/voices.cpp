#include "analysis/voices.h"

#include <algorithm>
#include <map>
#include <string>

#include "analysis/attributions.h"
#include "analysis/quotes.h"
#include "base/sort.h"
#include "rules/rule_set.h"

namespace faultline {

Voice Voices::at(Span span) const {
  Voice voice;
  uint32_t smallest = UINT32_MAX;
  // Stretches are in reading order and few; the innermost that holds the span speaks.
  auto end = std::upper_bound(stretches.begin(), stretches.end(), span.begin,
                              [](uint32_t byte, const Stretch& stretch) { return byte < stretch.span.begin; });
  constexpr int kReach = 64;  // stretches before it that may still hold the span
  for (int steps = 0; end != stretches.begin() && steps < kReach; ++steps) {
    const Stretch& stretch = *--end;
    if (!stretch.span.contains(span) || stretch.span.size() >= smallest) continue;
    smallest = stretch.span.size();
    voice = {stretch.speaker, stretch.quote, stretch.attribution, stretch.hedged};
  }
  return voice;
}

namespace {

class VoiceReader {
 public:
  VoiceReader(const Reading& reading, const Cast& cast) : reading_(reading), cast_(cast) {
    voices_.speakers.push_back({"", SpeakerKind::Writer, kUnspecified});
  }

  // Counts sentences.
  Work read_all() {
    const auto all = static_cast<double>(reading_.article().sentences().size());
    voices_.quotes = find_quotes(reading_);
    co_yield all * 0.5;
    quoted_ = mark_quotes(reading_, voices_.quotes);
    covered_.assign(voices_.quotes.size(), false);
    co_yield all * 0.1;
    for (const Block& block : reading_.article().blocks()) {
      read(block);
      co_yield block.sentence_count;
    }
  }

  Voices take() {
    sort_stably(voices_.stretches, [](const Stretch& a, const Stretch& b) { return a.span < b.span; });
    return std::move(voices_);
  }

 private:

  // A paragraph at a time: a quotation of several sentences may have its cue in the last of them.
  void read(const Block& block) {
    const auto sentences = reading_.article().sentences_of(block);
    if (sentences.empty()) return;
    // A new paragraph keeps the speaker only for a quotation that runs on into it.
    if (!begins_with_quote(sentences.front())) last_ = -1;
    const auto first_new = static_cast<uint32_t>(voices_.attributions.size());
    for (uint32_t i = 0; i < sentences.size(); ++i)
      for (const Report& report : find_reports(reading_, cast_, quoted_, block.first_sentence + i)) add(report);
    give_rest(sentences, first_new);
  }

  bool begins_with_quote(const Sentence& sentence) const {
    return sentence.token_count > 1 && quoted_[sentence.first_token + 1] >= 0 && quoted_[sentence.first_token] < 0;
  }

  uint32_t speaker_named(std::string name, SpeakerKind kind, PartyRef party) {
    auto [place, fresh] = by_name_.try_emplace(name, static_cast<uint32_t>(voices_.speakers.size()));
    if (fresh) voices_.speakers.push_back({std::move(name), kind, party});
    return place->second;
  }

  uint32_t speaker_of(const Report& report) {
    const bool pronoun = report.source.end - report.source.first == 1 && reading_.has(List::PersonPronouns, report.source.first);
    const Mention* mention = report.speaker;
    if (pronoun && last_person_ != 0 && (mention == nullptr || !mention->of_actor)) return last_person_;  // "he said" goes on with whoever spoke last by name, or acted since
    if (mention != nullptr && mention->person >= 0) {
      const Person& person = cast_.people[static_cast<size_t>(mention->person)];
      const SpeakerKind kind = person.party >= 0 ? SpeakerKind::Party : person.outlet ? SpeakerKind::Outlet : SpeakerKind::Person;
      const uint32_t speaker = speaker_named(person.name, kind, person.party);
      by_surname_.try_emplace(person.name.substr(person.name.rfind(' ') + 1), speaker);
      if (!person.outlet) last_person_ = speaker;
      return speaker;
    }
    if (mention != nullptr && mention->party >= 0)
      return speaker_named(cast_.parties[static_cast<size_t>(mention->party)].name, SpeakerKind::Party, mention->party);
    if (report.head != UINT32_MAX)  // "Ruiz said", who was "Ana Ruiz" before
      if (const auto known = by_surname_.find(reading_.text(report.head)); known != by_surname_.end()) return known->second;
    return speaker_named(describe(report.source), SpeakerKind::Unnamed, kUnspecified);
  }

  // What an unnamed source is called: of "it was the harbour's pilots who" what stands between; a pronoun alone tells nobody.
  std::string describe(TokenRange source) const {
    const Trees& trees = reading_.trees();
    while (!source.empty() && (!reading_.is_word(source.end - 1) || is_relative_pronoun(trees.xpos(source.end - 1)))) --source.end;
    if (source.empty()) return "unnamed";
    const uint32_t copula = trees.find_child(trees.head_of(source.first, source.end), Relation::Cop);
    if (copula != kNoToken && copula >= source.first && copula + 1 < source.end) source.first = copula + 1;
    if (source.end - source.first == 1 && trees.upos(source.first) == Upos::Pron) return "unnamed";
    return std::string(reading_.article().text_of(reading_.span_of(source.first, source.end)));
  }

  void add(Report report) {
    report.content = with_whole_quotes(report);
    Attribution made;
    made.speaker = speaker_of(report);
    if (!report.source.empty()) made.source = reading_.span_of(report.source.first, report.source.end);
    made.cue = reading_.span_of(report.cue.first, report.cue.end);
    made.content = reading_.span_of(report.content.first, report.content.end);
    made.commitment = report.commitment;
    uint32_t words = 0, quoted_words = 0;
    for (uint32_t at = report.content.first; at < report.content.end; ++at) {
      if (!reading_.is_word(at)) continue;
      ++words;
      quoted_words += quoted_[at] >= 0;
      if (quoted_[at] >= 0) covered_[static_cast<size_t>(quoted_[at])] = true;
    }
    made.kind = quoted_words == 0 ? AttributionKind::Indirect
                : quoted_words == words ? AttributionKind::Direct
                : quoted_words <= 4 ? AttributionKind::Partial : AttributionKind::Mixed;
    const auto index = static_cast<int32_t>(voices_.attributions.size());
    const bool is_inner = !voices_.stretches.empty() && voices_.stretches.back().span.contains(made.cue);
    speaks_.push_back(report.kind == ReportKind::Clause && !report.source.empty() && !is_inner);
    const Quote quote = made.kind == AttributionKind::Direct ? Quote::Direct : Quote::Indirect;
    if (report.kind == ReportKind::Clause) voices_.stretches.push_back({made.content, made.speaker, index, quote, false});
    add_inner_quotes(report.content, index, made.speaker);
    voices_.attributions.push_back(made);
  }

  // A quotation that begins or ends with the content is said as a whole, whatever sentences it runs over.
  TokenRange with_whole_quotes(const Report& report) const {
    TokenRange range = report.content;
    const auto count = static_cast<uint32_t>(quoted_.size());
    if (const int32_t quote = quoted_[range.first]; quote >= 0 && quoted_[report.cue.first] != quote) {
      while (range.first > 0 && quoted_[range.first - 1] == quote) --range.first;
      if (range.first > 0 && !reading_.is_word(range.first - 1)) --range.first;
    }
    if (const int32_t quote = quoted_[range.end - 1]; quote >= 0 && quoted_[report.cue.first] != quote) {
      while (range.end < count && quoted_[range.end] == quote) ++range.end;
      if (range.end < count && !reading_.is_word(range.end)) ++range.end;
    }
    return range;
  }

  // Inside an indirect report the quoted words are the speaker's own.
  void add_inner_quotes(TokenRange content, int32_t attribution, uint32_t speaker) {
    int32_t last = -1;
    for (uint32_t at = content.first; at < content.end; ++at) {
      const int32_t quote = quoted_[at];
      if (quote < 0 || quote == last) continue;
      last = quote;
      const QuotedSpan& quoted = voices_.quotes[static_cast<size_t>(quote)];
      voices_.stretches.push_back({quoted.span, speaker, attribution, quoted.token_count <= 4 ? Quote::Partial : Quote::Direct, false});
    }
  }

  // Quotations without a cue of their own belong to the report of their sentence, else to the last one of the paragraph,
  // else to the next ("he added" in the sentence behind).
  void give_rest(std::span<const Sentence> sentences, uint32_t first_new) {
    uint32_t next = first_new;
    std::vector<uint32_t> waiting;
    for (const Sentence& sentence : sentences) {
      int32_t here = -1;
      for (; next < voices_.attributions.size() && voices_.attributions[next].cue.begin < sentence.span.end; ++next) {
        if (!speaks_[next]) continue;
        if (here < 0) here = static_cast<int32_t>(next);
        last_ = static_cast<int32_t>(next);
      }
      if (last_ >= 0) {
        for (const uint32_t quote : waiting) push_quote(voices_.quotes[quote], last_);
        waiting.clear();
      }
      for (uint32_t at = sentence.first_token; at < sentence.first_token + sentence.token_count; ++at) {
        const int32_t quote = quoted_[at];
        if (quote < 0 || covered_[static_cast<size_t>(quote)]) continue;
        covered_[static_cast<size_t>(quote)] = true;
        const QuotedSpan& quoted = voices_.quotes[static_cast<size_t>(quote)];
        if (quoted.token_count <= 4 && here < 0) continue;  // a word or two in marks: a scare or partial quote, judged elsewhere
        if (const int32_t attribution = here >= 0 ? here : last_; attribution >= 0) push_quote(quoted, attribution);
        else waiting.push_back(static_cast<uint32_t>(quote));
      }
    }
  }

  void push_quote(const QuotedSpan& quoted, int32_t attribution) {
    const uint32_t speaker = voices_.attributions[static_cast<size_t>(attribution)].speaker;
    voices_.stretches.push_back({quoted.span, speaker, attribution, quoted.token_count <= 4 ? Quote::Partial : Quote::Direct, false});
  }

  const Reading& reading_;
  const Cast& cast_;
  Voices voices_;
  std::vector<int32_t> quoted_;  // by token
  std::vector<bool> covered_;    // by quote: a report or a stretch has it
  std::vector<bool> speaks_;     // by attribution: its speaker may go on in the next quotation
  std::map<std::string, uint32_t> by_name_;
  std::map<std::string, uint32_t, std::less<>> by_surname_;  // the last word of a person's name
  int32_t last_ = -1;         // the last attribution of the paragraph that speaks_
  uint32_t last_person_ = 0;  // the last speaker with a person's name
};

}  // namespace

Work find_voices(const Reading& reading, const Cast& cast, Voices& voices) {
  VoiceReader reader(reading, cast);
  for (Work part = reader.read_all(); part.step();) co_yield part.cost();
  voices = reader.take();
}

Voices find_voices(const Reading& reading, const Cast& cast) {
  Voices voices;
  find_voices(reading, cast, voices).finish();
  return voices;
}

}  // namespace faultline
