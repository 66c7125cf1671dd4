// Writes JSON as it is told, the same bytes for the same calls: no tree, no sorting, no floating point.
//
//   JsonWriter json(output, JsonLayout::Compact);
//   json.open_object();
//   json.key("weight").hundredths(-250);   // {"weight":-2.50
//   json.close_object();
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/output.h"

namespace faultline {

enum class JsonLayout : uint8_t {
  Compact,  // one line without spaces
  Lines,    // one line a member of the document, one line an element of its lists: to read and to compare
};

// A number of hundredths with two places: −250 is "-2.50".
std::string to_decimal(int64_t hundredths);

class JsonWriter {
 public:
  JsonWriter(Output& output, JsonLayout layout) : output_(output), layout_(layout) {}
  ~JsonWriter() { flush(); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }
  JsonWriter& key(std::string_view name);  // then exactly one value

  void string(std::string_view text);  // requires valid UTF-8
  void number(int64_t value);
  void hundredths(int64_t value);  // −250 as -2.50: always two places
  void boolean(bool value);
  void null();
  void raw(std::string_view json);  // one JSON value as it is

 private:
  void open(char bracket);
  void close(char bracket);
  void begin_value();
  void break_line(int depth);
  bool breaks_lines() const;
  void put(char c);
  void put(std::string_view text);
  void flush();

  Output& output_;
  JsonLayout layout_;
  std::string buffer_;
  std::string brackets_;   // the open ones, outermost first
  bool has_value_ = false;  // the innermost container has one already
  bool after_key_ = false;
};

}  // namespace faultline
