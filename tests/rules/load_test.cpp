#include <doctest/doctest.h>

#include "rules/rule_loading.h"
#include "rules/rule_set.h"

using namespace faultline;

namespace {

std::string complaint(const std::string& rules, Examples examples = Examples::Required) {
  const std::string pack = R"({"schema": "faultline.rules/1", "pack": "test", "rules": [)" + rules + "]}";
  const RulePack packs[] = {{"test.json", pack}};
  const Result<RuleSet> loaded = load_rules(packs, examples);
  return loaded ? "loaded" : loaded.error().where + ": " + loaded.error().message;
}

std::string complaint_of_pack(const std::string& pack) {
  const RulePack packs[] = {{"test.json", pack}};
  const Result<RuleSet> loaded = load_rules(packs);
  return loaded ? "loaded" : loaded.error().where + ": " + loaded.error().message;
}

}  // namespace

TEST_CASE("a complaint names the file, the rule, the field and what was expected") {
  const std::string whole = R"("id": "a.b", "kind": "signal", "why": "w", "patterns": "x", "fires": "x", "silent": "y")";
  CHECK(complaint("{" + whole + "}") == "loaded");
  CHECK(complaint(R"({"kind": "signal"})") == "test.json, rule 1, field \"id\": expected a string that is not empty");
  CHECK(complaint(R"({"id": "a.b", "kind": "signal"})") == "test.json, rule \"a.b\", field \"why\": expected a string that is not empty");
  CHECK(complaint(R"({"id": "a.b", "kind": "signal", "why": "w", "patterns": "x"})") == "test.json, rule \"a.b\", field \"fires\": expected at least one sentence");
  CHECK(complaint(R"({"id": "a.b", "kind": "signal", "why": "w", "patterns": "x"})", Examples::Optional) == "loaded");
  CHECK(complaint("{" + whole + R"(, "who": [1]})") == "test.json, rule \"a.b\", field \"who\": expected strings only in this list");
  CHECK(complaint("{" + whole + "},{" + whole + "}") == "test.json, rule \"a.b\", field \"id\": another rule has this id");
  CHECK(complaint(R"({"id": "a.b", "kind": "signal", "why": "w", "patterns": "$plan", "fires": "x", "silent": "y"})") ==
        "test.json, rule \"a.b\", field \"patterns\": '$plan': '$plan' is not a word list of any pack");
  CHECK(complaint(R"({"id": "a.b", "kind": "signal", "why": "w", "patterns": "_ x", "fires": "x", "silent": "y"})") ==
        "test.json, rule \"a.b\", field \"patterns\": '_ x': the pattern can begin with any word, expected a word, list, party or number first");
  CHECK(complaint(R"({"id": "a.b", "kind": "signal", "why": "w", "patterns": "x?", "fires": "x", "silent": "y"})") ==
        "test.json, rule \"a.b\", field \"patterns\": 'x?': the pattern can match nothing, expected at least one item that is not optional");
}

TEST_CASE("a pack that is no pack is refused") {
  for (const char* broken : {"[", "", "{", "{]", R"({"schema": "faultline.rules/1",})", R"({"schema": "faultline.rules/1"} 1)", R"({"rules": [{]})", R"({"rules": [)",
                             R"({"rules": [,]})", R"({"rules" []})", R"({"lists": {"a": {"why": "w" "words": "x"}}})", R"({"pack": "a\"})", R"({rules: []})"})
    CHECK(complaint_of_pack(broken) == "test.json: this is not JSON, expected one object of schema faultline.rules/1");
  CHECK(complaint_of_pack(R"({"rules": []})") == "test.json, field \"schema\": expected \"faultline.rules/1\"");
  CHECK(complaint_of_pack("\n{ \"rules\" : [ ] , \"note\": [{\"}]\": \"\\\"]\"}, 1], \"schema\": \"faultline.rules/1\" }\n") == "loaded");
  CHECK(complaint_of_pack(R"({"schema": "faultline.rules/2"})") == "test.json, field \"schema\": expected \"faultline.rules/1\"");
  CHECK(complaint_of_pack(R"({"schema": "faultline.rules/1", "rules": {}})") == "test.json, field \"rules\": expected a list of rules");
  CHECK(complaint_of_pack(R"({"schema": "faultline.rules/1", "lists": {"x": ["y"]}})") == "test.json, list \"x\", field \"words\": expected {\"why\": …, \"words\": […]}");
  const auto complaint_of_party = [](const std::string& row) {
    return complaint_of_pack(R"({"schema": "faultline.rules/1", "tables": {"parties": {"why": "w", "rows": [)" + row + "]}}}");
  };
  CHECK(complaint_of_party(R"(["union", "Tidewater Pilots"])") == "loaded");
  for (const char* row : {R"(["tribe", "Tidewater Pilots"])", R"(["union"])", R"(["union", ""])"})
    CHECK(complaint_of_party(row) == "test.json, table \"parties\", field \"rows\": expected rows of a kind (state, armed-group, organisation, "
                                     "company, union, community, person) and names");
}

