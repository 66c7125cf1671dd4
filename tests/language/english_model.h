// The built-in model, for tests.
#pragma once

#include <doctest/doctest.h>

#include "language/embedded_language_model.h"
#include "language/model.h"

namespace faultline {

inline std::string_view english_model_bytes() { return embedded_language_model().front().text; }

inline const LanguageModel& english_model() {
  static const Result<LanguageModel> model = parse_language_model(english_model_bytes());
  REQUIRE_MESSAGE(model.has_value(), model.error().message);
  return *model;
}

}  // namespace faultline
