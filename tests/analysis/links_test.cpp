// Links between signals: each row is a text and the links it must have, by their triggers.
#include "analysis/links.h"

#include "analysis/names.h"
#include "analysis/reading_fixture.h"

using namespace faultline;

namespace {

// "request-rejection: accused → denied; …"
std::string links_of(std::string_view text) {
  const Article article = article_of(text);
  const Analysis analysis = analyze_english(article);
  std::string made;
  for (const Link& link : analysis.links) {
    if (!made.empty()) made += "; ";
    made += std::string(to_string(link.kind)) + ": " + std::string(article.text_of(analysis.signals[link.from].span)) + " → " +
            std::string(article.text_of(analysis.signals[link.to].span));
  }
  return made;
}

struct Row { std::string_view text, expected; };
void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK_MESSAGE(links_of(row.text) == row.expected, row.text << "\n  gives " << links_of(row.text));
}

}  // namespace

TEST_CASE("a refusal is tied to what the other side alleged or offered, whether it names that side or not") {
  check({{"Chile accused Peru of shelling the port. Peru denied the accusation.", "request-rejection: accused → denied the accusation"},
         {"Chile offered Peru a truce. Peru rejected the offer of Chile.", "request-rejection: offered Peru a truce → rejected the offer"},
         {"Chile condemned Peru. Bolivia denied the report.", ""}});
}

TEST_CASE("a promise is tied to its breach, stated or alleged") {
  check({{"Chile promised Peru to open the lock. A year later Chile failed to keep its promise to Peru.",
          "promise-breach: promised Peru to open → failed to keep its promise"},
         {"Chile signed the treaty with Peru in May. On Monday Peru accused Chile of violating the treaty.", "promise-breach: signed the treaty → accused"},
         {"Chile signed the treaty with Peru in May. On Monday Peru accused Chile of shelling the port.", ""}});
}

TEST_CASE("a claim is tied to the act that belies it") {
  check({{"Despite assurances of Chile, its navy attacked Peru.", "claim-outcome: Despite assurances → attacked Peru"}});
}

TEST_CASE("an act told again is tied to the first telling, another charge is not") {
  check({{"Chile accused Peru of shelling the port. In a second note Chile accused Peru of shelling the harbour and the port.", "same-as: accused → accused"},
         {"Chile accused Peru of shelling the port. Later Chile accused Peru of hoarding copper.", ""}});
}

TEST_CASE("laws: links stand in the order of their first signal, and tie two signals") {
  const Article article = article_of("Peru denied it. Chile accused Peru of fraud. Peru denied the charge. Chile signed the treaty. Chile broke its promise to Peru. Chile accused Peru of fraud.");
  const Analysis analysis = analyze_english(article);
  uint32_t last = 0;
  for (const Link& link : analysis.links) {
    CHECK(link.from != link.to);
    CHECK(link.from < analysis.signals.size());
    CHECK(link.to < analysis.signals.size());
    CHECK(link.from >= last);
    last = link.from;
  }
  CHECK_FALSE(analysis.links.empty());
}
