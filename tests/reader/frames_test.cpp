#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>

#include "reader/drawn.h"
#include "reader/example.h"

using namespace faultline;

TEST_CASE("frames of every size are drawn, and the largest too") {
  Example example;
  Reader reader;
  example.show_in(reader);
  struct Row { float width, height; };
  for (Row size : {Row{0, 0}, Row{320, 480}, Row{1280, 800}, Row{8000, 4000}}) {
    for (float dpr : {1.0f, 1.5f, 3.0f}) {
      for (Surface surface : {Surface::Article, Surface::Panel, Surface::Card, Surface::Curve}) {
        CAPTURE(size.width); CAPTURE(dpr); CAPTURE(static_cast<int>(surface));
        reader.layout(size.width);
        Picture picture = draw(reader, surface, {size.width, size.height, 0, dpr});
        CHECK(picture.is_inside);
        bool is_full = surface == Surface::Article || surface == Surface::Panel;
        if (size.height > 0 && is_full) CHECK(picture.quads > 100);
      }
    }
  }
}

TEST_CASE("only what is in view is drawn") {
  Example example;
  Reader reader;
  example.show_in(reader);
  float height = reader.layout(390).lines.height;
  int all = draw(reader, Surface::Article, {390, height, 0, 1}).quads;
  int upper = draw(reader, Surface::Article, {390, height / 2, 0, 1}).quads, lower = draw(reader, Surface::Article, {390, height / 2, height / 2, 1}).quads;
  CHECK(upper < all);
  CHECK(lower < all);
  CHECK(upper + lower >= all);
  CHECK(draw(reader, Surface::Article, {390, 500, height, 1}).quads == 0);
}

TEST_CASE("a second frame rasterises nothing and draws the same") {
  Example example;
  Reader reader;
  example.show_in(reader);
  reader.layout(640);
  Picture first = draw(reader, Surface::Article, {640, 900, 0, 2}), second = draw(reader, Surface::Article, {640, 900, 0, 2});
  CHECK(first.glyph_pixels > 5000);
  CHECK(second.glyph_pixels == first.glyph_pixels);
  CHECK(second.quads == first.quads);
  for (ImTextureData* texture : *reader.draw(Surface::Article, {640, 900, 0, 2})->Textures) CHECK(texture->Updates.Size == 0);
}

TEST_CASE("after a lost context the textures are asked for again, with their glyphs") {
  Example example;
  Reader reader;
  example.show_in(reader);
  reader.layout(640);
  Picture before = draw(reader, Surface::Article, {640, 900, 0, 1});
  reader.forget_textures();
  for (ImTextureData* texture : *reader.draw(Surface::Article, {640, 900, 0, 1})->Textures) CHECK(texture->Status == ImTextureStatus_WantCreate);
  Picture after = draw(reader, Surface::Article, {640, 900, 0, 1});
  CHECK(after.quads == before.quads);
  CHECK(after.glyph_pixels == before.glyph_pixels);
}

TEST_CASE("a face that comes later changes what is drawn") {
  Example example;
  Reader reader;
  reader.show({&example.article, &example.analysis, &example.rules});
  CHECK(draw(reader, Surface::Article, {640, 900, 0, 1}).glyph_pixels < 100);  // no face, no glyphs; no crash either
  REQUIRE_FALSE(reader.add_font(FaceRole::Serif, make_test_font()).has_value());
  CHECK(draw(reader, Surface::Article, {640, 900, 0, 1}).glyph_pixels > 2000);
  CHECK(reader.add_font(FaceRole::Sans, "not a font").has_value());
}

TEST_CASE("two readers draw side by side") {
  Example example;
  Reader a, b;
  example.show_in(a);
  example.show_in(b);
  int alone = draw(a, Surface::Panel, {340, 900, 0, 1}).quads;
  draw(b, Surface::Article, {640, 900, 0, 2});
  CHECK(draw(a, Surface::Panel, {340, 900, 0, 1}).quads == alone);
}

