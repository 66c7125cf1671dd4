#include "layout/set_line.h"

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

// An article with everything that its layout is made from.
struct Page {
  Page(std::string_view text, ArticleFormat format, PagePreferences preferences = {}, float width = 640, bool has_fonts = true)
      : article(parse(text, format)), fonts(has_fonts ? make_fonts() : FontSet()), measured(measure_article(article, shaper, choose_families(preferences, article))),
        lines(make_lines(article, measured, shaper, preferences, width)) {}
  TypesetPage typeset() { return {article, measured, shaper, lines}; }

  Article article;
  FontSet fonts;
  Shaper shaper{fonts};
  MeasuredText measured;
  Lines lines;
};

// The laws that every layout of every article keeps.
void check_laws(Page& page) {
  const Lines& lines = page.lines;
  const Article& article = page.article;
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
      CHECK(line.top < lines.baseline_of(line));
      CHECK(lines.baseline_of(line) < line.top + box.leading);
      for (; at < line.span.begin; ++at) CHECK(is_collapsible(article.text()[at]));
      SetLine set = set_line(page.typeset(), line);
      float x = set.left;
      bool is_one_way = true;
      for (const Run& run : set.runs) {  // runs tile the line, in bytes and, where all goes one way, in pixels
        is_one_way &= !run.is_rtl;
        CHECK(run.span.begin == at);
        if (is_one_way) CHECK(run.left == doctest::Approx(x));
        x += run.width, at = run.span.end;
      }
      CHECK(at == line.span.end);
      CHECK(x - set.left == doctest::Approx(set.width));
      if (!is_one_way) continue;
      CHECK(x_of(set, article.text(), page.shaper, line.span.begin) == doctest::Approx(set.left));
      CHECK(x_of(set, article.text(), page.shaper, line.span.end) == doctest::Approx(set.left + set.width));
    }
    for (; at < block.span.end; ++at) CHECK(is_collapsible(article.text()[at]));
    CHECK(at == block.span.end);
  }
  CHECK(lines.height > bottom);
}

}  // namespace

TEST_CASE("laws hold at every width, size and measure") {
  for (float width : {0.0f, 1.0f, 320.0f, 390.0f, 600.0f, 1280.0f, 8000.0f}) {
    for (float scale : {0.7f, 1.0f, 4.0f}) {
      CAPTURE(width); CAPTURE(scale);
      Page page(kMarkdown, ArticleFormat::Markdown, {scale, 1.5f, 66}, width);
      check_laws(page);
    }
  }
  Page empty("", ArticleFormat::Text);
  check_laws(empty);
}

TEST_CASE("laws hold without any font") {
  Page page(kMarkdown, ArticleFormat::Markdown, {}, 640, false);
  check_laws(page);
}

TEST_CASE("the column is as wide as its measure, and centred") {
  FontSet fonts = make_fonts();
  PageStyle wide = make_page_style({}, {}, fonts, 1280), narrow = make_page_style({}, {}, fonts, 390);
  CHECK(wide.column_left * 2 + wide.column_width == doctest::Approx(1280).epsilon(0.002));
  CHECK(wide.column_width < 700);
  CHECK(narrow.column_left == 20);
  CHECK(narrow.column_width == 350);
  CHECK(make_page_style({1, 1.5f, 40}, {}, fonts, 1280).column_width < wide.column_width);
  CHECK(make_page_style({1, 1.5f, 40}, {}, fonts, 1280).column_width * 2 == doctest::Approx(make_page_style({2, 1.5f, 40}, {}, fonts, 1280).column_width).epsilon(0.01));
  CHECK(wide.of(BlockKind::Title, 0, false).size > wide.of(BlockKind::Heading, 2, false).size);
  CHECK(wide.of(BlockKind::Heading, 2, false).size > wide.of(BlockKind::Paragraph, 0, false).size);
  CHECK(wide.of(BlockKind::ListItem, 2, false).indent > wide.of(BlockKind::ListItem, 1, false).indent);
}

TEST_CASE("styles choose faces, and what no face has is a run of its own") {
  Page page(kMarkdown, ArticleFormat::Markdown, {}, 8000);
  struct Row { std::string_view text; FaceRole face; bool has_glyphs; };
  const Row rows[] = {{"upper council", FaceRole::SerifBold, true},
                      {"Friday", FaceRole::SerifItalic, true},
                      {"What divides them", FaceRole::SerifBold, true},
                      {"😀", FaceRole::Serif, false},
                      {"جھیل", FaceRole::Serif, false}};
  for (const Row& row : rows) {
    bool is_found = false;
    for (const Line& line : page.lines.lines) {
      for (const Run& run : set_line(page.typeset(), line).runs) {
        is_found |= page.article.text_of(run.span) == row.text && run.face == row.face && run.has_glyphs == row.has_glyphs;
      }
    }
    CHECK_MESSAGE(is_found, row.text);
  }
  CHECK((page.measured.wished & bit_of(FaceRole::Naskh)) != 0);
  Page latin("Nothing but Latin.", ArticleFormat::Text);
  CHECK(latin.measured.wished == bit_of(FaceRole::Serif));
}

