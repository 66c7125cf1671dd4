#include "report/json_writer.h"

#include "base/check.h"

namespace faultline {

constexpr size_t kBufferSize = 32u << 10;

void JsonWriter::put(char c) { buffer_ += c; }

void JsonWriter::put(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferSize) flush();
}

void JsonWriter::flush() {
  if (!buffer_.empty()) output_.write(buffer_);
  buffer_.clear();
}

// The document breaks lines between its members, and so do its own lists; all that is deeper stays on the line.
bool JsonWriter::breaks_lines() const {
  if (layout_ == JsonLayout::Compact) return false;
  return brackets_.size() == 1 || (brackets_.size() == 2 && brackets_[1] == '[');
}

void JsonWriter::break_line(int depth) {
  put('\n');
  buffer_.append(static_cast<size_t>(depth) * 2, ' ');
}

void JsonWriter::begin_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (brackets_.empty()) return;
  if (has_value_) put(',');
  if (breaks_lines()) break_line(static_cast<int>(brackets_.size()));
  else if (has_value_ && layout_ == JsonLayout::Lines) put(' ');
  has_value_ = true;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  FL_CHECK(!brackets_.empty() && brackets_.back() == '{' && !after_key_);
  string(name);
  put(layout_ == JsonLayout::Compact ? ":" : ": ");
  after_key_ = true;
  return *this;
}

void JsonWriter::open(char bracket) {
  begin_value();
  put(bracket);
  brackets_ += bracket;
  has_value_ = false;
}

void JsonWriter::close(char bracket) {
  FL_CHECK(!brackets_.empty() && !after_key_);
  if (has_value_ && breaks_lines()) break_line(static_cast<int>(brackets_.size()) - 1);
  brackets_.pop_back();
  put(std::string_view(&bracket, 1));
  has_value_ = true;
}

void JsonWriter::string(std::string_view text) {
  begin_value();
  put('"');
  size_t plain = 0;  // start of the stretch that needs no escape
  for (size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    put(text.substr(plain, at - plain));
    plain = at + 1;
    constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
      case '"': put("\\\""); break;
      case '\\': put("\\\\"); break;
      case '\n': put("\\n"); break;
      case '\r': put("\\r"); break;
      case '\t': put("\\t"); break;
      default: {
        const char escape[] = {'\\', 'u', '0', '0', kHex[c >> 4], kHex[c & 15]};
        put(std::string_view(escape, sizeof escape));
      }
    }
  }
  put(text.substr(plain));
  put('"');
}

void JsonWriter::number(int64_t value) {
  begin_value();
  put(std::to_string(value));
}

void JsonWriter::hundredths(int64_t value) {
  begin_value();
  put(to_decimal(value));
}

void JsonWriter::boolean(bool value) {
  begin_value();
  put(value ? "true" : "false");
}

void JsonWriter::null() {
  begin_value();
  put("null");
}

void JsonWriter::raw(std::string_view json) {
  begin_value();
  put(json);
}

std::string to_decimal(int64_t hundredths) {
  const uint64_t size = hundredths < 0 ? 0 - static_cast<uint64_t>(hundredths) : static_cast<uint64_t>(hundredths);
  std::string digits = std::to_string(size);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  digits.insert(digits.size() - 2, ".");
  return hundredths < 0 ? "-" + digits : digits;
}

}  // namespace faultline
