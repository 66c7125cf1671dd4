#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "report/example.h"
#include "report/schema_check.h"

using namespace faultline;

namespace {

Json read_schema() {
  std::ifstream file(FAULTLINE_SOURCE_DIR "/web/schema/report.json");
  return Json::parse(std::string{std::istreambuf_iterator<char>(file), {}}, nullptr, false);
}

// What a reader of the report, who counts code points, sees at a place.
std::string cut(std::string_view text, size_t start, size_t end) {
  std::string cut;
  size_t count = 0;
  for (char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    if (count > start && count <= end) cut += c;
  }
  return cut;
}

}  // namespace

TEST_CASE("a report keeps the published schema") {
  const Json schema = read_schema();
  REQUIRE(schema.is_object());
  const Example example = make_example();
  for (const ReportOptions& options : {ReportOptions{}, ReportOptions{.layout = JsonLayout::Compact, .id = "\"a1\""}}) {
    const Json report = Json::parse(example.write(ReportFormat::Json, options), nullptr, false);
    REQUIRE_FALSE(report.is_discarded());
    CHECK(find_violation(report, schema, schema) == "");
  }
  Json wrong = Json::parse(example.write(ReportFormat::Json), nullptr, false);
  wrong["signals"][0]["category"] = "NO_SUCH";
  CHECK(find_violation(wrong, schema, schema) == "/signals/0/category is \"NO_SUCH\"");
}

TEST_CASE("positions are code points: accents, emoji, CRLF and all") {
  const Example example = make_example();
  const Json report = Json::parse(example.write(ReportFormat::Json), nullptr, false);
  for (const Json& signal : report["signals"])
    CHECK(cut(kExampleText, signal["start"], signal["end"]) == signal["text"]);
  for (const Json& span : report["issues"][0]["spans"]) CHECK(cut(kExampleText, span["start"], span["end"]) == span["text"]);
  CHECK(report["article"]["code_points"] == 118);
  CHECK(report["signals"][0]["start"] == 49);  // bytes: 63, UTF-16: 50
  CHECK(report["attributions"][0]["source"].is_null());
}

TEST_CASE("the same article gives the same bytes, whatever the layout says about spaces") {
  const std::string lines = make_example().write(ReportFormat::Json);
  CHECK(lines == make_example().write(ReportFormat::Json));
  const std::string compact = make_example().write(ReportFormat::Json, {.layout = JsonLayout::Compact});
  CHECK(Json::parse(lines, nullptr, false) == Json::parse(compact, nullptr, false));
  CHECK(compact.find('\n') == compact.size() - 1);
  CHECK(lines.find("\"weight\": 2.18") != std::string::npos);
  CHECK(lines.find("\"intensity\": 1.25") != std::string::npos);
}

TEST_CASE("the caller's id is the first member") {
  CHECK(make_example().write(ReportFormat::Json, {.layout = JsonLayout::Compact, .id = "17"}).starts_with(R"({"id":17,"schema":)"));
}

TEST_CASE("an article without text has an empty report that keeps the schema") {
  Example example{*parse_article(""), make_example_rules(), {}};
  example.analysis.speakers = {{"", SpeakerKind::Writer, kUnspecified}};
  const Json schema = read_schema();
  CHECK(find_violation(Json::parse(example.write(ReportFormat::Json), nullptr, false), schema, schema) == "");
}
