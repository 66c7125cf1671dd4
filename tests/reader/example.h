// A small article with a hand-made analysis, and the fonts of tests/layout, for every test of the reader.
//
//   Example example;
//   Reader reader;
//   example.show_in(reader);
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "analysis/ledger.h"
#include "layout/test_font.h"
#include "reader/reader.h"

namespace faultline {

struct Example {
  static constexpr std::string_view kText =
      "Two valleys quarrel over a bridge\n\n"
      "The upper valley on Monday flatly refused to open the bridge at Sell. The lower valley, which calls the refusal a "
      "breach of the spring accord, said it hoped for “calm talks” 😀 before winter.\n\n"
      "Points of friction are:\n\n- the toll on the bridge\n- the grazing rights above it\n";

  Article article = *parse_article(kText, ArticleFormat::Text);
  Analysis analysis = make_analysis();
  RuleSet rules;

  Span span_of(std::string_view words) const {
    size_t at = article.text().find(words);
    REQUIRE_MESSAGE(at != std::string::npos, words);
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }

  Signal make_signal(std::string_view words, Category category, PartyRef who, PartyRef whom, uint32_t speaker = 0) const {
    Signal signal;
    signal.span = signal.clause = span_of(words);
    signal.category = category;
    signal.who = who, signal.whom = whom;
    signal.speaker = speaker;
    signal.factuality = speaker == 0 ? Factuality::Fact : Factuality::Reported;
    return signal;
  }

  Analysis make_analysis() const {
    Analysis made;
    made.parties = {{"Upper valley", {"upper valley"}, PartyKind::Community, {}}, {"Lower valley", {"lower valley"}, PartyKind::Community, {}}};
    made.speakers = {{"", SpeakerKind::Writer, kUnspecified}, {"Lower valley", SpeakerKind::Party, 1}};
    made.signals = {make_signal("flatly refused", Category::Rejection, 0, 1), make_signal("calls the refusal a breach", Category::Accusation, 1, 0),
                    make_signal("hoped for “calm talks”", Category::Goodwill, 1, 0, 1)};
    for (std::string_view label : {"the toll on the bridge", "the grazing rights above it"}) {
      Issue issue;
      issue.label = label;
      issue.type = label.starts_with("the toll") ? IssueType::Trade : IssueType::Resources;
      issue.parties = {0, 1};
      issue.spans = {span_of(label)};
      made.issues.push_back(issue);
    }
    // "the refusal" is an issue inside a signal: their marks overlap.
    Issue enacted;
    enacted.label = "the refusal to open the bridge";
    enacted.basis = IssueBasis::Enacted;
    enacted.status = IssueStatus::Hardened;
    enacted.parties = {0, 1};
    enacted.spans = {span_of("the refusal"), span_of("open the bridge")};
    made.issues.push_back(enacted);
    return made;
  }

  // The same with all that follows from signals, and with what was said and not marked.
  Analysis make_full_analysis() const {
    Analysis made = make_analysis();
    const int weights[] = {-200, -245, 70};
    for (size_t i = 0; i < made.signals.size(); ++i) made.signals[i].weight = weights[i];
    made.signals[1].time = Time::Background;
    made.signals[0].question = "What does the upper valley refuse, and why?";
    made.signals[0].because = {{span_of("The upper valley"), "who"}, {span_of("flatly"), "booster"}};
    made.links = {{LinkKind::RequestRejection, 2, 0}};
    made.issues[2].signals = {0, 1};
    made.attributions = {{1, span_of("The lower valley"), span_of("said it"), span_of("it hoped for “calm talks” 😀 before winter"), AttributionKind::Indirect, Commitment::Neutral}};
    made.suppressed = {{span_of("grazing rights"), 0, "it is an aim, not an act (rule 4)"}};
    made.ledger = make_ledger(made.signals);
    made.sourcing = make_sourcing(made.signals, made.speakers);
    return made;
  }

  void show_in(Reader& reader) const {
    for (int role = 0; role < kFaceRoleCount; ++role) {
      REQUIRE_FALSE(reader.add_font(static_cast<FaceRole>(role), make_test_font()).has_value());
    }
    reader.show({&article, &analysis, &rules});
  }
};

}  // namespace faultline
