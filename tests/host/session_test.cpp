#include "host/session.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

#include "host/session_answers.h"
#include "language/english_model.h"
#include "layout/test_font.h"

using namespace faultline;

namespace {

// Code points outside the first plane and a script without glyphs: every kind of offset goes wrong on these, if any does.
constexpr std::string_view kText =
    "Harbour row 😀\n\nThe port 😀 of Sell rejected the pilots’ demand on Monday. In جھیل the pilots accused the port of delay.\n";

// The text as JavaScript sees it.
std::u16string to_utf16(std::string_view text) {
  std::u16string units;
  for (uint32_t at = 0; at < text.size();) {
    auto lead = static_cast<unsigned char>(text[at]);
    uint32_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
    for (uint32_t i = 1; i < length; ++i) c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    at += length;
    if (c < 0x10000) units += static_cast<char16_t>(c);
    else units += static_cast<char16_t>(0xD7C0 + (c >> 10)), units += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
  }
  return units;
}

struct Opened {
  Session session;
  Json loaded;
  Opened() {
    for (int role = 0; role < kFaceRoleCount; ++role) value_of(session.add_font(make_test_font(), role));
    value_of(session.add_model(english_model_bytes()));
    loaded = value_of(session.load(kText, ArticleFormat::Text));
    analyze(session, 1000);
  }
};

}  // namespace

TEST_CASE("a loaded article is told in UTF-16 units") {
  Opened opened;
  std::u16string text = to_utf16(kText);
  CHECK(opened.loaded["text"] == std::string(kText));
  REQUIRE(opened.loaded["blocks"].size() == 2);
  CHECK(opened.loaded["blocks"][0]["start"] == 0);
  CHECK(opened.loaded["blocks"][0]["end"] == to_utf16("Harbour row 😀").size());
  CHECK(opened.loaded["blocks"][1]["end"] == text.size() - 1);
}

TEST_CASE("runs tile their lines in UTF-16 units, at every width") {
  Opened opened;
  std::u16string text = to_utf16(kText);
  for (double width : {50.0, 200.0, 390.0, 1280.0}) {
    value_of(opened.session.layout(0, width));
    size_t missing = 0;
    for (const Json& block : value_of(opened.session.text_layer(0, 2))) {
      size_t at = 0;
      for (const Json& line : block["lines"]) {
        for (const Json& run : line["runs"]) {
          size_t start = run["start"], end = run["end"];
          for (; at != 0 && at < start; ++at) CHECK(text[at] == u' ');
          CHECK(start < end);
          at = end;
          if (run.contains("missing")) missing += end - start;
        }
      }
    }
    CHECK(missing == to_utf16("😀😀جھیل").size());
  }
}

TEST_CASE("blocks stand below each other, as high as their lines") {
  Opened opened;
  for (double width : {50.0, 640.0}) {
    const double height = value_of(opened.session.layout(0, width))["height"];
    const std::string bytes = opened.session.places();
    float places[4];
    REQUIRE(bytes.size() == sizeof places);
    std::memcpy(places, bytes.data(), sizeof places);
    CHECK(places[0] + places[1] <= places[2]);
    CHECK(places[2] + places[3] <= height);
    const Json blocks = value_of(opened.session.text_layer(0, 2));
    for (size_t i = 0; i < 2; ++i) {
      CHECK(blocks[i]["lines"][0]["top"] == doctest::Approx(places[2 * i]));
      CHECK(blocks[i]["lines"].size() * blocks[i]["leading"].get<double>() == doctest::Approx(places[2 * i + 1]));
    }
  }
  CHECK(Session().places().empty());
}

TEST_CASE("lines tell their links, the levels of their marks, and what stands beside them") {
  Session session;
  for (int role = 0; role < kFaceRoleCount; ++role) value_of(session.add_font(make_test_font(), role));
  value_of(session.add_model(english_model_bytes()));
  value_of(session.load("# Sell\n\nThe [port of Sell](https://sell.example/port) rejected the demand of the pilots.\n", ArticleFormat::Markdown));
  analyze(session, 1000);
  struct Row { double width; size_t margin; };
  for (Row row : {Row{1280, 1}, Row{390, 0}}) {
    CAPTURE(row.width);
    value_of(session.layout(0, row.width));
    size_t margin = 0;
    std::string linked;
    for (const Json& block : value_of(session.text_layer(0, 2))) {
      for (const Json& line : block["lines"]) {
        for (const Json& run : line["runs"]) {
          if (run.contains("link")) linked += run["link"];
          CHECK(run.contains("levels") == !run["findings"].empty());
          if (run.contains("levels")) CHECK(run["levels"].size() == run["findings"].size());
        }
        if (!line.contains("margin")) continue;
        margin += line["margin"].size();
        for (const Json& mark : line["margin"]) CHECK((mark["top"] == line["top"] && mark["tag"] == "Re" && mark["name"] == "Rejection" && mark["finding"] == "s1"));
      }
    }
    CHECK(margin == row.margin);
    CHECK(linked.starts_with("https://sell.example/port"));
  }
}

