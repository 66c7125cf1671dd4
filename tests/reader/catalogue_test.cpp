#include "reader/catalogue.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

using namespace faultline;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> find_sources(const char* folder) {
  std::vector<std::filesystem::path> sources;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(FAULTLINE_SOURCE_DIR) / folder)) sources.push_back(entry.path());
  return sources;
}

// A key without the plural form that may end it.
std::string word_of(std::string key) {
  return std::regex_replace(key, std::regex(R"(\.(zero|one|two|few|many|other)$)"), "");
}

// Keys that are made of a group and a wire name where they are asked for: text("kind." + name).
bool is_named_by_the_core(const std::string& key) {
  static const std::set<std::string> kGroups = {"family", "kind", "tag", "type", "status", "basis", "time", "when", "factuality", "tab"};
  return kGroups.contains(key.substr(0, key.find('.'))) || key == "panel.issues" || key == "panel.eroding" || key == "panel.building";
}

}  // namespace

TEST_CASE("every key that the views ask for is there, and none is there in vain") {
  std::set<std::string> known, asked;
  for (const Catalogue::Entry& entry : Catalogue::english().entries()) known.insert(word_of(entry.key));
  std::set<std::string> groups;
  for (const std::string& key : known) groups.insert(key.substr(0, key.find('.')));
  const std::regex literal(R"re("(([a-z]+)\.[a-z0-9_]+)")re");
  for (const std::filesystem::path& path : find_sources("src/reader")) {
    if (path.filename() == "catalogue.h") continue;  // its examples
    const std::string source = read_file(path);
    for (std::sregex_iterator match(source.begin(), source.end(), literal), end; match != end; ++match) {
      if (!groups.contains((*match)[2])) continue;
      CHECK_MESSAGE(known.contains((*match)[1]), path.filename().string() << " asks for " << (*match)[1]);
      asked.insert((*match)[1]);
    }
  }
  for (const std::string& key : known) CHECK_MESSAGE((asked.contains(key) || is_named_by_the_core(key)), key << " is in en.json and nobody asks for it");
}

TEST_CASE("what a language lacks is said in English") {
  auto words = Catalogue::parse(R"({"lang": "ur", "dir": "rtl", "panel": {"title": "کون کس بات پر"}})");
  REQUIRE(words.has_value());
  CHECK(words->is_rtl());
  CHECK(words->lang() == "ur");
  CHECK(words->text("panel.title") == "کون کس بات پر");
  CHECK(words->text("panel.note") == Catalogue::english().text("panel.note"));
  CHECK(words->count("panel.issues", 1) == "1 disputed issue.");
}

TEST_CASE("each number has the form that the language's table says") {
  std::string plurals;  // of an invented language: odd numbers are "few", but for 1, which has no form of its own
  for (int n = 0; n < 200; ++n) plurals += std::string(n ? "," : "") + (n == 1 ? "\"one\"" : n % 2 ? "\"few\"" : "\"other\"");
  auto words = Catalogue::parse(R"({"digits": "۰۱۲۳۴۵۶۷۸۹", "plurals": [)" + plurals + R"(], "panel": {"issues": {"few": "{n} odd", "other": "{n} even or one"}}})");
  REQUIRE(words.has_value());
  struct Row { int n; const char* expected; };
  for (Row row : {Row{0, "۰ even or one"}, Row{1, "۱ even or one"}, Row{2, "۲ even or one"}, Row{3, "۳ odd"}, Row{201, "۲۰۱ odd"},
                  Row{1000, "۱۰۰۰ even or one"}, Row{-5, "-۵ even or one"}}) {
    CHECK(words->count("panel.issues", row.n) == row.expected);
  }
  CHECK(words->number(1207) == "۱۲۰۷");
  CHECK(Catalogue::english().count("panel.issues", 1) == "1 disputed issue.");
  CHECK(Catalogue::english().count("panel.issues", 21) == "21 disputed issues.");
}

TEST_CASE("values stand where their names are") {
  auto words = Catalogue::parse(R"({"certainty": {"fact": "{who}: {who}, {whom} {"}, "filter": {"without": "{what}{what}"}})");
  REQUIRE(words.has_value());
  CHECK(words->fill("certainty.fact", {{"who", "{whom}"}}) == "{whom}: {whom}, {whom} {");
  CHECK(words->fill("filter.without", {{"what", "ab"}}) == "abab");
}

TEST_CASE("a catalogue that cannot be used says why") {
  struct Row { const char* json; const char* where; };
  for (Row row : {Row{"no JSON", ""}, Row{"[]", ""}, Row{R"({"panel": "text"})", "panel"}, Row{R"({"panel": {"titel": "x"}})", "panel.titel"},
                  Row{R"({"panel": {"title": 3}})", "panel.title"}, Row{R"({"panel": {"issues": {"many": "x", "lots": "y"}}})", "panel.issues.lots"},
                  Row{R"({"panel": {"title": {"other": "x"}}})", "panel.title.other"}, Row{R"({"plurals": ["one"]})", "plurals"},
                  Row{R"({"plurals": 7})", "plurals"}, Row{R"({"digits": "0123"})", "digits"}}) {
    auto words = Catalogue::parse(row.json);
    REQUIRE_MESSAGE(!words.has_value(), row.json);
    CHECK_MESSAGE(words.error().where == row.where, row.json);
    CHECK(words.error().code == ErrorCode::BadRequest);
  }
  CHECK(Catalogue::parse(R"({"page": {"anything": "is the page's own"}})").has_value());
}
