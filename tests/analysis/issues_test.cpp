#include "analysis/issues.h"

#include <algorithm>

#include "analysis/issue_candidates.h"
#include "analysis/names.h"
#include "analysis/reading.h"
#include "analysis/reading_fixture.h"
#include "analysis/rule_matches.h"

using namespace faultline;

namespace {

// "WORK_PAY labelled unpaid overtime | …"
std::string outline(std::string_view text) {
  const Article article = article_of(text);
  std::string made;
  for (const Issue& issue : analyze_english(article).issues) {
    if (!made.empty()) made += " | ";
    made += std::string(to_string(issue.type)) + " " + to_string(issue.basis) + " " + issue.label;
  }
  return made;
}

struct Row { std::string_view text, expected; };
void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK_MESSAGE(outline(row.text) == row.expected, row.text << "\n  gives " << outline(row.text));
}

// The sentence without its braces, and what they enclose.
std::vector<std::string> take_braces(std::string& text) {
  std::vector<std::string> parts;
  for (size_t open; (open = text.find('{')) != std::string::npos;) {
    text.erase(open, 1);
    const size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    text.erase(close, 1);
    parts.push_back(text.substr(open, close - open));
  }
  return parts;
}

std::vector<std::string> candidates_of(std::string_view text, uint32_t rule) {
  const Article article = article_of(text);
  const EnglishReading english(article);
  const Reading& reading = english.reading;
  const Cast cast = find_parties(reading);
  const std::vector<Signal> signals = analyze_english(article).signals;
  MatchSearch search(reading, cast);
  while (!search.advance(1000)) {}
  const RuleMatches matches = search.take();
  std::vector<IssueCandidate> candidates;
  find_issue_candidates(reading, cast, matches.issues, signals, builtin_rules(), candidates).finish();
  std::vector<std::string> found;
  for (const IssueCandidate& candidate : candidates)
    if (candidate.rule == rule) found.emplace_back(article.text_of(reading.span_of(candidate.phrase.words.first, candidate.phrase.words.end)));
  return found;
}

}  // namespace

TEST_CASE("every rule of issues finds what its examples enclose, and nothing where it is to be silent") {
  // The packs that are built in leave out their examples: they are read from the file.
  std::vector<std::string> bytes;
  for (const RulePack& pack : builtin_packs()) bytes.push_back(read_source("assets/rules/" + std::string(pack.name)));
  std::vector<RulePack> packs;
  for (size_t i = 0; i < bytes.size(); ++i) packs.push_back({builtin_packs()[i].name, bytes[i]});
  const Result<RuleSet> with_examples = load_rules(packs);
  REQUIRE(with_examples.has_value());
  int rules = 0;
  for (const Rule& rule : with_examples->rules()) {
    if (rule.kind != "issue") continue;
    ++rules;
    const Rule* builtin = builtin_rules().find_rule(rule.id);
    REQUIRE(builtin != nullptr);
    const auto index = static_cast<uint32_t>(builtin - builtin_rules().rules().data());
    for (const std::string& written : rule.fires) {
      std::string text = with_known_countries(written);
      for (const std::string& expected : take_braces(text)) {
        const std::vector<std::string> found = candidates_of(text, index);
        std::string all;
        for (const std::string& each : found) all += "[" + each + "]";
        CHECK_MESSAGE(std::find(found.begin(), found.end(), expected) != found.end(), rule.id << " in '" << text << "' expects '" << expected << "', finds " << all);
      }
    }
    for (const std::string& text : rule.silent) CHECK_MESSAGE(candidates_of(with_known_countries(text), index).empty(), rule.id << " is not silent in '" << text << "'");
  }
  CHECK(rules >= 10);
}

TEST_CASE("a list under points of friction is a list of issues, each with its type") {
  check({{"Chile rejected the plan of Peru.\n\nSeveral points of friction remain between Chile and Peru:\n- The long dispute over the salt border\n- "
          "Repeated closure of the mountain crossing\n- Higher tariffs on copper",
          "TERRITORY labelled Salt border | BORDER_ACCESS labelled Repeated closure of the mountain crossing | TRADE labelled Higher tariffs on copper"}});
}

TEST_CASE("an item of a list has its type by its own words, and its label begins where the item does") {
  check({{"Chile condemned Peru. Several points of friction remain:\n\n- Worst of all, the charge that Peru has been backing ISIS\n"
          "- Access to the measurements taken at the weir\n- Closure of the upper sluice\n- The price that farmers pay for seed\n",
          "SANCTUARY_PROXY labelled Charge that Peru has been backing ISIS | GOVERNANCE labelled Access to the measurements taken at the weir | "
          "RESOURCES labelled Closure of the upper sluice | TRADE labelled Price that farmers pay for seed"}});
}

