#include "language/lemma.h"

#include <string>

#include "language/english_model.h"
#include "text/utf8.h"

using namespace faultline;

TEST_CASE("lemmas follow from the tag and the ending") {
  struct Row { std::string_view form; Xpos xpos; std::string_view expected; };
  for (const Row& row : {Row{"talks", Xpos::Nns, "talk"}, {"talks", Xpos::Vbz, "talk"}, {"Denied", Xpos::Vbd, "deny"}, {"accusing", Xpos::Vbg, "accuse"},
                         {"was", Xpos::Vbd, "be"}, {"went", Xpos::Vbd, "go"}, {"better", Xpos::Jjr, "good"}, {"n't", Xpos::Rb, "not"},
                         {"n’t", Xpos::Rb, "not"}, {"me", Xpos::Prp, "I"}, {"i", Xpos::Prp, "I"}, {"Vela", Xpos::Nnp, "Vela"},
                         {"The", Xpos::Dt, "the"}, {"parties", Xpos::Nns, "party"}, {"rejected", Xpos::Vbn, "reject"}}) {
    std::string lemma, scratch;
    append_lemma(english_model().lemmas, row.form, row.xpos, lemma, scratch);
    CHECK_MESSAGE(lemma == row.expected, row.form);
  }
}

TEST_CASE("a lemma is appended, and a very long word is its own") {
  std::string lemma = "before ", scratch;
  const std::string word(100, 'x');
  append_lemma(english_model().lemmas, word, Xpos::Nns, lemma, scratch);
  CHECK(lemma == "before " + word);
}

TEST_CASE("no lemma ends within a character") {
  for (const std::string form : {"\u202a", "caf\u00e9s", "\u0633\u0633", "e\u0301s", "\U0001f54a"})
    for (const Xpos xpos : {Xpos::Nns, Xpos::Vbd, Xpos::Vbg, Xpos::Jjs, Xpos::Rb}) {
      std::string lemma, scratch;
      append_lemma(english_model().lemmas, form, xpos, lemma, scratch);
      CHECK_MESSAGE(!find_invalid_utf8(lemma), form);
    }
}
