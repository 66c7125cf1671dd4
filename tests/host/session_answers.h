// What a session answers, opened: for the tests that hold one.
//
//   Json value = value_of(session.load(text, ArticleFormat::Text));   // fails the test when the answer is an error
//   CHECK(error_of(session.load("", ArticleFormat::Json)).starts_with("…"));
#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "host/session.h"

namespace faultline {

using Json = nlohmann::json;

inline Json value_of(const std::string& answer) {
  Json json = Json::parse(answer, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  REQUIRE_MESSAGE(json["ok"] == true, answer);
  return json["value"];
}

inline std::string error_of(const std::string& answer) {
  Json json = Json::parse(answer, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  REQUIRE_MESSAGE(json["ok"] == false, answer);
  return json["error"]["code"].get<std::string>() + ": " + json["error"]["message"].get<std::string>();
}

// Slices of `words` to the end; returns what the last one answered.
inline Json analyze(Session& session, uint32_t words) {
  for (int slices = 0; slices < 10000; ++slices) {
    Json value = value_of(session.analyze(words));
    if (value.contains("counts")) return value;
  }
  FAIL("the analysis does not end");
  return {};
}

}  // namespace faultline
