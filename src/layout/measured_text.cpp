#include "layout/measured_text.h"

#include <algorithm>
#include <optional>

#include "base/sort.h"
#include "layout/break_places.h"
#include "layout/directions.h"
#include "text/utf8.h"

namespace faultline {
namespace {

// Cuts one paragraph into pieces.
class PieceWriter {
 public:
  PieceWriter(MeasuredText& measured, const ParagraphText& paragraph, uint32_t first_item, Shaper& shaper)
      : measured_(measured), text_(paragraph.text), hyphens_(paragraph.hyphens), end_(paragraph.span.end), at_(paragraph.span.begin), item_(first_item), shaper_(shaper) {}

  void run() {
    while (at_ < end_) {
      uint32_t begin = at_;
      bool is_simple = skip_to_certain_break();
      write(begin, at_, is_simple);
    }
  }

 private:
  bool is_space_at(uint32_t at) const { return is_collapsible(text_[at]); }

  // Moves behind the next white space at which a line may end whatever stands further off. True: and nowhere before.
  bool skip_to_certain_break() {
    bool is_simple = true;
    while (at_ < end_) {
      bool is_first = true, ends_plain = false;
      while (at_ < end_ && !is_space_at(at_)) {
        CodePoint c = code_point_at(text_, at_);
        ends_plain = is_plain(c.value);
        is_simple &= is_first ? is_plain_start(c.value) : ends_plain;
        is_first = false;
        at_ += c.length;
      }
      while (at_ < end_ && is_space_at(at_)) ++at_;
      if (at_ < end_ && ends_plain && is_plain_start(code_point_at(text_, at_).value)) break;
      if (at_ < end_) is_simple = false;
    }
    return is_simple;
  }

  void write(uint32_t begin, uint32_t end, bool is_simple) {
    std::vector<bool> places;
    if (!is_simple) places = find_break_places(text_of(text_, {begin, end}));
    auto is_place = [&](uint32_t behind) { return behind == end || (!places.empty() && places[behind - 1 - begin]); };
    for (uint32_t at = begin; at < end;) {
      while (measured_.items[item_].end <= at) ++item_;
      uint32_t edge = std::min({end, measured_.items[item_].end, at + Shaper::kLongestWord - 4});
      uint32_t words_end = at;
      while (words_end < edge && !is_space_at(words_end)) {
        words_end += code_point_at(text_, words_end).length;
        if (is_place(words_end)) break;
      }
      uint32_t spaces_end = words_end;
      edge = std::min(edge, words_end + 0xFF);
      while (spaces_end < edge && is_space_at(spaces_end)) ++spaces_end;
      at = append_hyphenated({at, words_end});
      append({at, words_end}, spaces_end, is_place(spaces_end), false);
      at = spaces_end;
    }
  }

  // Appends the word but for what follows its last hyphen; returns where that begins. Joined letters are not parted.
  uint32_t append_hyphenated(Span word) {
    if (!hyphens_ || measured_.items[item_].setting.script == kArabic) return word.begin;
    uint32_t at = word.begin;
    for (uint32_t place : hyphens_->find(text_of(text_, word))) {
      append({at, word.begin + place}, word.begin + place, true, true);
      at = word.begin + place;
    }
    return at;
  }

  void append(Span words, uint32_t spaces_end, bool is_place, bool is_hyphen) {
    Piece piece{Piece::kNoWord, static_cast<uint16_t>(words.size()), static_cast<uint8_t>(spaces_end - words.end), 0};
    std::string_view word = text_of(text_, words);
    if (!word.empty()) piece.word = shaper_.find(measured_.items[item_].setting, word);
    if (word.empty() && is_after_space_) piece.flags |= Piece::kCollapsed;
    if (is_place) piece.flags |= Piece::kBreakAfter;
    if (is_hyphen || (is_place && piece.spaces == 0 && word.ends_with("\u00AD"))) piece.flags |= Piece::kSoftHyphen;
    measured_.pieces.push_back(piece);
    is_after_space_ = piece.spaces > 0;
  }

  MeasuredText& measured_;
  std::string_view text_;
  HyphenFinder* hyphens_;
  uint32_t end_, at_, item_;
  Shaper& shaper_;
  bool is_after_space_ = true;  // white space at the very beginning has no width
};

// The inline styles of one block after the other, as faces.
class FaceWalk {
 public:
  explicit FaceWalk(std::span<const Style> styles) {
    for (const Style& style : styles) {
      if (style.kind != StyleKind::Link) styles_.push_back(&style);
    }
    sort_stably(styles_, [](const Style* a, const Style* b) { return a->span < b->span; });
  }

