// Finds the parties that an article does not call by name: "the company", "workers", "both sides", "it".
//
//   add_descriptions(reading, entities, bodies, rules, draft).finish();   // roles and dyads
//   add_officers(reading, entities, bodies, draft).finish();              // "Mayor Varr": the town's
//   add_pronouns(reading, entities, draft).finish();              // needs every other mention in the draft
//
// Officers count names, the others tokens.
#pragma once

#include "analysis/bodies.h"
#include "analysis/cast_draft.h"

namespace faultline {

Work add_descriptions(const Reading& reading, const Entities& entities, const Bodies& bodies, const RuleSet& rules, CastDraft& draft);
Work add_officers(const Reading& reading, const Entities& entities, const Bodies& bodies, CastDraft& draft);
Work add_pronouns(const Reading& reading, const Entities& entities, CastDraft& draft);

}  // namespace faultline
