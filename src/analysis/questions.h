// Puts to every signal the question a careful reader would ask of it, in plain words with the parties' names.
//
//   ask_questions(signals, parties, rules);   // signals[0].question == "What did Ruritania refuse Graustark, and why?"
//
// The templates are rows of the table "questions": category, who is known (both, who, whom, dyad, none), the question.
#pragma once

#include <span>

#include "analysis/analysis.h"

namespace faultline {

void ask_questions(std::span<Signal> signals, std::span<const Party> parties, const RuleSet& rules);

}  // namespace faultline
