// The colours of the reader: one table of tokens for each theme, nothing else in the reader names a colour.
//
//   const Theme& theme = theme_of(ThemeName::Dark);
//   painter.fill(rect, theme.family(Family::Issue).tint);
//
// tests/reader/theme_test.cpp computes the contrasts that WCAG 2.2 asks for, for every theme and every stack of tints.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "reader/finding.h"

namespace faultline {

// Opaque sRGB unless alpha says otherwise.
struct Color {
  uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Color&) const = default;
};
constexpr Color rgb(uint32_t hex) {
  return {static_cast<uint8_t>(hex >> 16), static_cast<uint8_t>(hex >> 8), static_cast<uint8_t>(hex)};
}
constexpr Color with_alpha(Color color, uint8_t alpha) { return {color.red, color.green, color.blue, alpha}; }

// What `above` looks like on an opaque `below`.
Color blend(Color above, Color below);
// WCAG 2.2 contrast ratio of two opaque colours, 1..21.
double contrast_of(Color a, Color b);

struct FamilyColors {
  Color tint;      // behind the words of a finding; lets what is below show through
  Color selected;  // behind the words of the one that is selected or pointed at
  Color mark;      // underline, bar, tick: at least 3:1 on page and panel
  Color ink;       // words in the family's colour: at least 4.5:1 on page, panel and chip
  Color chip;      // behind a tag of the panel
};

enum class ThemeName : uint8_t { Light, Dark, Sepia, Contrast, Night };
inline constexpr int kThemeCount = 5;

struct Theme {
  const char* name;
  Color page;    // behind the article
  Color panel;   // behind the panel
  Color card;    // behind the card
  Color text;    // what is to be read
  Color muted;   // what is said about it: still 4.5:1
  Color rule;    // hairlines
  Color border;  // outlines of controls, 3:1
  Color hover;   // behind a row of the panel that is pointed at
  Color accent;  // the tick of a switch, the bar of a selected row
  Color found;      // behind what a search has found: amber, which no finding is
  Color found_now;  // behind the place of them that the person is at
  FamilyColors families[kFamilyCount];
  const FamilyColors& family(Family family) const { return families[static_cast<int>(family)]; }
};

const Theme& theme_of(ThemeName name);
std::optional<ThemeName> find_theme(std::string_view name);  // "light", "dark", "sepia", "contrast", "night"

}  // namespace faultline
