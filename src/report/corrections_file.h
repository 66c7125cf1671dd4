// Corrections as a file that survives small edits of the article: "faultline.corrections/1".
//
//   write_corrections(subject, output);                                  // of a corrected analysis
//   Result<CorrectionsRead> read = read_corrections(json, article, analysis);
//
// Each correction names its finding by what was found, and points at its words with position, quote and context (text/anchor.h):
// {"schema","article":sha256,"corrections":[{"finding":"s3","label":"REJECTION","start","end","exact","prefix","suffix",
// "verdict":"none|accepted|rejected","relabel":"THREAT"?,"note":"…"?}]}. Positions are Unicode code points.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/correction.h"
#include "base/result.h"
#include "report/report.h"

namespace faultline {

void write_corrections(const ReportSubject& subject, Output& output);

struct CorrectionsRead {
  std::vector<Correction> corrections;  // at most one a finding of the analysis
  std::vector<std::string> lost;        // the words of those whose finding is there no longer
};

// Finds again what the file speaks of: the words by their anchor, and there the finding of the same sort, if there are several the
// one that was found as the same. BadRequest names the member that is not as expected; nothing is read then.
Result<CorrectionsRead> read_corrections(std::string_view json, const Article& article, const Analysis& analysis);

}  // namespace faultline
