// Lays text out for a terminal: width in columns, wrapping, colour.
//
//   Page page(output, 80, /*colour=*/true);
//   page.paragraph("Kabul refused, and Islamabad waited.", {.indent = 4});
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/output.h"

namespace faultline {

// Columns that a terminal gives the text: none to combining marks, two to East Asian characters and emoji.
int columns_of(std::string_view text);

// ANSI looks; Plain writes no escape.
enum class Look : uint8_t { Plain, Bold, Dim, Issue, Eroding, Building };

class Page {
 public:
  Page(Output& output, int columns, bool colour);

  // A run of words in one look; glues to the run before it, and wraps at spaces to the indent of the line.
  Page& add(std::string_view text, Look look = Look::Plain);
  Page& tab(int column);  // fills with spaces up to a column, at least one
  Page& add_ending_at(int column, std::string_view word, Look look);  // for figures: flush right
  void begin_line(int indent, int hanging);  // the first line and the ones it wraps to
  void end_line();
  void line(std::string_view text, Look look = Look::Plain, int indent = 0);
  void gap() { output_.write("\n"); }
  int columns() const { return columns_; }
  int at() const { return at_; }  // columns used of this line

 private:
  void put(std::string_view word, Look look);

  Output& output_;
  int columns_;
  bool colour_;
  int at_ = 0;
  int hanging_ = 0;
  bool fresh_ = true;  // nothing but the indent stands in this line
};

}  // namespace faultline
