// After its first texts the parser allocates nothing: a page can parse at every keystroke without feeding the allocator. And
// what it allocates before is little.
#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <string>

#include "language/english_model.h"
#include "language/parser.h"

namespace {
size_t allocations = 0, live_bytes = 0, most_bytes = 0;

void* count_and_allocate(size_t size) {
  ++allocations;
  void* memory = std::malloc(size);
  live_bytes += malloc_usable_size(memory);
  most_bytes = std::max(most_bytes, live_bytes);
  return memory;
}

void count_and_free(void* memory) {
  live_bytes -= malloc_usable_size(memory);
  std::free(memory);
}
}  // namespace

// All forms, so that none of them meets the sanitizers' own.
void* operator new(size_t size) { return count_and_allocate(size); }
void* operator new[](size_t size) { return count_and_allocate(size); }
void* operator new(size_t size, const std::nothrow_t&) noexcept { return count_and_allocate(size); }
void* operator new[](size_t size, const std::nothrow_t&) noexcept { return count_and_allocate(size); }
void operator delete(void* memory) noexcept { count_and_free(memory); }
void operator delete[](void* memory) noexcept { count_and_free(memory); }
void operator delete(void* memory, size_t) noexcept { count_and_free(memory); }
void operator delete[](void* memory, size_t) noexcept { count_and_free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { count_and_free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { count_and_free(memory); }

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

TEST_CASE("an article of 450 words takes less than 12 MB over the model") {
  std::string text;
  for (int i = 0; i < 18; ++i)
    text += "The union on Monday rejected the port authority's offer of talks, saying that it had not been asked about the "
            "longer shifts, a spokeswoman told reporters in Tarn. ";
  const Span block{0, static_cast<uint32_t>(text.size())};
  english_model();
  const size_t before = live_bytes;
  most_bytes = live_bytes;
  Parser parser(english_model());
  Syntax syntax;
  parser.parse(text, {&block, 1}, syntax);
  CHECK(syntax.words().size() > 450);
  CHECK(most_bytes - before > 0);
  CHECK(most_bytes - before < size_t{12} << 20);
  MESSAGE("bytes at the peak: ", most_bytes - before);
}