TEST_CASE("lists are written out, tables stand as written, versions tell packs apart") {
  const std::string text = R"({"schema": "faultline.rules/1", "lists": {"titles": {"why": "w", "words": ["Prime Minister/n", "deny/v"]}},
    "tables": {"states": {"why": "w", "rows": [["PER", "Peru"]]}}})";
  const RulePack packs[] = {{"a.json", text}};
  const Result<RuleSet> rules = load_rules(packs);
  REQUIRE(rules);
  const auto titles = rules->words("titles");
  CHECK(std::vector<std::string>(titles.begin(), titles.end()) ==
        std::vector<std::string>{"prime minister", "prime ministers", "deny", "denies", "denied", "denying"});
  CHECK(rules->words("no such list").empty());
  CHECK(rules->rows("states")[0][1] == "Peru");
  const RulePack others[] = {{"a.json", R"({"schema": "faultline.rules/1"})"}};
  CHECK(load_rules(others)->version() != rules->version());
}

TEST_CASE("the packs that are built in load") {
  const std::vector<RulePack> packs = builtin_packs();
  const Result<RuleSet> rules = load_rules(packs);
  if (!rules) FAIL(rules.error().where << ": " << rules.error().message);
  CHECK(rules->rules().size() > 50);
}

TEST_CASE("slices of any size load the same rules, and end with the same complaint") {
  std::vector<RulePack> packs = builtin_packs();
  for (const bool is_bad : {false, true}) {
    if (is_bad) packs.push_back({"last.json", R"({"schema": "faultline.rules/1", "lists": {"a": {"why": "w", "words": "x/q"}}})"});
    const Result<RuleSet> whole = load_rules(packs);
    CHECK(whole.has_value() != is_bad);
    for (const uint32_t words : {0u, 20u, 400u}) {
      RuleLoading loading(packs);
      size_t slices = 1;
      for (; !loading.advance(words); ++slices) {}
      const Result<RuleSet> rules = loading.take();
      if (words == 0) CHECK(slices > packs.size());
      if (!is_bad) CHECK(slices > 1);
      REQUIRE(rules.has_value() == whole.has_value());
      if (!whole) {
        CHECK(rules.error().where == whole.error().where);
        continue;
      }
      CHECK(rules->version() == whole->version());
      CHECK(rules->rules().size() == whole->rules().size());
      CHECK(rules->program().instructions.size() == whole->program().instructions.size());
      CHECK(rules->program().vocabulary.size() == whole->program().vocabulary.size());
    }
  }
}

TEST_CASE("a bundle is its packs, and what is cut off is cut off") {
  using namespace std::string_view_literals;
  struct Row { std::string_view bundle; size_t packs; std::string_view last; };
  for (Row row : {Row{""sv, 0, {}}, Row{"a.json\0{}\0"sv, 1, "{}"}, Row{"a.json\0{}\0b.json\0[1]\0"sv, 2, "[1]"}, Row{"a.json\0{"sv, 1, "{"}, Row{"a"sv, 1, ""}}) {
    std::vector<RulePack> packs = parse_pack_bundle(row.bundle);
    REQUIRE(packs.size() == row.packs);
    if (!packs.empty()) CHECK(packs.back().json == row.last);
  }
}
