#include "reader/text_search.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include "reader/example.h"

using namespace faultline;

namespace {

// "2 of 5 at 'bridge'".
std::string to_text(const Article& article, const TextSearch& search) {
  if (!search.current) return "none of " + std::to_string(search.found.size());
  return std::to_string(*search.current + 1) + " of " + std::to_string(search.found.size()) + " at '" +
         std::string(article.text_of(search.found[*search.current])) + "'";
}

}  // namespace

TEST_CASE("a search begins where the person is, and goes round") {
  Example example;
  const uint32_t second_block = example.article.blocks()[1].span.begin;
  TextSearch search = search_article(example.article, "BRIDGE", {}, second_block);
  CHECK(to_text(example.article, search) == "2 of 3 at 'bridge'");
  search = step(search, 1);
  CHECK(to_text(example.article, search) == "3 of 3 at 'bridge'");
  CHECK(to_text(example.article, step(search, 1)) == "1 of 3 at 'bridge'");
  CHECK(to_text(example.article, step(search, -1)) == "2 of 3 at 'bridge'");
  CHECK(to_text(example.article, step(step(search, 1), -1)) == "3 of 3 at 'bridge'");
  CHECK(to_text(example.article, search_article(example.article, "bridge", {}, UINT32_MAX)) == "1 of 3 at 'bridge'");
}

TEST_CASE("nothing is found across two blocks, nor with nothing to find") {
  Example example;
  CHECK(to_text(example.article, search_article(example.article, "bridge The upper", {}, 0)) == "none of 0");
  CHECK(to_text(example.article, search_article(example.article, "  ", {}, 0)) == "none of 0");
  CHECK(to_text(example.article, step(search_article(example.article, "zebra", {}, 0), 1)) == "none of 0");
}

TEST_CASE("what is found has places along the article, in order, each once") {
  Example example;
  Reader reader;
  example.show_in(reader);
  const Lines& lines = reader.layout(640).lines;
  std::vector<float> places = find_places(search_article(example.article, "bridge", {}, 0), lines);
  REQUIRE(places.size() == 3);
  for (size_t i = 0; i < places.size(); ++i) CHECK((places[i] > (i == 0 ? 0 : places[i - 1]) && places[i] < 1));
  CHECK(find_places(search_article(example.article, "e", {}, 0), lines).size() <= lines.lines.size());
}

TEST_CASE("what is found is drawn, the place that the person is at more strongly") {
  Example example;
  Reader reader;
  example.show_in(reader);
  reader.layout(640);
  auto count = [&] {
    int quads = 0;
    for (const ImDrawList* list : reader.draw(Surface::Article, {640, 900, 0, 1})->CmdLists) quads += list->IdxBuffer.Size;
    return quads;
  };
  const int plain = count();
  reader.search("bridge", {}, 0);
  const int found = count();
  CHECK(found > plain);
  reader.search("no such word", {}, 0);
  CHECK(count() == plain);
  reader.search("bridge", {}, 0);
  CHECK(count() == found);
  reader.show({&example.article, &example.analysis, &example.rules});  // the same article: its findings have come
  CHECK(count() == found);
  reader.search("", {}, 0);
  CHECK(count() == plain);
}
