#include "report/columns.h"

#include <algorithm>

#include "text/utf8.h"

namespace faultline {
namespace {

// Coarse East Asian Width (Unicode annex 11) and emoji: what terminals draw two columns wide.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) ||
         (c >= 0x1F900 && c <= 0x1F9FF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_zero_width(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5BD) || (c >= 0x610 && c <= 0x61A) ||
         (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xAD;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

const char* escape_of(Look look) {
  switch (look) {
    case Look::Plain: return "";
    case Look::Bold: return "\033[1m";
    case Look::Dim: return "\033[2m";
    case Look::Issue: return "\033[33m";
    case Look::Eroding: return "\033[31m";
    case Look::Building: return "\033[36m";  // cyan, which those who confuse red and green tell from red
  }
  return "";
}

// The article could carry escape sequences of its own: control characters never reach the terminal.
std::string to_printable(std::string_view word) {
  std::string printable;
  for (uint32_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_control(c.value) || (c.value >= 0x202A && c.value <= 0x202E) || (c.value >= 0x2066 && c.value <= 0x2069))
      printable += "\uFFFD";
    else
      printable += word.substr(at, c.length);
    at += c.length;
  }
  return printable;
}

}  // namespace

int columns_of(std::string_view text) {
  int columns = 0;
  for (uint32_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    columns += is_zero_width(c.value) ? 0 : is_wide(c.value) ? 2 : 1;
  }
  return columns;
}

Page::Page(Output& output, int columns, bool colour)
    : output_(output), columns_(std::clamp(columns, 40, 120)), colour_(colour) {}

void Page::put(std::string_view word, Look look) {
  const std::string printable = to_printable(word);
  const bool styled = colour_ && look != Look::Plain;
  if (styled) output_.write(escape_of(look));
  output_.write(printable);
  if (styled) output_.write("\033[0m");
  at_ += columns_of(printable);
  fresh_ = false;
}

Page& Page::add(std::string_view text, Look look) {
  bool space = false;
  for (uint32_t at = 0; at < text.size();) {
    uint32_t end = at;
    while (end < text.size() && !is_space(code_point_at(text, end).value)) end += code_point_at(text, end).length;
    if (end == at) {  // white space, a line end of the article included, is one gap
      space = true;
      at += code_point_at(text, at).length;
      continue;
    }
    const std::string_view word = text.substr(at, end - at);
    const int width = columns_of(word) + (space && !fresh_ ? 1 : 0);
    if (space && !fresh_ && at_ + width >= columns_) {  // one column is kept for a mark that glues to the word
      end_line();
      begin_line(hanging_, hanging_);
    } else if (space && !fresh_) {
      output_.write(" ");
      ++at_;
    }
    put(word, look);
    space = false;
    at = end;
  }
  if (space && !fresh_ && at_ < columns_) {
    output_.write(" ");
    ++at_;
  }
  return *this;
}

Page& Page::tab(int column) {
  const int spaces = std::max(1, column - at_);
  output_.write(std::string(static_cast<size_t>(spaces), ' '));
  at_ += spaces;
  fresh_ = true;
  return *this;
}

Page& Page::add_ending_at(int column, std::string_view word, Look look) {
  tab(column - columns_of(word));
  put(word, look);
  return *this;
}

void Page::begin_line(int indent, int hanging) {
  output_.write(std::string(static_cast<size_t>(indent), ' '));
  at_ = indent;
  hanging_ = hanging;
  fresh_ = true;
}

void Page::end_line() {
  output_.write("\n");
  at_ = 0;
}

void Page::line(std::string_view text, Look look, int indent) {
  begin_line(indent, indent);
  add(text, look);
  end_line();
}

}  // namespace faultline
