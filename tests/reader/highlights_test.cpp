#include "reader/highlights.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "reader/example.h"

using namespace faultline;

namespace {

FontSet make_fonts() {
  FontSet fonts;
  fonts.add(FaceRole::Serif, std::move(*parse_typeface(make_test_font())));
  return fonts;
}

Finding make_finding(uint32_t index, Span span) { return {{false, index}, kind_of(Category::Threat), {span}}; }

}  // namespace

TEST_CASE("marks that overlap get levels, marks that follow each other share one") {
  struct Row { std::vector<Span> spans; std::vector<int> levels; };
  const Row rows[] = {
      {{{0, 10}}, {0}},
      {{{0, 10}, {10, 20}}, {0, 0}},
      {{{0, 10}, {5, 15}}, {0, 1}},
      {{{0, 20}, {5, 10}, {12, 18}}, {0, 1, 1}},
      {{{0, 20}, {5, 19}, {6, 18}}, {0, 1, 2}},
      {{{0, 20}, {5, 19}, {6, 18}, {7, 17}}, {0, 1, 2, 2}},  // the last level is shared
      {{{0, 10}, {5, 15}, {11, 20}}, {0, 1, 0}},
  };
  Article article = *parse_article("Twenty letters here.", ArticleFormat::Text);
  FontSet fonts = make_fonts();
  Shaper shaper(fonts);
  MeasuredText measured = measure_article(article, shaper, {});
  Lines lines = make_lines(article, measured, shaper, {}, 1000);
  for (const Row& row : rows) {
    std::vector<Finding> findings;
    for (Span span : row.spans) findings.push_back(make_finding(static_cast<uint32_t>(findings.size()), span));
    std::vector<Highlight> marks = Highlights(findings).on({article, measured, shaper, lines}, {0, 1});
    REQUIRE(marks.size() == row.spans.size());
    for (const Highlight& mark : marks) CHECK(mark.level == row.levels[mark.finding]);
  }
}

TEST_CASE("marks stand on their words, line after line, at every width") {
  Example example;
  FontSet fonts = make_fonts();
  Shaper shaper(fonts);
  MeasuredText measured = measure_article(example.article, shaper, {});
  std::vector<Finding> findings = find_findings(example.analysis);
  for (float width : {60.0f, 200.0f, 640.0f, 8000.0f}) {
    Lines lines = make_lines(example.article, measured, shaper, {}, width);
    TypesetPage page{example.article, measured, shaper, lines};
    uint32_t line = 0;
    std::vector<uint32_t> bytes(findings.size());
    for (const Highlight& mark : Highlights(findings).on(page, {0, static_cast<uint32_t>(lines.lines.size())})) {
      CHECK(mark.line >= line);
      line = mark.line;
      CHECK(lines.lines[mark.line].span.contains(mark.span));
      CHECK(mark.left < mark.right);
      SetLine set = set_line(page, lines.lines[mark.line]);
      CHECK(mark.left >= set.left);
      CHECK(mark.right <= set.left + set.width + 0.01f);
      bytes[mark.finding] += mark.span.size();
    }
    for (size_t i = 0; i < findings.size(); ++i) CHECK(bytes[i] > 0);
  }
}

TEST_CASE("a stretch of lines has the marks that the whole page has there") {
  Example example;
  FontSet fonts = make_fonts();
  Shaper shaper(fonts);
  MeasuredText measured = measure_article(example.article, shaper, {});
  const std::vector<Finding> findings = find_findings(example.analysis);
  const Highlights highlights(findings);
  Lines lines = make_lines(example.article, measured, shaper, {}, 120);
  TypesetPage page{example.article, measured, shaper, lines};
  const auto count = static_cast<uint32_t>(lines.lines.size());
  const std::vector<Highlight> whole = highlights.on(page, {0, count});
  REQUIRE(whole.size() > findings.size());  // some go on over a line's end
  for (uint32_t first = 0; first < count; ++first) {
    const uint32_t last = std::min(first + 2, count);
    std::vector<Highlight> expected;
    std::copy_if(whole.begin(), whole.end(), std::back_inserter(expected), [&](const Highlight& mark) { return mark.line >= first && mark.line < last; });
    const std::vector<Highlight> found = highlights.on(page, {first, last});
    REQUIRE(found.size() == expected.size());
    for (size_t i = 0; i < found.size(); ++i) {
      CHECK((found[i].finding == expected[i].finding && found[i].span == expected[i].span && found[i].level == expected[i].level));
    }
  }
  CHECK(highlights.on(page, {3, 3}).empty());
}
