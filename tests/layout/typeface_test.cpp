#include "layout/typeface.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/font_set.h"
#include "layout/test_font.h"

using namespace faultline;

TEST_CASE("a typeface knows its characters and their widths") {
  Result<Typeface> face = parse_typeface(make_test_font());
  REQUIRE(face);
  struct Row { char32_t character; float advance; };
  for (Row row : {Row{U'a', 0.5f}, Row{U'i', 0.25f}, Row{U'm', 0.75f}, Row{U' ', 0.25f}, Row{U'→', 0.75f}, Row{U'é', 0.5f}}) {
    CAPTURE(static_cast<uint32_t>(row.character));
    REQUIRE(face->glyph_of(row.character) != 0);
    CHECK(face->advance_of(face->glyph_of(row.character)) == doctest::Approx(row.advance));
  }
  for (char32_t missing : {U'ب', U'中', U'😀', char32_t{0x10FFFF}}) CHECK(face->glyph_of(missing) == 0);
  CHECK(face->ascent() == doctest::Approx(0.90625));
  CHECK(face->descent() == doctest::Approx(0.28125));
  CHECK(face->x_height() == doctest::Approx(0.5));
  CHECK(face->cap_height() == doctest::Approx(0.75));
}

TEST_CASE("a glyph covers its box, and moves with the pen") {
  Result<Typeface> face = parse_typeface(make_test_font());
  REQUIRE(face);
  uint32_t glyph = face->glyph_of(U'H');
  GlyphBox box = face->box_of(glyph, 32, 0);  // from 2 to 14 pixels, 24 high
  CHECK(box.left == 2);
  CHECK(box.width() == 12);
  CHECK(box.height() == 24);
  CHECK(box.bottom == 0);
  std::vector<unsigned char> pixels(static_cast<size_t>(box.width() * box.height()));
  face->draw(glyph, 32, 0, box, pixels.data());
  CHECK(std::all_of(pixels.begin(), pixels.end(), [](unsigned char coverage) { return coverage == 255; }));

  GlyphBox moved = face->box_of(glyph, 32, 0.5f);
  CHECK(moved.width() == 13);
  std::vector<unsigned char> half(static_cast<size_t>(moved.width() * moved.height()));
  face->draw(glyph, 32, 0.5f, moved, half.data());
  CHECK(half.front() == doctest::Approx(128).epsilon(0.02));
  CHECK(face->box_of(face->glyph_of(U' '), 32, 0).empty());
}

TEST_CASE("what is not a font is an error that says why") {
  std::string good = make_test_font();
  std::string renamed = good;
  renamed.replace(renamed.find("hmtx"), 4, "zzzz");
  struct Row { std::string bytes; const char* expected; };
  const Row rows[] = {{"", "too short"},
                      {"PK\x03\x04 a zip archive, say", "not a static TrueType"},
                      {"OTTO" + good.substr(4), "not a static TrueType"},
                      {good.substr(0, 40), "table directory"},
                      {good.substr(0, good.size() - 60), "runs over its end"},
                      {renamed, "without one of the tables"}};
  for (const Row& row : rows) {
    Result<Typeface> face = parse_typeface(row.bytes);
    REQUIRE_FALSE(face);
    CHECK(face.error().code == ErrorCode::BadFont);
    CHECK_MESSAGE(face.error().message.find(row.expected) != std::string::npos, face.error().message);
  }
  // Cut anywhere, it is never read past its end.
  for (size_t size = 0; size < good.size(); size += 7) CHECK_FALSE(parse_typeface(good.substr(0, size)));
}

TEST_CASE("a missing face is played by its nearest relative") {
  FontSet fonts;
  CHECK(fonts.find(FaceRole::Serif) == nullptr);
  auto add = [&](FaceRole role) { fonts.add(role, std::move(*parse_typeface(make_test_font()))); };
  add(FaceRole::Serif);
  CHECK(fonts.resolve(FaceRole::SerifBold) == FaceRole::Serif);
  CHECK(fonts.resolve(FaceRole::SansBold) == FaceRole::Serif);
  add(FaceRole::Sans);
  CHECK(fonts.resolve(FaceRole::SansBold) == FaceRole::Sans);
  CHECK(fonts.resolve(FaceRole::SerifItalic) == FaceRole::Serif);
  add(FaceRole::SerifBold);
  CHECK(fonts.resolve(FaceRole::SerifBoldItalic) == FaceRole::SerifBold);  // weight before slant
  CHECK(fonts.resolve(FaceRole::SansBold) == FaceRole::Sans);
  CHECK(fonts.revision() == 3);
  CHECK(role_of(FontFamily::Naskh, true, true) == FaceRole::NaskhBold);  // no Arabic italic
  CHECK(role_of(FontFamily::Own, true, true) == FaceRole::Own);
}

TEST_CASE("a character is set in the wished face, in another that has it, or in none") {
  FontSet fonts;
  CHECK_FALSE(fonts.choose(FaceRole::Serif, U'a').has_value());
  fonts.add(FaceRole::Sans, std::move(*parse_typeface(make_test_font())));
  for (char32_t there : {U'a', U'é', U'\t', char32_t{0x200D}, char32_t{0xFEFF}}) CHECK(fonts.choose(FaceRole::SerifBold, there) == FaceRole::Sans);
  for (char32_t missing : {U'ب', U'中', U'😀'}) CHECK_FALSE(fonts.choose(FaceRole::SerifBold, missing).has_value());
}
