// Guards what the model scores on the development treebanks, which lie beside the checkout, packed, where there are any.
#include <cstdio>
#include <string>

#include "language/english_model.h"
#include "language/evaluation.h"
#include "language/parser.h"

using namespace faultline;

namespace {

std::string unpack(const std::string& file) {
  std::string bytes;
  std::FILE* pipe = popen(("xz -dc '" + file + "' 2>/dev/null").c_str(), "r");
  if (pipe == nullptr) return bytes;
  char buffer[65536];
  for (size_t n; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) bytes.append(buffer, n);
  pclose(pipe);
  return bytes;
}

struct Least { double upos, uas, las, raw_las, sentences; };

void check_scores(const char* name, const Least& least) {
  const std::string bytes = unpack(std::string(FAULTLINE_SHARED_DIR "/treebank/") + name + ".conllu.xz");
  if (bytes.empty()) {
    MESSAGE("skipped: " << name << " is not beside the checkout");
    return;
  }
  const Result<Treebank> gold = parse_conllu(bytes);
  REQUIRE(gold.has_value());
  Parser parser(english_model());
  Syntax syntax;
  parser.parse_words(gold->forms, gold->form_spans, gold->lengths, syntax);
  const Evaluation on_gold = evaluate(*gold, syntax, TextOf::GoldWords);
  CHECK(100 * on_gold.upos.f1() >= least.upos);
  CHECK(100 * on_gold.uas.f1() >= least.uas);
  CHECK(100 * on_gold.las.f1() >= least.las);
  parser.parse(gold->text, gold->blocks, syntax);
  const Evaluation on_raw = evaluate(*gold, syntax, TextOf::Raw);
  CHECK(100 * on_raw.las.f1() >= least.raw_las);
  CHECK(100 * on_raw.sentences.f1() >= least.sentences);
}

}  // namespace

TEST_CASE("the model is as good as it was on web text") { check_scores("ewt-dev", {95.6, 88.7, 85.6, 83.0, 87.9}); }
TEST_CASE("the model is as good as it was on news, speeches and textbooks") { check_scores("gum-dev", {97.0, 89.0, 86.2, 85.7, 95.1}); }
