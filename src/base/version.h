// The version of the core, as reports and `faultline --version` name it.
//
//   std::printf("faultline %s\n", core_version());   // "0.1.0"
#pragma once

namespace faultline {

const char* core_version();

}  // namespace faultline
