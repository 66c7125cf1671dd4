// The tabs of the panel: what each lists, what a press does, and that everything stays in its place at every size.
#include <doctest/doctest.h>

#include "reader/drawn.h"
#include "reader/example.h"
#include "reader/excerpt.h"
#include "reader/ledger_view.h"
#include "reader/party_map.h"
#include "reader/speaker_shares.h"

using namespace faultline;

namespace {

// A reader that shows the example with everything in it.
struct FullReader {
  FullReader() {
    example.analysis = example.make_full_analysis();
    example.show_in(reader);
  }
  Outcome press(std::string control) { return reader.apply({ActionKind::Activate, std::move(control)}); }
  std::string outline() { return outline_of(reader.controls(Surface::Panel, 340)); }
  // Without the head, which is the same in every tab, and the note at the foot.
  std::string body() {
    std::string all = outline();
    const size_t head = all.find('\n', all.find("tab:sources"));
    return all.substr(head + 1, all.find("text note:") - head - 1);
  }
  Example example;
  Reader reader;
};

constexpr const char* kTabs[] = {"findings", "issues", "ledger", "parties", "sources", "skipped"};

void unfold_all(FullReader& full) {
  for (const char* control : {"open:i3", "more:filter", "more:weights", "more:rule"}) full.press(control);
}

// A ring of `count` parties, each with signals to the next and to the first.
Analysis make_ring(int count) {
  Analysis made;
  for (int i = 0; i < count; ++i) made.parties.push_back({"Party " + std::to_string(i + 1) + " of the long valley", {}, PartyKind::Organisation, {}});
  made.speakers = {{"", SpeakerKind::Writer, kUnspecified}};
  for (int i = 0; i < count; ++i) {
    for (int to : {(i + 1) % count, 0}) {
      Signal signal;
      signal.category = i % 2 == 0 ? Category::Rejection : Category::Agreement;
      signal.who = i, signal.whom = to;
      made.signals.push_back(signal);
    }
  }
  made.ledger = make_ledger(made.signals);
  return made;
}

}  // namespace

TEST_CASE("each tab shows its own view, and one is always open") {
  FullReader full;
  for (const char* tab : kTabs) {
    CAPTURE(tab);
    Outcome outcome = full.press(std::string("tab:") + tab);
    if (std::string_view(tab) != "findings") CHECK(outcome.relayout.panel);
    const ControlList& list = full.reader.controls(Surface::Panel, 340);
    auto open = std::count_if(list.controls.begin(), list.controls.end(), [](const Control& control) { return control.role == ControlRole::Tab && control.pressed == true; });
    CHECK(open == 1);
  }
}

TEST_CASE("an issue unfolds to who said what about it and to all its mentions") {
  FullReader full;
  full.press("tab:issues");
  CHECK(full.body() == R"(button open:i3: the refusal to open the bridge. Governance · Hardened · 2 mentions. Upper valley, Lower valley [closed]
button open:i1: the toll on the bridge. Trade · Open · 1 mention. Upper valley, Lower valley [closed]
button open:i2: the grazing rights above it. Resources · Open · 1 mention. Upper valley, Lower valley [closed]
)");
  full.press("open:i3");
  CHECK(full.body() == R"(button open:i3: the refusal to open the bridge. Governance · Hardened · 2 mentions. Upper valley, Lower valley [open]
text basis: One side asks or accuses, the other refuses or denies
heading voices: Who said what about it
button go:s1: Rejection, Upper valley → Lower valley: “flatly refused”. Stated as fact by the writer [off]
button go:s2: Accusation, Lower valley → Upper valley: “calls the refusal a breach”. Stated as fact by the writer [off]
heading mentions: 2 mentions
button mention:i3:1: The upper valley on Monday flatly refused to open the bridge at Sell. [off]
button mention:i3:2: The lower valley, which calls the refusal a breach of the spring accord, said it hoped for “calm talks” 😀 before winter. [off]
button mention:i3:previous: Previous mention
button mention:i3:next: Next mention
button open:i1: the toll on the bridge. Trade · Open · 1 mention. Upper valley, Lower valley [closed]
button open:i2: the grazing rights above it. Resources · Open · 1 mention. Upper valley, Lower valley [closed]
)");
}

TEST_CASE("a mention leads to its own passage, and the next one round the end") {
  FullReader full;
  full.press("tab:issues");
  full.press("open:i3");
  struct Row { const char* control; std::string_view passage; };
  for (Row row : {Row{"mention:i3:2", "the refusal"}, Row{"mention:i3:next", "open the bridge"}, Row{"mention:i3:next", "the refusal"},
                  Row{"mention:i3:previous", "open the bridge"}, Row{"mention:i1:1", "the toll on the bridge"}, Row{"mention:i3:next", "open the bridge"}}) {
    CAPTURE(row.control);
    Outcome outcome = full.press(row.control);
    REQUIRE(outcome.go_to.has_value());
    CHECK(full.example.article.text_of(outcome.go_to->span) == row.passage);
  }
  CHECK_FALSE(full.press("mention:i3:7").redraw.panel);
  CHECK_FALSE(full.press("mention:i3").redraw.panel);
}

