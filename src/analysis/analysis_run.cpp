#include "analysis/analysis_run.h"

#include <algorithm>

#include "analysis/issues.h"
#include "analysis/ledger.h"
#include "analysis/links.h"
#include "analysis/questions.h"
#include "base/check.h"
#include "rules/rule_set.h"

namespace faultline {
namespace {

constexpr double kShareOfParsing = 0.8;   // of the whole work, about
// What the stages cost, in words that take as long to parse.
constexpr double kWordsAToken = 1 / 80.0, kWordsAName = 1 / 12.0, kWordsASentence = 1 / 6.0, kWordsAMatch = 1 / 2.0;
constexpr double kWordsAMatchedToken = 1 / 5.0;
constexpr uint32_t kMatchedAtOnce = 512;
constexpr uint32_t kMostWords = 1u << 13;  // parsed before the trees take them over: so many need no memory to speak of

}  // namespace

AnalysisRun::AnalysisRun(const Article& article, Parser* parser, const RuleSet& rules)
    : article_(article), parser_(parser), rules_(rules), stage_(is_served(article) ? Stage::Parse : Stage::Done), trees_(article) {
  if (stage_ == Stage::Done) return;
  FL_CHECK(parser != nullptr);
  sentences_ = spans_of_sentences(article);
  parser_->start(article.text(), sentences_, syntax_);
}

AnalysisRun::AnalysisRun(const Article& article, const Syntax& syntax, const RuleSet& rules)
    : article_(article), rules_(rules), stage_(is_served(article) ? Stage::Words : Stage::Done), trees_(article, syntax) {}

bool AnalysisRun::advance(uint32_t words) {
  if (stage_ == Stage::Done) return true;
  if (stage_ != Stage::Parse) work_.advance(std::min(words, pace_));
  else if (!parse(words)) end_stage();
  return stage_ == Stage::Done;
}

// False when the text is at its end.
bool AnalysisRun::parse(uint32_t words) {
  pace_ = std::clamp(words, 1u, kMostWords);
  const bool is_more = parser_->advance(pace_);
  trees_.append(syntax_);
  syntax_.clear();
  return is_more;
}

double AnalysisRun::progress() const {
  if (stage_ == Stage::Done) return 1;
  if (stage_ == Stage::Parse) return kShareOfParsing * parser_->bytes_read() / std::max<double>(1, static_cast<double>(article_.text().size()));
  const double done = static_cast<double>(stage_) - static_cast<double>(Stage::Words) + share_matched_;
  return kShareOfParsing + (1 - kShareOfParsing) * done / (static_cast<double>(Stage::Done) - static_cast<double>(Stage::Words));
}

void AnalysisRun::end_stage() {
  stage_ = static_cast<Stage>(static_cast<int>(stage_) + 1);
  share_matched_ = 0;
}

// A stage's end is a piece's end, too: what a page does between two pieces is told how far the work is.
Work AnalysisRun::find_all() {
  reading_.emplace(article_, trees_, rules_, Reading::Unread::Yes);
  for (Work part = reading_->read(); part.step();) co_yield kWordsAToken * part.cost();
  end_stage();
  co_yield Work::kEndOfPiece;
  std::vector<Name> names;
  for (Work part = find_names(*reading_, names); part.step();) co_yield kWordsAToken * part.cost();
  Entities entities(*reading_, std::move(names));
  for (Work part = entities.resolve_all(); part.step();) co_yield kWordsAName * part.cost();
  end_stage();
  co_yield Work::kEndOfPiece;
  for (Work part = find_parties(*reading_, entities, cast_); part.step();) co_yield kWordsAToken * part.cost();
  end_stage();
  co_yield Work::kEndOfPiece;
  for (Work part = find_voices(*reading_, cast_, voices_); part.step();) co_yield kWordsASentence * part.cost();
  end_stage();
  co_yield Work::kEndOfPiece;
  MatchSearch search(*reading_, cast_);
  co_yield kWordsAToken * static_cast<double>(article_.tokens().size());
  while (!search.advance(kMatchedAtOnce)) {
    share_matched_ = search.share_done();
    co_yield kWordsAMatchedToken * kMatchedAtOnce;
  }
  matches_ = search.take();
  end_stage();
  co_yield Work::kEndOfPiece;
  for (Work part = find_signals(*reading_, cast_, voices_, matches_, found_); part.step();) co_yield kWordsAMatch * part.cost();
  end_stage();
  co_yield Work::kEndOfPiece;
  for (Work part = find_issues(*reading_, cast_, matches_.issues, found_.signals, analysis_.issues); part.step();) co_yield kWordsAToken * part.cost();
  end_stage();
  co_yield Work::kEndOfPiece;
  for (Work part = sum_up(); part.step();) co_yield Work::kEndOfPiece;
  end_stage();
}

Work AnalysisRun::sum_up() {
  ask_questions(found_.signals, cast_.parties, rules_);
  co_yield 1;
  analysis_.links = find_links(*reading_, found_.signals);
  co_yield 1;
  analysis_.ledger = make_ledger(found_.signals);
  co_yield 1;
  analysis_.curve = make_curve(article_, found_.signals);
  analysis_.sourcing = make_sourcing(found_.signals, voices_.speakers);
  analysis_.parties = std::move(cast_.parties);
  analysis_.speakers = std::move(voices_.speakers);
  analysis_.attributions = std::move(voices_.attributions);
  analysis_.signals = std::move(found_.signals);
  analysis_.suppressed = std::move(found_.suppressed);
}

}  // namespace faultline
