#include "host/cli_lines.h"

#include <nlohmann/json.hpp>

#include "report/json_writer.h"
#include "text/utf8.h"

namespace faultline {
namespace {

using nlohmann::json;

constexpr int kDeepest = 64;

// Keeps "id" and "text" of the outermost object and builds nothing of the rest.
class Listener {
 public:
  explicit Listener(std::string& id) : id_(id) {}

  bool null() { return is_passed_over() || refuse("null"); }
  bool boolean(bool) { return is_passed_over() || refuse("a boolean"); }
  bool number_integer(int64_t value) { return take_number(std::to_string(value)); }
  bool number_unsigned(uint64_t value) { return take_number(std::to_string(value)); }
  bool number_float(double, const std::string& written) { return take_number(written); }
  bool binary(json::binary_t&) { return false; }
  bool start_object(size_t) { return enter("an object"); }
  bool start_array(size_t) { return enter("an array"); }
  bool end_object() { return --depth_, true; }
  bool end_array() { return --depth_, true; }

  bool string(std::string& value) {
    if (is_passed_over()) return true;
    if (depth_ == 0) return refuse("a string");
    if (key_ == "text") {
      text_ = std::move(value);
      has_text_ = true;
    } else {
      StringOutput output;
      { JsonWriter(output, JsonLayout::Compact).string(value); }
      id_ = std::move(output).take();
    }
    return true;
  }

  bool key(std::string& name) {
    if (depth_ == 1) key_ = name;
    return true;
  }

  bool parse_error(size_t position, const std::string&, const json::exception&) {
    error_ = {ErrorCode::BadRequest, "the line is not JSON; expected {\"id\", \"text\"}", "byte " + std::to_string(position)};
    return false;
  }

  Result<Record> finish(bool read) {
    if (!read) return std::unexpected(error_);
    if (!has_text_) return make_error(ErrorCode::BadRequest, "the line has no \"text\"; expected {\"id\", \"text\"}", "/text");
    return Record{id_, std::move(text_)};
  }

 private:
  bool is_passed_over() const { return depth_ > 1 || (depth_ == 1 && key_ != "id" && key_ != "text"); }

  bool refuse(const char* found) {
    const char* expected = depth_ == 0 ? "{\"id\", \"text\"}" : key_ == "text" ? "a string" : "a string or a number";
    error_ = {ErrorCode::BadRequest, std::string("found ") + found + "; expected " + expected, depth_ == 0 ? "/" : "/" + key_};
    return false;
  }

  bool enter(const char* found) {
    const bool document = depth_ == 0 && found[3] == 'o';
    if (!document && !is_passed_over()) return refuse(found);
    if (++depth_ <= kDeepest) return true;
    error_ = {ErrorCode::BadRequest, "the line is nested deeper than " + std::to_string(kDeepest) + " levels", "/" + key_};
    return false;
  }

  bool take_number(std::string written) {
    if (is_passed_over()) return true;
    if (depth_ == 0 || key_ == "text") return refuse("a number");
    id_ = std::move(written);
    return true;
  }

  std::string& id_;
  std::string key_, text_;
  bool has_text_ = false;
  int depth_ = 0;
  Error error_;
};

}  // namespace

Result<Record> parse_record(std::string_view line, std::string& id) {
  id.clear();
  if (auto bad = find_invalid_utf8(line))
    return make_error(ErrorCode::BadEncoding, "the line is not UTF-8", "byte " + std::to_string(*bad));
  Listener listener(id);
  const bool read = json::sax_parse(line.begin(), line.end(), &listener);
  return listener.finish(read);
}

bool LineReader::next() {
  line_.clear();
  too_long_ = false;
  bool any = false;
  for (;;) {
    if (at_ == buffer_.size()) {
      buffer_.resize(64u << 10);
      buffer_.resize(std::fread(buffer_.data(), 1, buffer_.size(), stream_));
      at_ = 0;
      if (buffer_.empty()) break;
    }
    any = true;
    const size_t end = buffer_.find('\n', at_);
    const std::string_view piece = std::string_view(buffer_).substr(at_, end == std::string::npos ? end : end - at_);
    if (line_.size() + piece.size() <= kLongestLine) line_ += piece;
    else too_long_ = true;
    at_ = end == std::string::npos ? buffer_.size() : end + 1;
    if (end != std::string::npos) break;
  }
  if (line_.ends_with('\r')) line_.pop_back();
  if (any) ++number_;
  return any;
}

}  // namespace faultline
