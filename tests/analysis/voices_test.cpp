#include "analysis/voices.h"

#include "analysis/reading_fixture.h"

using namespace faultline;

namespace {

// "Ann Varr <said> the gate was shut": speaker, cue, content of every attribution.
std::string outline(std::string_view text) {
  const Article article = article_of(text);
  const Cast cast = find_parties(EnglishReading(article).reading);
  const Voices voices = find_voices(EnglishReading(article).reading, cast);
  std::string made;
  for (const Attribution& each : voices.attributions) {
    if (!made.empty()) made += " | ";
    made += voices.speakers[each.speaker].name + " <" + std::string(article.text_of(each.cue)) + "> " + std::string(article.text_of(each.content));
  }
  return made;
}

// Whose words `part` of the text are.
std::string speaker_of(std::string_view text, std::string_view part) {
  const Article article = article_of(text);
  const Voices voices = find_voices(EnglishReading(article).reading, find_parties(EnglishReading(article).reading));
  const auto begin = static_cast<uint32_t>(article.text().find(part));
  return voices.speakers[voices.at({begin, begin + static_cast<uint32_t>(part.size())}).speaker].name;
}

struct Row { std::string_view text, expected; };

}  // namespace

TEST_CASE("the source stands before the cue, behind it, or after 'according to'") {
  for (const Row& row : std::initializer_list<Row>{
           {"Chile said the pass was shut.", "Chile <said> the pass was shut"},
           {"The pass was shut, Chile said.", "Chile <said> The pass was shut"},
           {"The pass was shut, said Chile.", "Chile <said> The pass was shut"},
           {"According to Chile, the pass was shut.", "Chile <According to> the pass was shut"},
           {"The pass was shut, according to Chile.", "Chile <according to> The pass was shut"},
           {"Officials warned that the pass would shut.", "Officials <warned> that the pass would shut"},
           {"The plan, Chile said, was dead.", "Chile <said> The plan, Chile said, was dead"},
           {"The pass was shut, according to two officials who live there.", "two officials who live there <according to> The pass was shut"},
           {"''The pass was shut,'' said Ana Ruiz.", "Ana Ruiz <said> ''The pass was shut,''"},
           {"In the view of Chile, the pass should open.", "Chile <In the view of> the pass should open"},
           {"The pass is high.", ""},
           {"The claim was long.", ""}})
    CHECK_MESSAGE(outline(row.text) == row.expected, row.text << "\n  gives " << outline(row.text));
}

TEST_CASE("the tree gives passives, participles, relative clauses and coordinated verbs their source") {
  for (const Row& row : std::initializer_list<Row>{
           {"Peru was accused by Chile of lying.", "Chile <accused> of lying"},
           {"Chile shut the pass, saying it was full of snow.", "Chile <saying> it was full of snow"},
           {"Chile, which says that the pass is shut, met Peru.", "Chile <says> that the pass is shut"},
           {"Chile visited Peru and said that the pass was shut.", "Chile <said> that the pass was shut"},
           {"Chile was quoted as saying that the pass was shut.", "Chile <saying> that the pass was shut"},
           {"Chile met Peru. A statement from Chile said the talks had failed.", "Chile <said> the talks had failed"},
           {"Chile's claim that the pass was shut is old.", "Chile <claim> that the pass was shut"},
           {"Peru is believed to have left.", "unnamed <believed> to have left"}})
    CHECK_MESSAGE(outline(row.text) == row.expected, row.text << "\n  gives " << outline(row.text));
}

TEST_CASE("an infinitive or an object alone can be what somebody undertakes or talks about; other words report nothing") {
  for (const Row& row : std::initializer_list<Row>{
           {"Chile pledged to open the pass.", "Chile <pledged> to open the pass"},
           {"Chile condemned the raid on the port.", "Chile <condemned> the raid on the port"},
           {"Chile called for an end to the strike.", "Chile <called for> an end to the strike"},
           {"Chile opened the pass.", ""},
           {"Chile ensured that the pass was open.", ""}})
    CHECK_MESSAGE(outline(row.text) == row.expected, row.text << "\n  gives " << outline(row.text));
}

TEST_CASE("states of mind, labels and statements report as well; participles that name a thing do not") {
  for (const Row& row : std::initializer_list<Row>{
           {"Chile was worried that the pass would shut.", "Chile <worried> that the pass would shut"},
           {"Chile told Peru in a statement that the pass was shut.", "Chile <told> that the pass was shut"},
           {"Spokesman: The pass is shut. It is cold.", "Spokesman <:> The pass is shut. It is cold"},
           {"Chile said Saturday it was sorry.", "Chile <said> it was sorry"},
           {"Chile called the plan reckless.", "Chile <called> the plan reckless"},
           {"Chile sold a ship called Esmeralda.", ""}})
    CHECK_MESSAGE(outline(row.text) == row.expected, row.text << "\n  gives " << outline(row.text));
}

TEST_CASE("what somebody condemns or pledges stays the writer's, what he says does not") {
  CHECK(speaker_of("Chile condemned the raid on the port.", "raid").empty());
  CHECK(speaker_of("Chile said the raid on the port was wrong.", "raid") == "Chile");
}

