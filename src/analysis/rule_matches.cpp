#include "analysis/rule_matches.h"

#include <algorithm>

#include "rules/rule_set.h"

namespace faultline {

MatchSearch::MatchSearch(const Reading& reading, const Cast& cast)
    : reading_(reading), cast_(cast), matcher_(reading.rules(), reading.article(), reading.trees()) {}

void MatchSearch::mark() {
  found_.marks = make_marks(reading_.article(), reading_.rules());
  for (const Mention& mention : cast_.mentions) {
    found_.marks[mention.first_token] |= kPartyHead;
    for (uint32_t i = 1; i < mention.token_count; ++i) found_.marks[mention.first_token + i] |= kPartyMore;
  }
}

bool MatchSearch::advance(uint32_t tokens) {
  const auto sentences = reading_.article().sentences();
  if (found_.marks.empty() && !sentences.empty()) {
    mark();
    return false;
  }
  uint32_t end = sentence_;
  for (uint64_t read = 0; read < tokens && end < sentences.size(); ++end) read += sentences[end].token_count;
  matcher_.find("context", found_.marks, sentence_, end, found_.contexts);
  matcher_.find("signal", found_.marks, sentence_, end, found_.signals);
  matcher_.find("issue", found_.marks, sentence_, end, found_.issues);
  sentence_ = end;
  return end == sentences.size();
}

double MatchSearch::share_done() const {
  return sentence_ / std::max(1.0, static_cast<double>(reading_.article().sentences().size()));
}

}  // namespace faultline
