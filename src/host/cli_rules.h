// `faultline rules`: every rule with its reason, so that nothing the analysis does is hidden.
//
//   list_rules(rules, ReportFormat::Text, out);
#pragma once

#include "report/report.h"

namespace faultline {

// ReportFormat::Json lists {"id", "kind", "category", "pack", "why"} and the tables of the ledger's formula; any other the same for people.
void list_rules(const RuleSet& rules, ReportFormat format, Output& out);

}  // namespace faultline
