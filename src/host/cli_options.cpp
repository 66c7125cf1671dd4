#include "host/cli_options.h"

#include <CLI/CLI.hpp>
#include <map>
#include <optional>

#include "base/version.h"

namespace faultline {
namespace {

// The exit code when there is nothing to do any more: bad usage, or the help or version that was asked for and printed.
// CLI11 reports by throwing; nothing of that leaves this file.
std::optional<int> parse(CLI::App& app, int argc, char** argv) {
  CLI11_PARSE(app, argc, argv);
  return std::nullopt;
}

CommandLine leave(int exit_code) {
  CommandLine line;
  line.exit_code = exit_code;
  return line;
}

CommandLine complain(const std::string& message) {
  std::fprintf(stderr, "faultline: %s\nRun with --help for more information.\n", message.c_str());
  return leave(kBadUsage);
}

const std::map<std::string, ArticleFormat> kInputs = {{"auto", ArticleFormat::Auto},
                                                      {"text", ArticleFormat::Text},
                                                      {"markdown", ArticleFormat::Markdown},
                                                      {"json", ArticleFormat::Json}};

}  // namespace

CommandLine parse_command_line(int argc, char** argv) {
  CLI::App app("Finds the disputed issues in a news article and the trust signals between its parties.", "faultline");
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("faultline ") + core_version(), "Print the version and leave");

  CommandLine line;
  std::string format, syntax_format, input = "auto";
  CLI::App* analyze = app.add_subcommand("analyze", "Analyse articles and print what was found");
  analyze->add_option("FILE", line.files, "Articles; - is standard input")->type_name("");
  analyze->add_option("--format", format, std::string(kReportFormats) + " (default: text; with --jsonl: json)")
      ->check(CLI::IsMember({"json", "jsonld", "csv", "text", "md", "html"}))->type_name("NAME");
  analyze->add_option("--input", input, "auto, text, markdown or json (default: auto; with --jsonl: text)")
      ->check(CLI::IsMember({"auto", "text", "markdown", "json"}))->type_name("NAME");
  analyze->add_flag("--jsonl", line.json_lines, "Read {\"id\", \"text\"} a line, print one report a line");
  analyze->add_flag("--explain", line.explain, "Tell with each signal its rule and question, and what was not marked and why (text; json always does)");
  analyze->footer("Several files: json and jsonld print one document a line (json with the file's name as \"id\"), csv one\n"
                  "table with a first column \"article\".");

  CLI::App* compare = app.add_subcommand("compare", "Set two or more articles side by side: issues, whose words, what passes between the parties");
  compare->add_option("FILE", line.files, "Articles, two or more")->required()->expected(2, -1)->type_name("");
  compare->add_option("--format", format, "text or json (default: text)")->check(CLI::IsMember({"text", "json"}))->type_name("NAME");
  compare->add_option("--input", input, "auto, text, markdown or json (default: auto)")
      ->check(CLI::IsMember({"auto", "text", "markdown", "json"}))->type_name("NAME");
  CLI::App* rules = app.add_subcommand("rules", "List the rules with their reasons");
  rules->add_option("--format", format, "text or json (default: text)")->check(CLI::IsMember({"text", "json"}))->type_name("NAME");
  CLI::App* syntax = app.add_subcommand("parse", "Print the words, tags, lemmas and dependency trees of a text");
  syntax->add_option("FILE", line.files, "Articles; - is standard input")->required()->type_name("");
  syntax->add_option("--format", syntax_format, "text or conllu (default: text)")->check(CLI::IsMember({"text", "conllu"}))->type_name("NAME");
  syntax->add_flag("--evaluate", line.evaluate, "The files are treebanks in CoNLL-U: measure against them, as the CoNLL 2018 shared task does");
  for (CLI::App* command : {analyze, compare, syntax})
    command->add_option("--model", line.model_file, "Use this language model, not the built-in one")->type_name("FILE");
  for (CLI::App* command : {analyze, compare, rules})
    command->add_option("--rules", line.rules_folder, "Use the rule packs (*.json) of this folder, not the built-in ones")
        ->type_name("DIR");

  if (const std::optional<int> code = parse(app, argc, argv)) return leave(*code == 0 ? 0 : kBadUsage);
  if (syntax->parsed()) {
    line.verb = Verb::Parse;
    line.conllu = syntax_format == "conllu";
  } else if (rules->parsed()) {
    line.verb = Verb::Rules;
  } else if (compare->parsed()) {
    line.verb = Verb::Compare;
    line.input = kInputs.at(input);
  } else if (analyze->parsed()) {
    line.verb = Verb::Analyze;
    line.input = kInputs.at(input);
    if (line.json_lines) {
      if (!format.empty() && format != "json") return complain("--jsonl prints json; --format " + format + " does not go with it");
      if (line.files.size() > 1) return complain("--jsonl reads one file, or standard input");
      if (line.files.empty()) line.files = {"-"};
      if (input == "auto") line.input = ArticleFormat::Text;
      format = "json";
    }
    if (line.explain && !format.empty() && format != "text" && format != "json") return complain("--explain goes with text and json, not with " + format);
    if (line.files.empty()) return complain("analyze wants a file, or - for standard input");
  }
  if (!format.empty()) line.format = *find_report_format(format);
  return line;
}

}  // namespace faultline
