#include "report/report.h"

namespace faultline {

std::optional<ReportFormat> find_report_format(std::string_view name) {
  if (name == "json") return ReportFormat::Json;
  if (name == "jsonld") return ReportFormat::JsonLd;
  if (name == "csv") return ReportFormat::Csv;
  if (name == "text") return ReportFormat::Text;
  if (name == "md") return ReportFormat::Markdown;
  if (name == "html") return ReportFormat::Html;
  return std::nullopt;
}

void write_report(const ReportSubject& subject, ReportFormat format, Output& output, const ReportOptions& options) {
  switch (format) {
    case ReportFormat::Json: return write_json_report(subject, output, options);
    case ReportFormat::JsonLd: return write_web_annotations(subject, output, options);
    case ReportFormat::Csv: return write_csv(subject, output, options);
    case ReportFormat::Text: return write_summary(subject, output, options);
    case ReportFormat::Markdown: return write_markdown(subject, output);
    case ReportFormat::Html: return write_html(subject, output);
  }
}

}  // namespace faultline
