// What a page asks for instead of the whole report.
#include <doctest/doctest.h>

#include "host/session_answers.h"
#include "language/english_model.h"

using namespace faultline;

TEST_CASE("the families of signals are those of the report, and follow what is corrected") {
  Session session;
  value_of(session.add_model(english_model_bytes()));
  value_of(session.load("The port of Sell rejected the pilots’ demand on Monday. The pilots accused the port of delay.\n", ArticleFormat::Text));
  CHECK(error_of(session.export_report("families")).starts_with("not-found"));
  analyze(session, 1000);
  const auto families_of_report = [&] {
    Json families = Json::object();
    const Json report = value_of(session.export_report("json"));
    for (const Json& signal : report["signals"]) families[signal["id"].get<std::string>()] = signal["polarity"];
    return families;
  };
  const Json before = value_of(session.export_report("families"));
  CHECK(!before.empty());
  CHECK(before == families_of_report());
  const char* other = before["s1"] == "eroding" ? "AGREEMENT" : "REJECTION";
  value_of(session.command(Json{{"action", "correct"}, {"finding", "s1"}, {"change", {{"label", other}}}}.dump()));
  CHECK(value_of(session.export_report("families")) == families_of_report());
  CHECK(value_of(session.export_report("families"))["s1"] != before["s1"]);
}
