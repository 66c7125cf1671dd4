// The examples of the rules of signals and contexts: in each sentence of "fires" the rule finds what it is for, in none
// of "silent". Rules of issues mean what follows the pattern, and are tested with the issues.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "analysis/analysis.h"
#include "analysis/categories.h"
#include "analysis/parties.h"
#include "analysis/reading_fixture.h"
#include "rules/matcher.h"

using namespace faultline;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The packs as they stand in the checkout: those that are built in have no examples.
const RuleSet& rules_with_examples() {
  static const RuleSet rules = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(FAULTLINE_SOURCE_DIR "/assets/rules"))
      if (entry.path().extension() == ".json") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> names, texts;
    for (const auto& path : paths) {
      names.push_back(path.filename().string());
      texts.push_back(read_file(path));
    }
    std::vector<RulePack> packs;
    for (size_t i = 0; i < paths.size(); ++i) packs.push_back({names[i], texts[i]});
    Result<RuleSet> loaded = load_rules(packs, Examples::Required);
    if (!loaded) FAIL(loaded.error().where << ": " << loaded.error().message);
    return std::move(*loaded);
  }();
  return rules;
}

struct Example {
  std::string text;
  std::string trigger;  // between the braces; empty when the example has none
};

Example read_example(const std::string& with_invented) {
  const std::string written = with_known_countries(with_invented);
  Example example{written, {}};
  const size_t open = written.find('{'), close = written.find('}');
  if (open == std::string::npos || close == std::string::npos) return example;
  example.trigger = written.substr(open + 1, close - open - 1);
  example.text = written.substr(0, open) + example.trigger + written.substr(close + 1);
  return example;
}

// What the rule finds in a sentence: triggers of its signals, or the words its patterns match.
std::vector<std::string> find_triggers(const Rule& rule, const std::string& text) {
  const RuleSet& rules = rules_with_examples();
  const Result<Article> article = parse_article(text, ArticleFormat::Text);
  REQUIRE(article);
  std::vector<std::string> found;
  if (rule.kind == "signal") {
    for (const Signal& signal : analyze_english(*article, rules).signals)
      if (rules.rules()[signal.rule].id == rule.id) found.emplace_back(article->text_of(signal.span));
    return found;
  }
  std::vector<uint16_t> marks = make_marks(*article, rules);
  const EnglishReading english(*article, rules);
  const Cast cast = find_parties(english.reading);
  for (const Mention& mention : cast.mentions)
    for (uint32_t i = 0; i < mention.token_count; ++i) marks[mention.first_token + i] |= i == 0 ? kPartyHead : kPartyMore;
  for (const Match& match : Matcher(rules, *article, english.trees).find(rule.kind, marks))
    if (rules.rules()[match.rule].id == rule.id)
      found.emplace_back(article->text_of({article->tokens()[match.trigger_first].span.begin, article->tokens()[match.trigger_last - 1].span.end}));
  return found;
}

std::string list_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "“" : ", “") + word + "”";
  return out.empty() ? "nothing" : out;
}

}  // namespace

TEST_CASE("every rule fires on its own examples") {
  for (const Rule& rule : rules_with_examples().rules()) {
    if (rule.kind != "signal" && rule.kind != "context") continue;
    for (const std::string& written : rule.fires) {
      const Example example = read_example(written);
      const auto found = find_triggers(rule, example.text);
      const bool fires = example.trigger.empty() ? !found.empty() : std::find(found.begin(), found.end(), example.trigger) != found.end();
      CHECK_MESSAGE(fires, rule.id << " finds " << list_of(found) << " in: " << written);
    }
  }
}

TEST_CASE("every rule is silent where it says so") {
  for (const Rule& rule : rules_with_examples().rules()) {
    if (rule.kind != "signal" && rule.kind != "context") continue;
    for (const std::string& written : rule.silent) {
      const auto found = find_triggers(rule, with_known_countries(written));
      CHECK_MESSAGE(found.empty(), rule.id << " finds " << list_of(found) << " in: " << written);
    }
  }
}

TEST_CASE("every category of the guide has rules") {
  for (int i = 0; i < kCategoryCount; ++i) {
    const char* name = to_string(static_cast<Category>(i));
    const auto rules = rules_with_examples().rules();
    const bool has_rule = std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.kind == "signal" && rule.category == name; });
    CHECK_MESSAGE(has_rule, name);
  }
}
