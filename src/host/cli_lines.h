// Reads records a line: {"id": …, "text": "…"}, other members passed over.
//
//   LineReader lines(stdin);
//   while (lines.next()) {
//     Result<Record> record = parse_record(lines.line());
//     ...
//   }
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "base/result.h"

namespace faultline {

struct Record {
  std::string id;  // as JSON: "\"a1\"", "17"; empty when the line has none
  std::string text;
};

// Errors: BadRequest with what is wrong and, in `where`, the member or byte. `id` is set as far as it was read.
// Nothing of the other members is kept.
Result<Record> parse_record(std::string_view line, std::string& id);

// Lines of any stream in a buffer that is used again: memory is that of the longest line.
class LineReader {
 public:
  explicit LineReader(std::FILE* stream) : stream_(stream) {}

  bool next();  // false at the end
  std::string_view line() const { return line_; }  // without its end; cut when is_too_long()
  bool is_too_long() const { return too_long_; }   // over kLongestLine bytes; the rest was passed over
  size_t number() const { return number_; }        // from 1
  bool has_failed() const { return std::ferror(stream_) != 0; }

  static constexpr size_t kLongestLine = size_t{128} << 20;  // an article of kMaxArticleBytes, escaped

 private:
  std::FILE* stream_;
  std::string buffer_;
  size_t at_ = 0;
  std::string line_;
  bool too_long_ = false;
  size_t number_ = 0;
};

}  // namespace faultline