TEST_CASE("the panel lists all that it draws, in reading order") {
  Example example;
  Reader reader;
  example.show_in(reader);
  CHECK(outline_of(reader.controls(Surface::Panel, 340)) ==
        R"(heading title: Who disputes what
tab tab:findings: Findings [on]
tab tab:issues: Issues [off]
tab tab:ledger: Ledger [off]
tab tab:parties: Parties [off]
tab tab:sources: Sources [off]
text lead: 3 disputed issues. 2 signals erode trust. 1 signal builds trust.
checkbox show:issues: Disputed issues, 3 [on]
checkbox show:eroding: Erodes trust, 2 [on]
checkbox show:REJECTION: Rejection, 1 [on]
checkbox show:ACCUSATION: Accusation, 1 [on]
checkbox show:building: Builds trust, 1 [on]
checkbox show:GOODWILL: Goodwill, 1 [on]
button more:filter: Filter [closed]
heading issues: DISPUTED ISSUES
button go:i3: the refusal to open the bridge. Governance · Hardened · Upper valley, Lower valley [off]
button go:i1: the toll on the bridge. Trade · Open · Upper valley, Lower valley [off]
button go:i2: the grazing rights above it. Resources · Open · Upper valley, Lower valley [off]
heading signals: WHAT BEARS ON TRUST
button go:s1: Upper valley → Lower valley: “flatly refused”. Rejection · Stated as fact by the writer [off]
button go:s2: Lower valley → Upper valley: “calls the refusal a breach”. Accusation · Stated as fact by the writer [off]
button go:s3: Lower valley → Upper valley: “hoped for “calm talks””. Goodwill · Reported by Lower valley [off]
button copy:table: Copy the findings as a table
text note: Disputed is not false; a count is not a score.
)");
}

TEST_CASE("controls stay inside their surface and are large enough to press") {
  Example example;
  Reader reader;
  example.show_in(reader);
  reader.apply({ActionKind::Select, {}, find_id("s2"), 0});
  for (bool is_coarse : {false, true}) {
    ReaderPreferences preferences;
    preferences.is_coarse = is_coarse;
    reader.prefer(preferences);
    for (float width : {280.0f, 340.0f, 1280.0f}) {
      CAPTURE(width);
      check_rects(reader.controls(Surface::Panel, width));
      check_rects(reader.controls(Surface::Card, width));
    }
  }
}

TEST_CASE("a filter hides rows and is told; what is drawn shrinks with it") {
  Example example;
  Reader reader;
  example.show_in(reader);
  int all = draw(reader, Surface::Article, {640, 900, 0, 1}).quads;
  Outcome outcome = reader.apply({ActionKind::Activate, "show:eroding", {}, 0});
  CHECK(outcome.relayout.article);
  CHECK(outcome.redraw.panel);
  std::string outline = outline_of(reader.controls(Surface::Panel, 340));
  CHECK(outline.find("show:eroding: Erodes trust, 2 [off]") != std::string::npos);
  CHECK(outline.find("go:s1") == std::string::npos);
  CHECK(outline.find("go:s3") != std::string::npos);
  CHECK(draw(reader, Surface::Article, {640, 900, 0, 1}).quads < all);
}

TEST_CASE("the card says who, whom, whose words and how certain") {
  Example example;
  Reader reader;
  example.show_in(reader);
  CHECK(reader.controls(Surface::Card, 340).controls.empty());
  Outcome outcome = reader.apply({ActionKind::Select, {}, find_id("s3"), 0});
  CHECK(outcome.relayout.card);
  CHECK(outline_of(reader.controls(Surface::Card, 340)) ==
        R"(text kind: Goodwill · builds trust
heading title: Lower valley → Upper valley
text trigger: “hoped for “calm talks””
text certainty: Certainty: Reported by Lower valley
text speaker: Speaker: The writer › Lower valley
text time: Time: Current: the news itself
text track: Track: Words: something said
button accept:s3: Right [off]
button reject:s3: Wrong [off]
button relabel:s3: Another kind [off]
button note:s3: Note
button cite:s3: Copy as citation
button link:s3: Link to this passage
)");
  reader.apply({ActionKind::Hover, {}, find_id("i3"), 0});
  CHECK(outline_of(reader.controls(Surface::Card, 340)).starts_with("text kind: Disputed issue\nheading title: the refusal to open the bridge\n"));
  CHECK_FALSE(reader.apply({ActionKind::Hover, {}, find_id("i3"), 0}).redraw.card);  // nothing changed, nothing to do
}