TEST_CASE("a chain keeps both voices, but nobody reports himself, and nothing is read inside a quotation") {
  for (const Row& row : std::initializer_list<Row>{
           {"Chile said that Peru claimed that the pass was shut.", "Chile <said> that Peru claimed that the pass was shut | Peru <claimed> that the pass was shut"},
           {"Chile said it hoped that the pass was shut.", "Chile <said> it hoped that the pass was shut"},
           {"\"We think that it is shut,\" Chile said.", "Chile <said> \"We think that it is shut,\""},
           {"Chile said the pass was shut, adding that Peru knew.", "Chile <said> the pass was shut | Chile <adding> that Peru knew"}})
    CHECK_MESSAGE(outline(row.text) == row.expected, row.text << "\n  gives " << outline(row.text));
}

TEST_CASE("a quotation of several sentences is one content, wherever its cue stands") {
  const std::string_view text = "Peru said nothing new. \"The pass is shut. It is cold. We are sorry,\" Chile said.";
  CHECK(speaker_of(text, "It is cold") == "Chile");
  CHECK(outline(text).find("\"The pass is shut. It is cold. We are sorry,\"") != std::string::npos);
}

TEST_CASE("a quotation belongs to whoever is named beside it, and goes on without a cue") {
  const std::string_view text = "\"The pass is shut,\" Chilean minister Ana Ruiz said. \"It will stay shut all winter. We are sorry.\"";
  CHECK(speaker_of(text, "The pass is shut") == "Ana Ruiz");
  CHECK(speaker_of(text, "stay shut") == "Ana Ruiz");
  CHECK(speaker_of(text, "sorry") == "Ana Ruiz");
}

TEST_CASE("an unnamed source is called by its noun, without what leads to it or on from it") {
  for (const Row& row : std::initializer_list<Row>{
           {"It was the pilots who said that the pass was shut.", "the pilots <said> that the pass was shut"},
           {"The pilots, who say that the pass is shut, left.", "pilots <say> that the pass is shut"},
           {"It said the pass was shut.", "unnamed <said> the pass was shut"}})
    CHECK_MESSAGE(outline(row.text) == row.expected, row.text << "\n  gives " << outline(row.text));
}

TEST_CASE("'he said' goes on with the last speaker who was named") {
  const std::string_view text = "Chilean minister Juan Ruiz said the pass was shut. \"It is cold,\" he said.";
  CHECK(speaker_of(text, "It is cold") == "Juan Ruiz");
  CHECK(speaker_of("Minister Juan Ruiz said the pass was shut. Peru's foreign minister flew home. He said the snow had melted.", "the snow had melted") == "Peru");
  CHECK(speaker_of("Minister Juan Ruiz said the pass was shut. The union left. The union's leader, Ana Varr, refused. She said the snow had melted.", "the snow had melted") == "Ana Varr");
  CHECK(speaker_of("Minister Juan Ruiz of Chile said the pass was shut. The union's chairman refused. He said the snow had melted.", "the snow had melted") == "union");
  // Who acted in the sentence before need not have spoken.
  CHECK(speaker_of("Minister Juan Ruiz said the pass was shut. Mayor Ana Varr called it a trick. She said the snow had melted.", "the snow had melted") == "Ana Varr");
}

TEST_CASE("a surname alone is the person named before") {
  CHECK(speaker_of("Chilean minister Ana Ruiz arrived. Ruiz said the pass was shut.", "the pass was shut") == "Ana Ruiz");
}

TEST_CASE("the cue and what stands outside are the writer's") {
  const std::string_view text = "Chile rejected the plan. Peru said it was sad.";
  CHECK(speaker_of(text, "rejected").empty());
  CHECK(speaker_of(text, "said").empty());
  CHECK(speaker_of(text, "it was sad") == "Peru");
}

TEST_CASE("marks of every kind enclose a quotation, and an apostrophe none") {
  struct Marks { std::string_view text, expected; };
  for (const Marks& row : std::initializer_list<Marks>{{"He called it “a fine day” there.", "a fine day"}, {"He called it \"a fine day\" there.", "a fine day"},
                                                       {"He called it 'a fine day' there.", "a fine day"}, {"He called it ''a fine day'' there.", "a fine day"}, {"He called it ‘a fine day’ there.", "a fine day"},
                                                       {"The ministers’ union didn't meet.", ""}, {"Kabul's envoy and Lima's left.", ""}}) {
    const Article article = article_of(row.text);
    const Voices voices = find_voices(EnglishReading(article).reading, find_parties(EnglishReading(article).reading));
    const std::string found = voices.quotes.empty() ? "" : std::string(article.text_of(voices.quotes[0].span));
    CHECK_MESSAGE(found == row.expected, row.text);
  }
}

TEST_CASE("laws: contents and quotes lie in the text; speakers[0] is the writer") {
  const Article article = article_of("“Não,” said Chile’s envoy. “We — all of us — won’t sign,” he added, ‘never’.\n\n“It goes on\n\n“and on.");
  const Voices voices = find_voices(EnglishReading(article).reading, find_parties(EnglishReading(article).reading));
  CHECK(voices.speakers[0].kind == SpeakerKind::Writer);
  for (const Attribution& each : voices.attributions)
    for (Span span : {each.source, each.cue, each.content}) CHECK(is_sound(article, span));
  for (const QuotedSpan& quote : voices.quotes) CHECK(is_sound(article, quote.span));
}