  // Faces of `block`, which must come after the block of the call before.
  std::vector<FaceSpan> faces_of(Span block, FontFamily family, bool is_bold) {
    while (first_ < styles_.size() && styles_[first_]->span.end <= block.begin) ++first_;
    std::vector<uint32_t> edges = {block.end};
    size_t last = first_;
    for (; last < styles_.size() && styles_[last]->span.begin < block.end; ++last) {
      for (uint32_t edge : {styles_[last]->span.begin, styles_[last]->span.end}) {
        if (edge > block.begin && edge < block.end) edges.push_back(edge);
      }
    }
    std::sort(edges.begin(), edges.end());
    std::vector<FaceSpan> faces;
    uint32_t begin = block.begin;
    for (uint32_t edge : edges) {
      if (edge == begin) continue;
      faces.push_back({edge, face_at(begin, last, family, is_bold)});
      begin = edge;
    }
    return faces;
  }

 private:
  FaceRole face_at(uint32_t at, size_t last, FontFamily family, bool is_bold) const {
    bool is_italic = false;
    for (size_t i = first_; i < last; ++i) {
      if (styles_[i]->span.contains(at)) (styles_[i]->kind == StyleKind::Strong ? is_bold : is_italic) = true;
    }
    return role_of(family, is_bold, is_italic);
  }

  std::vector<const Style*> styles_;
  size_t first_ = 0;
};

bool is_rtl_language(std::string_view lang) {
  std::string_view primary = lang.substr(0, lang.find('-'));
  for (std::string_view known : {"ar", "fa", "ur", "ps", "prs", "he", "ckb", "sd", "ug", "yi", "dv", "pnb"}) {
    if (primary == known) return true;
  }
  return false;
}

}  // namespace

const Item& MeasuredText::item_at(const Paragraph& paragraph, uint32_t at) const {
  auto first = items.begin() + paragraph.first_item, last = items.begin() + paragraph.last_item;
  auto found = std::partition_point(first, last, [&](const Item& item) { return item.end <= at; });
  return found == last ? *(last - 1) : *found;
}

void append_paragraph(MeasuredText& measured, const ParagraphText& text, Shaper& shaper) {
  Paragraph paragraph{text.span, text.is_rtl, false, static_cast<uint32_t>(measured.items.size()), 0, static_cast<uint32_t>(measured.pieces.size()), 0};
  std::vector<Item> items = find_items(text, shaper.fonts(), measured.wished);
  uint32_t arabic = 0, begin = text.span.begin;
  for (const Item& item : items) {
    if (item.setting.script == kArabic) arabic += item.end - begin;
    begin = item.end;
  }
  paragraph.is_arabic = arabic * 2 > text.span.size();
  measured.items.insert(measured.items.end(), items.begin(), items.end());
  PieceWriter(measured, text, paragraph.first_item, shaper).run();
  paragraph.last_item = static_cast<uint32_t>(measured.items.size());
  paragraph.last_piece = static_cast<uint32_t>(measured.pieces.size());
  measured.paragraphs.push_back(paragraph);
}

bool is_rtl(const Article& article) {
  if (!article.origin().dir.empty()) return article.origin().dir == "rtl";
  return is_rtl_language(article.lang()) || is_first_rtl(article.text());
}

MeasuredText measure_article(const Article& article, Shaper& shaper, const FontFamilies& families, const Hyphenation* hyphenation) {
  MeasuredText measured;
  measured.paragraphs.reserve(article.blocks().size());
  bool is_articles_way = is_rtl(article);
  bool is_mixed = is_articles_way || has_rtl(article.text());
  FaceWalk walk(article.styles());
  std::optional<HyphenFinder> hyphens;
  if (hyphenation) hyphens.emplace(*hyphenation);
  for (const Block& block : article.blocks()) {
    bool is_bold = block.kind == BlockKind::Title || block.kind == BlockKind::Heading;
    std::vector<FaceSpan> faces = walk.faces_of(block.span, families.latin, is_bold);
    bool is_rtl_block = is_mixed && find_sole_direction(article.text_of(block.span)).value_or(is_articles_way);
    append_paragraph(measured, {article.text(), block.span, is_rtl_block, faces, families.arabic, hyphens && !is_bold ? &*hyphens : nullptr}, shaper);
  }
  return measured;
}

}  // namespace faultline
