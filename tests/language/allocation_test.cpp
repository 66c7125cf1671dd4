// After its first texts the parser allocates nothing: a page can parse at every keystroke without feeding the allocator.
#include <cstdlib>
#include <new>
#include <string>

#include "language/english_model.h"
#include "language/parser.h"

namespace {
size_t allocations = 0;

void* count_and_allocate(size_t size) {
  ++allocations;
  return std::malloc(size);
}
}  // namespace

// All forms, so that none of them meets the sanitizers' own.
void* operator new(size_t size) { return count_and_allocate(size); }
void* operator new[](size_t size) { return count_and_allocate(size); }
void* operator new(size_t size, const std::nothrow_t&) noexcept { return count_and_allocate(size); }
void* operator new[](size_t size, const std::nothrow_t&) noexcept { return count_and_allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

using namespace faultline;

TEST_CASE("a second reading of the same text allocates nothing") {
  const std::string text =
      "The dockers' union on Monday rejected the port authority's offer, saying that it hadn't been asked, a spokeswoman told reporters. "
      "“We were told nothing. We will not sign,” its chairwoman, Ana Orr, said in an extraordinarily long-winded statement at 5 p.m. on Feb. 3.";
  const Span block{0, static_cast<uint32_t>(text.size())};
  Parser parser(english_model());
  Syntax syntax;
  parser.parse(text, {&block, 1}, syntax);
  const size_t before = allocations;
  parser.parse(text, {&block, 1}, syntax);
  const size_t after = allocations;
  CHECK(before > 0);
  CHECK(after == before);
  CHECK(syntax.words().size() > 40);
}