TEST_CASE("the ledger keeps words and deeds, news and background, and both sums apart") {
  FullReader full;
  full.press("tab:ledger");
  std::string body = full.body();
  CHECK(body.substr(body.find("heading")) == R"(heading ledger-1: Lower valley → Upper valley
text ledger-1-words: Words: eroding 0, building +0.7
button go:s3: Goodwill: “hoped for “calm talks””, +0.7 [off]
text ledger-1-background: Background: eroding −2.45, building 0
button go:s2: Accusation: “calls the refusal a breach”, −2.45, Background [off]
heading ledger-2: Upper valley → Lower valley
text ledger-2-words: Words: eroding −2, building 0
button go:s1: Rejection: “flatly refused”, −2 [off]
button more:weights: How it is counted [closed]
)");
  Outcome outcome = full.press("go:s2");
  REQUIRE(outcome.go_to.has_value());
  CHECK(outcome.go_to->finding == find_id("s2"));
}

TEST_CASE("sums are written in figures with their sign") {
  struct Row { int hundredths; const char* expected; };
  for (Row row : {Row{0, "0"}, Row{87, "+0.87"}, Row{-350, "−3.5"}, Row{-1400, "−14"}, Row{5, "+0.05"}, Row{105, "+1.05"}, Row{-50, "−0.5"}}) {
    CHECK(describe_sum(Catalogue::english(), row.hundredths) == row.expected);
  }
}

TEST_CASE("a party and an arrow of the map filter, and take it back") {
  FullReader full;
  full.press("tab:parties");
  CHECK(full.body() == R"(text map-lead: Who acts towards whom. The more signals, the thicker the arrow. Press a party or an arrow’s number to see its findings alone.
checkbox only:party:p1: Upper valley, part of 3 signals [off]
checkbox only:party:p2: Lower valley, part of 3 signals [off]
checkbox only:pair:p1:p2: Upper valley → Lower valley: 1 erodes trust [off]
checkbox only:pair:p2:p1: Lower valley → Upper valley: 1 erodes trust, 1 builds trust [off]
text families: Erodes trust, Builds trust
)");
  full.press("only:pair:p2:p1");
  CHECK(full.outline().find("button chip:pair:p2:p1: Remove the filter Lower valley → Upper valley") != std::string::npos);
  CHECK(full.outline().find("only:pair:p2:p1: Lower valley → Upper valley: 1 erodes trust, 1 builds trust [on]") != std::string::npos);
  full.press("chip:pair:p2:p1");
  CHECK(full.outline().find("chip:") == std::string::npos);
}

TEST_CASE("sources tell how much each speaker speaks, and on whose word the signals rest") {
  FullReader full;
  full.press("tab:sources");
  const std::string body = full.body();
  for (const char* line : {"checkbox only:speaker:writer: The writer: 87 %, All that nobody else is quoted with [off]", "checkbox only:speaker:v1: Lower valley: 13 %, 1 statement [off]",
                           "text signals-sources.writer: The writer’s own words: 2", "text signals-sources.named: Named speakers: 1"}) {
    CHECK_MESSAGE(body.find(line) != std::string::npos, (line + ("\n" + body)));
  }
}

TEST_CASE("what was not marked is shown with its reason and its passage") {
  FullReader full;
  CHECK(full.body().ends_with("button tab:skipped: 1 passage was not marked: why [closed]\nbutton copy:table: Copy the findings as a table\n"));
  full.press("tab:skipped");
  CHECK(full.body().find("button skipped:1: the grazing rights above it it is an aim, not an act (rule 4)") != std::string::npos);
  auto quads_of_article = [&] { return draw(full.reader, Surface::Article, {700, 900, 0, 1}).quads; };
  const int unframed = quads_of_article();
  Outcome outcome = full.press("skipped:1");
  CHECK(quads_of_article() > unframed);
  REQUIRE(outcome.go_to.has_value());
  CHECK(full.example.article.text_of(outcome.go_to->span) == "grazing rights");
  CHECK_FALSE(outcome.go_to->finding.has_value());
  CHECK_FALSE(full.press("skipped:2").go_to.has_value());
  full.press("tab:issues");
  CHECK(quads_of_article() == unframed);
}

