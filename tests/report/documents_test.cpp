// The two forms that are documents to read: Markdown and HTML.
#include <doctest/doctest.h>

#include <algorithm>

#include "report/example.h"

using namespace faultline;

namespace {

size_t count(std::string_view text, std::string_view word) {
  size_t times = 0;
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++times;
  return times;
}

// What a reader sees of a page: the text between the tags, without entities.
std::string visible(std::string_view html) {
  std::string seen;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) seen += c;
    if (c == '>') in_tag = false;
  }
  for (const auto& [entity, meant] : {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&quot;", "\""}, std::pair{"&amp;", "&"}})
    for (size_t at = seen.find(entity); at != std::string::npos; at = seen.find(entity, at + 1)) seen.replace(at, std::string_view(entity).size(), meant);
  return seen;
}

Example example_of(std::string_view text, ArticleFormat format) {
  Example example = make_example();
  example.article = *parse_article(text, format);
  example.analysis = {};
  return example;
}

}  // namespace

TEST_CASE("Markdown lists issues, signals and the ledger") {
  CHECK(make_example().write(ReportFormat::Markdown) == R"(# Dam row – day two

1 disputed issue, 1 eroding and 1 building signal.

## Disputed issues

1. **The toll, "day two"**: resources, eased, labelled; between North and The South
   - “Dam row”
   - “the toll”

## Trust signals

- − rejection, North → The South: “rejected the toll”
- + agreement, The South: “agreed to open the weir” (says Émile Orr, future)

## Ledger

Eroding and building weight, never netted.

| who → whom | words − | words + | deeds − | deeds + | background − | background + |
|---|--:|--:|--:|--:|--:|--:|
| North → The South | -2.00 | · | · | · | · | · |
| The South | · | · | · | 2.18 | · | · |

Disputed is not false, and a count is not a score.
)");
}

TEST_CASE("an article's words make no markup, neither in Markdown nor in HTML") {
  Example example = example_of("A *row* <b>over</b> [tolls](x) & fees\n\nNothing.\n", ArticleFormat::Text);
  Signal signal;
  signal.span = example.find("A *row* <b>over</b> [tolls](x) & fees");
  example.analysis.signals = {signal};
  const std::string markdown = example.write(ReportFormat::Markdown), html = example.write(ReportFormat::Html);
  CHECK(markdown.find("“A \\*row\\* \\<b\\>over\\</b\\> \\[tolls\\](x) \\& fees”") != std::string::npos);
  CHECK(html.find("<b>") == std::string::npos);
  CHECK(visible(html).find("A *row* <b>over</b> [tolls](x) & fees") != std::string::npos);
}

TEST_CASE("HTML is the article with marks that nest, each id once") {
  const std::string html = make_example().write(ReportFormat::Html);
  // The issue's second mention lies within the first signal.
  CHECK(html.find("<mark id=\"s1\" class=\"eroding\" title=\"Rejection, North → The South\">rejected </mark><mark class=\"eroding\" title=\"Rejection, North → The South\">"
                  "<mark class=\"issue\" title=\"Disputed: resources, eased, labelled; between North and The South\">the toll</mark></mark>") != std::string::npos);
  for (const char* id : {"id=\"s1\"", "id=\"s2\"", "id=\"i1\""}) CHECK_MESSAGE(count(html, id) == 1, id);
  for (const char* tag : {"mark", "p", "h1", "ol", "li", "table", "a"}) CHECK_MESSAGE(count(html, "<" + std::string(tag) + ">") + count(html, "<" + std::string(tag) + " ") == count(html, "</" + std::string(tag) + ">"), tag);
  CHECK(visible(html).find("Émile Orr, for the “North 🕊”, rejected the toll.") != std::string::npos);
}

TEST_CASE("HTML keeps blocks, nested lists, emphasis and links, but no scheme that runs anything") {
  const std::string html = example_of("# Row\n\n- one\n  - *in*\n- two\n\n> said\n\n[a](https://example.org/?x=1&y=2) [b](javascript:alert)\n", ArticleFormat::Markdown).write(ReportFormat::Html);
  CHECK(html.find("<ul>\n<li>one<ul>\n<li><em>in</em></li>\n</ul>\n</li>\n<li>two</li>\n</ul>\n<blockquote>said</blockquote>") != std::string::npos);
  CHECK(html.find("<a href=\"https://example.org/?x=1&amp;y=2\" rel=\"noopener noreferrer\">a</a>") != std::string::npos);
  CHECK(html.find("javascript") == std::string::npos);
  CHECK(html.find("No disputed issue and no trust signal was found.") != std::string::npos);
}
