// Writes what the core found in an article, in one of six forms.
//
//   StringOutput output;
//   write_report({article, analysis, rules}, ReportFormat::Json, output);
//
// Json is faultline.report/1 (web/schema/report.json), JsonLd a collection of W3C Web Annotations, Csv RFC 4180
// with one row a span of a finding, Text a summary for a terminal, Markdown the same for notes, Html the article itself with
// its marks, for mail, print and pages without script. All but Text are the same bytes for the same article on every machine.
// Positions are Unicode code points.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/analysis.h"
#include "article/article.h"
#include "report/json_writer.h"
#include "report/output.h"
#include "rules/rule_set.h"

namespace faultline {

enum class ReportFormat : uint8_t { Json, JsonLd, Csv, Text, Markdown, Html };
inline constexpr std::string_view kReportFormats = "json, jsonld, csv, text, md or html";

// "json", "jsonld", "csv", "text", "md", "html"; nothing for another name.
std::optional<ReportFormat> find_report_format(std::string_view name);

// What a report speaks of. All three must outlive the call.
struct ReportSubject {
  const Article& article;
  const Analysis& analysis;
  const RuleSet& rules;
};

struct ReportOptions {
  JsonLayout layout = JsonLayout::Lines;
  std::string_view id = {};  // the caller's own name for the article, as a JSON value: first member (json) or column (csv)
  bool csv_header = true;  // false for every article of a table but the first
  int columns = 80;     // of the terminal (text only)
  bool colour = false;  // ANSI colours (text only)
  bool explain = false;  // of each signal its rule and question, and what was suppressed and why (text only)
};

void write_report(const ReportSubject& subject, ReportFormat format, Output& output, const ReportOptions& options = {});

// The six forms, each in its own file.
void write_json_report(const ReportSubject& subject, Output& output, const ReportOptions& options);
void write_web_annotations(const ReportSubject& subject, Output& output, const ReportOptions& options);
void write_csv(const ReportSubject& subject, Output& output, const ReportOptions& options);
void write_summary(const ReportSubject& subject, Output& output, const ReportOptions& options);
void write_markdown(const ReportSubject& subject, Output& output);
void write_html(const ReportSubject& subject, Output& output);

}  // namespace faultline