TEST_CASE("choices of the filter tell how many findings each would leave") {
  FullReader full;
  full.press("more:filter");
  const std::string body = full.body();
  for (const char* line : {"checkbox only:speaker:writer: The writer, 3 [off]", "checkbox only:speaker:v1: Lower valley, 1 [off]", "checkbox only:time:background: Background, 2 [off]"}) {
    CHECK_MESSAGE(body.find(line) != std::string::npos, (line + ("\n" + body)));
  }
  full.press("only:speaker:v1");
  CHECK(full.body().find("text listed: 1 of 6 findings\nbutton chip:speaker:v1") != std::string::npos);
}

TEST_CASE("a card is a glance while it is pointed at, and everything once it is selected") {
  FullReader full;
  auto card = [&] { return outline_of(full.reader.controls(Surface::Card, 340)); };
  full.reader.apply({ActionKind::Hover, {}, find_id("s1")});
  CHECK(card().find("button") == std::string::npos);
  full.reader.apply({ActionKind::Select, {}, find_id("s1")});
  CHECK(card() == R"(text kind: Rejection · erodes trust
heading title: Upper valley → Lower valley
text trigger: “flatly refused”
text certainty: Certainty: Stated as fact by the writer
text time: Time: Current: the news itself
text track: Track: Words: something said
text because: Because: “The upper valley” who · “flatly” makes it stronger
text question: Ask: What does the upper valley refuse, and why?
text answer: In the text: The upper valley on Monday flatly refused to open the bridge at Sell.
link go:s3: Refuses what was asked: “hoped for “calm talks””, Goodwill
link go:i3: Part of the dispute: the refusal to open the bridge, Disputed issue
button accept:s1: Right [off]
button reject:s1: Wrong [off]
button relabel:s1: Another kind [off]
button note:s1: Note
button cite:s1: Copy as citation
button link:s1: Link to this passage
)");
  full.press("go:s3");
  CHECK(card().find("link go:s1: Was refused: “flatly refused”, Rejection") != std::string::npos);
  full.press("reject:s3");
  CHECK(card().find("button reject:s3: Wrong [on]") != std::string::npos);
  full.press("relabel:s3");
  CHECK(card().find("button relabel:s3:THREAT: Threat [off]") != std::string::npos);
  CHECK(card().find("button relabel:s3:GOODWILL: Goodwill [on]") != std::string::npos);
  check_rects(full.reader.controls(Surface::Card, 320));
  check_apart(full.reader.controls(Surface::Card, 320));
}

TEST_CASE("a card shows its rule with the rule's own examples") {
  FullReader full;
  const RulePack pack{"test.json", R"({"schema": "faultline.rules/1", "pack": "test", "rules": [{"id": "rejection.test", "kind": "signal", "category": "REJECTION",
    "why": "To refuse is to reject.", "patterns": ["refuse/v"], "fires": ["The guild {refused} the offer."], "silent": ["The guild took the offer."]}]})"};
  Result<RuleSet> rules = load_rules({&pack, 1});
  REQUIRE_MESSAGE(rules.has_value(), (rules ? "" : rules.error().message));
  full.reader.show({&full.example.article, &full.example.analysis, &*rules});
  full.press("go:s1");
  full.press("more:rule");
  const std::string card = outline_of(full.reader.controls(Surface::Card, 340));
  for (const char* line : {"text why: Why: To refuse is to reject.", "button more:rule: The rule and its examples [open]", "text rule: rejection.test",
                           "text fires-1: The guild refused the offer.", "text silent-1: The guild took the offer."}) {
    CHECK_MESSAGE(card.find(line) != std::string::npos, (line + ("\n" + card)));
  }
}

TEST_CASE("at every width every tab stays inside, and nothing that can be pressed lies over another") {
  for (bool is_rtl : {false, true}) {
    FullReader full;
    unfold_all(full);
    full.press("only:time:current");
    full.press("only:party:p1");
    Article mirrored = *parse_article(R"({"schema": "faultline.article/1", "dir": "rtl", "blocks": [{"kind": "paragraph", "text": ")" + std::string(600, 'x') + R"("}]})", ArticleFormat::Json);
    if (is_rtl) full.reader.show({&mirrored, &full.example.analysis, &full.example.rules});
    for (bool is_coarse : {false, true}) {
      ReaderPreferences preferences;
      preferences.is_coarse = is_coarse;
      full.reader.prefer(preferences);
      for (const char* tab : kTabs) {
        full.press(std::string("tab:") + tab);
        for (float width : {320.0f, 340.0f, 600.0f, 8000.0f}) {
          CAPTURE(is_rtl); CAPTURE(is_coarse); CAPTURE(tab); CAPTURE(width);
          check_rects(full.reader.controls(Surface::Panel, width));
          check_apart(full.reader.controls(Surface::Panel, width));
        }
      }
    }
  }
}

