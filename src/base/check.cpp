#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace faultline {

void fail_check(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "faultline: %s:%d: this must hold and does not: %s\n", file, line, condition);
  std::abort();
}

}  // namespace faultline
