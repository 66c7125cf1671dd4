#include "article/markdown.h"

#include <doctest/doctest.h>

#include "article/outline.h"

using namespace faultline;

namespace {

std::string styles_of(const Article& article) {
  std::string styles;
  for (const Style& style : article.styles()) {
    styles += style.kind == StyleKind::Emphasis ? "em " : style.kind == StyleKind::Strong ? "strong " : "link ";
    styles += std::string(article.text_of(style.span)) + (style.target.empty() ? "" : " -> " + style.target) + "\n";
  }
  return styles;
}

}  // namespace

TEST_CASE("blocks of Markdown are blocks of the article") {
  struct Row { std::string_view text, expected; };
  const Row rows[] = {
      {"# Dam row\n\nThe envoy *came*.\nHe left.\n", "title: Dam row\nparagraph: The envoy came. / He left.\n"},
      {"# A\n\n# B\n\n### C\n\nd", "title: A\nheading1: B\nheading3: C\nparagraph: d\n"},
      {"They differ:\n\n- the toll\n- the gauge\n    1. upstream\n",
       "paragraph: They differ:\nlist-item1: the toll\nlist-item1: the gauge\nlist-item2: upstream\n"},
      {"- the toll\n\n- the gauge\n", "list-item1: the toll\nlist-item1: the gauge\n"},
      {"- **bold** start\n", "list-item1: bold start\n"},
      {"> No water.\n>\n> None.\n", "quote: No water.\nquote: None.\n"},
      {"| Side | Wants |\n|---|---|\n| North | water |\n", "paragraph: Side · Wants\nparagraph: North · water\n"},
      {"Tolls &mdash; &#8220;high&#8221; &amp; &unknown;", "paragraph: Tolls — “high” & &unknown;\n"},
      {"![a photo](dam.jpg)\n\nText.", "paragraph: Text.\n"},
      {"<div>\nThe <b>envoy</b> came.\n<script>alert(1)</script>\n</div>\n", "paragraph: The envoy came.\n"},
      {"line one  \nline two", "paragraph: line one\nline two\n"},
      {"~~old~~ `code`", "paragraph: old code\n"},
      {"---\ntitle: \"Dam row\"\nlang: en-GB\n---\nText.", "paragraph: Text.\n"},
      {"", ""},
      {"***\n", ""},
  };
  for (const Row& row : rows) CHECK_MESSAGE(outline(parse_markdown(row.text)) == row.expected, row.text);
}

TEST_CASE("blocks are joined by an empty line, list items by a line end") {
  CHECK(parse_markdown("# A\n\nb\n\n- c\n- d\n\ne").text() == "A\n\nb\n\nc\nd\n\ne");
}

TEST_CASE("emphasis, strong and links are styles over the text") {
  CHECK(styles_of(parse_markdown("The *envoy* came to **the [dam](https://dam.example)**.")) ==
        "em envoy\nstrong the dam\nlink dam -> https://dam.example\n");
  CHECK(styles_of(parse_markdown("- *a* b")) == "em a\n");
}

TEST_CASE("front matter names title, language and origin") {
  const Article article = parse_markdown(
      "---\ntitle: Dam row\nlang: en-GB\nauthor: 'Ana Vela'\ndate: 2026-01-05\ntags:\n  - x\n---\n\nText.");
  CHECK(article.title() == "Dam row");
  CHECK(article.lang() == "en-GB");
  CHECK(article.origin().author == "Ana Vela");
  CHECK(article.origin().published == "2026-01-05");
  CHECK(article.text() == "Text.");
  CHECK(parse_markdown("---\n\nTwo rules.\n\n---\n").text() == "Two rules.");
}

TEST_CASE("Markdown is told from plain text") {
  struct Row { std::string_view text; bool markdown; };
  for (const Row& row : {Row{"# Dam row\n\nText.", true}, Row{"Some **bold** word.", true}, Row{"A [link](x).", true},
                         Row{"Plain #text with 2 * 3 * 4.", false}, Row{"- item\n- item", false}, Row{"#hashtag", false}}) {
    const std::string text = parse_article(row.text)->text();
    CHECK_MESSAGE((text != row.text) == row.markdown, row.text);
  }
}
