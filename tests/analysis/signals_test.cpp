// Signals from sentence to fields: category, who → whom, factuality, time, and what the decision rules silence.
#include <algorithm>

#include "analysis/categories.h"
#include "analysis/names.h"
#include "analysis/reading_fixture.h"
#include "analysis/signals.h"

using namespace faultline;

namespace {

std::string name_of(const Analysis& analysis, PartyRef party) {
  return party == kDyad ? "dyad" : party == kUnspecified ? "unspecified" : analysis.parties[static_cast<size_t>(party)].name;
}

// "REJECTION Finland > Chile fact current" for every signal, one after the other.
std::string signals_of(std::string_view text) {
  const Article article = article_of(text);
  const Analysis analysis = analyze_english(article);
  std::string out;
  for (const Signal& signal : analysis.signals) {
    out += (out.empty() ? "" : "; ") + std::string(to_string(signal.category)) + " " + name_of(analysis, signal.who) + " > " +
           name_of(analysis, signal.whom) + " " + to_string(signal.factuality) + " " + to_string(signal.time);
  }
  return out;
}

struct Row {
  const char *text, *expected;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK_MESSAGE(signals_of(row.text) == row.expected, std::string(row.text) << " gives " << signals_of(row.text));
}

}  // namespace

TEST_CASE("who and whom come from the trigger's clause, by their roles") {
  check({
      {"Finland rejected Chile's request.", "REJECTION Finland > Chile fact current"},
      {"The request was rejected by Finland.", "REJECTION Finland > unspecified fact current"},
      {"Chile was accused by Finland.", "ACCUSATION Finland > Chile fact current"},
      {"Finland met Chile and rejected the offer.", "ENGAGEMENT Finland > Chile fact current; REJECTION Finland > Chile fact current"},
      {"Finland and Chile signed a treaty.", "AGREEMENT dyad > dyad fact current"},
      {"The port stood still after the Ferry Union (FU) began a strike against Tarn Shipping.",
       "CLOSURE Ferry Union > Tarn Shipping fact background"},
  });
}

TEST_CASE("a word that somebody is quoted with is a scare quote where the writer sets it against what followed") {
  check({{"Finland described the talks as \"constructive\", but Chile saw little of that.", "CREDIBILITY_GAP Finland > Chile reported current"}});
}

TEST_CASE("what somebody goes on to do behind his words is the writer's, and what he blames another for is no act told") {
  check({
      {"Finland met Chile. Finland said it would appeal and accused Chile of fraud.",
       "ENGAGEMENT Finland > Chile fact current; REJECTION Finland > Chile fact current; ACCUSATION Finland > Chile fact current"},
      {"Finland urged Chile to talk and threatened to leave.", "THREAT Finland > Chile fact future"},
      {"Finland accused Chile on Monday of breaking a promise.", "ACCUSATION Finland > Chile fact current"},
      {"Finland said that Chile had lied and criticised Santiago.", "ACCUSATION Finland > Chile reported current; ACCUSATION Finland > Chile reported current"},
      {"Finland said Chile had concealed the report.", "ACCUSATION Finland > Chile reported current"},
      {"Finland and Chile each accused the other of arming rebels.", "ACCUSATION dyad > dyad fact current"},
  });
}

TEST_CASE("who backs a side is against whom it is against, and what one tells of oneself blames nobody") {
  check({
      {"Finland accused Chile of fraud. Peru backed Finland and threatened to leave. Chile left.",
       "ACCUSATION Finland > Chile fact current; COOPERATION Peru > Finland fact background; THREAT Peru > Chile fact future"},
      {"Finland accused Chile of fraud. Chile insisted that it had paid.", "ACCUSATION Finland > Chile fact current"},
      {"Finland accused Chile of fraud. Chile said it would ignore the ruling.", "ACCUSATION Finland > Chile fact current; REJECTION Chile > Finland fact current"},
      {"Guards removed protesters from the gate. The protesters accused the guards of cruelty.",
       "COERCION Guards > protesters fact current; ACCUSATION protesters > Guards fact current"},
  });
}

