#include <doctest/doctest.h>

#include <vector>

#include "report/example.h"

using namespace faultline;

namespace {

// RFC 4180 read back, by the letter.
std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (size_t at = 0; at < text.size(); ++at) {
    if (quoted) {
      if (text[at] != '"') row.back() += text[at];
      else if (at + 1 < text.size() && text[at + 1] == '"') row.back() += text[++at];
      else quoted = false;
    } else if (text[at] == '"') {
      quoted = true;
    } else if (text[at] == ',') {
      row.emplace_back();
    } else if (text.substr(at, 2) == "\r\n") {
      rows.push_back(row);
      row.assign(1, "");
      ++at;
    } else {
      row.back() += text[at];
    }
  }
  CHECK(row == std::vector<std::string>(1));  // the last line ends, too
  return rows;
}

}  // namespace

TEST_CASE("one row a span of a finding, every row as wide as the head") {
  const auto rows = parse_csv(make_example().write(ReportFormat::Csv));
  REQUIRE(rows.size() == 5);  // head, two spans of the issue, two signals
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  CHECK(rows[1][0] == "issue");
  CHECK(rows[1][4] == "Dam row");
  CHECK(rows[1][17] == "the toll, \"day two\"");
  CHECK(rows[3] == std::vector<std::string>{"signal", "s1", "49", "66", "rejected the toll", "REJECTION", "eroding", "words", "North",
                                            "The South", "false", "the writer", "fact", "current", "none", "1.00", "-2.00", "", "", "",
                                            "", "example.reject", ""});
}

TEST_CASE("several articles make one table") {
  const auto rows = parse_csv(make_example().write(ReportFormat::Csv, {.id = "\"a \\\"b\\\".txt\"", .csv_header = false}));
  REQUIRE(rows.size() == 4);
  CHECK(rows[0][0] == "a \"b\".txt");
  CHECK(rows[0][1] == "issue");
}

TEST_CASE("words that a spreadsheet would run are defused") {
  Example example = make_example();
  example.analysis.issues[0].label = "=HYPERLINK(\"x\")";
  const auto rows = parse_csv(example.write(ReportFormat::Csv));
  CHECK(rows[1][17] == "'=HYPERLINK(\"x\")");
}