TEST_CASE("for an article from right to left the panels change sides, word for word the same") {
  Article other = *parse_article(R"({"schema": "faultline.article/1", "dir": "rtl", "blocks": [{"kind": "paragraph", "text": "x"}]})", ArticleFormat::Json);
  Reader ltr, rtl;
  Analysis none;
  RuleSet rules;
  rtl.show({&other, &none, &rules});
  Article same = *parse_article("x", ArticleFormat::Text);
  ltr.show({&same, &none, &rules});
  const ControlList& left = ltr.controls(Surface::Panel, 340);
  const ControlList& right = rtl.controls(Surface::Panel, 340);
  REQUIRE(outline_of(left) == outline_of(right));
  for (size_t i = 0; i < left.controls.size(); ++i) {
    CHECK(right.controls[i].rect.left == 340 - left.controls[i].rect.right);
    CHECK(right.controls[i].rect.right == 340 - left.controls[i].rect.left);
    CHECK(right.controls[i].rect.top == left.controls[i].rect.top);
  }
}

TEST_CASE("what a mirrored painter draws is as far from the right as the other's from the left") {
  FontSet fonts;
  fonts.add(FaceRole::Sans, std::move(*parse_typeface(make_test_font())));
  Shaper shaper(fonts);
  Canvas canvas(shaper);
  auto find_edges = [&](float mirror, auto draw) {
    Painter painter = canvas.begin({200, 100, 0, 1});
    painter.mirror(mirror);
    draw(painter);
    float least = 1e9f, most = -1e9f;
    for (const ImDrawList* list : canvas.end()->CmdLists) {
      for (const ImDrawVert& vertex : list->VtxBuffer) least = std::min(least, vertex.pos.x), most = std::max(most, vertex.pos.x);
    }
    return std::pair(least, most);
  };
  auto check = [&](const std::string& what, auto draw) {
    CAPTURE(what);
    auto [left, right] = find_edges(0, draw);
    auto [mirrored_left, mirrored_right] = find_edges(200, draw);
    // Glyphs stand on whole pixels and have bearings; tracking comes behind the last letter too.
    float tolerance = what == "tracked text" ? 2.7f : 1.01f;
    CHECK(std::abs(mirrored_left - (200 - right)) <= tolerance);
    CHECK(std::abs(mirrored_right - (200 - left)) <= tolerance);
  };
  check("fill", [](Painter& painter) { painter.fill({10, 10, 40, 20}, {}); });
  check("dot", [](Painter& painter) { painter.dot(30, 30, 8, {}); });
  check("outline", [](Painter& painter) { painter.outline({10, 10, 40, 20}, {}, 1); });
  check("underline", [](Painter& painter) { painter.underline(Family::Eroding, 10, 60, 30, {}, 1.6f); });
  check("text", [](Painter& painter) { painter.text({FaceRole::Sans, 16}, 10, 40, "mono", {}); });
  check("tracked text", [](Painter& painter) { painter.text({FaceRole::Sans, 16, 0.1f}, 10, 40, "mono", {}); });
}

TEST_CASE("an article without findings says so in words") {
  Article article = *parse_article("The fair opened on Sunday.", ArticleFormat::Text);
  Analysis analysis;
  RuleSet rules;
  Reader reader;
  reader.show({&article, &analysis, &rules});
  std::string outline = outline_of(reader.controls(Surface::Panel, 340));
  CHECK(outline.find("Nothing in this article is marked: no dispute") != std::string::npos);
  CHECK(outline.find("checkbox") == std::string::npos);
  CHECK(outline.find("heading looked-for: WHAT WAS LOOKED FOR") != std::string::npos);
  CHECK(outline.find("text looked-for:issues: Disputed issues: Territory, Border access, ") != std::string::npos);
  CHECK(outline.find("text looked-for:building: Builds trust: Agreement, Concession, Engagement, Cooperation, Acknowledgement, Goodwill\n") != std::string::npos);
}

TEST_CASE("an article in a language without rules says why nothing is marked") {
  Article article = *parse_article(R"({"schema": "faultline.article/1", "lang": "ur", "blocks": [{"kind": "paragraph", "text": "وزیر"}]})", ArticleFormat::Json);
  Analysis analysis;
  RuleSet rules;
  Reader reader;
  reader.show({&article, &analysis, &rules});
  CHECK(outline_of(reader.controls(Surface::Panel, 340)).find("in English texts alone") != std::string::npos);
}