TEST_CASE("the text is set before the model is there, the findings come after") {
  Session session;
  for (int role = 0; role < kFaceRoleCount; ++role) value_of(session.add_font(make_test_font(), role));
  CHECK(value_of(session.load(kText, ArticleFormat::Text))["served"] == true);
  CHECK(value_of(session.layout(0, 640))["height"] > 0);
  CHECK(value_of(session.text_layer(0, 2)).dump().find("\"s1\"") == std::string::npos);
  CHECK(value_of(session.marks()).empty());
  CHECK(error_of(session.analyze(1000)).starts_with("not-found: there is no language model"));
  value_of(session.add_model(english_model_bytes()));
  Json end = analyze(session, 1000);
  CHECK(end["counts"]["eroding"] > 0);
  CHECK(value_of(session.text_layer(0, 2)).dump().find("\"s1\"") != std::string::npos);
  Json marks = value_of(session.marks());
  CHECK(marks[0]["finding"] == "i1");  // in the title
  CHECK(marks[0]["blocks"][0] == 0);
  CHECK(marks.dump().find(R"({"blocks":[1],"finding":"s1","name":"Rejection","tag":"Re"})") != std::string::npos);
}

TEST_CASE("slices of any size give the same report, and their progress rises to 1") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += std::string(kText) + "\n";
  std::string expected;
  for (uint32_t words : {0u, 7u, 100u, 1u << 20}) {
    Session session;
    value_of(session.add_model(english_model_bytes()));
    value_of(session.load(text, ArticleFormat::Text));
    double progress = 0;
    int slices = 0;
    for (Json value; !value.contains("counts"); ++slices) {
      value = value_of(session.analyze(words));
      CHECK(value["progress"] >= progress);
      progress = value["progress"];
    }
    CHECK(progress == 1);
    if (words == 7) CHECK(slices > 50);
    std::string report = session.export_report("json");
    if (expected.empty()) expected = report;
    CHECK(report == expected);
  }
}

TEST_CASE("another article, model or rule pack in the middle of an analysis begins it anew") {
  Opened whole;
  const std::string expected = whole.session.export_report("json");
  Opened opened;
  for (int turn = 0; turn < 3; ++turn) {
    std::string long_text;
    for (int i = 0; i < 40; ++i) long_text += kText;
    value_of(opened.session.load(long_text, ArticleFormat::Text));
    value_of(opened.session.analyze(1));
    if (turn == 1) value_of(opened.session.add_model(english_model_bytes()));
    if (turn == 2) CHECK(error_of(opened.session.add_model("FLLM")).starts_with("bad-model"));
    CHECK(error_of(opened.session.export_report("json")).starts_with("not-found: the article is not analysed yet"));
    value_of(opened.session.load(kText, ArticleFormat::Text));
    analyze(opened.session, 3);
    CHECK(opened.session.export_report("json") == expected);
  }
}

TEST_CASE("a rule pack is loaded in slices, and one that cannot be used is named and forgotten") {
  Opened opened;
  const std::string before = opened.session.export_report("json");
  const std::string pack = R"({"schema": "faultline.rules/1", "rules": [{"id": "x.y", "kind": "signal", "category": "REJECTION", "why": "w", "patterns": "$no-such-list"}]})";
  for (const std::string& bad : {std::string("{"), pack}) {
    value_of(opened.session.add_rules(bad));
    CHECK(error_of(opened.session.export_report("json")).starts_with("not-found: the article is not analysed yet"));
    std::string answer;
    while ((answer = opened.session.analyze(1)).starts_with(R"({"ok":true)")) CHECK(answer.find("counts") == std::string::npos);
    CHECK(error_of(answer).starts_with("bad-rule: "));
    CHECK(Json::parse(answer)["error"]["where"].get<std::string>().starts_with("rules"));
    analyze(opened.session, 1000);
    CHECK(opened.session.export_report("json") == before);
  }
  value_of(opened.session.add_rules(R"({"schema": "faultline.rules/1"})"));
  analyze(opened.session, 1000);
  CHECK(opened.session.export_report("json") != before);  // names other rules
}

