#include "rules/lexicon.h"

#include <doctest/doctest.h>

#include <array>

using namespace faultline;

TEST_CASE("the longest phrase of a list is found, cut into words as the article is") {
  Lexicon lexicon;
  lexicon.add("title", 0, "minister");
  lexicon.add("title", 1, "foreign minister");
  lexicon.add_cell("state", 7, "People's Republic of Ruritania|Ruritania");
  const Result<Article> article = parse_article("The foreign minister of the People’s Republic of Ruritania left.", ArticleFormat::Text);
  REQUIRE(article.has_value());
  const uint32_t title = lexicon.find_list("title"), state = lexicon.find_list("state");
  const LexiconReading reading(lexicon, *article, std::array{title, state});
  CHECK(reading.longest(title, 0) == 0);
  CHECK(reading.longest(title, 1) == 2);
  CHECK(reading.longest(title, 2) == 1);
  REQUIRE(reading.find(state, 5) != nullptr);
  CHECK(reading.find(state, 5)->token_count == 5);
  CHECK(reading.find(state, 5)->entry == 7);
  CHECK(lexicon.find_list("verbs") == Lexicon::kNoList);
  CHECK(reading.longest(Lexicon::kNoList, 1) == 0);
}

TEST_CASE("a phrase never reaches over the end of a sentence") {
  Lexicon lexicon;
  lexicon.add("title", 0, "left foreign");
  const Result<Article> article = parse_article("He left. Foreign ministers came.", ArticleFormat::Text);
  REQUIRE(article.has_value());
  const uint32_t title = lexicon.find_list("title");
  const LexiconReading reading(lexicon, *article, std::array{title});
  for (uint32_t at = 0; at < article->tokens().size(); ++at) CHECK(reading.longest(title, at) == 0);
}
