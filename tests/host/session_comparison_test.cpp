// A session that holds other articles beside its own: what it compares, and when it no longer does.
#include <doctest/doctest.h>

#include "analysis/comparison.h"
#include "analysis/two_accounts.h"
#include "host/session_answers.h"
#include "language/english_model.h"
#include "layout/test_font.h"
#include "report/comparison_report.h"
#include "rules/rule_loading.h"

using namespace faultline;

namespace {

constexpr std::string_view kBakery = "A new bakery has opened.\n";
// Words that no pack of ours marks.
constexpr const char* kPack = R"({"schema": "faultline.rules/1", "pack": "testing", "rules": [{"id": "testing.smurf", "kind": "signal", "category": "REJECTION",
  "why": "A word of this test.", "patterns": "[smurfs]", "fires": ["Peru {smurfs} Chile."], "silent": ["Peru writes to Chile."]}]})";

struct Monday {
  Session session;
  Monday() {
    for (int role = 0; role < kFaceRoleCount; ++role) value_of(session.add_font(make_test_font(), role));
    value_of(session.add_model(english_model_bytes()));
    value_of(session.load(kMonday, ArticleFormat::Text));
    analyze(session, 1000);
  }
  void compare(std::initializer_list<std::string_view> others) {
    for (std::string_view other : others) value_of(session.compare(other, ArticleFormat::Text));
    analyze(session, 40);
  }
  Json comparison() { return value_of(session.export_report("comparison")); }
  bool has_tab() {
    const Json panel = value_of(session.layout(1, 340));
    return std::any_of(panel["controls"].begin(), panel["controls"].end(), [](const Json& control) { return control["id"] == "tab:compare"; });
  }
  std::string tab() { return value_of(session.command(R"({"action":"hover","finding":null})"))["tab"]; }
};

// "Border fence: disputed omitted": a line an issue.
std::string matrix(const Json& comparison) {
  std::string lines;
  for (const Json& issue : comparison["issues"]) {
    lines += issue["label"].get<std::string>() + ":";
    for (const Json& cell : issue["cells"]) lines += " " + cell["standing"].get<std::string>();
    lines += "\n";
  }
  return lines;
}

// As `faultline compare --format json` writes it.
std::string write(std::initializer_list<std::string_view> texts) {
  static const LanguageModel model = *parse_language_model(english_model_bytes());
  Parser parser(model);
  RuleLoading loading(builtin_packs());
  while (!loading.advance(1000)) continue;
  const RuleSet rules = *loading.take();
  std::vector<Article> articles;
  for (std::string_view text : texts) articles.push_back(*parse_article(text, ArticleFormat::Text));
  std::vector<Analysis> analyses;
  for (const Article& article : articles) analyses.push_back(analyze(article, parser, rules));
  std::vector<ComparedArticle> compared;
  for (size_t i = 0; i < articles.size(); ++i) compared.push_back({articles[i], analyses[i]});
  const std::vector<std::string> names = {"A", "B", "C"};
  StringOutput output;
  write_comparison({compared, std::span(names).first(articles.size()), compare(compared, rules)}, ReportFormat::Json, output);
  return std::move(output).take();
}

}  // namespace

TEST_CASE("a comparison is exported with the very bytes that the command writes") {
  Monday monday;
  monday.compare({kTuesday, kBakery});
  CHECK(monday.session.export_report("comparison") == R"({"ok":true,"value":)" + write({kMonday, kTuesday, kBakery}) + "}");
  CHECK(matrix(monday.comparison()) == "Border fence: disputed disputed omitted\nFishing rights: disputed told omitted\n");
}

TEST_CASE("another article joins those before, and nothing takes all away") {
  Monday monday;
  CHECK(error_of(monday.session.export_report("comparison")).starts_with("not-found: there is no article to compare with"));
  CHECK_FALSE(monday.has_tab());
  monday.compare({kTuesday});
  CHECK(monday.has_tab());
  CHECK(monday.comparison()["articles"].size() == 2);
  monday.compare({kBakery});
  CHECK(monday.comparison()["articles"].size() == 3);
  value_of(monday.session.command(R"({"action":"activate","control":"tab:compare"})"));
  CHECK(monday.tab() == "compare");
  value_of(monday.session.compare("", ArticleFormat::Auto));
  CHECK_FALSE(monday.has_tab());
  CHECK(monday.tab() == "findings");
  CHECK(error_of(monday.session.export_report("comparison")).starts_with("not-found"));
}

