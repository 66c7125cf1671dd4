#include "language/evaluation.h"

#include <string>

#include "language/english_model.h"
#include "language/parser.h"

using namespace faultline;

namespace {

// Rows of "form lemma UPOS XPOS head relation"; an empty line ends a sentence.
std::string conllu_of(std::initializer_list<std::string_view> rows) {
  std::string text;
  int number = 0;
  for (const std::string_view row : rows) {
    if (row.empty()) {
      text += '\n';
      number = 0;
      continue;
    }
    std::vector<std::string> fields(1);
    for (const char c : row) c == ' ' ? void(fields.emplace_back()) : void(fields.back() += c);
    text += std::to_string(++number) + '\t' + fields[0] + '\t' + fields[1] + '\t' + fields[2] + '\t' + fields[3] + "\t_\t" + fields[4] + '\t' + fields[5] +
            "\t_\t_\n";
  }
  return text + '\n';
}

Evaluation evaluate_raw(std::string_view conllu) {
  const Result<Treebank> gold = parse_conllu(conllu);
  REQUIRE(gold.has_value());
  Parser parser(english_model());
  Syntax syntax;
  parser.parse(gold->text, gold->blocks, syntax);
  return evaluate(*gold, syntax, TextOf::Raw);
}

}  // namespace

TEST_CASE("agreement in everything is 1") {
  const Evaluation scores = evaluate_raw(conllu_of({"She she PRON PRP 2 nsubj", "left leave VERB VBD 0 root", ". . PUNCT . 2 punct"}));
  for (const Score& score : {scores.sentences, scores.words, scores.upos, scores.xpos, scores.lemmas, scores.uas, scores.las}) CHECK(score.f1() == 1.0);
}

TEST_CASE("each mistake costs its own figure; a wrong subtype costs nothing") {
  const Evaluation scores = evaluate_raw(conllu_of({"She it PRON PRP 2 nsubj:pass", "left leave NOUN NN 0 root", ". . PUNCT . 1 punct"}));
  CHECK(scores.words.correct == 3);
  CHECK(scores.lemmas.correct == 2);
  CHECK(scores.upos.correct == 2);
  CHECK(scores.xpos.correct == 2);
  CHECK(scores.uas.correct == 2);
  CHECK(scores.las.correct == 2);
}

TEST_CASE("words that are split differently are not aligned, and their dependents cannot be right") {
  // The treebank takes "She left" for one word.
  const Evaluation scores = evaluate_raw("1\tShe left\tx\tX\tFW\t_\t0\troot\t_\tSpaceAfter=No\n2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n");
  CHECK(scores.words.correct == 1);
  CHECK(scores.words.gold == 2);
  CHECK(scores.words.system == 3);
  CHECK(scores.words.f1() == doctest::Approx(0.4));
  CHECK(scores.las.correct == 0);
  CHECK(scores.sentences.f1() == 1.0);
}

TEST_CASE("inside a token of several words, words align by their forms") {
  const std::string_view gold =
      "1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "1\tcan\tcan\tAUX\tMD\t_\t3\taux\t_\t_\n"
      "2\tnot\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
      "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
      "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
  CHECK(evaluate_raw(gold).words.correct == 4);
}
