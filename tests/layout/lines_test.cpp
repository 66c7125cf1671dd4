#include "layout/lines.h"

#include <doctest/doctest.h>

#include "layout/test_font.h"
#include "text/utf8.h"

using namespace faultline;

namespace {

FontSet make_fonts() {
  FontSet fonts;
  for (FaceRole role : {FaceRole::Serif, FaceRole::SerifBold, FaceRole::SerifItalic}) {
    fonts.add(role, std::move(*parse_typeface(make_test_font())));
  }
  return fonts;
}

Article parse(std::string_view text, ArticleFormat format) {
  Result<Article> article = parse_article(text, format);
  REQUIRE(article);
  return std::move(*article);
}

constexpr std::string_view kMarkdown =
    "# The lake that two councils share\n\nThe **upper council** refused on *Friday* to lower the sluice, and the lower one called the\n"
    "refusal a breach of the accord that both had signed in the spring.\n\n## What divides them\n\n- who pays for the dam\n"
    "- how much water may pass in a dry summer, and who measures it\n\n> We shall not wait another year.\n\nTalks go on 😀 in جھیل on Monday.\n";

// The laws that every layout of every article keeps.
void check_laws(const Article& article, const Lines& lines, const FontSet& fonts) {
  REQUIRE(lines.blocks.size() == article.blocks().size());
  float bottom = 0;
  uint32_t next_line = 0;
  for (const BlockBox& box : lines.blocks) {
    const Block& block = article.blocks()[box.block];
    CHECK(box.top >= bottom);
    CHECK(box.first_line == next_line);
    bottom = box.top + box.height;
    next_line += box.line_count;
    uint32_t at = block.span.begin;
    for (const Line& line : lines.lines_of(box)) {
      CHECK(box.top <= line.top);
      CHECK(line.top < line.baseline);
      CHECK(line.baseline < line.top + box.leading);
      while (at < line.span.begin) {
        CodePoint c = code_point_at(article.text(), at);
        CHECK(is_breaking_space(c.value));
        at += c.length;
      }
      float x = line.left;
      for (const Run& run : lines.runs_of(line)) {  // runs tile the line, in bytes and in pixels
        CHECK(run.span.begin == at);
        CHECK(run.left == doctest::Approx(x));
        x += run.width, at = run.span.end;
      }
      CHECK(at == line.span.end);
      CHECK(x - line.left == doctest::Approx(line.width));
      CHECK(x_of(lines, article, fonts, line, line.span.begin) == doctest::Approx(line.left));
      CHECK(x_of(lines, article, fonts, line, line.span.end) == doctest::Approx(line.left + line.width));
    }
    while (at < block.span.end) at += code_point_at(article.text(), at).length;
    CHECK(at == block.span.end);
  }
  CHECK(lines.height > bottom);
}

}  // namespace

TEST_CASE("laws hold at every width, size and measure") {
  FontSet fonts = make_fonts();
  Article article = parse(kMarkdown, ArticleFormat::Markdown);
  for (float width : {0.0f, 1.0f, 320.0f, 390.0f, 600.0f, 1280.0f, 8000.0f}) {
    for (float scale : {0.7f, 1.0f, 4.0f}) {
      CAPTURE(width); CAPTURE(scale);
      check_laws(article, make_lines(article, fonts, {scale, 1.5f, 66}, width), fonts);
    }
  }
  Article empty = parse("", ArticleFormat::Text);
  check_laws(empty, make_lines(empty, fonts, {}, 640), fonts);
}

TEST_CASE("laws hold without any font") {
  FontSet none;
  Article article = parse(kMarkdown, ArticleFormat::Markdown);
  check_laws(article, make_lines(article, none, {}, 640), none);
}

