// Writes the trust curve as the page reads it (faultline.h, fl_layout of FL_CURVE).
//
//   std::string answer = to_answer(to_curve_value(reader, 340));
#pragma once

#include <string>

#include "reader/reader.h"

namespace faultline {

std::string to_curve_value(Reader& reader, float width);

}  // namespace faultline
