#include "text/folds.h"

#include <doctest/doctest.h>

using namespace faultline;

TEST_CASE("spellings of one word share a number, other words do not") {
  FoldTable folds;
  const uint32_t kabul = folds.intern("Kabul");
  CHECK(folds.intern("KABUL") == kabul);
  CHECK(folds.intern("Kabul’s") != kabul);
  CHECK(folds.find("kabul") == kabul);
  CHECK(folds.text_of(kabul) == "kabul");
  CHECK(folds.find("herat") == FoldTable::kNone);
  CHECK(FoldTable().find("kabul") == FoldTable::kNone);
}

TEST_CASE("numbers and texts stay while the table grows and moves") {
  FoldTable folds;
  for (int i = 0; i < 10000; ++i) REQUIRE(folds.intern("word" + std::to_string(i)) == static_cast<uint32_t>(i));
  const std::string_view before = folds.text_of(7);
  const FoldTable moved = std::move(folds);
  CHECK(before == "word7");
  CHECK(moved.size() == 10000);
  for (int i = 0; i < 10000; ++i) REQUIRE(moved.find("word" + std::to_string(i)) == static_cast<uint32_t>(i));
}
