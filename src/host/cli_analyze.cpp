#include "host/cli_analyze.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "analysis/comparison.h"
#include "host/cli_lines.h"
#include "language/parser.h"
#include "report/comparison_report.h"
#include "text/utf8.h"

namespace faultline {
namespace {

void complain(const std::string& where, const Error& error) {
  const std::string place = error.where.empty() || error.where == where ? "" : " (" + error.where + ")";
  std::fprintf(stderr, "faultline: %s: %s%s\n", where.c_str(), error.message.c_str(), place.c_str());
}

bool is_terminal() { return isatty(STDOUT_FILENO) != 0; }

int find_terminal_width() {
  winsize size = {};
  if (is_terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) return std::atoi(columns) > 0 ? std::atoi(columns) : 80;
  return 80;
}

// https://no-color.org: set and not empty means no colour.
bool wants_colour() {
  const char* refused = std::getenv("NO_COLOR");
  return is_terminal() && (refused == nullptr || *refused == '\0');
}

std::string to_json_string(std::string_view text) {
  StringOutput output;
  // A file name may be any bytes; a report is UTF-8.
  { JsonWriter(output, JsonLayout::Compact).string(find_invalid_utf8(text) ? "?" : text); }
  return std::move(output).take();
}

Result<Article> read_article(const std::string& file, ArticleFormat format) {
  Result<std::string> bytes = read_whole_file(file, kMaxArticleBytes);
  if (!bytes) return std::unexpected(bytes.error());
  return parse_article(*bytes, format);
}

// {"id":…,"error":{"code","message","where"}}
void write_error_line(Output& out, const std::string& id, const Error& error) {
  {
    JsonWriter json(out, JsonLayout::Compact);
    json.open_object();
    if (!id.empty()) json.key("id").raw(id);
    json.key("error").open_object();
    json.key("code").string(to_string(error.code));
    json.key("message").string(error.message);
    json.key("where").string(error.where);
    json.close_object();
    json.close_object();
  }
  out.write("\n");
}

}  // namespace

int analyze_files(const CommandLine& line, const RuleSet& rules, Parser& parser, StreamOutput& out) {
  const bool several = line.files.size() > 1;
  ReportOptions options;
  options.layout = several ? JsonLayout::Compact : JsonLayout::Lines;
  options.columns = find_terminal_width();
  options.colour = wants_colour();
  options.explain = line.explain;
  int exit_code = 0;
  for (const std::string& file : line.files) {
    const Result<Article> article = read_article(file, line.input);
    if (!article) {
      complain(file == "-" ? "standard input" : file, article.error());
      exit_code = kBadInput;
      continue;
    }
    const std::string id = several ? to_json_string(file) : std::string();
    options.id = id;
    if (several && line.format == ReportFormat::Text) out.write(file + "\n\n");
    write_report({*article, analyze(*article, parser, rules), rules}, line.format, out, options);
    if (several && line.format == ReportFormat::Text && &file != &line.files.back()) out.write("\n\n");
    options.csv_header = false;
    if (out.has_failed()) break;
  }
  return exit_code;
}

int compare_files(const CommandLine& line, const RuleSet& rules, Parser& parser, StreamOutput& out) {
  std::vector<Article> articles;
  articles.reserve(line.files.size());  // the comparison points at them
  for (const std::string& file : line.files) {
    Result<Article> article = read_article(file, line.input);
    if (!article) {
      complain(file == "-" ? "standard input" : file, article.error());
      return kBadInput;
    }
    articles.push_back(std::move(*article));
  }
  std::vector<Analysis> analyses;
  for (const Article& article : articles) analyses.push_back(analyze(article, parser, rules));
  std::vector<ComparedArticle> compared;
  std::vector<std::string> names;
  for (size_t i = 0; i < articles.size(); ++i) {
    compared.push_back({articles[i], analyses[i]});
    names.push_back(find_invalid_utf8(line.files[i]) ? "?" : line.files[i]);
  }
  ReportOptions options;
  options.columns = find_terminal_width();
  options.colour = wants_colour();
  write_comparison({compared, names, compare(compared, rules)}, line.format, out, options);
  return 0;
}

int analyze_lines(const CommandLine& line, const RuleSet& rules, Parser& parser, StreamOutput& out) {
  const bool is_stdin = line.files[0] == "-";
  std::FILE* stream = is_stdin ? stdin : std::fopen(line.files[0].c_str(), "rb");
  if (stream == nullptr) {
    std::perror(("faultline: " + line.files[0]).c_str());
    return kBadInput;
  }
  ReportOptions options;
  options.layout = JsonLayout::Compact;
  int exit_code = 0;
  std::string id;
  auto refuse = [&](size_t number, const Error& error) {
    complain("line " + std::to_string(number), error);
    write_error_line(out, id, error);
    exit_code = kBadInput;
  };
  LineReader lines(stream);
  while (!out.has_failed() && lines.next()) {
    if (lines.line().find_first_not_of(" \t") == std::string_view::npos) continue;
    id.clear();
    if (lines.is_too_long()) {
      refuse(lines.number(), {ErrorCode::TooLarge, "the line has more than " + std::to_string(LineReader::kLongestLine) + " bytes", ""});
      continue;
    }
    const Result<Record> record = parse_record(lines.line(), id);
    if (!record) {
      refuse(lines.number(), record.error());
      continue;
    }
    const Result<Article> article = parse_article(record->text, line.input);
    if (!article) {
      refuse(lines.number(), article.error());
      continue;
    }
    options.id = id;
    write_report({*article, analyze(*article, parser, rules), rules}, ReportFormat::Json, out, options);
  }
  if (lines.has_failed()) {
    std::fprintf(stderr, "faultline: cannot read on after line %zu\n", lines.number());
    exit_code = kBadInput;
  }
  if (!is_stdin) std::fclose(stream);
  return exit_code;
}

}  // namespace faultline
