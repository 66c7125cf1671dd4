#include "article/json_document.h"

#include <doctest/doctest.h>

#include "article/outline.h"

using namespace faultline;

TEST_CASE("a document becomes blocks") {
  const auto article = parse_article(R"({
    "blocks": [{"kind": "heading", "text": "The night", "level": 3},
               {"text": "They talked. Nobody left.", "kind": "paragraph", "extra": {"deep": [1, null]}},
               {"kind": "list-item", "text": "tolls"}, {"kind": "list-item", "text": "gauges", "level": 2},
               {"kind": "quote", "text": "No water."}, {"kind": "paragraph", "text": "  "}],
    "schema": "faultline.article/1", "title": "Dam row", "lang": "en-GB", "dir": "ltr",
    "source": "The Weir", "published": "2026-01-05", "author": "Ana Vela", "unknown": true})");
  REQUIRE(article);
  CHECK(outline(*article) ==
        "title: Dam row\nheading3: The night\nparagraph: They talked. / Nobody left.\nlist-item1: tolls\nlist-item2: gauges\n"
        "quote: No water.\n");
  CHECK(article->text() == "Dam row\n\nThe night\n\nThey talked. Nobody left.\n\ntolls\ngauges\n\nNo water.");
  CHECK(article->title() == "Dam row");
  CHECK(article->lang() == "en-GB");
  CHECK(article->origin().source == "The Weir");
  CHECK(article->origin().author == "Ana Vela");
  CHECK(article->origin().dir == "ltr");
}

TEST_CASE("a title block is not doubled") {
  const auto article = parse_article(
      R"({"schema":"faultline.article/1","title":"Dam row","blocks":[{"kind":"title","text":"Dam row grows"}]})");
  REQUIRE(article);
  CHECK(outline(*article) == "title: Dam row grows\n");
  CHECK(article->title() == "Dam row");
}

TEST_CASE("a wrong document is refused with the place and what was expected") {
  struct Row { std::string_view json, where, message; };
  const Row rows[] = {
      {R"({"schema":"faultline.article/1"})", "/blocks", "the document has no \"blocks\"; expected an array of blocks"},
      {R"({"blocks":[]})", "/schema", "the document has no \"schema\"; expected \"faultline.article/1\""},
      {R"({"schema":"x/2","blocks":[]})", "/schema", "the schema is \"x/2\"; expected \"faultline.article/1\""},
      {R"({"schema":7})", "/schema", "found a number; expected a string"},
      {R"({"blocks":"text"})", "/blocks", "found a string; expected an array of blocks"},
      {R"({"blocks":{}})", "/blocks", "found an object; expected an array of blocks"},
      {R"({"blocks":["text"]})", "/blocks/0", "found a string; expected an object: {\"kind\", \"text\"}"},
      {R"({"blocks":[{"kind":"quote","text":"a"},[]]})", "/blocks/1", "found an array; expected an object: {\"kind\", \"text\"}"},
      {R"({"blocks":[{"kind":"quote","text":"a"},{"kind":"verse","text":"b"}]})", "/blocks/1/kind",
       "the kind is \"verse\"; expected \"title\", \"heading\", \"paragraph\", \"list-item\", \"quote\""},
      {R"({"blocks":[{"kind":"quote"}]})", "/blocks/0", "the block has no \"text\"; expected a string"},
      {R"({"blocks":[{"text":"a"}]})", "/blocks/0",
       "the block has no \"kind\"; expected \"title\", \"heading\", \"paragraph\", \"list-item\", \"quote\""},
      {R"({"blocks":[{"text":null}]})", "/blocks/0/text", "found null; expected a string"},
      {R"({"blocks":[{"level":"two"}]})", "/blocks/0/level", "found a string; expected an integer from 1 to 9"},
      {R"({"blocks":[{"level":12}]})", "/blocks/0/level", "found a number above 9; expected an integer from 1 to 9"},
      {R"({"blocks":[{"level":1.5}]})", "/blocks/0/level", "found a fraction; expected an integer from 1 to 9"},
      {R"({"lang":"english please"})", "/lang", "the language is no BCP 47 tag; expected one such as \"en\" or \"ur-PK\""},
      {R"({"dir":"up"})", "/dir", "expected \"ltr\", \"rtl\" or \"auto\""},
      {R"({"title":["a"]})", "/title", "found an array; expected a string"},
      {R"({"schema":)", "byte 10", "the document is not JSON: it ends too early"},
      {R"({"schema" "x"})", "byte 13", "the document is not JSON: \"x\" cannot stand here"},
      {"[]", "/", "found an array; expected an object: {\"schema\":\"faultline.article/1\", …}"},
  };
  for (const Row& row : rows) {
    const auto article = parse_json_document(row.json);
    REQUIRE_MESSAGE(!article, row.json);
    CHECK(article.error().code == ErrorCode::BadArticle);
    CHECK_MESSAGE(article.error().where == row.where, row.json);
    CHECK_MESSAGE(article.error().message == row.message, row.json);
  }
}
