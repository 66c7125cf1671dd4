// What a person has said about the findings, step by step, so that it can be taken back and made again.
//
//   Corrections corrections = correct({}, {{.finding = {false, 2}, .verdict = Verdict::Rejected}});
//   corrections = undo(corrections);
//   std::vector<Correction> list = current(corrections);   // one a finding that has any
//
// Each step holds all that is said about its finding from then on; nothing is ever changed in place.
#pragma once

#include <vector>

#include "analysis/correction.h"

namespace faultline {

struct CorrectionStep {
  Correction correction;
  bool is_joined = false;  // to the step before: both are undone as one
  bool operator==(const CorrectionStep&) const = default;
};

struct Corrections {
  std::vector<CorrectionStep> steps;
  size_t done = 0;  // of the steps; those behind can be made again
  bool operator==(const Corrections&) const = default;
  bool can_undo() const { return done > 0; }
  bool can_redo() const { return done < steps.size(); }
};

// All of `added` as one; what was undone before is forgotten.
Corrections correct(Corrections corrections, const std::vector<Correction>& added);
Corrections undo(Corrections corrections);  // the same when there is nothing to undo
Corrections redo(Corrections corrections);

Correction current_of(const Corrections& corrections, FindingId finding);  // empty when nothing is said about it
std::vector<Correction> current(const Corrections& corrections);

}  // namespace faultline