TEST_CASE("an article in another language is done at once, without a model") {
  Session session;
  Json loaded = value_of(session.load(R"({"schema":"faultline.article/1","lang":"ur","blocks":[{"kind":"paragraph","text":"جھیل"}]})", ArticleFormat::Json));
  CHECK(loaded["served"] == false);
  CHECK(analyze(session, 1)["counts"]["issues"] == 0);
  CHECK(value_of(session.export_report("json"))["signals"].empty());
}

TEST_CASE("what is found is told in UTF-16 units, from where the person is") {
  Opened opened;
  Session& session = opened.session;
  session.layout(0, 640);
  const std::u16string text = to_utf16(value_of(session.load(kText, ArticleFormat::Text))["text"].get<std::string>());
  auto words_at = [&](const Json& value) { return text.substr(value["start"], value["end"].get<size_t>() - value["start"].get<size_t>()); };
  Json first = value_of(session.find(R"({"query":"port"})"));
  CHECK(first["count"] == 2);
  CHECK(first["current"] == 0);
  CHECK(words_at(first) == u"port");
  CHECK((first["places"].size() == 1 || first["places"].size() == 2));  // as the lines break
  Json second = value_of(session.find(R"({"by":1})"));
  CHECK(second["current"] == 1);
  CHECK(second["start"].get<int>() > first["start"].get<int>());
  CHECK(value_of(session.find(R"({"by":1})"))["current"] == 0);
  Json later = value_of(session.find(Json({{"query", "PORT"}, {"from", first["end"]}}).dump()));
  CHECK(later["current"] == 1);
  Json found = value_of(session.found(0, 100));
  REQUIRE(found.size() == 2);
  CHECK(found[1][0] == later["start"]);
  CHECK(value_of(session.found(1, 1)).empty());
  CHECK(value_of(session.find(R"({"query":"port","matchCase":true,"wholeWord":true})"))["count"] == 2);
  CHECK(value_of(session.find(R"({"query":"PORT","matchCase":true})"))["count"] == 0);
  CHECK(value_of(session.find(R"({"query":"جهيل"})"))["count"] == 1);  // typed on an Arabic keyboard
  Json none = value_of(session.find(R"({"query":""})"));
  CHECK(none["count"] == 0);
  CHECK(none["current"].is_null());
  struct Row { const char* request; const char* expected; };
  for (Row row : {Row{"[]", "bad-request: expected a JSON object"}, Row{R"({"query":7})", "bad-request: expected a text"}, Row{R"({"by":2})", "bad-request: expected 1 or -1"},
                  Row{R"({"query":"a","from":-1})", "bad-request: expected a position"}, Row{R"({"query":"a","wholeWord":1})", "bad-request: expected true"}}) {
    CHECK_MESSAGE(error_of(session.find(row.request)).starts_with(row.expected), row.request);
  }
  CHECK(error_of(session.found(2, 1)).starts_with("bad-request"));
  CHECK(error_of(Session().find(R"({"query":"a"})")).starts_with("not-found"));
}

