// The paragraphs of an article, measured once: which pieces lines can be made of, and how wide each is, at any size and width.
//
//   MeasuredText text = measure_article(article, shaper, {});
//   std::vector<BrokenLine> lines = break_lines(text, text.paragraphs[0], article.text(), shaper, 19, 640);
//
// A piece costs eight bytes and names a word of the shaper; glyphs are looked at when a line is drawn.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "layout/items.h"

namespace faultline {

// Text between two places where a line may end or the item changes, with the white space behind it.
struct Piece {
  static constexpr uint32_t kNoWord = ~uint32_t{0};
  static constexpr uint8_t kBreakAfter = 1;  // a line may end behind the text
  static constexpr uint8_t kCollapsed = 2;   // its white space follows white space and has no width
  static constexpr uint8_t kSoftHyphen = 4;  // a line that ends here shows a hyphen

  uint32_t word;    // kNoWord: there is only white space
  uint16_t length;  // bytes of the text
  uint8_t spaces;   // bytes of the white space, all of one space's width
  uint8_t flags;
  bool has(uint8_t flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(Piece) == 8);

struct Paragraph {
  Span span;
  bool is_rtl = false;
  bool is_arabic = false;  // most of its letters are
  uint32_t first_item = 0, last_item = 0;  // [first, last)
  uint32_t first_piece = 0, last_piece = 0;
};

// What an article is set in.
struct FontFamilies {
  FontFamily latin = FontFamily::Serif;   // Serif, Sans or Own
  FontFamily arabic = FontFamily::Naskh;  // Naskh or Nastaliq
  bool operator==(const FontFamilies&) const = default;
};

struct MeasuredText {
  std::vector<Paragraph> paragraphs;  // one for each block, in order
  std::vector<Item> items;
  std::vector<Piece> pieces;
  FaceRoles wished = 0;  // the faces that the text asks for, there or not

  // The item that holds byte `at` of a paragraph.
  const Item& item_at(const Paragraph& paragraph, uint32_t at) const;
};

// White space that a line may end at and that counts once, as in HTML; other spaces of Unicode are characters like others.
constexpr bool is_collapsible(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'; }

// Appends one paragraph of valid UTF-8.
void append_paragraph(MeasuredText& measured, const ParagraphText& paragraph, Shaper& shaper);

// Every block of the article. A block goes the article's way unless all its letters go the other one. With `hyphenation` words
// may end a line inside, but not in titles and headings.
MeasuredText measure_article(const Article& article, Shaper& shaper, const FontFamilies& families, const Hyphenation* hyphenation = nullptr);

// Whether the article as a whole goes from right to left: as it says, else as its language does, else as its first letter.
bool is_rtl(const Article& article);

}  // namespace faultline
