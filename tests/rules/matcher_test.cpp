#include <doctest/doctest.h>

#include <chrono>

#include "language/english_model.h"
#include "language/parser.h"
#include "rules/matcher.h"

using namespace faultline;

namespace {

RuleSet load(const std::string& patterns) {
  const std::string pack = R"({"schema": "faultline.rules/1", "pack": "test",
    "lists": {"plan": {"why": "a test", "words": ["plan/n", "pay offer/n"]}, "determiners": {"why": "a test", "words": ["the", "its"]},
              "clause-breaks": {"why": "a test", "words": [",", "because"]}, "modals": {"why": "a test", "words": ["will"]},
              "subject-pronouns": {"why": "a test", "words": ["they"]}},
    "tables": {"irregular-forms": {"why": "a test", "rows": [["vd", "strike", "struck"]]}},
    "rules": [{"id": "t", "kind": "signal", "why": "a test", "patterns": [)" + patterns + "]}]}";
  const RulePack packs[] = {{"test.json", pack}};
  Result<RuleSet> rules = load_rules(packs);
  if (!rules) FAIL(rules.error().where << ": " << rules.error().message);
  return std::move(*rules);
}

// The triggers of all matches, each in brackets. Words in capitals are mentions of parties.
std::string triggers(const std::string& patterns, const std::string& text) {
  const RuleSet rules = load(patterns);
  const Result<Article> article = parse_article(text, ArticleFormat::Text);
  REQUIRE(article);
  static Parser parser(english_model());
  const Syntax syntax = read_syntax(*article, parser);
  const Trees trees(*article, syntax);
  std::vector<uint16_t> marks = make_marks(*article, rules);
  for (size_t i = 0; i < marks.size(); ++i)
    if (article->tokens()[i].shape == TokenShape::Upper) marks[i] |= kPartyHead;
  std::string out;
  for (const Match& match : Matcher(rules, *article, trees).find("signal", marks)) {
    const auto tokens = article->tokens();
    out += "[" + std::string(article->text_of({tokens[match.trigger_first].span.begin, tokens[match.trigger_last - 1].span.end})) + "]";
    if (match.who != kNoToken) out += " who " + std::string(article->text_of(tokens[match.who].span));
    if (match.whom != kNoToken) out += " whom " + std::string(article->text_of(tokens[match.whom].span));
  }
  return out;
}

}  // namespace

TEST_CASE("patterns match words, forms, lists, gaps, slots") {
  struct Row {
    std::string patterns, text, expected;
  };
  const Row rows[] = {
      {R"("reject/v")", "They rejected it and reject it still.", "[rejected][reject]"},
      {R"("strike/v")", "They struck; the strike goes on.", "[struck]"},          // after "the" no verb
      {R"("strike/n")", "They will strike; its strike goes on.", "[strike]"},     // after "will" no noun
      {R"("reject/v the? $plan")", "They reject the pay offers. They reject plans.", "[reject the pay offers][reject plans]"},
      {R"("[reject/v] ..2 $plan")", "They rejected its latest plan.", "[rejected]"},
      {R"("[reject/v] ..2 $plan")", "They rejected its very latest new plan.", ""},
      {R"("[reject/v] ..3 $plan")", "They rejected it, the plan fell.", ""},       // no gap over a comma
      {R"("@who [reject/v] ..2 @whom")", "OSLO rejected what BERN said.", "[rejected] who OSLO whom BERN"},
      {R"("not !ever reject/v")", "not reject, not ever reject", "[not reject]"},
      {R"("^ reject/v")", "Reject the plan! They reject it.", "[Reject]"},
      {R"x("# (dead|hurt)")x", "12 hurt, two dead", "[12 hurt]"},
      {R"x("(go on|went on)? strike/n action?")x", "They went on strike action.", "[went on strike action][strike action]"},
      {R"("reject/v _")", "They rejected.", "[rejected.]"},
      {R"("[reject/v the? $plan]")", "They rejected “the plan”. They called “the plan” off.", "[rejected “the plan”]"},
      {R"("reject/v [the $plan]")", "They rejected “the plan” in May.", "[the plan]"},  // a trigger begins with a word
  };
  for (const Row& row : rows) CHECK_MESSAGE(triggers(row.patterns, row.text) == row.expected, row.patterns << " in: " << row.text);
}

TEST_CASE("steps through the tree ask what stands below a word, and what it stands below") {
  struct Row {
    std::string patterns, text, expected;
  };
  const Row rows[] = {
      {R"x("[reject/v] >object($plan)")x", "On Monday they rejected the board's latest and largest pay offer.", "[rejected]"},
      {R"x("[reject/v] >object($plan)")x", "The plan was rejected by the board.", "[rejected]"},  // of a passive verb, its subject
      {R"x("[reject/v] >object($plan)")x", "They rejected a motion on the plan.", ""},            // "plan" hangs on "motion"
      {R"x("[reject/v] >object($plan)")x", "They rejected the motion and the plan.", "[rejected]"},
      {R"x("[call/v off] >object($plan)")x", "They called off the plan.", "[called off]"},  // of a particle, its verb
      {R"x("[march/v into] >subject(@party)")x", "On Monday OSLO marched into the town.", "[marched into]"},
      {R"x("[reject/v] >subject(board)")x", "The plan was rejected by the board.", "[rejected]"},
      {R"x("[reject/v] !>adverb(not|never)")x", "They did not reject the plan. They rejected it.", "[rejected]"},
      {R"x("[complaint/n] >against(@party)")x", "They filed a complaint against OSLO. A complaint about noise.", "[complaint]"},
      {R"x("[agree/v] >infinitive(lift/v)")x", "They agreed, after a long night, to lift the ban.", "[agreed]"},
      {R"x("[plan/n] <object(reject/v)")x", "They rejected the plan. They like the plan.", "[plan]"},
      {R"x("[deal/n] >relative")x", "The deal which they signed holds.", "[deal]"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(triggers(row.patterns, row.text) == row.expected, row.patterns << " in: " << row.text);
}

TEST_CASE("a pattern that invites backtracking stays linear") {
  std::string pattern = "a", text;
  for (int i = 0; i < 12; ++i) pattern += " ..8 a?";
  pattern += " ..8 never-there";
  for (int i = 0; i < 3000; ++i) text += "a ";
  const auto begin = std::chrono::steady_clock::now();
  CHECK(triggers('"' + pattern + '"', text).empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));  // backtracking would take longer than the sun lasts
}
