#include "analysis/ledger.h"

#include "analysis/links.h"
#include "analysis/questions.h"
#include "analysis/reading_fixture.h"
#include "analysis/weights.h"

using namespace faultline;

namespace {

Signal signal_of(PartyRef who, PartyRef whom, int weight, Track track, Time time) {
  Signal signal;
  signal.who = who;
  signal.whom = whom;
  signal.weight = weight;
  signal.track = track;
  signal.time = time;
  return signal;
}

}  // namespace

TEST_CASE("words, deeds and background are summed apart, and eroding is never netted with building") {
  const std::vector<Signal> signals{
      signal_of(0, 1, -200, Track::Words, Time::Current),  signal_of(0, 1, 250, Track::Words, Time::Future),
      signal_of(0, 1, -900, Track::Deeds, Time::Current),  signal_of(0, 1, -650, Track::Deeds, Time::Background),
      signal_of(1, 0, 700, Track::Deeds, Time::Current),   signal_of(kDyad, kDyad, -250, Track::Words, Time::Current),
      signal_of(kUnspecified, 1, -400, Track::Deeds, Time::Current)};
  const std::vector<LedgerEntry> ledger = make_ledger(signals);
  REQUIRE(ledger.size() == 4);
  CHECK(ledger[0].who == 0);
  CHECK(ledger[0].words.eroding == -200);
  CHECK(ledger[0].words.building == 250);
  CHECK(ledger[0].deeds.eroding == -900);
  CHECK(ledger[0].background.eroding == -650);
  CHECK(ledger[0].signals == std::vector<uint32_t>{0, 1, 2, 3});
  CHECK(ledger[1].who == 1);
  CHECK(ledger[2].who == kDyad);
  CHECK(ledger[3].who == kUnspecified);
}

TEST_CASE("law: every signal stands in one entry of the ledger and is counted once in the sourcing") {
  const Article article = article_of("Chile rejected the plan. Peru accused Chile of bad faith. \"Chile attacked us,\" the envoy said. Both sides broke off talks.");
  const Analysis analysis = analyze_english(article);
  size_t entries = 0;
  for (const LedgerEntry& entry : analysis.ledger) entries += entry.signals.size();
  CHECK(entries == analysis.signals.size());
  const Sourcing& sourcing = analysis.sourcing;
  CHECK(static_cast<size_t>(sourcing.writer + sourcing.named + sourcing.unnamed + sourcing.hedged) == analysis.signals.size());
}

TEST_CASE("a weight is base × certainty × intensity, by the table of the rules") {
  const Weights weights = read_weights(builtin_rules());
  struct Row {
    Factuality factuality;
    int boosters, downtoners;
    bool inherited;
    int expected;
  };
  for (const Row& row : {Row{Factuality::Fact, 0, 0, false, -200}, Row{Factuality::Fact, 1, 0, false, -250}, Row{Factuality::Reported, 0, 0, false, -140},
                         Row{Factuality::Possible, 0, 1, false, -60}, Row{Factuality::Conditional, 0, 9, false, -20}, Row{Factuality::Fact, 0, 0, true, -100}})
    CHECK(weights.weigh(-200, row.factuality, weights.intensity(row.boosters, row.downtoners), row.inherited) == row.expected);
}

TEST_CASE("the curve has a point for each paragraph with a signal of now") {
  const Article article = article_of("Chile rejected the plan of Peru.\n\nThe weather was fine all day long.\n\nPeru condemned Chile.");
  const Analysis analysis = analyze_english(article);
  REQUIRE(analysis.curve.size() == 2);
  CHECK(analysis.curve[0].block == 0);
  CHECK(analysis.curve[1].block == 2);
  CHECK(analysis.curve[1].words.eroding < 0);
}

TEST_CASE("an accusation is tied to its rejection by the other side") {
  Signal accusation = signal_of(0, 1, -200, Track::Words, Time::Current);
  accusation.category = Category::Accusation;
  Signal rejection = signal_of(1, 0, -200, Track::Words, Time::Current);
  rejection.category = Category::Rejection;
  const Article article = article_of("Chile accused Peru. Peru denied it.");
  accusation.span = {6, 13};
  rejection.span = {25, 31};
  const std::vector<Signal> signals{accusation, rejection};
  const EnglishReading english(article);
  const std::vector<Link> links = find_links(english.reading, signals);
  REQUIRE(links.size() == 1);
  CHECK(links[0].kind == LinkKind::RequestRejection);
  CHECK(links[0].from == 0);
  CHECK(links[0].to == 1);
}

TEST_CASE("a question names the parties that are known") {
  std::vector<Signal> signals{signal_of(0, 1, -200, Track::Words, Time::Current), signal_of(0, kUnspecified, -200, Track::Words, Time::Current),
                              signal_of(kDyad, kDyad, -200, Track::Words, Time::Current)};
  const std::vector<Party> parties{{"Chile", {"Chile"}, PartyKind::State, {}}, {"Peru", {"Peru"}, PartyKind::State, {}}};
  ask_questions(signals, parties, builtin_rules());
  CHECK(signals[0].question == "What does Chile refuse Peru, and what reason does it give?");
  CHECK(signals[1].question == "What does Chile refuse, and to whom?");
  CHECK(signals[2].question.find('{') == std::string::npos);
  for (const auto& row : builtin_rules().rows("questions")) CHECK_MESSAGE(row[2].ends_with('?'), row[2]);
}