TEST_CASE("of several in one slot the first counts, and nobody is guessed who is not told of") {
  check({
      {"Finland rejected the claim of the Chilean and Peruvian ministries.", "REJECTION Finland > Chilean fact current"},
      {"Finland met Chile. Two envoys of Chile were arrested.", "ENGAGEMENT Finland > Chile fact current; COERCION unspecified > Chile fact background"},
  });
}

TEST_CASE("who acts in the clause behind an accusation is whom it is against, and a clash is of both") {
  check({
      {"Finland alleged that the plan of Chile was drawn up by Peru.", "ACCUSATION Finland > Peru fact current"},
      {"Finland dismissed the lashers who had refused Chile's offer.", "REJECTION unspecified > Chile fact background"},
      {"A gunfight broke out between Finland and Chile.", "COERCION dyad > dyad fact current"},
  });
}

TEST_CASE("an answer goes to who asked, alleged or offered last, not to the article's main opponent") {
  check({
      {"Finland accused Chile of fraud. Chile rejected it. Finland sued Chile. Peru called on Chile to leave. Chile dismissed the demand.",
       "ACCUSATION Finland > Chile fact current; REJECTION Chile > Finland fact current; ACCUSATION Finland > Chile fact current; "
       "REJECTION Chile > Peru fact current"},
      {"Finland accused Chile of fraud. Peru demanded an apology. Chile refused.",
       "ACCUSATION Finland > Chile fact current; REJECTION Chile > Peru fact current"},
      {"Finland sued Chile. Finland sued Chile. Chile met Peru and apologised.",
       "ACCUSATION Finland > Chile fact current; ENGAGEMENT Chile > Peru fact background; ACKNOWLEDGEMENT Chile > Peru fact current"},
  });
}

TEST_CASE("harm is done by whose act it was, and an answer does not wait for the next clause") {
  check({
      {"Finland rejected Chile's request. Nine sailors were killed in a Chilean raid.", "REJECTION Finland > Chile fact current; HARM Chile > unspecified fact background; COERCION Chile > Finland fact background"},
      {"Finland rejected Chile's request. Nine sailors were killed when Chile shelled the port.",
       "REJECTION Finland > Chile fact current; HARM Chile > unspecified fact background; COERCION Chile > Finland fact background"},
      {"Finland rejected Chile's request. Peru offered to mediate. Chile accepted the offer, but Finland waited.",
       "REJECTION Finland > Chile fact current; ENGAGEMENT Peru > Finland fact background; AGREEMENT Chile > Peru fact background"},
  });
}

TEST_CASE("who condemns an act has not done it, and blames nobody to whom it was done") {
  check({
      {"Finland sued Peru. Chile condemned the eviction of the tenants.", "ACCUSATION Finland > Peru fact current; ACCUSATION Chile > unspecified fact current; COERCION unspecified > tenants fact background"},
      {"Chile condemned the arrest of the miners by Peru.", "ACCUSATION Chile > Peru fact current; COERCION Peru > miners fact current"},
      {"Chile condemned the Peruvian raid.", "ACCUSATION Chile > Peruvian fact current; COERCION Peruvian > Chile fact current"},
  });
}

TEST_CASE("who condemns 'the arrests' blames who arrested, and a court that hears a case is not whom it is against") {
  check({
      {"Finland sued Chile. Peru arrested nine sailors. Chile condemned the arrests.",
       "ACCUSATION Finland > Chile fact current; COERCION Peru > Chile fact background; ACCUSATION Chile > Peru fact current"},
      {"Finland sued Chile. Chile filed a complaint with the Larnport Court.", "ACCUSATION Finland > Chile fact current; ACCUSATION Chile > Finland fact current"},
      {"Finland said it stood by Chile.", "COOPERATION Finland > Chile reported current"},
      {"Minister Ana Varr apologised to Chile. Her predecessor, Tomas Reil, sued Chile.",
       "ACKNOWLEDGEMENT Ana Varr > Chile fact current; ACCUSATION Tomas Reil > Chile fact current"},
      {"Finland blamed Chile; Peru blamed Norway.", "ACCUSATION Finland > Chile fact current; ACCUSATION Peru > Norway fact current"},
  });
}

