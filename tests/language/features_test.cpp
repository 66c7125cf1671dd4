#include "language/features.h"

#include <string>

#include "language/english_model.h"

using namespace faultline;

TEST_CASE("the normal form is lower case, with one kind of quote and every digit a 0") {
  struct Row { std::string_view form, expected; };
  for (const Row& row : {Row{"Kabul", "kabul"}, {"1,250", "0,000"}, {"‘Go’", "'go'"}, {"“", "\""}, {"ÉTAT", "état"}, {"F-16", "f-00"}}) {
    std::string normal;
    append_normal_form(row.form, normal);
    CHECK(normal == row.expected);
  }
}

TEST_CASE("the shape tells capitals, letters, digits and marks, each run once") {
  struct Row { std::string_view form, expected; };
  for (const Row& row : {Row{"Kabul", "Xx"}, {"TTP", "X"}, {"a", "x1"}, {"A", "X1"}, {"O'Brien-2", "X'Xx-"}, {"3.5", "d.d"}, {"★", "o1"}}) {
    std::string shape;
    append_shape(row.form, shape);
    CHECK(shape == row.expected);
  }
}

TEST_CASE("a word that the model does not know still has its affixes") {
  std::string scratch;
  const WordFeatures features = find_features(english_model(), "reprozessing", scratch);
  CHECK(features.word == kUnknownWord);
  for (const uint32_t kind : {0u, 1u, 2u, 3u}) CHECK(features.affixes[kind] != kUnknownAffix);  // -g, -ng, -ing, -sing
  CHECK(find_features(english_model(), "the", scratch).word == find_features(english_model(), "THE", scratch).word);
}
