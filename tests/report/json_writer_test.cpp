#include "report/json_writer.h"

#include <doctest/doctest.h>

using namespace faultline;

namespace {

template <class Write>
std::string write(JsonLayout layout, Write write) {
  StringOutput output;
  {
    JsonWriter json(output, layout);
    write(json);
  }
  return output.text();
}

}  // namespace

TEST_CASE("strings are escaped as RFC 8259 asks, and no further") {
  struct Row { std::string_view text, expected; };
  const Row rows[] = {{"", R"("")"},
                      {"Kabul’s “no” 🕊", "\"Kabul’s “no” 🕊\""},
                      {"a\"b\\c/d", R"("a\"b\\c/d")"},
                      {"\n\r\t\b\f", R"("\n\r\t\u0008\u000c")"},
                      {std::string_view("\0\x1f\x7f", 3), "\"\\u0000\\u001f\x7f\""}};
  for (const Row& row : rows)
    CHECK(write(JsonLayout::Compact, [&](JsonWriter& json) { json.string(row.text); }) == row.expected);
}

TEST_CASE("hundredths have two places always") {
  struct Row { int64_t value; std::string_view expected; };
  for (const Row& row : {Row{0, "0.00"}, Row{5, "0.05"}, Row{-5, "-0.05"}, Row{100, "1.00"}, Row{-250, "-2.50"}, Row{123456, "1234.56"}})
    CHECK(to_decimal(row.value) == row.expected);
}

TEST_CASE("compact is one line without a space") {
  CHECK(write(JsonLayout::Compact, [](JsonWriter& json) {
          json.open_object();
          json.key("a").number(-1);
          json.key("b").open_array();
          json.boolean(true);
          json.null();
          json.open_object();
          json.close_object();
          json.close_array();
          json.key("c").raw("[1]");
          json.close_object();
        }) == R"({"a":-1,"b":[true,null,{}],"c":[1]})");
}

TEST_CASE("lines break between members and between the elements of lists, nowhere deeper") {
  CHECK(write(JsonLayout::Lines, [](JsonWriter& json) {
          json.open_object();
          json.key("a").open_object();
          json.key("x").number(1);
          json.key("y").number(2);
          json.close_object();
          json.key("b").open_array();
          json.open_array();
          json.number(3);
          json.number(4);
          json.close_array();
          json.string("z");
          json.close_array();
          json.key("c").open_array();
          json.close_array();
          json.close_object();
        }) == "{\n  \"a\": {\"x\": 1, \"y\": 2},\n  \"b\": [\n    [3, 4],\n    \"z\"\n  ],\n  \"c\": []\n}");
}