TEST_CASE("five frames of every tab at every size") {
  FullReader full;
  unfold_all(full);
  full.reader.apply({ActionKind::Select, {}, find_id("s1")});
  struct Row { float width, height; };
  for (const char* tab : kTabs) {
    full.press(std::string("tab:") + tab);
    for (Row size : {Row{0, 0}, Row{320, 480}, Row{1280, 800}, Row{8000, 4000}}) {
      for (int frame = 0; frame < 5; ++frame) {
        CAPTURE(tab); CAPTURE(size.width);
        for (Surface surface : {Surface::Article, Surface::Panel, Surface::Card}) CHECK(draw(full.reader, surface, {size.width, size.height, 0, 1}).is_inside);
      }
    }
  }
}

TEST_CASE("the map finds room for every label, whatever the number of parties") {
  for (int count = 1; count <= 12; ++count) {
    for (float width : {272.0f, 292.0f, 560.0f}) {
      CAPTURE(count); CAPTURE(width);
      const Analysis analysis = make_ring(count);
      std::vector<MapNode> nodes = choose_parties(analysis);
      CHECK(nodes.size() == std::min<size_t>(count < 2 ? 0 : static_cast<size_t>(count), kMostMapParties));
      for (MapNode& node : nodes) node.box = {0, 0, std::floor(width * most_label_share(nodes.size())), 44};
      const PartyMap map = make_party_map(analysis, nodes, {width, 28});
      for (size_t i = 0; i < map.nodes.size(); ++i) {
        const Rect& a = map.nodes[i].box;
        CHECK((a.left >= 0 && a.right <= width && a.top >= 0 && a.bottom <= map.height));
        for (size_t j = i + 1; j < map.nodes.size(); ++j) {
          const Rect& b = map.nodes[j].box;
          CHECK((a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top));
        }
      }
      for (const MapEdge& edge : map.edges) {
        CHECK_FALSE(edge.path.empty());
        for (Point point : edge.path) CHECK((point.y >= 0 && point.y <= map.height));
      }
    }
  }
}

TEST_CASE("a ring of parties is drawn without a crossing") {
  Analysis ring;
  for (int i = 0; i < 6; ++i) ring.parties.push_back({"P", {}, PartyKind::State, {}});
  const int order[] = {0, 3, 1, 5, 2, 4};  // who follows whom round the ring
  for (int i = 0; i < 6; ++i) {
    Signal signal;
    signal.who = order[i], signal.whom = order[(i + 1) % 6];
    ring.signals.push_back(signal);
  }
  ring.ledger = make_ledger(ring.signals);
  const std::vector<MapNode> nodes = choose_parties(ring);
  REQUIRE(nodes.size() == 6);
  for (size_t i = 0; i < 6; ++i) {
    const PartyRef a = nodes[i].party, b = nodes[(i + 1) % 6].party;
    auto is_tied = [&](const LedgerEntry& entry) { return (entry.who == a && entry.whom == b) || (entry.who == b && entry.whom == a); };
    CHECK(std::any_of(ring.ledger.begin(), ring.ledger.end(), is_tied));
  }
}

TEST_CASE("an excerpt keeps its passage and ends at words") {
  Example example;
  struct Row { const char* passage; uint32_t most; std::string expected; };
  for (Row row : {Row{"open the bridge", 400, "The upper valley on Monday flatly refused to [open the bridge] at Sell."},
                  Row{"open the bridge", 45, "… to [open the bridge] at Sell."},
                  Row{"calls the refusal", 60, "… which [calls the refusal] a breach of the spring accord, said …"},
                  Row{"😀", 20, "… [😀] before winter."}}) {
    const Excerpt excerpt = find_excerpt(example.article, example.span_of(row.passage), row.most);
    std::string shown = excerpt.text;
    shown.insert(excerpt.strong.end, "]");
    shown.insert(excerpt.strong.begin, "[");
    CHECK(shown == row.expected);
  }
}

TEST_CASE("words within words count for the innermost speaker alone, and the shares add up") {
  Example example;
  Analysis analysis = example.make_analysis();
  analysis.speakers.push_back({"Mira", SpeakerKind::Person, kUnspecified});
  const Span outer = example.span_of("it hoped for “calm talks” 😀 before winter"), inner = example.span_of("“calm talks” 😀");
  analysis.attributions = {{1, {}, {}, outer, AttributionKind::Indirect, Commitment::Neutral}, {2, {}, {}, inner, AttributionKind::Direct, Commitment::Neutral}};
  const SpeakerShares shares = find_speaker_shares(example.article, analysis);
  REQUIRE(shares.all.size() == 3);
  CHECK(shares.all[1].code_points == 27);
  CHECK(shares.all[2].code_points == 14);
  CHECK(shares.all[0].code_points + 27 + 14 == shares.code_points);
}
