#include "analysis/analysis.h"

#include "analysis/issues.h"
#include "analysis/ledger.h"
#include "analysis/links.h"
#include "analysis/parties.h"
#include "analysis/questions.h"
#include "analysis/reading.h"
#include "analysis/signals.h"
#include "analysis/voices.h"
#include "rules/rule_set.h"

namespace faultline {

Analysis analyze(const Article& article, const Syntax& syntax, const RuleSet& rules) {
  Analysis analysis;
  if (!article.lang().starts_with("en")) return analysis;  // the rules serve English only
  const Trees trees(article, syntax);
  const Reading reading(article, trees, rules);
  Cast cast = find_parties(reading);
  Voices voices = find_voices(reading, cast);
  SignalsFound found = find_signals(reading, cast, voices);
  analysis.issues = find_issues(reading, cast, found.signals);
  ask_questions(found.signals, cast.parties, rules);
  analysis.links = find_links(article, found.signals);
  analysis.ledger = make_ledger(found.signals);
  analysis.curve = make_curve(article, found.signals);
  analysis.sourcing = make_sourcing(found.signals, voices.speakers);
  analysis.parties = std::move(cast.parties);
  analysis.speakers = std::move(voices.speakers);
  analysis.attributions = std::move(voices.attributions);
  analysis.signals = std::move(found.signals);
  analysis.suppressed = std::move(found.suppressed);
  return analysis;
}

}  // namespace faultline
