#include "analysis/analysis.h"

#include "analysis/parties.h"
#include "analysis/signals.h"
#include "analysis/voices.h"
#include "rules/rule_set.h"

namespace faultline {

Analysis analyze(const Article& article, const RuleSet& rules) {
  Analysis analysis;
  if (!article.lang().starts_with("en")) return analysis;  // the rules serve English only
  Cast cast = find_parties(article, rules);
  Voices voices = find_voices(article, cast, rules);
  SignalsFound found = find_signals(article, cast, voices, rules);
  analysis.parties = std::move(cast.parties);
  analysis.speakers = std::move(voices.speakers);
  analysis.attributions = std::move(voices.attributions);
  analysis.signals = std::move(found.signals);
  analysis.suppressed = std::move(found.suppressed);
  return analysis;
}

}  // namespace faultline
