// Tells the papers, agencies and broadcasters among the names of an article by what they do in it: they are told things and report.
//
//   mark_outlets(reading, names).finish();   // "the minister told Varrpress": every Varrpress becomes NameKind::Outlet
//
// No list of names: an outlet that does anything else here ("Varrpress sued the ministry") is an organisation like others.
#pragma once

#include <vector>

#include "analysis/proper_names.h"
#include "base/work.h"

namespace faultline {

// Its costs are counted in names.
Work mark_outlets(const Reading& reading, std::vector<Name>& names);

}  // namespace faultline
