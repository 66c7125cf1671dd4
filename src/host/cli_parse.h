// `faultline parse`: the words, tags, lemmas and trees of a text, or how well they agree with a treebank.
//
//   int exit_code = run_parse(line, parser, out);
//
// Text: one word a line in columns for people. CoNLL-U: universaldependencies.org/format.html, with the features that
// morphology.h knows. Evaluation: the figures of the CoNLL 2018 shared task, on the treebank's words and on raw text.
#pragma once

#include "host/cli_options.h"
#include "report/output.h"

namespace faultline {

class Parser;  // language/parser.h

// Returns the exit code; complaints are on standard error.
int run_parse(const CommandLine& line, Parser& parser, Output& out);

}  // namespace faultline
