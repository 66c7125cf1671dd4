#include <doctest/doctest.h>

#include "rules/inflect.h"

using namespace faultline;

namespace {

std::string forms_as_text(const char* lemma, const char* part) {
  static const Irregulars irregulars{{"send/vd", {"sent"}}, {"child/ns", {"children"}}, {"good/ar", {"better"}}, {"good/as", {"best"}}};
  const auto forms = inflect(lemma, part, irregulars);
  if (!forms) return "unknown part";
  std::string out;
  for (const Form& form : *forms) out += (out.empty() ? "" : " ") + form.text;
  return out;
}

}  // namespace

TEST_CASE("a lemma is written out in all its forms") {
  struct Row {
    const char *lemma, *part, *expected;
  };
  const Row rows[] = {
      {"reject", "v", "reject rejects rejected rejecting"},
      {"deny", "v", "deny denies denied denying"},
      {"close", "v", "close closes closed closing"},
      {"agree", "v", "agree agrees agreed agreeing"},
      {"ban", "v", "ban bans banned banning"},
      {"travel", "v", "travel travels travelled traveled travelling traveling"},  // British and American
      {"veto", "vd", "vetoed"},
      {"obey", "v", "obey obeys obeyed obeying"},
      {"meet", "vg", "meeting"},
      {"quit", "vg", "quitting quiting"},  // counts as two syllables: harmless
      {"tie", "vg", "tying"},
      {"send", "v", "send sends sent sending"},  // irregular
      {"party", "n", "party parties"},
      {"child", "n", "child children"},
      {"clash", "ns", "clashes"},
      {"tough", "a", "tough tougher toughest"},
      {"good", "a", "good better best"},
      {"intransigent", "a", "intransigent"},  // long adjectives compare with "more"
      {"outright", "r", "outright"},
      {"reject", "x", "unknown part"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(forms_as_text(row.lemma, row.part) == row.expected, row.lemma << "/" << row.part);
}

TEST_CASE("forms say what they can stand as") {
  const auto forms = inflect("strike", "v", {});
  REQUIRE(forms);
  CHECK(forms->front().word_class == WordClass::Verb);
  CHECK(forms->back().word_class == WordClass::Gerund);
  CHECK(inflect("strike", "n1", {})->front().word_class == WordClass::Noun);
}