TEST_CASE("a word that says little alone is told apart by the noun before it, and no preposition begins a label") {
  check({{"Peru and Chile are in a dispute over service charges. Peru rejected the offer of Chile.", "TRADE labelled Service charges"},
         {"Peru rejected the demand of Chile. The row over charges has lasted for years.", ""}});
}

TEST_CASE("what is asked for under a threat is an issue") {
  check({{"The union says it will strike unless the company restores the pension. The company called the threat irresponsible.", "WORK_PAY enacted Pension"}});
}

TEST_CASE("a request that is refused makes its object an issue") {
  check({{"Chile rejected Peru's request to open the mountain crossing.", "BORDER_ACCESS enacted Opening the mountain crossing"}});
}

TEST_CASE("a label carries no quotation marks, and what a threat's condition wants ended is an issue") {
  check({{"Chile rejected Peru's request to lift \"the port toll\".", "TRADE enacted Lifting the port toll"},
         {"Chile rejected the offer. Chile will bomb Peru if Peru does not stop the fishing.", "RESOURCES enacted Fishing"}});
}

TEST_CASE("where nobody acts against anybody there is no issue") {
  check({{"Stir the sugar into the water. The issue of lumps is solved with a whisk.", ""}, {"Chile and Peru signed a treaty over fishing.", ""}});
}

TEST_CASE("what is called disputed is an issue among friends, too; an agreement on wages is about wages") {
  check({{"Finland and Chile signed a deal on the disputed reef near Tolmer.", "TERRITORY labelled Reef near Tolmer"},
         {"The Tidewater Union rejected the wage agreement.", "WORK_PAY enacted Wage agreement"},
         {"Finland condemned Chile. Relations with its neighbours angered Finland.", ""}});
}

TEST_CASE("what a party is opposed to is an issue; whom it is, or what only a pronoun names, is none") {
  check({{"The Tidewater Union is opposed to plans to move the ferry terminal.", "GOVERNANCE enacted Moving the ferry terminal"},
         {"Finland condemned Chile. Protesters angered Finland. Finland accused Chile of choosing them.", ""}});
}

TEST_CASE("a sum is no issue, nor is what a comma parts from it") {
  check({{"The council fined Tarn Shipping 3 million. Tarn Shipping rejected the fine.", "TRADE enacted Fine"},
         {"Peru blamed Chile, which said Peru had moved the goalposts.", ""}});
}

TEST_CASE("a road that is blocked is no issue, and neither is where somebody was locked out") {
  check({{"Farmers blocked a highway to protest against the Peruvian government. Peru denounced the farmers.", ""},
         {"Chile locked out Peru's miners at its pit. Peru protested.", ""}});
}

TEST_CASE("a label holds no amount and no age of the dispute") {
  check({{"The union of dockers is in a dispute over a 22 per cent rise in water charges. Finland rejected it.", "TRADE labelled Rise in water charges"},
         {"Finland rejected the offer of Chile, deepening a two-year dispute over the width of the canal.", "RESOURCES labelled Width of the canal"}});
}

TEST_CASE("a label does not end in a participle that needs what follows it") {
  check({{"Finland rejected Peru's request for the extradition of a shipowner accused of sinking two ferries.", "POPULATION enacted Extradition of a shipowner | POPULATION enacted Sinking two ferries"}});
}

TEST_CASE("what is told bare is labelled as it was introduced") {
  check({{"Chile asked for a ban on night flights. Weeks went by. Finland rejected the ban.", "GOVERNANCE enacted Ban on night flights"}});
}

TEST_CASE("laws: spans lie in the text, parties and signals exist") {
  const Article article = article_of("Chile accused Peru of “dumping” copper. Peru denied the allegations of dumping. The row over copper — “old” — has deepened.");
  const Analysis analysis = analyze_english(article);
  CHECK_FALSE(analysis.issues.empty());
  for (const Issue& issue : analysis.issues) {
    CHECK_FALSE(issue.spans.empty());
    for (Span span : issue.spans) CHECK(is_sound(article, span));
    for (PartyRef party : issue.parties) CHECK((party >= 0 && party < static_cast<PartyRef>(analysis.parties.size())));
    for (uint32_t signal : issue.signals) CHECK(signal < analysis.signals.size());
  }
}
