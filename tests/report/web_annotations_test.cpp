#include <doctest/doctest.h>

#include "report/example.h"
#include "report/schema_check.h"

using namespace faultline;

TEST_CASE("every finding is an annotation that can be found again by place and by quote") {
  const Json page = Json::parse(make_example().write(ReportFormat::JsonLd), nullptr, false);
  REQUIRE_FALSE(page.is_discarded());
  CHECK(page["@context"] == "http://www.w3.org/ns/anno.jsonld");
  CHECK(page["type"] == "AnnotationPage");
  REQUIRE(page["items"].size() == 3);
  CHECK(page["partOf"]["total"] == 3);
  CHECK(page["items"][0]["target"].size() == 2);  // an issue has every place that names it
  const Json& no = page["items"][1];
  CHECK(no["body"][1]["value"] == "REJECTION");
  CHECK(no["body"][2]["value"] == "North → The South, fact, current, in the words of the writer");
  CHECK(no["body"][3]["value"] == "A plain \"no\".");
  const Json& selectors = no["target"][0]["selector"];
  CHECK(selectors[0] == Json{{"type", "TextPositionSelector"}, {"start", 49}, {"end", 66}});
  CHECK(selectors[1]["exact"] == "rejected the toll");
  CHECK(selectors[1]["suffix"] == ".\r\n\r\nThe South agreed to open th");
  CHECK(selectors[1]["prefix"] == "\n\nÉmile Orr, for the “North 🕊”, ");
}

TEST_CASE("ids of annotations are IRIs and differ") {
  const Json page = Json::parse(make_example().write(ReportFormat::JsonLd), nullptr, false);
  CHECK(page["items"][0]["id"].get<std::string>().starts_with("urn:faultline:article:"));
  CHECK(page["items"][0]["id"] != page["items"][1]["id"]);
}
