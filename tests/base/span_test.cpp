#include "base/span.h"

#include <doctest/doctest.h>

#include <vector>

#include "base/result.h"

using namespace faultline;

TEST_CASE("spans are half open") {
  const Span span{2, 5};
  CHECK(span.size() == 3);
  CHECK(text_of("0123456", span) == "234");
  CHECK(span.contains(2));
  CHECK_FALSE(span.contains(5));
  CHECK(span.contains(Span{2, 5}));
  CHECK_FALSE(span.overlaps({5, 6}));
  CHECK(span.overlaps({4, 9}));
  CHECK(hull({1, 2}, {4, 6}) == Span{1, 6});
}

TEST_CASE("in reading order an outer span precedes what it holds") {
  std::vector<Span> spans{{4, 6}, {0, 2}, {0, 9}, {4, 5}};
  std::sort(spans.begin(), spans.end());
  CHECK(spans == std::vector<Span>{{0, 9}, {0, 2}, {4, 6}, {4, 5}});
}

TEST_CASE("every error code has a name of its own") {
  CHECK(std::string(to_string(ErrorCode::BadEncoding)) == "bad-encoding");
  CHECK(std::string(to_string(ErrorCode::TooLarge)) == "too-large");
  CHECK(std::string(to_string(ErrorCode::NotFound)) == "not-found");
}
