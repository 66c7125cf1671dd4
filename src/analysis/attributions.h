// Finds who says what in one sentence: the source, the cue and the content of each report.
//
//   for (const Report& report : find_reports(reading, cast, quotes, sentence)) use(report.content);
//
// The word lists say which words are cues and what they must govern; the tree says who stands as source (cue_sources.h)
// and what as content (cue_contents.h). Who a source is, is decided in voices.cpp, which sees the sentences before.
#pragma once

#include <vector>

#include "analysis/parties.h"
#include "analysis/reading.h"
#include "analysis/token_range.h"
#include "analysis/voices.h"

namespace faultline {

enum class ReportKind : uint8_t {
  Clause,  // the content is somebody's words
  Matter,  // the content is what they are about: "condemned the raid", "pledged to return"; the words are the writer's
};

struct Report {
  TokenRange source, cue, content;   // the source may be empty
  uint32_t head = UINT32_MAX;        // the token that governs the source, if there is one
  const Mention* speaker = nullptr;  // the mention in the source, if there is one
  ReportKind kind = ReportKind::Clause;
  Commitment commitment = Commitment::Neutral;
};

// What stands in quotation marks, by token: −1 outside, else an index into the quotes.
std::vector<int32_t> mark_quotes(const Reading& reading, const std::vector<QuotedSpan>& quotes);

std::vector<Report> find_reports(const Reading& reading, const Cast& cast, const std::vector<int32_t>& quoted, uint32_t sentence);

}  // namespace faultline