TEST_CASE("the column is as wide as its measure, and centred") {
  FontSet fonts = make_fonts();
  PageStyle wide = make_page_style({}, fonts, 1280), narrow = make_page_style({}, fonts, 390);
  CHECK(wide.column_left * 2 + wide.column_width == doctest::Approx(1280).epsilon(0.002));
  CHECK(wide.column_width < 700);
  CHECK(narrow.column_left == 20);
  CHECK(narrow.column_width == 350);
  CHECK(make_page_style({1, 1.5f, 40}, fonts, 1280).column_width < wide.column_width);
  CHECK(make_page_style({1, 1.5f, 40}, fonts, 1280).column_width * 2 == doctest::Approx(make_page_style({2, 1.5f, 40}, fonts, 1280).column_width).epsilon(0.01));
  CHECK(wide.of(BlockKind::Title, 0).size > wide.of(BlockKind::Heading, 2).size);
  CHECK(wide.of(BlockKind::Heading, 2).size > wide.of(BlockKind::Paragraph, 0).size);
  CHECK(wide.of(BlockKind::ListItem, 2).indent > wide.of(BlockKind::ListItem, 1).indent);
}

TEST_CASE("styles choose faces, and what a face lacks is a run of its own") {
  FontSet fonts = make_fonts();
  Article article = parse(kMarkdown, ArticleFormat::Markdown);
  Lines lines = make_lines(article, fonts, {}, 8000);
  struct Row { std::string_view text; FaceRole face; bool has_glyphs; };
  const Row rows[] = {{"upper council", FaceRole::SerifBold, true},
                      {"Friday", FaceRole::SerifItalic, true},
                      {"What divides them", FaceRole::SerifBold, true},
                      {"😀", FaceRole::Serif, false},
                      {"جھیل", FaceRole::Serif, false}};
  for (const Row& row : rows) {
    bool is_found = false;
    for (const Run& run : lines.runs) {
      is_found |= article.text_of(run.span) == row.text && run.face == row.face && run.has_glyphs == row.has_glyphs;
    }
    CHECK_MESSAGE(is_found, row.text);
  }
}

TEST_CASE("a span is found on every line that it touches") {
  FontSet fonts = make_fonts();
  Article article = parse(kMarkdown, ArticleFormat::Markdown);
  Lines lines = make_lines(article, fonts, {}, 320);
  for (const Sentence& sentence : article.sentences()) {
    std::string joined;
    float right = 0;
    uint32_t line = 0;
    for (const LinePart& part : find_line_parts(lines, article, fonts, sentence.span)) {
      if (!joined.empty()) {
        CHECK(part.line > line);
        joined += article.text_of({lines.lines[line].span.end, part.span.begin});
      }
      CHECK(part.left < part.right);
      line = part.line, right = part.right;
      joined += article.text_of(part.span);
    }
    CHECK(right > 0);
    CHECK(joined == article.text_of(sentence.span));
  }
  CHECK(find_line_parts(lines, article, fonts, {5, 5}).empty());
}

TEST_CASE("only lines between two heights are found") {
  FontSet fonts = make_fonts();
  Article article = parse(kMarkdown, ArticleFormat::Markdown);
  Lines lines = make_lines(article, fonts, {}, 640);
  LineRange all = find_lines_between(lines, 0, lines.height);
  CHECK(all.first == 0);
  CHECK(all.last == lines.lines.size());
  LineRange none = find_lines_between(lines, 0, lines.style.top);
  CHECK(none.first == none.last);
  const Line& third = lines.lines[2];
  LineRange one = find_lines_between(lines, third.top + 1, third.top + 2);
  CHECK(one.first == 2);
  CHECK(one.last == 3);
}

TEST_CASE("the same article gives the same lines") {
  FontSet fonts = make_fonts();
  Article article = parse(kMarkdown, ArticleFormat::Markdown);
  Lines a = make_lines(article, fonts, {}, 777), b = make_lines(article, fonts, {}, 777);
  REQUIRE(a.runs.size() == b.runs.size());
  for (size_t i = 0; i < a.runs.size(); ++i) {
    CHECK(a.runs[i].span == b.runs[i].span);
    CHECK(a.runs[i].left == b.runs[i].left);
  }
}
