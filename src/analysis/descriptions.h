// Finds the parties that an article does not call by name: "the company", "workers", "both sides", "it".
//
//   add_descriptions(reading, entities, rules, draft);   // roles and dyads
//   add_pronouns(reading, draft);                        // needs every other mention in the draft
#pragma once

#include "analysis/cast_draft.h"

namespace faultline {

void add_descriptions(const Reading& reading, const Entities& entities, const RuleSet& rules, CastDraft& draft);
void add_pronouns(const Reading& reading, CastDraft& draft);

}  // namespace faultline