TEST_CASE("what cannot be done is an error in words") {
  Session empty;
  CHECK(error_of(empty.analyze(100)).starts_with("not-found: no article"));
  CHECK(error_of(empty.layout(0, 640)).starts_with("not-found"));
  CHECK(error_of(empty.export_report("json")).starts_with("not-found"));
  CHECK(error_of(empty.command(R"({"action":"next"})")).starts_with("not-found"));
  Opened opened;
  struct Row { std::string answer; const char* expected; };
  const Row rows[] = {
      {opened.session.load("\xFF", ArticleFormat::Auto), "bad-encoding"},
      {opened.session.layout(7, 640), "bad-request: expected a surface"},
      {opened.session.text_layer(1, 9), "bad-request: expected blocks"},
      {opened.session.layout(0, -1), "bad-request: expected a width"},
      {opened.session.layout(0, 0.0 / 0.0), "bad-request: expected a width"},
      {opened.session.add_font("nonsense", 0), "bad-font"},
      {opened.session.add_font(make_test_font(), 13), "bad-request: expected a role"},
      {opened.session.add_model(english_model_bytes().substr(0, 100000)), "bad-model: The language model should have"},
      {opened.session.export_report("pdf"), "bad-request: expected json"},
      {opened.session.command("[]"), "bad-request: expected a JSON object"},
      {opened.session.command(R"({"action":"dance"})"), "bad-request: expected activate"},
      {opened.session.command(R"({"action":"select","finding":7})"), "bad-request: expected an id"},
      {opened.session.command(R"({"action":"filter","off":["MOOD"]})"), "bad-request: expected a list"},
      {opened.session.command(R"({"action":"filter","only":["party:p99"]})"), "bad-request: expected a list of choices"},
      {opened.session.command(R"({"action":"filter","only":["party"]})"), "bad-request: expected a list of choices"},
      {opened.session.command(R"({"action":"correct","finding":"s99","change":{}})"), "bad-request: expected the id"},
      {opened.session.command(R"({"action":"correct","finding":"s1"})"), "bad-request: expected an object"},
      {opened.session.command(R"({"action":"correct","finding":"s1","change":{"verdict":"maybe"}})"), "bad-request: expected accepted"},
      {opened.session.command(R"({"action":"correct","finding":"s1","change":{"label":"TRADE"}})"), "bad-request: expected a category"},
      {opened.session.command(R"({"action":"correct","finding":"s1","change":{"note":1}})"), "bad-request: expected a text"},
      {opened.session.set_strings(R"({"panel":{"nothing":"x"}})"), "bad-request: expected a key"},
      {opened.session.add_corrections("{}"), "bad-request: expected corrections"},
      {opened.session.command(R"({"action":"next","kind":5})"), "ok"},
      {opened.session.set_preferences(R"({"theme":"plaid"})"), "bad-request: expected light"},
      {opened.session.set_preferences(R"({"fontSize":40})"), "bad-request: expected a number"},
      {opened.session.set_preferences(R"({"coarse":1})"), "bad-request: expected true"},
      {opened.session.set_preferences(R"({"font":"naskh"})"), "bad-request: expected serif"},
      {opened.session.set_preferences(R"({"measure":10})"), "bad-request: expected a number from 20"},
      {opened.session.set_preferences(R"({"highlights":"some"})"), "bad-request: expected all"},
  };
  for (const Row& row : rows) {
    if (std::string_view(row.expected) == "ok") value_of(row.answer);
    else CHECK_MESSAGE(error_of(row.answer).starts_with(row.expected), row.answer);
  }
  // The session has the article that it had.
  CHECK(value_of(opened.session.export_report("json"))["article"]["title"] == "Harbour row 😀");
}

TEST_CASE("hyphenation cuts words at line ends, until it is taken back") {
  Opened opened;
  // Where the lines end, in UTF-16 units, and how many of them inside a word.
  auto find_ends = [&] {
    value_of(opened.session.layout(0, 160));
    std::vector<size_t> ends;
    const Json blocks = value_of(opened.session.text_layer(1, 2));
    for (const Json& line : blocks[0]["lines"]) ends.push_back(line["runs"].back()["end"]);
    return ends;
  };
  std::u16string text = to_utf16(kText);
  auto count_cuts = [&](const std::vector<size_t>& ends) { return std::count_if(ends.begin(), ends.end() - 1, [&](size_t end) { return text[end] != u' '; }); };
  std::vector<size_t> whole = find_ends();
  CHECK(count_cuts(whole) == 0);
  CHECK(error_of(opened.session.set_hyphenation("<html>")).starts_with("bad-request: expected letters"));
  CHECK(find_ends() == whole);
  CHECK(value_of(opened.session.set_hyphenation("a1a e1a 1b 1c 1d 1f 1j 1l 1m 1n 1p 1s 1t")).is_null());
  CHECK(count_cuts(find_ends()) > 0);
  CHECK(value_of(opened.session.set_hyphenation("")).is_null());
  CHECK(find_ends() == whole);
}

