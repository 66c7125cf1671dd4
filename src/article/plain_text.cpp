#include "article/plain_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "article/builder.h"
#include "text/utf8.h"

namespace faultline {
namespace {

// Widths in bytes that tell a hard-wrapped line from a paragraph of its own: mail and terminals wrap at 60 to 100.
constexpr uint32_t kNarrowestWrap = 50;
constexpr uint32_t kWidestWrap = 120;
constexpr uint32_t kLongestTitle = 200;
constexpr uint32_t kLongestHeading = 120;
constexpr int kMostHeadingWords = 16;

struct Line {
  Span span;            // without white space at the ends
  uint16_t indent = 0;  // columns, a tab counts four
  bool gap_before = false;
};

// A block before it is known whether it heads the next one.
struct Draft {
  Span span;
  BlockKind kind = BlockKind::Paragraph;
  uint8_t level = 0;
  bool one_line = true;
  bool gap_before = false;
};

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  bool gap = true;
  for (uint32_t at = 0; at < text.size();) {
    uint32_t end = at, first = UINT32_MAX, last = at;
    int indent = 0;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') {
      const CodePoint c = code_point_at(text, end);
      if (!is_space(c.value)) {
        if (first == UINT32_MAX) first = end;
        last = end + c.length;
      } else if (first == UINT32_MAX) {
        indent += c.value == '\t' ? 4 : 1;
      }
      end += c.length;
    }
    if (first == UINT32_MAX) gap = true;
    else lines.push_back({{first, last}, static_cast<uint16_t>(std::min(indent, 999)), std::exchange(gap, false)});
    at = end;
    if (at < text.size()) at += text.substr(at, 2) == "\r\n" ? 2 : 1;
  }
  return lines;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Bytes of a bullet or number with the white space behind it; 0 when the line has none. A dash may open a
// dateline too, so that a dash is a bullet only for the caller who sees two of them.
uint32_t bullet_length(std::string_view line) {
  uint32_t at = 0;
  const CodePoint c = code_point_at(line, 0);
  if (is_ascii_digit(line[0])) {
    while (at < line.size() && at < 3 && is_ascii_digit(line[at])) ++at;
    if (at == line.size() || (line[at] != '.' && line[at] != ')')) return 0;
    ++at;
  } else {
    constexpr std::array<char32_t, 10> kBullets = {'-', '*', '+', 0x2022, 0xB7, 0x25AA, 0x25E6, 0x2023, 0x2013, 0x2014};
    if (std::find(kBullets.begin(), kBullets.end(), c.value) == kBullets.end()) return 0;
    at = c.length;
  }
  const uint32_t mark = at;
  while (at < line.size()) {
    const CodePoint space = code_point_at(line, at);
    if (!is_space(space.value)) break;
    at += space.length;
  }
  return at > mark && at < line.size() ? at : 0;
}

bool has_dash_bullet(std::string_view line) {
  const char32_t c = code_point_at(line, 0).value;
  return (c == 0x2013 || c == 0x2014) && bullet_length(line) > 0;
}

// The last character that is not a closing quote or bracket.
char32_t last_mark(std::string_view text) {
  for (uint32_t at = static_cast<uint32_t>(text.size()); at > 0;) {
    const CodePoint c = code_point_before(text, at);
    const bool closer = c.value == '"' || c.value == '\'' || c.value == ')' || c.value == 0x201D || c.value == 0x2019;
    if (!closer) return c.value;
    at -= c.length;
  }
  return 0;
}

bool ends_sentence(std::string_view text) {
  switch (last_mark(text)) {
    case '.': case '!': case '?': case 0x2026: case 0x61F: case 0x6D4: case 0x3002: return true;
    default: return false;
  }
}

// A heading has no end mark, but may be one question; "talks with the U.S." has the stop of its abbreviation.
bool is_open_ended(std::string_view text) {
  switch (last_mark(text)) {
    case '.': return text.size() > 4 && text[text.size() - 3] == '.' && text.back() == '.';
    case '?': return text.find("? ") == std::string_view::npos && text.find(". ") == std::string_view::npos;
    case '!': case 0x2026: case 0x6D4: case 0x3002: case ':': case ';': case ',': return false;
    default: return true;
  }
}

int count_words(std::string_view text) {
  int words = 1;
  for (char c : text) words += c == ' ';
  return words;
}

bool has_letter(std::string_view text) {
  for (uint32_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_letter(c.value)) return true;
    at += c.length;
  }
  return false;
}

bool starts_lower(std::string_view text) {
  const CodePoint c = code_point_at(text, 0);
  return is_letter(c.value) && c.value < 0x530 && !is_upper(c.value);
}

