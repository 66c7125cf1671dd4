// Finds who says what in one sentence: the source, the cue and the content of each report.
//
//   for (const Report& report : find_reports(reading, cast, quotes, sentence)) use(report.content);
//
// Four shapes: "X said that …", "…, X said", "…, said X", "according to X, …". Sources are mentions, pronouns or nouns
// like "officials"; who they are is decided in voices.cpp, which sees the sentences before.
#pragma once

#include <vector>

#include "analysis/parties.h"
#include "analysis/reading.h"
#include "analysis/token_range.h"
#include "analysis/voices.h"

namespace faultline {

struct Report {
  TokenRange source, cue, content;
  const Mention* speaker = nullptr;  // the mention in the source, if there is one
  Commitment commitment = Commitment::Neutral;
};

// What stands in quotation marks, by token: −1 outside, else an index into the quotes.
std::vector<int32_t> mark_quotes(const Reading& reading, const std::vector<QuotedSpan>& quotes);

std::vector<Report> find_reports(const Reading& reading, const Cast& cast, const std::vector<int32_t>& quoted, uint32_t sentence);

}  // namespace faultline