TEST_CASE("a span is found on every line that it touches") {
  Page page(kMarkdown, ArticleFormat::Markdown, {}, 320);
  const Article& article = page.article;
  for (const Sentence& sentence : article.sentences()) {
    std::string joined;
    float right = 0;
    uint32_t line = 0, end = 0;
    for (const LinePart& part : find_line_parts(page.typeset(), sentence.span)) {
      if (!joined.empty()) joined += article.text_of({end, part.span.begin});
      CHECK((joined.empty() || part.line > line));
      CHECK(part.left < part.right);
      line = part.line, right = part.right, end = part.span.end;
      joined += article.text_of(part.span);
    }
    CHECK(right > 0);
    if (sentence.span.end < article.text().find("جھیل")) CHECK(joined == article.text_of(sentence.span));
  }
  CHECK(find_line_parts(page.typeset(), {5, 5}).empty());
}

TEST_CASE("a span across directions stands in several places of one line") {
  constexpr std::string_view kText = "abc دوست def";
  Page page(kText, ArticleFormat::Text, {}, 2000);
  REQUIRE(page.lines.lines.size() == 1);
  // "c دو": the Latin end, and the right half of the word that goes left.
  std::vector<LinePart> parts = find_line_parts(page.typeset(), {2, 8});
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].span == Span{2, 4});
  CHECK(parts[1].span == Span{4, 8});
  SetLine line = set_line(page.typeset(), page.lines.lines[0]);
  CHECK(parts[1].right == doctest::Approx(line.runs[1].left + line.runs[1].width));
  CHECK(parts[1].left == doctest::Approx(line.runs[1].left + line.runs[1].width / 2));
}

TEST_CASE("every caret is found again where it stands") {
  constexpr std::string_view kText = "The office of the élite, “fit” for دوست 😀 and 12 of them.";
  for (float width : {2000.0f, 260.0f}) {
    Page page(kText, ArticleFormat::Text, {}, width);
    TypesetPage typeset = page.typeset();
    for (const Line& line : page.lines.lines) {
      SetLine set = set_line(typeset, line);
      for (uint32_t at = line.span.begin; at < line.span.end; at += code_point_at(page.article.text(), at).length) {
        float x = x_of(set, page.article.text(), page.shaper, at);
        std::optional<uint32_t> found = find_position(typeset, x, line.top + 1);
        REQUIRE(found.has_value());
        CAPTURE(at); CAPTURE(*found);
        // Two carets may share one place where directions meet.
        CHECK(x_of(set, page.article.text(), page.shaper, *found) == doctest::Approx(x).epsilon(0.001));
      }
    }
    CHECK(find_position(typeset, 0, -50) == 0);
  }
}

TEST_CASE("lines begin at the right in an article that goes that way") {
  Page page("یہ ایک پل ہے۔\n\nLatin alone goes its own way.", ArticleFormat::Text);
  REQUIRE(page.lines.blocks.size() == 2);
  CHECK(page.lines.blocks[0].is_rtl);
  CHECK_FALSE(page.lines.blocks[1].is_rtl);
  SetLine set = set_line(page.typeset(), page.lines.lines[0]);
  CHECK(set.left + set.width == doctest::Approx(page.lines.style.column_left + page.lines.style.column_width));
  CHECK(page.lines.blocks[0].leading > page.lines.blocks[1].leading * 1.5f);  // Urdu: Nastaliq's leading
}

TEST_CASE("justified lines fill the column, but the last one of a paragraph") {
  PagePreferences preferences;
  preferences.is_justified = true;
  Page page("one two ten one two ten one two ten one two ten one two ten one two ten one two ten one", ArticleFormat::Text, preferences, 390);
  REQUIRE(page.lines.lines.size() > 2);
  for (const Line& line : page.lines.lines) {
    SetLine set = set_line(page.typeset(), line);
    if (line.is_last) CHECK(set.width < 300);
    else CHECK(set.width == doctest::Approx(350));
    CHECK(x_of(set, page.article.text(), page.shaper, line.span.end) == doctest::Approx(set.left + set.width));
  }
}

TEST_CASE("only lines between two heights are found") {
  Page page(kMarkdown, ArticleFormat::Markdown);
  const Lines& lines = page.lines;
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
  Page a(kMarkdown, ArticleFormat::Markdown, {}, 777), b(kMarkdown, ArticleFormat::Markdown, {}, 777);
  REQUIRE(a.lines.lines.size() == b.lines.lines.size());
  for (size_t i = 0; i < a.lines.lines.size(); ++i) {
    CHECK(a.lines.lines[i].span == b.lines.lines[i].span);
    CHECK(set_line(a.typeset(), a.lines.lines[i]).width == set_line(b.typeset(), b.lines.lines[i]).width);
  }
}
