// Where a report is written to, piece by piece, so that it never has to be in memory as a whole.
//
//   StringOutput output;
//   write_report(input, ReportFormat::Json, output);
//   use(output.text());
#pragma once

#include <string>
#include <string_view>

namespace faultline {

class Output {
 public:
  virtual ~Output() = default;
  virtual void write(std::string_view text) = 0;
};

class StringOutput final : public Output {
 public:
  void write(std::string_view text) override { text_ += text; }
  const std::string& text() const { return text_; }
  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace faultline
