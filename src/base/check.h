// FL_CHECK stops the program at a broken promise of our own code; bad input is never one (see result.h).
//
//   FL_CHECK(span.end <= text.size());
#pragma once

namespace faultline {

[[noreturn]] void fail_check(const char* condition, const char* file, int line);

}  // namespace faultline

#define FL_CHECK(condition) \
  ((condition) ? (void)0 : ::faultline::fail_check(#condition, __FILE__, __LINE__))