TEST_CASE("an article that cannot be read changes nothing") {
  Monday monday;
  monday.compare({kTuesday});
  const std::string before = monday.session.export_report("comparison");
  CHECK(error_of(monday.session.compare(R"({"schema":"faultline.article/1","blocks":7})", ArticleFormat::Auto)).find("blocks") != std::string::npos);
  CHECK(monday.session.export_report("comparison") == before);
  CHECK(monday.has_tab());
  CHECK(error_of(Session().compare(kTuesday, ArticleFormat::Text)).starts_with("not-found: no article is loaded"));
}

TEST_CASE("the other articles are analysed in slices; the article's own findings stay meanwhile") {
  Monday monday;
  const std::string report = monday.session.export_report("json");
  value_of(monday.session.compare(kTuesday, ArticleFormat::Text));
  int slices = 0;
  for (; slices < 1000 && !value_of(monday.session.analyze(5)).contains("counts"); ++slices) {
    CHECK(error_of(monday.session.export_report("comparison")).starts_with("not-found: the article is not analysed yet"));
    CHECK(monday.session.export_report("json") == report);
  }
  CHECK(slices > 3);
  CHECK(matrix(monday.comparison()) == "Border fence: disputed disputed\nFishing rights: disputed told\n");
  // Taken away in the middle of it, the next calls have nothing left to do.
  value_of(monday.session.compare(kBakery, ArticleFormat::Text));
  value_of(monday.session.analyze(1));
  value_of(monday.session.compare("", ArticleFormat::Auto));
  CHECK(value_of(monday.session.analyze(1)).contains("counts"));
  CHECK(monday.session.export_report("json") == report);
}

TEST_CASE("another article at hand ends the comparison") {
  Monday monday;
  monday.compare({kTuesday});
  value_of(monday.session.command(R"({"action":"activate","control":"tab:compare"})"));
  value_of(monday.session.load(kTuesday, ArticleFormat::Text));
  CHECK(monday.tab() == "findings");
  analyze(monday.session, 1000);
  CHECK_FALSE(monday.has_tab());
  CHECK(error_of(monday.session.export_report("comparison")).starts_with("not-found: there is no article to compare with"));
}

TEST_CASE("rules that come later have the other articles analysed anew, too") {
  Monday monday;
  monday.compare({kTuesday, "Peru smurfs Chile.\n"});
  auto count = [&](size_t article) { return monday.comparison()["articles"][article]["signals"].get<int>(); };
  const int before = count(2);
  value_of(monday.session.add_rules(kPack));
  CHECK(error_of(monday.session.export_report("comparison")).starts_with("not-found: the article is not analysed yet"));
  CHECK_FALSE(monday.has_tab());
  analyze(monday.session, 1000);
  CHECK(count(2) == before + 1);
  CHECK(monday.has_tab());
}

TEST_CASE("what the person rejects is not compared, until they take it back") {
  Monday monday;
  monday.compare({kTuesday});
  auto outline = [&] { return value_of(monday.session.layout(1, 340)).dump(); };
  value_of(monday.session.command(R"({"action":"activate","control":"tab:compare"})"));
  const std::string before = outline();
  CHECK(before.find("This article: disputed") != std::string::npos);
  const Json report = value_of(monday.session.export_report("json"));
  for (const Json& issue : report["issues"]) {
    value_of(monday.session.command(R"({"action":"activate","control":"reject:)" + issue["id"].get<std::string>() + R"("})"));
  }
  CHECK(matrix(monday.comparison()) == "Fence along the border: told disputed\n");
  CHECK(outline().find("This article: disputed") == std::string::npos);
  CHECK(monday.tab() == "compare");
  while (value_of(monday.session.command(R"({"action":"activate","control":"undo"})"))["canUndo"] == true) continue;
  CHECK(matrix(monday.comparison()) == "Border fence: disputed disputed\nFishing rights: disputed told\n");
}
