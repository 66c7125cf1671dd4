#include "language/morphology.h"

#include <string>

#include "language/english_model.h"
#include "language/parser.h"

using namespace faultline;

TEST_CASE("features follow from the tag, the word and its dependents") {
  struct Row { std::string_view text, form, expected; };
  Parser parser(english_model());
  for (const Row& row : {Row{"She rejects the offers.", "rejects", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
                         {"She rejects the offers.", "offers", "Number=Plur"},
                         {"She rejects the offers.", "She", "Number=Sing|Person=3"},
                         {"The envoy was expelled by the ministry.", "expelled", "Tense=Past|VerbForm=Part|Voice=Pass"},
                         {"They have left the city.", "left", "Tense=Past|VerbForm=Part"},
                         {"They want to leave.", "leave", "VerbForm=Inf"},
                         {"They want to leave.", ".", "_"}}) {
    Syntax syntax;
    const Span block{0, static_cast<uint32_t>(row.text.size())};
    parser.parse(row.text, {&block, 1}, syntax);
    for (const SyntaxWord& word : syntax.words()) {
      if (text_of(row.text, word.span) != row.form) continue;
      std::string features;
      append_features(find_morphology(syntax, word, row.text), features);
      CHECK_MESSAGE(features == row.expected, row.text);
    }
  }
}
