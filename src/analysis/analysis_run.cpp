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
  if (stage_ == Stage::Parse && parse(words)) return false;
  if (stage_ == Stage::Matches && match(words)) return false;
  if (stage_ == Stage::Signals && weigh(words)) return false;
  run_stage();
  stage_ = static_cast<Stage>(static_cast<int>(stage_) + 1);
  return stage_ == Stage::Done;
}

// False when the text is at its end.
bool AnalysisRun::parse(uint32_t words) {
  const bool is_more = parser_->advance(std::clamp(words, 1u, kMostWords));
  trees_.append(syntax_);
  syntax_.clear();
  return is_more;
}

// False when every sentence is read.
bool AnalysisRun::match(uint32_t words) {
  if (!match_search_) match_search_.emplace(*reading_, cast_);
  if (!match_search_->advance(std::max(words, 1u))) return true;
  matches_ = match_search_->take();
  match_search_.reset();
  return false;
}

// False when every match is weighed.
bool AnalysisRun::weigh(uint32_t words) {
  if (!signal_search_) signal_search_.emplace(*reading_, cast_, voices_, matches_);
  if (!signal_search_->advance(std::max(words, 1u))) return true;
  found_ = signal_search_->take();
  signal_search_.reset();
  return false;
}

double AnalysisRun::progress() const {
  if (stage_ == Stage::Done) return 1;
  if (stage_ == Stage::Parse) return kShareOfParsing * parser_->bytes_read() / std::max<double>(1, static_cast<double>(article_.text().size()));
  const double done = static_cast<double>(stage_) - static_cast<double>(Stage::Words) + (match_search_ ? match_search_->share_done() : 0);
  return kShareOfParsing + (1 - kShareOfParsing) * done / (static_cast<double>(Stage::Done) - static_cast<double>(Stage::Words));
}

void AnalysisRun::run_stage() {
  switch (stage_) {
    case Stage::Words: reading_.emplace(article_, trees_, rules_); break;
    case Stage::Names: entities_.emplace(*reading_, find_names(*reading_)); break;
    case Stage::Parties:
      cast_ = find_parties(*reading_, *entities_);
      entities_.reset();
      break;
    case Stage::Voices: voices_ = find_voices(*reading_, cast_); break;
    case Stage::Issues: analysis_.issues = find_issues(*reading_, cast_, matches_.issues, found_.signals); break;
    case Stage::Summary: sum_up(); break;
    default: break;  // Parse, Matches, Signals: done in pieces above
  }
}

void AnalysisRun::sum_up() {
  ask_questions(found_.signals, cast_.parties, rules_);
  analysis_.links = find_links(*reading_, found_.signals);
  analysis_.ledger = make_ledger(found_.signals);
  analysis_.curve = make_curve(article_, found_.signals);
  analysis_.sourcing = make_sourcing(found_.signals, voices_.speakers);
  analysis_.parties = std::move(cast_.parties);
  analysis_.speakers = std::move(voices_.speakers);
  analysis_.attributions = std::move(voices_.attributions);
  analysis_.signals = std::move(found_.signals);
  analysis_.suppressed = std::move(found_.suppressed);
}

}  // namespace faultline
