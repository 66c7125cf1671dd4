// Reads what the page asks of a session: preferences and actions, as JSON (faultline.h).
//
//   Result<Action> action = parse_action(R"({"action":"next","kind":"issue"})", reader);
//
// Errors are BadRequest and name the member and what was expected of it. Members that are not known are left alone, so that
// a newer page can talk to an older core.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "reader/reader.h"

namespace faultline {

struct PreferenceRequest {
  ReaderPreferences preferences;
  std::optional<Kinds> off;  // from "highlights"
};

// What is not asked for stays as in `current`.
Result<PreferenceRequest> parse_preferences(std::string_view json, const ReaderPreferences& current);

// What the reader shows now says which ids and choices there are, and what a correction adds to.
Result<Action> parse_action(std::string_view json, const Reader& reader);

}  // namespace faultline
