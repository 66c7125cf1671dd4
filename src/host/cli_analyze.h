// `faultline analyze`: articles in, reports out.
//
//   int exit_code = analyze_files(line, rules, parser, out);
#pragma once

#include "host/cli_files.h"
#include "host/cli_options.h"

namespace faultline {

class Parser;  // language/parser.h

// Every file is tried; a message for each that failed is on standard error, and the code is kBadInput then.
int analyze_files(const CommandLine& line, const RuleSet& rules, Parser& parser, StreamOutput& out);

// Two or more articles side by side; one that cannot be read ends it with kBadInput.
int compare_files(const CommandLine& line, const RuleSet& rules, Parser& parser, StreamOutput& out);

// One record a line in, one report or {"id", "error"} a line out, in the same order.
int analyze_lines(const CommandLine& line, const RuleSet& rules, Parser& parser, StreamOutput& out);

}  // namespace faultline
