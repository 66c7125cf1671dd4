// Finds the parties that an article does not call by name: "the company", "workers", "both sides", "it".
//
//   add_descriptions(reading, entities, rules, draft).finish();   // roles and dyads
//   add_pronouns(reading, draft).finish();                        // needs every other mention in the draft
//
// Both count tokens.
#pragma once

#include "analysis/cast_draft.h"

namespace faultline {

Work add_descriptions(const Reading& reading, const Entities& entities, const RuleSet& rules, CastDraft& draft);
Work add_pronouns(const Reading& reading, CastDraft& draft);

}  // namespace faultline