TEST_CASE("preferences say what they change") {
  Opened opened;
  struct Row { const char* json; bool relayout, redraw, remark = false; };
  const Row rows[] = {{R"({})", false, false},
                      {R"({"theme":"dark"})", false, true},
                      {R"({"theme":"dark"})", false, false},
                      {R"({"fontSize":1.25})", true, true},
                      {R"({"coarse":true})", true, true},
                      {R"({"justify":true})", true, true},
                      {R"({"font":"sans","paragraphSpace":2})", true, true},
                      {R"({"arabic":"nastaliq"})", true, true},
                      {R"({"highlights":"issues"})", false, true, true},
                      {R"({"highlights":"issues","theme":"sepia"})", false, true},
                      {R"({"somethingNewer":1})", false, false}};
  for (const Row& row : rows) {
    Json value = value_of(opened.session.set_preferences(row.json));
    CHECK_MESSAGE(value["relayout"] == row.relayout, row.json);
    CHECK_MESSAGE(value["redraw"] == row.redraw, row.json);
    CHECK_MESSAGE(value["remark"] == row.remark, row.json);
  }
}

TEST_CASE("an action's outcome says where to go and what is selected") {
  Opened opened;
  Json report = value_of(opened.session.export_report("json"));
  REQUIRE(report["signals"].size() >= 2);
  Json outcome = value_of(opened.session.command(R"({"action":"next","kind":"eroding"})"));
  CHECK(outcome["selected"] == "s1");
  CHECK(outcome["goTo"]["finding"] == "s1");
  CHECK(outcome["card"]["finding"] == "s1");
  CHECK(outcome["card"]["height"] > 60);
  // The report counts code points, the page UTF-16 units: one emoji stands before the title's end and one before the signal.
  CHECK(outcome["goTo"]["start"] == report["signals"][0]["start"].get<int>() + 2);
  outcome = value_of(opened.session.command(R"({"action":"filter","off":["eroding"]})"));
  CHECK(outcome["selected"].is_null());
  CHECK(outcome["off"].size() == 9);
  CHECK(value_of(opened.session.text_layer(0, 2)).dump().find("\"s1\"") == std::string::npos);
  CHECK(value_of(opened.session.marks()).dump().find("\"s1\"") == std::string::npos);
  CHECK(value_of(opened.session.command(R"({"action":"hover","finding":null})"))["redraw"].empty());
}

TEST_CASE("a page filters, corrects, takes corrections away as a file and brings them back") {
  Opened opened;
  Json outcome = value_of(opened.session.command(R"({"action":"filter","off":["building"],"only":["certainty:fact","speaker:writer"]})"));
  CHECK(outcome["filtered"] == true);
  CHECK(outcome["only"] == Json({"speaker:writer", "certainty:fact"}));
  outcome = value_of(opened.session.command(R"({"action":"filter"})"));
  CHECK(outcome["only"].empty());
  CHECK(outcome["off"].empty());

  const Json before = value_of(opened.session.export_report("json"));
  outcome = value_of(opened.session.command(R"({"action":"correct","finding":"s1","change":{"label":"THREAT","note":"a threat"}})"));
  CHECK(outcome["corrected"] == true);
  CHECK(outcome["canUndo"] == true);
  outcome = value_of(opened.session.command(R"({"action":"correct","finding":"s1","change":{"verdict":"rejected"}})"));
  const Json after = value_of(opened.session.export_report("json"));
  CHECK(after["signals"][0]["category"] == "THREAT");
  CHECK(after["signals"][0]["correction"] == Json({{"verdict", "rejected"}, {"was", before["signals"][0]["category"]}, {"note", "a threat"}}));
  CHECK(after["ledger"] != before["ledger"]);
  CHECK(value_of(opened.session.command(R"({"action":"correct","finding":"s1","change":{"verdict":"rejected"}})"))["corrected"] == false);

  const std::string file = value_of(opened.session.export_report("corrections")).dump();
  value_of(opened.session.command(R"({"action":"activate","control":"undo"})"));
  outcome = value_of(opened.session.command(R"({"action":"activate","control":"undo"})"));
  CHECK(outcome["canUndo"] == false);
  CHECK(outcome["canRedo"] == true);
  CHECK(value_of(opened.session.export_report("json")) == before);
  const Json imported = value_of(opened.session.add_corrections(file));
  CHECK(imported["lost"].empty());
  CHECK(imported["outcome"]["corrected"] == true);
  CHECK(value_of(opened.session.export_report("json")) == after);
}
