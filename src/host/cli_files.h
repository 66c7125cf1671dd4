// Files and standard streams for the command.
//
//   Result<std::string> bytes = read_whole_file("-");   // "-" is standard input
//   StreamOutput out(stdout);
//   write_report(subject, format, out);
//   if (out.has_failed()) ...                            // the pipe was closed, the disk is full
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "base/result.h"
#include "report/output.h"

namespace faultline {

// Errors: NotFound with the system's reason; TooLarge beyond `limit` bytes.
Result<std::string> read_whole_file(const std::string& path, size_t limit);

// The files in a folder whose names end in ".json", in the order of their names. Errors: NotFound.
Result<std::vector<std::string>> find_json_files(const std::string& folder);

class StreamOutput final : public Output {
 public:
  explicit StreamOutput(std::FILE* stream) : stream_(stream) {}
  void write(std::string_view text) override;
  void flush();
  bool has_failed() const { return error_ != 0; }
  // What went wrong; empty for a closed pipe, which is how a reader says "enough".
  std::string complaint() const;

 private:
  std::FILE* stream_;
  int error_ = 0;
};

}  // namespace faultline
