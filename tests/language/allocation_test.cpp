// After its first texts the parser allocates nothing: a page can parse at every keystroke without feeding the allocator.
#include <cstdlib>
#include <new>
#include <string>

#include "language/english_model.h"
#include "language/parser.h"

namespace {
size_t allocations = 0;
}

void* operator new(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }

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
  CHECK(before > 0);
  CHECK(allocations - before == 0);
  CHECK(syntax.words().size() > 40);
}