TEST_CASE("nobody denies his own charge, and what is denied is no party") {
  check({
      {"Finland accused Chile of fraud. It denied the charge.", "ACCUSATION Finland > Chile fact current; REJECTION Chile > Finland fact current"},
      {"Finland sued Peru. Chile accused Peru of arming Norway. Peru denied it.",
       "ACCUSATION Finland > Peru fact current; ACCUSATION Chile > Peru fact current; REJECTION Peru > Chile fact current"},
  });
}

TEST_CASE("in somebody's very words 'they' are the other side") {
  check({
      {"The Ferry Union sued Tarn Shipping. \"They promised to pay us,\" said Ana Reil, the union's secretary.",
       "ACCUSATION Ferry Union > Tarn Shipping fact current; AGREEMENT Tarn Shipping > Ferry Union reported current"},
  });
}

TEST_CASE("a union stands against whom the workers stand against") {
  check({
      {"Tarn Shipping sacked the drivers. The drivers sued Tarn Shipping. The Ferry Union called a strike.",
       "COERCION Tarn Shipping > drivers fact current; ACCUSATION drivers > Tarn Shipping fact current; CLOSURE Ferry Union > Tarn Shipping fact background"},
  });
}

TEST_CASE("a community and the body called its own are one side") {
  check({
      {"The parents' association has lost confidence in the head teacher.", "STATED_DISTRUST association > unspecified fact current"},
      {"Villagers accused Tarn Shipping of fraud. The villagers' group vowed to stay.", "ACCUSATION Villagers > Tarn Shipping fact current; INFLEXIBILITY group > Tarn Shipping fact current"},
  });
}

TEST_CASE("'they' are both whom the sentence before names together") {
  check({
      {"The ministers of Finland and Chile met in Peru. They agreed to reopen the border.", "ENGAGEMENT dyad > dyad fact current; CONCESSION dyad > dyad fact future"},
  });
}

TEST_CASE("the tree says whose act an open clause, a noun or a passive verb is") {
  check({
      {"Finland, tired of waiting, rejected the request of Chile.", "REJECTION Finland > Chile fact current"},
      {"A spokesman for Finland rejected the request of Chile.", "REJECTION Finland > Chile fact current"},
      {"LIMA (Agency) -- Finland rejected Chile's request.", "REJECTION Finland > Chile fact current"},  // no actor: a dateline
      {"The envoy praised Peru, accusing Chile of bad faith.", "GOODWILL unspecified > Peru fact current; ACCUSATION unspecified > Chile fact current"},
      {"Peru spoke of the Chilean army, which Peru says attacked the port.", "ACCUSATION Peru > Chilean army reported current"},
      {"Finland, which rejected Chile's request, closed the border.", "REJECTION Finland > Chile fact background; CLOSURE Finland > Chile fact current"},
  });
}

TEST_CASE("an act that somebody is held to is his, and a feeling is the one's who has it") {
  check({{"Chile and Peru met. Chile condemned Peru for the bombing of the port.", "ENGAGEMENT dyad > dyad fact current; ACCUSATION Chile > Peru fact current; COERCION Peru > Chile fact background"},
         {"Chile and Peru met. The troops of Peru angered Chile.", "ENGAGEMENT dyad > dyad fact current; STATED_DISTRUST Chile > Peru fact current"}});
}

TEST_CASE("whom nobody names is the one whom the article sets against the party in so many words") {
  check({
      {"Finland accused Chile. Peru, Peru, Peru and Peru looked on. Chile slept. Finland rejected the offer.",
       "ACCUSATION Finland > Chile fact current; REJECTION Finland > Chile fact current"},
  });
}

TEST_CASE("a party's neighbour or rival is the one whom the article sets against it") {
  check({
      {"Chile rejected the request of Peru. Peru accused its neighbour of bad faith towards refugees.", "REJECTION Chile > Peru fact current; ACCUSATION Peru > Chile fact current"},
      {"Chile rejected the request of Peru. Finland accused its own miners of theft.", "REJECTION Chile > Peru fact current; ACCUSATION Finland > miners fact current"},
  });
}

