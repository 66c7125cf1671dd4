// The command `faultline`: the core for a terminal, a script, a pipeline.
//
//   faultline analyze article.txt --format text
//   faultline analyze --jsonl < articles.jsonl > reports.jsonl
//   faultline compare monday.txt tuesday.txt
//   faultline rules
//   faultline parse article.txt --format conllu
//
// Exit codes: 0, 1 (bad input or output; the message is on standard error), 2 (bad usage).
#include <csignal>
#include <cstdio>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "host/cli_analyze.h"
#include "host/cli_files.h"
#include "host/cli_options.h"
#include "host/cli_parse.h"
#include "host/cli_rules.h"
#include "language/embedded_language_model.h"
#include "language/model.h"
#include "language/parser.h"

namespace faultline {
namespace {

constexpr size_t kMaxPackBytes = 8u << 20;
constexpr size_t kMaxModelBytes = 64u << 20;

Result<RuleSet> read_rules(const std::string& folder) {
  if (folder.empty()) return load_rules(builtin_packs());
  const Result<std::vector<std::string>> files = find_json_files(folder);
  if (!files) return std::unexpected(files.error());
  if (files->empty()) return make_error(ErrorCode::NotFound, "the folder has no rule pack; expected files *.json", folder);
  std::vector<std::string> texts;
  for (const std::string& file : *files) {
    Result<std::string> text = read_whole_file(file, kMaxPackBytes);
    if (!text) return std::unexpected(text.error());
    texts.push_back(std::move(*text));
  }
  std::vector<RulePack> packs;
  for (size_t i = 0; i < texts.size(); ++i) packs.push_back({(*files)[i], texts[i]});
  return load_rules(packs);
}

// `bytes` must outlive the model.
Result<LanguageModel> read_model(const std::string& file, std::string& bytes) {
  if (file.empty()) return parse_language_model(embedded_language_model().front().text);
  Result<std::string> read = read_whole_file(file, kMaxModelBytes);
  if (!read) return std::unexpected(read.error());
  bytes = std::move(*read);
  return parse_language_model(bytes);
}

void complain(const Error& error) {
  std::fprintf(stderr, "faultline: %s%s%s\n", error.where.c_str(), error.where.empty() ? "" : ": ", error.message.c_str());
}

int run_with_model(const CommandLine& line, const RuleSet* rules, StreamOutput& out) {
  std::string model_bytes;
  const Result<LanguageModel> model = read_model(line.model_file, model_bytes);
  if (!model) {
    complain(model.error());
    return kBadInput;
  }
  Parser parser(*model);
  if (line.verb == Verb::Parse) return run_parse(line, parser, out);
  if (line.verb == Verb::Compare) return compare_files(line, *rules, parser, out);
  return line.json_lines ? analyze_lines(line, *rules, parser, out) : analyze_files(line, *rules, parser, out);
}

int run_with_rules(const CommandLine& line, StreamOutput& out) {
  const Result<RuleSet> rules = read_rules(line.rules_folder);
  if (!rules) {
    complain(rules.error());
    return kBadInput;
  }
  if (line.verb == Verb::Rules) {
    list_rules(*rules, line.format, out);
    return 0;
  }
  return run_with_model(line, &*rules, out);
}

int run(int argc, char** argv) {
  const CommandLine line = parse_command_line(argc, argv);
  if (line.verb == Verb::Leave) return line.exit_code;
  StreamOutput out(stdout);
  const int exit_code = line.verb == Verb::Parse ? run_with_model(line, nullptr, out) : run_with_rules(line, out);
  out.flush();
  if (!out.has_failed()) return exit_code;
  const std::string complaint = out.complaint();
  if (!complaint.empty()) std::fprintf(stderr, "faultline: %s\n", complaint.c_str());
  return kBadInput;
}

}  // namespace
}  // namespace faultline

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // Large arrays go back to the system when they are freed; left to itself, glibc keeps up to 32 MB of each for later.
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
#endif
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of fwrite, which ends the work in good order
  return faultline::run(argc, argv);
}
