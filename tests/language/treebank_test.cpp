#include "language/treebank.h"

#include <doctest/doctest.h>

using namespace faultline;

namespace {

constexpr std::string_view kTwoSentences =
    "# newdoc id = a\n"
    "# text = Dar won't go.\n"
    "1\tDar\tDar\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n"
    "2-3\twon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\two\twill\tAUX\tMD\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tEntity=(1)|SpaceAfter=No\n"
    "1.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n"
    "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tSilence\tsilence\tNOUN\tNN\t_\t0\troot\t_\t_\n";

}  // namespace

TEST_CASE("the raw text has one space between sentences and an empty line between paragraphs") {
  const Result<Treebank> bank = parse_conllu(kTwoSentences);
  REQUIRE(bank.has_value());
  CHECK(bank->text == "Dar won't go. Why?\n\nSilence");
  CHECK(bank->blocks == std::vector<Span>{{0, 18}, {20, 27}});
  CHECK(bank->sentences == std::vector<Span>{{0, 13}, {14, 18}, {20, 27}});
  CHECK(bank->lengths == std::vector<uint32_t>{5, 2, 1});
  CHECK(bank->forms == "Dar wo n't go . Why ? Silence");
}

TEST_CASE("words of one token share its span; heads are indices of the whole treebank") {
  const Result<Treebank> bank = parse_conllu(kTwoSentences);
  REQUIRE(bank.has_value());
  CHECK(bank->words[1].shared);
  CHECK(bank->words[1].span == Span{4, 9});
  CHECK(bank->words[2].span == Span{4, 9});
  CHECK(!bank->words[3].shared);
  CHECK(bank->words[0].head == 3);
  CHECK(bank->words[3].head == UINT32_MAX);
  CHECK(bank->words[6].head == 5);
}

TEST_CASE("what is not CoNLL-U is an error that names its line") {
  struct Row { std::string_view bytes, where; };
  for (const Row& row : {Row{"just text\n", "line 1"},
                         {"# a\n2\ta\ta\tX\tFW\t_\t0\troot\t_\t_\n", "line 2"},
                         {"1\ta\ta\tX\tFW\t_\tx\troot\t_\t_\n", "line 1"},
                         {"1\ta\ta\tX\tFW\t_\t7\tdep\t_\t_\n\n", "line 2"}}) {
    const Result<Treebank> bank = parse_conllu(row.bytes);
    REQUIRE(!bank.has_value());
    CHECK(bank.error().where == row.where);
  }
}