TEST_CASE("time and factuality follow the verb and its hedges") {
  check({
      {"Finland had rejected Chile's request.", "REJECTION Finland > Chile fact background"},
      {"Finland may reject Chile's request.", "REJECTION Finland > Chile possible current"},
      {"Finland reportedly rejected Chile's request.", "REJECTION Finland > Chile reported current"},
      {"Finland threatened to close the port to Chile.", "THREAT Finland > Chile fact future"},
      {"Finland would reject Chile's request.", "REJECTION Finland > Chile conditional current"},
      {"Finland said jets struck the camp, condemning Chile for the attack.", "ACCUSATION Finland > Chile fact current"},
      {"Finland will reject the plan if Chile closes the port.", "REJECTION Finland > Chile conditional future"},
      // A deed told below the lead is what led to the news; words said are the news.
      {"Finland rejected Chile's request. Chile closed the port. Finland accused Chile.",
       "REJECTION Finland > Chile fact current; CLOSURE Chile > Finland fact background; ACCUSATION Finland > Chile fact current"},
  });
}

TEST_CASE("dates, tense and the place in the article tell news from history") {
  const auto times_of = [](std::string_view text) {
    std::string out;
    for (const Signal& signal : analyze_english(article_of(text)).signals) out += (out.empty() ? "" : " ") + std::string(to_string(signal.time));
    return out;
  };
  const std::initializer_list<Row> rows{
      {"Finland rejected Chile's request. On Monday Chile closed the port.", "current current"},  // a day of the week is news
      {"Finland rejected Chile's request. In 1998 the two quarrelled. Finland accused Chile of fraud.", "current background"},
      {"Finland rejected Chile's request. The recent talks between Finland and Chile were short.", "current current"},
      {"Finland said it had rejected Chile's request.", "current"},  // "had" is the shifted "has"
      {"\"Finland, which rejected Chile's request, is wrong,\" said Chile.", "background current"},
      {"Finland and Chile reached a deal to reopen the port.", "current future"},
      {"Finland has repeatedly accused Chile of fraud.", "background"},
      {"Finland last year rejected Chile's request.", "background"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(times_of(row.text) == row.expected, std::string(row.text) << " gives " << times_of(row.text));
}

TEST_CASE("the decision rules of the guide silence what is no signal") {
  check({
      {"Finland did not reject Chile's request.", ""},                           // rule 3
      {"Finland and Chile parted without an agreement.", ""},                    // rule 3
      {"Finland rejected talks with Chile.", "REJECTION Finland > Chile fact current"},
      {"Finland lifted a ban on Chilean fish.", "CONCESSION Finland > Chilean fact current"},
      {"Finland accused Chile of fraud. Nobody was arrested.", "ACCUSATION Finland > Chile fact current"},
      {"Finland cancelled a visit to Chile.", "REJECTION Finland > Chile fact current"},  // rule 3: no visit
      {"Finland tried to improve relations with Chile.", ""},                    // rule 4
      {"Finland urged Chile to release two sailors.", ""},                       // rule 2
      {"Finland's minister said that trust and openness are essential.", ""},    // rule 7
      {"Finland agreed to remove duties on Chile's goods.", "CONCESSION Finland > Chile fact future"},  // rule 5
      {"Finland and Chile repeated the charge that Peru has been supporting the raiders.", "ACCUSATION Finland > Peru fact current"},  // rule 1
      {"Finland agreed, the envoys say, to remove duties on Chile's goods.", "CONCESSION Finland > Chile reported current"},            // rule 5
      {"Finland set out to improve relations with Chile, release two sailors and sign a treaty.", ""},                                   // rule 4
      {"Finland's River Board met Chile.", "ENGAGEMENT River Board > Chile fact current"},  // a name is no act
      {"Finland plans to bomb Chile.", "THREAT Finland > Chile fact future"},
      {"Envoys of Chile would be barred from the port, Finland said.", "THREAT Finland > Chile conditional future"},
      {"Finland borrowed heavily to improve relations with Chile.", ""},                                                               // rule 4
      {"Finland accused Chile. The rebels attacked Finland's convoy, Chile said.",
       "ACCUSATION Finland > Chile fact current; ACCUSATION Chile > rebels reported current"},                                           // rule 1
      {"Finland has not ruled out strikes on Chile.", "THREAT Finland > Chile fact future"},               // rule 3
  });
}

TEST_CASE("what negates, aims at or asks for an act is read off the tree, however far it stands") {
  check({
      {"Finland did not after a long week at the port reject Chile's request.", ""},
      {"No treaty between Finland and Chile has been signed.", ""},
      {"Finland wants Chile to let up and release two sailors.", ""},
      {"The suspected raid by Finland hit a post of Chile.", ""},
      {"Did Finland bomb Chile?", ""},
      {"Why did Finland reject Chile's request?", "REJECTION Finland > Chile fact current"},
      {"Finland did not wait and rejected Chile's request.", "REJECTION Finland > Chile fact current"},
      {"Finland, which does not export fish, rejected Chile's request.", "REJECTION Finland > Chile fact current"},
      {"Releasing two sailors is a condition of Finland for a loan to Chile.", ""},
  });
}

TEST_CASE("boosters and downtoners order the weights") {
  const auto weight = [](std::string_view text) {
    const Analysis analysis = analyze_english(article_of(text));
    REQUIRE(analysis.signals.size() == 1);
    return analysis.signals[0].weight;
  };
  const int plain = weight("Finland rejected Chile's request.");
  CHECK(weight("Finland outright rejected Chile's request.") < plain);
  CHECK(weight("Finland reluctantly rejected Chile's request.") > plain);
  CHECK(weight("Finland reportedly rejected Chile's request.") > plain);
}

TEST_CASE("a recipe and a match report are silent") {
  const std::string recipe = "Stir the sugar into the butter. Bake the dish in the oven. Serve the sauce hot with salt, pepper and cheese.";
  CHECK(signals_of(recipe).empty());
  CHECK(signals_of("Finland attacked in the second half and beat Chile 2-1; the striker scored a late goal in the match.").empty());
}

TEST_CASE("a report of a crime is silent: nobody in it acts against another party") {
  check({{"Police in Larnport arrested a baker on Monday, an hour after the till of a shop in the high street was emptied. He had a bag of coins under "
          "his coat. The baker fled on a bicycle, but a gardener followed him up the hill and rang the police from a farm. Nobody was hurt. The man "
          "said that he was sorry and that he had debts. A judge ordered him to stay in the cells until a trial in spring. The shop, which sells "
          "lamps, opened again on Tuesday with a new lock.",
          ""}});
}

TEST_CASE("an accident is silent: people come to harm, but by nobody's act") {
  const std::string report =
      "Nine killed as footbridge falls in Lima\n\nA footbridge over the river in Lima fell on Sunday, killing nine people and injuring "
      "thirty, the fire brigade of Peru said. It had rained for a week, and the water had risen to the planks. The victims were on their way "
      "to a market on the other bank. Those who were hurt were taken to two hospitals, where doctors asked the people of the town for blood.\n\n"
      "Peru's fire brigade said that the bridge was built forty years ago and had been looked at in spring. The mayor went to the place in the "
      "evening and spoke to the families. Schools in the town stay closed until Wednesday, and a new footbridge will be built further up the river.\n";
  CHECK(signals_of(report) == "");
}

TEST_CASE("laws: signals are sound, in reading order, apart, and the same every time") {
  const std::string text = read_source("assets/rules/english.json").substr(0, 2000) +
                           "\n\nFinland rejected Chile’s “fair” offer. Chile condemned the refusal 😀 and recalled its ambassador; talks collapsed.";
  const Article article = article_of(text);
  const Analysis first = analyze_english(article), second = analyze_english(article);
  REQUIRE(first.signals.size() == second.signals.size());
  for (size_t i = 0; i < first.signals.size(); ++i) {
    const Signal& signal = first.signals[i];
    CHECK(signal.span == second.signals[i].span);
    CHECK(is_sound(article, signal.span));
    CHECK(is_sound(article, signal.clause));
    CHECK(signal.clause.contains(signal.span));
    CHECK((signal.weight < 0) == (polarity_of(signal.category) == Polarity::Eroding));
    for (const Because& because : signal.because) CHECK(is_sound(article, because.span));
    if (i > 0) CHECK_FALSE(first.signals[i - 1].span.overlaps(signal.span));
  }
}

TEST_CASE("whom an act killed is told beside it or nowhere") {
  check({
      {"Finland accused Chile. Finland shelled the port, killing four sailors, near the border with Chile.",
       "ACCUSATION Finland > Chile fact current; COERCION Finland > Chile fact background; HARM Finland > unspecified fact background"},
      {"Finland accused Chile. Finland killed four of Chile's sailors.", "ACCUSATION Finland > Chile fact current; HARM Finland > Chile fact background"},
  });
}

TEST_CASE("who only counts the raids does not accuse") {
  check({{"Finland attacked Chile. Finnish jets bombed a Chilean village, the Tolmer Observatory said.",
          "COERCION Finland > Chile fact current; COERCION Finland > Chile reported current"}});
}

TEST_CASE("what is written acts for who wrote it, and who is opposed opposes") {
  check({
      {"Finland passed a resolution condemning Chile.", "ACCUSATION Finland > Chile fact current"},
      {"Finland is opposed to Chile.", "REJECTION Finland > Chile fact current"},
  });
}

TEST_CASE("in a party's words, collocations of wrong accuse") {
  check({{"Chile had contravened its own code, Finland said.", "ACCUSATION Finland > Chile reported current"}});
}

TEST_CASE("a state answers to the state that a sentence names") {
  check({
      {"Finland accused gunmen of theft. Finland accused gunmen of raids. Finland threatened Chile. Finland shelled positions, and Chile protested.",
       "ACCUSATION Finland > gunmen fact current; ACCUSATION Finland > gunmen fact current; THREAT Finland > Chile fact future; "
       "COERCION Finland > Chile fact background"},
  });
}

TEST_CASE("a body is known by its spokesman, its staff and its speakers, and is not what it acts on") {
  check({
      {"A spokesman for Varrbank denied the claim of the union.", "REJECTION Varrbank > union fact current"},
      {"Varrbank's Ana Reil rejected the claim of the union.", "REJECTION Varrbank > union fact current"},
      {"The union's Tomas Holm accused Varrbank of bullying.", "ACCUSATION union > Varrbank fact current"},
      {"The union accused Larn Post of fraud.", "ACCUSATION union > Larn Post fact current"},  // no paper: it is accused
      {"The union accused Varr Terminals of fraud. Varr Terminals denied the charge, and Varr left. The company sued the union.",  // no person, though it denies
       "ACCUSATION union > Varr Terminals fact current; REJECTION Varr Terminals > union fact current; ACCUSATION Varr Terminals > union fact current"},
      {"The Syrian Democratic Forces (SDF) accused Turkey of fraud. Syria condemned Turkey.",
       "ACCUSATION Syrian Democratic Forces > Turkey fact current; ACCUSATION Syria > Turkey fact current"},
  });
}

TEST_CASE("what one faces or goes on despite is another's, and what one wants to end is there") {
  check({
      {"Finland rejected Chile's request. Finland opened the dam despite threats of a boycott by Chile.",
       "REJECTION Finland > Chile fact current; THREAT Chile > Finland fact future"},
      {"Finland accused Chile of fraud. Chile must pay or face sanctions, Finland said.",
       "ACCUSATION Finland > Chile fact current; THREAT Finland > Chile reported future"},
      {"Finland accused Chile of fraud. Finland was disappointed by the silence of Chile.",
       "ACCUSATION Finland > Chile fact current; STATED_DISTRUST Finland > Chile fact current"},
      {"Finland accused Chile of fraud. Finland tried to end days of clashes with Chile.",
       "ACCUSATION Finland > Chile fact current; COERCION Finland > Chile fact background"},
  });
}

TEST_CASE("one plain act of a dispute by a named party is enough, whatever the length of the report") {
  std::string text = "The Ferry Union (FU) lifted its ban on night trips. ";
  for (int i = 0; i < 12; ++i) text += "The sea was calm on the day, and the boats of the port left for the islands in the morning. ";
  CHECK(signals_of(text).starts_with("CONCESSION Ferry Union"));
}
