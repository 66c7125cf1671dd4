#include "reader/margin.h"

#include <doctest/doctest.h>

#include "reader/example.h"

using namespace faultline;

namespace {

constexpr float kWide = 1000;
constexpr std::string_view kText = "The guild warned the mayor of a strike and a march.";

struct Marked {
  Article article = *parse_article(kText, ArticleFormat::Text);
  FontSet fonts;
  Shaper shaper{fonts};
  MeasuredText measured;
  Lines lines;
  std::vector<Finding> findings;
  std::vector<Highlight> highlights;
  ReaderState state;
  Analysis analysis;

  // Findings on these words, on lines of some twenty characters.
  explicit Marked(std::vector<std::string_view> words, float width = kWide, std::string_view json = {}) {
    if (!json.empty()) article = *parse_article(json, ArticleFormat::Json);
    fonts.add(FaceRole::Serif, std::move(*parse_typeface(make_test_font())));
    measured = measure_article(article, shaper, {});
    PagePreferences preferences;
    preferences.measure = 24;
    lines = make_lines(article, measured, shaper, preferences, width);
    for (std::string_view stretch : words) {
      auto at = static_cast<uint32_t>(article.text().find(stretch));
      findings.push_back({{false, static_cast<uint32_t>(findings.size())}, kind_of(Category::Threat), {{at, at + static_cast<uint32_t>(stretch.size())}}});
      analysis.signals.emplace_back();
    }
    highlights = Highlights(findings).on(page(), {0, static_cast<uint32_t>(lines.lines.size())});
  }
  TypesetPage page() { return {article, measured, shaper, lines}; }
  std::vector<MarginMark> find() { return find_margin_marks({page(), findings, highlights, state, analysis, Catalogue::english()}, {0, static_cast<uint32_t>(lines.lines.size())}); }

  // "Th/- Th": lines from top to bottom, marks outwards from the text, "-" for a bar.
  std::string outline() {
    std::string outline;
    uint32_t line = 0;
    for (const MarginMark& mark : find()) {
      for (; line < mark.line; ++line) outline += '/';
      if (!outline.empty() && outline.back() != '/') outline += ' ';
      outline += mark.text.empty() ? "-" : mark.text;
    }
    return outline;
  }
};

}  // namespace

TEST_CASE("a line has the letters of the findings that begin on it, and a bar for one that goes on") {
  Marked plain({});
  std::vector<std::string> lines;
  for (const Line& line : plain.lines.lines) lines.emplace_back(plain.article.text_of(line.span));
  REQUIRE(lines == std::vector<std::string>{"The guild warned the", "mayor of a strike and a", "march."});
  struct Row { std::vector<std::string_view> words; float width; std::string expected; };
  const Row rows[] = {
      {{}, kWide, ""},
      {{"warned"}, kWide, "Th"},
      {{"guild", "warned"}, kWide, "Th Th"},
      {{"warned", "strike", "march"}, kWide, "Th/Th/Th"},
      {{"warned the mayor"}, kWide, "Th/-"},
      {{"warned the mayor of a strike and a march"}, kWide, "Th/-/-"},
      {{"warned the mayor", "mayor of a strike", "march"}, kWide, "Th/- Th/Th"},
      {{"mayor", "mayor of", "of a", "strike"}, kWide, "/Th Th Th Th"},
      {{"mayor", "mayor of", "of a", "strike", "and a"}, kWide, "/Th Th Th +2"},
      {{"guild", "warned"}, 300, "2"},   // room for one
      {{"guild"}, 300, "Th"},
      {{"guild"}, 240, ""},              // and for none
  };
  for (const Row& row : rows) {
    CAPTURE(row.width);
    CHECK(Marked(row.words, row.width).outline() == row.expected);
  }
}

TEST_CASE("what stands in the margin touches neither the text nor the surface's edge nor another mark") {
  for (float width : {240.0f, 270.0f, 300.0f, 340.0f, 600.0f, kWide}) {
    Marked marked({"The guild", "guild", "guild warned", "warned", "warned the mayor", "march"}, width);
    const PageStyle& style = marked.lines.style;
    std::vector<MarginMark> marks = marked.find();
    for (size_t i = 0; i < marks.size(); ++i) {
      CHECK(marks[i].rect.left >= 4);
      CHECK(marks[i].rect.right <= style.column_left - 8);
      CHECK(marks[i].rect.width() >= 24);
      CHECK(marks[i].rect.height() >= 24);
      if (i > 0 && marks[i].line == marks[i - 1].line) CHECK(marks[i].rect.right < marks[i - 1].rect.left);
    }
  }
}

TEST_CASE("the margin is on the right of what is written from there") {
  Marked marked({"warned"}, kWide, R"({"schema": "faultline.article/1", "lang": "ur", "dir": "rtl", "blocks": [{"kind": "paragraph", "text": "The guild warned"}]})");
  std::vector<MarginMark> marks = marked.find();
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].rect.left >= marked.lines.style.column_left + marked.lines.style.column_width + 8);
  CHECK(marks[0].rect.right <= kWide);
}

TEST_CASE("a kind that is switched off leaves the margin, and the others move up") {
  Marked marked({"guild", "warned"});
  marked.findings[0].kind = kind_of(Category::Goodwill);
  CHECK(marked.outline() == "Gw Th");
  marked.state.filter.off = bit_of(kind_of(Category::Goodwill));
  CHECK(marked.outline() == "Th");
}
