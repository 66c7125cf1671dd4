#include "language/trees.h"

#include <doctest/doctest.h>

#include <string>

#include "language/english_model.h"
#include "language/parser.h"

using namespace faultline;

namespace {

struct Parsed {
  explicit Parsed(std::string_view text) : article(*parse_article(text, ArticleFormat::Text)), syntax(read(article)), trees(article, syntax) {}
  static Syntax read(const Article& article) {
    static Parser parser(english_model());
    return read_syntax(article, parser);
  }
  uint32_t at(std::string_view word) const {
    for (uint32_t i = 0; i < article.tokens().size(); ++i)
      if (article.text_of(article.tokens()[i].span) == word) return i;
    FAIL("no such word: " << word);
    return 0;
  }
  std::string head(std::string_view word) const {
    const uint32_t head = trees.head(at(word));
    return head == kNoToken ? "" : std::string(article.text_of(article.tokens()[head].span));
  }
  Article article;
  Syntax syntax;
  Trees trees;
};

}  // namespace

TEST_CASE("a token has the head, the relation and the lemma that the parser gave its word") {
  const Parsed parsed("Kabul rejected the request of the envoy.");
  CHECK(parsed.head("Kabul") == "rejected");
  CHECK(parsed.trees.relation(parsed.at("Kabul")) == Relation::Nsubj);
  CHECK(parsed.head("rejected") == "");
  CHECK(parsed.trees.lemma(parsed.at("rejected")) == "reject");
  CHECK(parsed.trees.find_child(parsed.at("rejected"), Relation::Obj) == parsed.at("request"));
  const TokenReach object = parsed.trees.reach(parsed.at("request"));
  CHECK(object.has(parsed.at("the")));
  CHECK(object.has(parsed.at("envoy")));
  CHECK_FALSE(object.has(parsed.at("Kabul")));
  CHECK(parsed.trees.is_below(parsed.at("envoy"), parsed.at("rejected")));
  CHECK_FALSE(parsed.trees.is_below(parsed.at("rejected"), parsed.at("envoy")));
}

TEST_CASE("a hyphened token is the word of it that governs the rest") {
  const Parsed parsed("They condemned cross-border attacks.");
  CHECK(parsed.head("cross-border") == "attacks");
}

TEST_CASE("a dateline has a tree of its own") {
  for (const std::string text : {"OSLO (XYZ) -- Police waited.", "OSLO, May 3 (XYZ): Police waited.", "NEW OSLO: Police waited."}) {
    CAPTURE(text);
    const Parsed parsed(text);
    CHECK(parsed.head("Police") == "waited");
    CHECK(parsed.trees.reach(parsed.at("waited")).first == parsed.at("Police"));
  }
  const Parsed said("VFA -- the world body -- waited.");
  CHECK(spans_of_sentences(said.article).size() == 1);
}

TEST_CASE("every token of hostile text has a head in its sentence or none, and no tree runs in a ring") {
  for (const std::string_view text : {"", "\"\"\" (( -- ...", "cannot gonna U.S.-led 1,000-2,000 a/b @x #y https://a.b/c", "It's the U.S.'s.\n\n- \n- a\n\né🕊️",
                                      // Hyphened words whose parts hang one below the other by way of a word outside.
                                      "We were up against a highly-drilled and highly co-ordinated side in terms of their back line.",
                                      "“Orr must stop calling miners a band of thieves when most of them are hard-working, tax-paying, decent householders, unlike him.”― Vera Lund."}) {
    const Parsed parsed(text);
    for (const Sentence& sentence : parsed.article.sentences())
      for (uint32_t i = sentence.first_token; i < sentence.first_token + sentence.token_count; ++i) {
        uint32_t token = i, steps = 0;
        while (parsed.trees.head(token) != kNoToken && steps <= sentence.token_count) {
          token = parsed.trees.head(token);
          ++steps;
          CHECK(token >= sentence.first_token);
          CHECK(token < sentence.first_token + sentence.token_count);
        }
        CHECK(steps <= sentence.token_count);
        CHECK(parsed.trees.reach(i).has(i));
      }
  }
}
