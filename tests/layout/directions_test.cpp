#include "layout/directions.h"

#include <doctest/doctest.h>

#include <sstream>

#include "layout/unicode_file.h"

using namespace faultline;

TEST_CASE("levels and orders of Unicode's own test, every row") {
  size_t rows = 0, wrong_levels = 0, wrong_orders = 0;
  for (const std::string& row : read_unicode_file("BidiCharacterTest.txt")) {
    std::vector<std::string> fields;
    std::istringstream stream(row);
    for (std::string field; std::getline(stream, field, ';');) fields.push_back(field);
    REQUIRE(fields.size() >= 4);
    fields.resize(5);  // a row may show nothing
    std::string text;
    if (!append_code_points(fields[0], text)) continue;
    rows += 1;
    bool is_rtl = fields[1] == "2" ? fields[2] == "1" : fields[1] == "1";
    std::vector<uint8_t> found = find_levels(text, is_rtl), shown;
    bool is_right = true;
    std::vector<uint32_t> places;  // of the characters that are shown
    std::istringstream levels(fields[3]);
    uint32_t at = 0, index = 0;
    for (std::string level; levels >> level; at += code_point_at(text, at).length, ++index) {
      if (level == "x") continue;
      is_right &= found[at] == std::stoi(level);
      shown.push_back(found[at]);
      places.push_back(index);
    }
    wrong_levels += !is_right;
    std::string order;
    for (uint32_t place : find_visual_order(shown)) order += (order.empty() ? "" : " ") + std::to_string(places[place]);
    wrong_orders += order != fields[4];
  }
  MESSAGE(rows << " rows of BidiCharacterTest, " << wrong_levels << " with wrong levels, " << wrong_orders << " in wrong order");
  CHECK(wrong_levels == 0);
  CHECK(wrong_orders == 0);
}

TEST_CASE("directions of whole texts") {
  struct Row { std::string_view text; bool has, is_first; std::optional<bool> sole; };
  const Row rows[] = {{"Latin, “quoted” – 12 €", false, false, false}, {"یہ", true, true, true}, {"a یہ", true, false, {}},
                      {"12 — …", false, false, {}},                    {"", false, false, {}},   {"a\u200Fb", true, false, {}},
                      {"۱۲ یہ a", true, true, {}},                     {"emoji 😀", false, false, false}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(has_rtl(row.text) == row.has);
    CHECK(is_first_rtl(row.text) == row.is_first);
    CHECK(find_sole_direction(row.text) == row.sole);
  }
}
