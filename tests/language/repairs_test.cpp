#include "language/repairs.h"

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace faultline;

namespace {

struct Word { std::string_view form; Upos upos; Relation relation; uint32_t head; Xpos xpos = Xpos::Fw; };  // head: 1 + index; 0: the root

struct Sentence {
  std::string text;
  std::vector<SyntaxWord> words;
};

// The words as the second sentence of a text, so that heads do not count from 0.
constexpr uint32_t kFirst = 7;

Sentence make_sentence(std::span<const Word> rows) {
  Sentence sentence;
  for (const Word& row : rows) {
    if (!sentence.text.empty()) sentence.text += ' ';
    SyntaxWord word;
    word.span.begin = static_cast<uint32_t>(sentence.text.size());
    sentence.text += row.form;
    word.span.end = static_cast<uint32_t>(sentence.text.size());
    word.upos = row.upos;
    word.xpos = row.xpos;
    word.relation = row.relation;
    word.head = row.head == 0 ? SyntaxWord::kNoHead : kFirst + row.head - 1;
    sentence.words.push_back(word);
  }
  repair_sentence(sentence.text, sentence.words, kFirst);
  return sentence;
}
Sentence make_sentence(std::initializer_list<Word> rows) { return make_sentence(std::span(rows.begin(), rows.size())); }

bool is_tree(std::span<const SyntaxWord> words) {
  for (uint32_t i = 0; i < words.size(); ++i) {
    uint32_t at = i, steps = 0;
    while (words[at].head != SyntaxWord::kNoHead && steps++ <= words.size()) at = words[at].head - kFirst;
    if (words[at].head != SyntaxWord::kNoHead) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the agent of a passive has \"by\"") {
  const Sentence sentence = make_sentence({{"called", Upos::Verb, Relation::Root, 0},
                                           {"to", Upos::Adp, Relation::Case, 3},
                                           {"service", Upos::Noun, Relation::OblAgent, 1},
                                           {"by", Upos::Adp, Relation::Case, 5},
                                           {"governors", Upos::Noun, Relation::OblAgent, 1}});
  CHECK(sentence.words[2].relation == Relation::Obl);
  CHECK(sentence.words[4].relation == Relation::OblAgent);
}

TEST_CASE("what stands bare before a finite verb without a subject is its subject") {
  const Sentence sentence = make_sentence({{"It", Upos::Pron, Relation::Nsubj, 2},
                                           {"stood", Upos::Verb, Relation::Root, 0, Xpos::Vbd},
                                           {"after", Upos::Sconj, Relation::Mark, 5},
                                           {"Tarn", Upos::Propn, Relation::Obl, 5},
                                           {"began", Upos::Verb, Relation::Advcl, 2, Xpos::Vbd},
                                           {"in", Upos::Adp, Relation::Case, 7},
                                           {"Orr", Upos::Propn, Relation::Obl, 5}});
  CHECK(sentence.words[3].relation == Relation::Nsubj);
  CHECK(sentence.words[6].relation == Relation::Obl);
}

TEST_CASE("a noun between \"after\" and a finite verb is its subject, and \"after\" a conjunction") {
  const Sentence sentence = make_sentence({{"Orr", Upos::Propn, Relation::Nsubj, 2},
                                           {"left", Upos::Verb, Relation::Root, 0, Xpos::Vbd},
                                           {"after", Upos::Adp, Relation::Case, 4},
                                           {"boats", Upos::Noun, Relation::Obl, 5},
                                           {"came", Upos::Verb, Relation::Advcl, 2, Xpos::Vbd}});
  CHECK(sentence.words[3].relation == Relation::Nsubj);
  CHECK(sentence.words[2].relation == Relation::Mark);
  CHECK(sentence.words[2].head == kFirst + 4);
}

TEST_CASE("a past between a subject and who says so is no participle") {
  const Sentence sentence = make_sentence({{"Orr", Upos::Propn, Relation::Nsubj, 6},
                                           {",", Upos::Punct, Relation::Punct, 3},
                                           {"apologised", Upos::Verb, Relation::Acl, 1, Xpos::Vbn},
                                           {",", Upos::Punct, Relation::Punct, 3},
                                           {"he", Upos::Pron, Relation::Nsubj, 6},
                                           {"said", Upos::Verb, Relation::Root, 0, Xpos::Vbd}});
  CHECK(sentence.words[2].relation == Relation::Parataxis);
  CHECK(sentence.words[2].xpos == Xpos::Vbd);
  CHECK(sentence.words[0].head == kFirst + 2);
}

TEST_CASE("names side by side are one subject") {
  const Sentence sentence = make_sentence({{"Minister", Upos::Propn, Relation::Nsubj, 4},
                                           {"Ana", Upos::Propn, Relation::Nsubj, 4},
                                           {"Orr", Upos::Propn, Relation::Nsubj, 4},
                                           {"resigned", Upos::Verb, Relation::Root, 0}});
  CHECK(sentence.words[0].relation == Relation::Nsubj);
  for (const size_t i : {1u, 2u}) {
    CHECK(sentence.words[i].relation == Relation::Flat);
    CHECK(sentence.words[i].head == kFirst);
  }
}

TEST_CASE("a title before a name describes it") {
  const Sentence sentence = make_sentence({{"economist", Upos::Noun, Relation::Nsubj, 3},
                                           {"Orr", Upos::Propn, Relation::Nsubj, 3},
                                           {"resigned", Upos::Verb, Relation::Root, 0}});
  CHECK(sentence.words[0].relation == Relation::NmodDesc);
  CHECK(sentence.words[0].head == kFirst + 1);
  CHECK(sentence.words[1].relation == Relation::Nsubj);
}

TEST_CASE("two subjects of two verbs stay") {
  const Sentence sentence = make_sentence({{"what", Upos::Pron, Relation::Nsubj, 4},
                                           {"Orr", Upos::Propn, Relation::Nsubj, 3},
                                           {"said", Upos::Verb, Relation::Parataxis, 4},
                                           {"matters", Upos::Verb, Relation::Root, 0}});
  CHECK(sentence.words[0].relation == Relation::Nsubj);
  CHECK(sentence.words[1].relation == Relation::Nsubj);
}

TEST_CASE("a joined clause takes the noun before it and its 'and'") {
  const Sentence news = make_sentence({{"Growers", Upos::Noun, Relation::Nsubj, 2},
                                       {"disputed", Upos::Verb, Relation::Root, 0, Xpos::Vbd},
                                       {"prices", Upos::Noun, Relation::Obj, 2},
                                       {"and", Upos::Cconj, Relation::Cc, 5},
                                       {"drivers", Upos::Noun, Relation::Conj, 3},
                                       {"blocked", Upos::Verb, Relation::Conj, 2, Xpos::Vbd},
                                       {"roads", Upos::Noun, Relation::Obj, 6}});
  CHECK(news.words[4].relation == Relation::Nsubj);
  CHECK(news.words[4].head == kFirst + 5);
  CHECK(news.words[3].head == kFirst + 5);
  CHECK(is_tree(news.words));
}

TEST_CASE("an object before a finite verb that has no subject is its subject") {
  const Sentence statement = make_sentence({{"leader", Upos::Noun, Relation::Obj, 3},
                                            {"has", Upos::Aux, Relation::Aux, 3, Xpos::Vbz},
                                            {"begun", Upos::Verb, Relation::Root, 0, Xpos::Vbn},
                                            {"strike", Upos::Noun, Relation::Obj, 3}});
  CHECK(statement.words[0].relation == Relation::Nsubj);
  CHECK(statement.words[3].relation == Relation::Obj);
  const Sentence question = make_sentence({{"What", Upos::Pron, Relation::Obj, 3, Xpos::Wp},
                                           {"has", Upos::Aux, Relation::Aux, 3, Xpos::Vbz},
                                           {"begun", Upos::Verb, Relation::Root, 0, Xpos::Vbn}});
  CHECK(question.words[0].relation == Relation::Obj);
}

TEST_CASE("a finite verb that was parsed as a participle of its noun rules the sentence") {
  const auto groups_called = [](Xpos xpos) {
    return make_sentence({{"groups", Upos::Noun, Relation::Root, 0}, {"called", Upos::Verb, Relation::Acl, 1, xpos}, {"on", Upos::Adp, Relation::Case, 4},
                          {"workers", Upos::Noun, Relation::Obl, 2}});
  };
  const Sentence finite = groups_called(Xpos::Vbd);
  CHECK(finite.words[1].relation == Relation::Root);
  CHECK(finite.words[1].head == SyntaxWord::kNoHead);
  CHECK(finite.words[0].relation == Relation::Nsubj);
  CHECK(finite.words[0].head == kFirst + 1);
  CHECK(groups_called(Xpos::Vbn).words[0].relation == Relation::Root);
}

TEST_CASE("no adjective follows a noun of its own phrase: it is the verb") {
  const Sentence sentence = make_sentence({{"Port", Upos::Noun, Relation::Compound, 5},
                                           {"staff", Upos::Noun, Relation::Compound, 5},
                                           {"began", Upos::Verb, Relation::Amod, 5, Xpos::Vbd},
                                           {"night", Upos::Noun, Relation::Compound, 5},
                                           {"strikes", Upos::Noun, Relation::Root, 0}});
  CHECK(sentence.words[2].relation == Relation::Root);
  CHECK(sentence.words[1].relation == Relation::Nsubj);
  CHECK(sentence.words[1].head == kFirst + 2);
  CHECK(sentence.words[0].head == kFirst + 1);
  CHECK(sentence.words[3].head == kFirst + 4);
  CHECK(sentence.words[4].relation == Relation::Obj);
  CHECK(sentence.words[4].head == kFirst + 2);
}

TEST_CASE("an aside between commas is no relative clause") {
  const auto the_plan = [](std::string_view before_verb, Xpos xpos) {
    return make_sentence({{"plan", Upos::Noun, Relation::Nsubj, 7},
                          {",", Upos::Punct, Relation::Punct, 4},
                          {before_verb, Upos::Pron, Relation::Nsubj, 4, xpos},
                          {"said", Upos::Verb, Relation::AclRelcl, 1, Xpos::Vbd},
                          {",", Upos::Punct, Relation::Punct, 1},
                          {"was", Upos::Aux, Relation::Cop, 7},
                          {"dead", Upos::Adj, Relation::Root, 0}});
  };
  CHECK(the_plan("they", Xpos::Prp).words[3].relation == Relation::Parataxis);
  CHECK(the_plan("they", Xpos::Prp).words[3].head == kFirst + 6);
  CHECK(the_plan("who", Xpos::Wp).words[3].relation == Relation::AclRelcl);
}

TEST_CASE("a second subject behind a comma stands in apposition to the first") {
  const Sentence sentence = make_sentence({{"Orr", Upos::Propn, Relation::Nsubj, 6},
                                           {",", Upos::Punct, Relation::Punct, 4},
                                           {"the", Upos::Det, Relation::Det, 4},
                                           {"minister", Upos::Noun, Relation::Nsubj, 6},
                                           {",", Upos::Punct, Relation::Punct, 1},
                                           {"resigned", Upos::Verb, Relation::Root, 0, Xpos::Vbd}});
  CHECK(sentence.words[3].relation == Relation::Appos);
  CHECK(sentence.words[3].head == kFirst);
  CHECK(sentence.words[0].relation == Relation::Nsubj);
}

TEST_CASE("a second subject that is coordinated goes on with the list before its comma") {
  const Sentence sentence = make_sentence({{"Issues", Upos::Noun, Relation::Nsubj, 8},
                                           {"like", Upos::Adp, Relation::Case, 3},
                                           {"pay", Upos::Noun, Relation::Nmod, 1},
                                           {",", Upos::Punct, Relation::Punct, 5},
                                           {"shifts", Upos::Noun, Relation::Nsubj, 8},
                                           {"and", Upos::Cconj, Relation::Cc, 7},
                                           {"safety", Upos::Noun, Relation::Conj, 5},
                                           {"remain", Upos::Verb, Relation::Root, 0, Xpos::Vbp}});
  CHECK(sentence.words[4].relation == Relation::Conj);
  CHECK(sentence.words[4].head == kFirst + 2);
}

TEST_CASE("a list before a second subject that holds itself below that subject stays as it is") {
  const Sentence sentence = make_sentence({{"Prices", Upos::Noun, Relation::Nsubj, 6},
                                           {"and", Upos::Cconj, Relation::Cc, 3},
                                           {"pay", Upos::Noun, Relation::Conj, 5},
                                           {",", Upos::Punct, Relation::Punct, 5},
                                           {"Orr", Upos::Propn, Relation::Nsubj, 6},
                                           {"said", Upos::Verb, Relation::Root, 0, Xpos::Vbd}});
  CHECK(is_tree(sentence.words));
}

// The network can say anything of anything: random trees over words that the rules look at, always the same ones.
TEST_CASE("whatever tree is mended is a tree afterwards") {
  constexpr std::string_view kForms[] = {"Orr", ",", "said", "and", "by", "pay", "that", "--", "called", "to"};
  constexpr Upos kTags[] = {Upos::Noun, Upos::Propn, Upos::Verb, Upos::Verb, Upos::Punct, Upos::Pron};
  constexpr Xpos kFine[] = {Xpos::Vbd, Xpos::Vbn, Xpos::Vbz, Xpos::To, Xpos::Wdt, Xpos::Fw};
  constexpr Relation kRelations[] = {Relation::Nsubj, Relation::NsubjPass, Relation::Conj, Relation::Amod, Relation::Compound, Relation::Acl, Relation::AclRelcl, Relation::Ccomp,
                                     Relation::Parataxis, Relation::Obj, Relation::Obl, Relation::Flat, Relation::Punct, Relation::OblAgent};
  uint32_t state = 1;
  auto draw = [&state](size_t below) { return (state = state * 1664525u + 1013904223u, (state >> 8) % static_cast<uint32_t>(below)); };
  for (int round = 0; round < 20000; ++round) {
    const uint32_t count = 3 + draw(10);
    std::vector<uint32_t> order(count);  // a word hangs on one before it in this order, so that what is made is a tree
    for (uint32_t i = 0; i < count; ++i) order[i] = i;
    for (uint32_t i = count - 1; i > 0; --i) std::swap(order[i], order[draw(i + 1)]);
    std::vector<Word> rows(count);
    for (uint32_t i = 0; i < count; ++i)
      rows[order[i]] = {kForms[draw(std::size(kForms))], kTags[draw(std::size(kTags))], i == 0 ? Relation::Root : kRelations[draw(std::size(kRelations))],
                        i == 0 ? 0 : 1 + order[draw(i)], kFine[draw(std::size(kFine))]};
    REQUIRE(is_tree(make_sentence(rows).words));
  }
}

TEST_CASE("a participle between a noun and the noun it was hung on is the verb of both") {
  const auto words = make_sentence({{"jets", Upos::Noun, Relation::Nsubj, 2},
                                    {"bombed", Upos::Verb, Relation::Amod, 3, Xpos::Vbd},
                                    {"camps", Upos::Noun, Relation::Root, 0}}).words;
  CHECK(words[0].relation == Relation::Nsubj);
  CHECK(words[0].head - kFirst == 1);
  CHECK(words[1].relation == Relation::Root);
  CHECK(words[2].relation == Relation::Obj);
}

TEST_CASE("a past behind \"said it would\" goes on with the saying") {
  const auto head_of_joined = [](std::string_view modal, Xpos tag, std::string_view joined) {
    return make_sentence({{"port", Upos::Noun, Relation::Nsubj, 2},
                          {"said", Upos::Verb, Relation::Root, 0, Xpos::Vbd},
                          {"pilots", Upos::Noun, Relation::Nsubj, 5},
                          {modal, Upos::Aux, Relation::Aux, 5, tag},
                          {"left", Upos::Verb, Relation::Ccomp, 2, tag == Xpos::Md ? Xpos::Vb : Xpos::Vbn},
                          {"and", Upos::Cconj, Relation::Cc, 7},
                          {joined, Upos::Verb, Relation::Conj, 5, Xpos::Vbd},
                          {"them", Upos::Pron, Relation::Obj, 7}}).words[6].head - kFirst;
  };
  CHECK(head_of_joined("would", Xpos::Md, "praised") == 1);
  CHECK(head_of_joined("had", Xpos::Vbd, "warned") == 1);
  CHECK(head_of_joined("had", Xpos::Vbd, "tricked") == 4);
}
