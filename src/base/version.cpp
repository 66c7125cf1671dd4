#include "base/version.h"

namespace faultline {

const char* core_version() { return FAULTLINE_VERSION; }  // from CMakeLists.txt

}  // namespace faultline