// "Friday, August 21, 2015" and "By Jane Doe" stand alone like headings and are none.
bool is_date_or_byline(std::string_view text) {
  constexpr std::string_view kCalendar[] = {"january", "february", "march",     "april",    "may",    "june",
                                            "july",    "august",   "september", "october",  "november", "december",
                                            "monday",  "tuesday",  "wednesday", "thursday", "friday", "saturday",
                                            "sunday"};
  const int words = count_words(text);
  const std::string folded = fold_case(text);
  if (folded.starts_with("by ") || folded.starts_with("updated") || folded.starts_with("published")) return words <= 8;
  bool digit = false;
  for (char c : folded) digit = digit || is_ascii_digit(c);
  if (!digit || words > 7) return false;
  for (std::string_view name : kCalendar)
    if (folded.find(name) != std::string::npos) return true;
  return false;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), lines_(find_lines(text)) {}

  Article read() {
    for (size_t first = 0; first < lines_.size();) {
      size_t end = first + 1;
      while (end < lines_.size() && !lines_[end].gap_before) ++end;
      draft_group(first, end);
      first = end;
    }
    lines_ = {};
    ArticleBuilder builder{std::string(text_)};
    for (size_t i = 0; i < drafts_.size(); ++i) {
      promote(i);
      builder.add_block(drafts_[i].kind, drafts_[i].level, drafts_[i].span);
    }
    return std::move(builder).build();
  }

 private:
  std::string_view text_of(Span span) const { return faultline::text_of(text_, span); }

  // Drafts the blocks of lines that no empty line parts.
  void draft_group(size_t first, size_t end) {
    const bool wrapped = is_wrapped(first, end);
    for (size_t i = first; i < end; ++i) {
      const Line& line = lines_[i];
      if (draft_marked_line(i, end)) continue;
      const bool continues_item = i > first && drafts_.back().kind == BlockKind::ListItem && line.indent >= 2;
      const bool continues_text = wrapped && i > first && drafts_.back().kind == BlockKind::Paragraph;
      if (continues_item || continues_text) {
        drafts_.back().span.end = line.span.end;
        drafts_.back().one_line = false;
      } else {
        drafts_.push_back({line.span, BlockKind::Paragraph, 0, true, line.gap_before});
      }
    }
  }

  // A list item or a quoted line.
  bool draft_marked_line(size_t i, size_t end) {
    const Line& line = lines_[i];
    const std::string_view words = text_of(line.span);
    if (words[0] == '>' && words.size() > 1) {
      uint32_t marks = 1;
      while (marks < words.size() && (words[marks] == '>' || words[marks] == ' ')) ++marks;
      if (marks == words.size()) return false;
      drafts_.push_back({{line.span.begin + marks, line.span.end}, BlockKind::Quote, 0, true, line.gap_before});
      return true;
    }
    const uint32_t bullet = bullet_length(words);
    if (bullet == 0) return false;
    if (has_dash_bullet(words)) {
      const bool next = i + 1 < lines_.size() && i + 1 < end + 1 && has_dash_bullet(text_of(lines_[i + 1].span));
      if (!next && !last_was_dash_item_) return false;
      last_was_dash_item_ = next;
    }
    const uint8_t level = static_cast<uint8_t>(std::min(1 + line.indent / 2, 9));
    drafts_.push_back({{line.span.begin + bullet, line.span.end}, BlockKind::ListItem, level, true, line.gap_before});
    return true;
  }

  // Lines were wrapped by hand when all fit a narrow column, most end in mid-sentence, and the first word of the
  // next line would not have fitted.
  bool is_wrapped(size_t first, size_t end) const {
    uint32_t widest = 0;
    for (size_t i = first; i < end; ++i) widest = std::max(widest, lines_[i].span.size());
    if (end - first < 2 || widest < kNarrowestWrap || widest > kWidestWrap) return false;
    size_t full = 0, cut = 0;
    for (size_t i = first; i + 1 < end; ++i) {
      const std::string_view next = text_of(lines_[i + 1].span);
      const size_t word = std::min(next.find(' '), next.size());
      full += lines_[i].span.size() + 1 + word > widest;
      cut += !ends_sentence(text_of(lines_[i].span));
    }
    const size_t breaks = end - first - 1;
    return full * 5 >= breaks * 4 && cut * 2 >= breaks;
  }

  // Makes a draft the title or a heading when it reads like one.
  void promote(size_t i) {
    Draft& draft = drafts_[i];
    if (i + 1 >= drafts_.size() || !could_head(i, i == 0 ? kLongestTitle : kLongestHeading)) return;
    const Draft& next = drafts_[i + 1];
    if (i == 0) {
      const bool longer = next.span.size() > draft.span.size();
      if (next.gap_before || longer) draft.kind = BlockKind::Title;
      return;
    }
    if (count_words(text_of(draft.span)) > kMostHeadingWords) return;
    const bool after_list = drafts_[i - 1].kind == BlockKind::ListItem && !draft.gap_before;
    const bool heads_text = next.kind == BlockKind::Paragraph && ends_sentence(text_of(next.span));
    const bool heads_list = next.kind == BlockKind::ListItem || next.kind == BlockKind::Quote;
    if (after_list || (!heads_text && !heads_list)) return;
    draft.kind = BlockKind::Heading;
    draft.level = 2;
  }

  bool could_head(size_t i, uint32_t longest) const {
    const Draft& draft = drafts_[i];
    if (draft.kind != BlockKind::Paragraph || !draft.one_line || draft.span.size() > longest) return false;
    const std::string_view words = text_of(draft.span);
    return has_letter(words) && !starts_lower(words) && is_open_ended(words) && !is_date_or_byline(words) &&
           code_point_at(words, 0).value != 0x2013;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<Draft> drafts_;
  bool last_was_dash_item_ = false;
};

}  // namespace

Article parse_plain_text(std::string_view bytes) { return Reader(bytes).read(); }

}  // namespace faultline
