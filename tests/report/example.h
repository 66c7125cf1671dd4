// A small article with one issue and two signals, marked by hand: every writer has something to write.
#pragma once

#include <cstdlib>
#include <string>

#include "report/report.h"

namespace faultline {

struct Example {
  Article article;
  RuleSet rules;
  Analysis analysis;

  ReportSubject subject() const { return {article, analysis, rules}; }
  std::string write(ReportFormat format, const ReportOptions& options = {}) const {
    StringOutput output;
    write_report(subject(), format, output, options);
    return output.text();
  }
  // The first place of some words; they must be there.
  Span find(std::string_view words) const {
    const size_t at = article.text().find(words);
    if (at == std::string::npos) std::abort();
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }
};

inline constexpr std::string_view kExampleText =
    "Dam row – day two\n\nÉmile Orr, for the “North 🕊”, rejected the toll.\r\n\r\n"
    "The South agreed to open the weir, reportedly.\n";

inline RuleSet make_example_rules() {
  const RulePack pack{"example.json", R"({"schema":"faultline.rules/1","pack":"example","rules":[
    {"id":"example.reject","kind":"signal","category":"REJECTION","patterns":["[rejected]"],"why":"A plain \"no\".","fires":["a"],"silent":["b"]},
    {"id":"example.agree","kind":"signal","category":"AGREEMENT","patterns":["[agreed]"],"why":"A plain yes.","fires":["a"],"silent":["b"]},
    {"id":"example.row","kind":"issue","category":"LABELLED","patterns":["[row]"],"why":"It is called a row.","fires":["a"],"silent":["b"]}]})"};
  Result<RuleSet> rules = load_rules({&pack, 1});
  if (!rules) std::abort();
  return std::move(*rules);
}

inline Example make_example() {
  Example example{*parse_article(kExampleText), make_example_rules(), {}};
  Analysis& analysis = example.analysis;
  const auto rule = [&](std::string_view id) {
    return static_cast<uint32_t>(example.rules.find_rule(id) - example.rules.rules().data());
  };
  analysis.parties = {{"North", {"North", "North 🕊"}, PartyKind::Community, {example.find("North")}},
                      {"The South", {"The South"}, PartyKind::Community, {example.find("The South")}}};
  analysis.speakers = {{"", SpeakerKind::Writer, kUnspecified}, {"Émile Orr", SpeakerKind::Person, 0}};

  Signal no;
  no.span = example.find("rejected the toll");
  no.clause = example.find("Émile Orr, for the “North 🕊”, rejected the toll");
  no.category = Category::Rejection;
  no.who = 0, no.whom = 1, no.weight = -200, no.rule = rule("example.reject");
  no.because = {{example.find("North"), "who"}};
  no.question = "Who rejected it?";
  Signal yes;
  yes.span = example.find("agreed to open the weir");
  yes.category = Category::Agreement;
  yes.track = Track::Deeds;
  yes.who = 1, yes.whom = kUnspecified, yes.speaker = 1, yes.factuality = Factuality::Reported;
  yes.time = Time::Future, yes.intensity = 125, yes.weight = 218, yes.rule = rule("example.agree");
  analysis.signals = {no, yes};

  analysis.issues = {{"the toll, \"day two\"", IssueType::Resources, IssueStatus::Eased, IssueBasis::Labelled, {0, 1},
                      {example.find("Dam row"), example.find("the toll")}, {0}, rule("example.row")}};
  analysis.attributions = {{1, {}, example.find("reportedly"), example.find("The South"), AttributionKind::Indirect, Commitment::Neutral}};
  analysis.links = {{LinkKind::RequestRejection, 1, 0}};
  analysis.suppressed = {{example.find("weir"), rule("example.row"), "it is an aim"}};
  analysis.ledger = {{0, 1, {-200, 0}, {}, {}, {0}}, {1, kUnspecified, {}, {0, 218}, {}, {1}}};
  analysis.curve = {{1, {-200, 0}, {}}, {2, {}, {0, 218}}};
  analysis.sourcing = {1, 1, 0, 1};
  return example;
}

}  // namespace faultline
