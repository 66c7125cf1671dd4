// Analyses an article in slices, for a page that must stay responsive.
//
//   AnalysisRun run(article, parser, rules);
//   while (!run.advance(400)) show(run.progress());
//   Analysis analysis = run.take();
//
// Slices of any size give the same analysis, that of analyze() in analysis.h.
#pragma once

#include <optional>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/entities.h"
#include "analysis/parties.h"
#include "analysis/reading.h"
#include "analysis/rule_matches.h"
#include "analysis/signals.h"
#include "analysis/voices.h"
#include "language/parser.h"
#include "language/trees.h"

namespace faultline {

class AnalysisRun {
 public:
  enum class Stage : uint8_t { Parse, Words, Names, Parties, Voices, Matches, Signals, Issues, Summary, Done };

  // Everything given must outlive the run, and until it is done no other text may be given to the parser. An article that is
  // not served (analysis.h) needs no parser.
  AnalysisRun(const Article& article, Parser* parser, const RuleSet& rules);
  AnalysisRun(const Article& article, const Syntax& syntax, const RuleSet& rules);
  AnalysisRun(const AnalysisRun&) = delete;  // its parts point at each other
  AnalysisRun& operator=(const AnalysisRun&) = delete;

  // Does the next piece of work: parses at least `words` words while there are any, then goes on with one stage of the
  // analysis for about as long as that would take, and never for more words than were last parsed at once: whoever asks
  // for twice as many after each short piece would ask too much of the first long one. True when there is nothing left to do.
  bool advance(uint32_t words);
  Stage stage() const { return stage_; }  // that the next piece belongs to
  double progress() const;  // 0 to 1, by the work that each stage is
  Analysis take() { return std::move(analysis_); }  // requires that advance has returned true

 private:
  bool parse(uint32_t words);
  Work find_all();  // from Words on
  void end_stage();
  Work sum_up();

  const Article& article_;
  Parser* parser_ = nullptr;
  const RuleSet& rules_;
  Stage stage_ = Stage::Words;
  uint32_t pace_ = UINT32_MAX;  // words parsed at once

  std::vector<Span> sentences_;
  Syntax syntax_;  // of the last slice: the trees take it over bit by bit
  Trees trees_;
  std::optional<Reading> reading_;
  Cast cast_;
  Voices voices_;
  double share_matched_ = 0;
  RuleMatches matches_;
  SignalsFound found_;
  Analysis analysis_;
  Work work_ = find_all();  // last: it uses all of the above
};

}  // namespace faultline
