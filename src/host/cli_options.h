// What the command line asks for.
//
//   CommandLine line = parse_command_line(argc, argv);   // complaints and help are printed already
//   if (line.verb == Verb::Leave) return line.exit_code;
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "article/article.h"
#include "report/report.h"

namespace faultline {

// Exit codes of the command.
inline constexpr int kBadInput = 1;  // the message is on standard error
inline constexpr int kBadUsage = 2;

enum class Verb : uint8_t { Leave, Analyze, Compare, Rules, Parse };

struct CommandLine {
  Verb verb = Verb::Leave;
  int exit_code = 0;  // for Leave
  std::vector<std::string> files;  // "-" is standard input
  ReportFormat format = ReportFormat::Text;
  ArticleFormat input = ArticleFormat::Auto;
  bool json_lines = false;
  bool explain = false;  // analyze: rules, questions and suppressed candidates besides
  std::string rules_folder;  // empty: the built-in packs
  bool conllu = false;       // parse: as CoNLL-U, not as columns
  bool evaluate = false;     // parse: the files are treebanks to measure against
  std::string model_file;    // empty: the built-in model
};

CommandLine parse_command_line(int argc, char** argv);

}  // namespace faultline
