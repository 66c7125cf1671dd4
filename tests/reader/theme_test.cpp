#include "reader/theme.h"

#include <doctest/doctest.h>

using namespace faultline;

// WCAG 2.2: 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of marks and outlines of controls.
constexpr double kText = 4.5, kMark = 3;

namespace {

void check_text(const Theme& theme, const char* what, Color text, Color ground) {
  CAPTURE(theme.name); CAPTURE(what);
  CHECK(contrast_of(text, ground) >= kText);
}
void check_mark(const Theme& theme, const char* what, Color mark, Color ground) {
  CAPTURE(theme.name); CAPTURE(what);
  CHECK(contrast_of(mark, ground) >= kMark);
}

}  // namespace

TEST_CASE("contrast is WCAG's") {
  struct Row { uint32_t a, b; double expected; };
  for (Row row : {Row{0xFFFFFF, 0x000000, 21}, Row{0xFFFFFF, 0xFFFFFF, 1}, Row{0xFFFFFF, 0x767676, 4.54}, Row{0x0000FF, 0xFFFFFF, 8.59}}) {
    CHECK(contrast_of(rgb(row.a), rgb(row.b)) == doctest::Approx(row.expected).epsilon(0.002));
  }
  CHECK(blend(with_alpha(rgb(0xFFFFFF), 128), rgb(0x000000)) == rgb(0x808080));
}

TEST_CASE("text can be read on every ground of every theme") {
  for (int i = 0; i < kThemeCount; ++i) {
    const Theme& theme = theme_of(static_cast<ThemeName>(i));
    for (Color ground : {theme.page, theme.panel, theme.card, theme.hover}) {
      check_text(theme, "text", theme.text, ground);
      check_text(theme, "muted", theme.muted, ground);
    }
    for (const FamilyColors& colors : theme.families) {
      for (Color ground : {theme.page, theme.panel, theme.card, colors.chip}) check_text(theme, "ink", colors.ink, ground);
      check_text(theme, "text on a chip", theme.text, colors.chip);
      for (Color ground : {theme.page, theme.panel, theme.card, theme.hover}) check_mark(theme, "mark", colors.mark, ground);
    }
    check_mark(theme, "border", theme.border, theme.panel);
    check_text(theme, "words on what is chosen", theme.panel, theme.accent);
    check_mark(theme, "bar of a quotation", theme.border, theme.page);
  }
}

TEST_CASE("text can be read where marks lie over each other, up to one of each family") {
  for (int i = 0; i < kThemeCount; ++i) {
    const Theme& theme = theme_of(static_cast<ThemeName>(i));
    for (int stack = 0; stack < 27; ++stack) {  // each family not there, tinted or selected
      Color ground = theme.page;
      int rest = stack, strong = 0;
      for (const FamilyColors& colors : theme.families) {
        if (rest % 3 > 0) ground = blend(rest % 3 == 1 ? colors.tint : colors.selected, ground);
        strong += rest % 3 == 2;
        rest /= 3;
      }
      if (strong > 2) continue;  // one is selected and one pointed at: a third cannot be
      CAPTURE(theme.name); CAPTURE(stack);
      CHECK(contrast_of(theme.text, ground) >= kText);
      check_text(theme, "text that was searched for", theme.text, blend(theme.found, ground));
    }
    check_text(theme, "text that was searched for last", theme.text, theme.found_now);
    for (const FamilyColors& colors : theme.families) {
      check_mark(theme, "mark on its tint", colors.mark, blend(colors.tint, theme.page));
      check_mark(theme, "mark on its selected tint", colors.mark, blend(colors.selected, theme.page));
      check_mark(theme, "mark on what was searched for", colors.mark, blend(theme.found, blend(colors.tint, theme.page)));
      check_mark(theme, "mark on what was searched for last", colors.mark, theme.found_now);
    }
  }
}

TEST_CASE("themes are found by name") {
  CHECK(find_theme("dark") == ThemeName::Dark);
  CHECK(find_theme("night") == ThemeName::Night);
  CHECK_FALSE(find_theme("midnight").has_value());
}
