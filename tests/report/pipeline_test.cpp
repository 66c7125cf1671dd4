// The whole way from bytes to report, with the built-in rules, on inputs that were made to hurt.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "analysis/reading_fixture.h"
#include "report/report.h"
#include "report/schema_check.h"
#include "text/utf8.h"

using namespace faultline;

namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string repeat(std::string_view piece, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

bool is_boundary(std::string_view text, uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_span(const Article& article, Span span) {
  REQUIRE(span.begin <= span.end);
  REQUIRE(is_boundary(article.text(), span.begin));
  REQUIRE(is_boundary(article.text(), span.end));
}

// Whoever reads a report may follow every reference of it.
void check_laws(const Article& article, const Analysis& analysis) {
  const auto parties = static_cast<PartyRef>(analysis.parties.size());
  for (const Party& party : analysis.parties)
    for (Span span : party.mentions) check_span(article, span);
  for (const Issue& issue : analysis.issues) {
    REQUIRE_FALSE(issue.spans.empty());
    for (Span span : issue.spans) check_span(article, span);
    for (uint32_t signal : issue.signals) REQUIRE(signal < analysis.signals.size());
    for (PartyRef party : issue.parties) REQUIRE(party < parties);
  }
  for (const Signal& signal : analysis.signals) {
    check_span(article, signal.span);
    check_span(article, signal.clause);
    REQUIRE_FALSE(signal.span.empty());
    REQUIRE(signal.who >= kDyad);
    REQUIRE(signal.who < parties);
    REQUIRE(signal.whom >= kDyad);
    REQUIRE(signal.whom < parties);
    REQUIRE(signal.speaker < analysis.speakers.size());
    REQUIRE((polarity_of(signal.category) == Polarity::Eroding ? signal.weight <= 0 : signal.weight >= 0));
    for (const Because& because : signal.because) check_span(article, because.span);
  }
  for (const Attribution& attribution : analysis.attributions) {
    REQUIRE(attribution.speaker < analysis.speakers.size());
    for (Span span : {attribution.source, attribution.cue, attribution.content}) check_span(article, span);
  }
  for (const Suppressed& suppressed : analysis.suppressed) check_span(article, suppressed.span);
  for (const Link& link : analysis.links) REQUIRE(std::max(link.from, link.to) < analysis.signals.size());
  for (const CurvePoint& point : analysis.curve) REQUIRE(point.block < article.blocks().size());
}

std::string report_on(std::string_view bytes, ArticleFormat format = ArticleFormat::Auto) {
  const Result<Article> article = parse_article(bytes, format);
  if (!article) return {};
  const Analysis analysis = analyze_english(*article);
  check_laws(*article, analysis);
  StringOutput json, rest;
  write_report({*article, analysis, builtin_rules()}, ReportFormat::Json, json);
  for (ReportFormat format_of_rest : {ReportFormat::JsonLd, ReportFormat::Csv, ReportFormat::Text, ReportFormat::Markdown, ReportFormat::Html})
    write_report({*article, analysis, builtin_rules()}, format_of_rest, rest);
  CHECK_FALSE(find_invalid_utf8(rest.text()));
  return json.text();
}

}  // namespace

TEST_CASE("hostile articles have reports that keep the schema") {
  const Json schema = Json::parse(read(FAULTLINE_SOURCE_DIR "/web/schema/report.json"), nullptr, false);
  const std::string nul("Kabul\0 rejected\0 the \0offer.", 27);
  for (const std::string& text :
       {std::string(), std::string(" \r\n"), nul, repeat("a", 1 << 20), "Kabul " + repeat("w", 64 << 10) + " rejected it.",
        repeat("Kabul rejected ", 64 << 10), repeat("“Kabul said ‘", 16 << 10), repeat("(Kabul (TTP) ", 16 << 10),
        repeat("Kabul,\r", 16 << 10), repeat("🕊️👩‍👩‍👧e\u0301 ", 16 << 10), repeat("کابل نے انکار کیا۔ ", 16 << 10),
        repeat("said said ", 16 << 10), repeat("not not ", 16 << 10), repeat("- dispute over ", 16 << 10), repeat("\"", 16 << 10)}) {
    const Json report = Json::parse(report_on(text, ArticleFormat::Text), nullptr, false);
    CHECK_MESSAGE(find_violation(report, schema, schema) == "", text.substr(0, 40));
  }
}

TEST_CASE("damaged articles are read or refused, never crashed on") {
  std::string source = read(FAULTLINE_SOURCE_DIR "/assets/articles/talks.json");
  REQUIRE_FALSE(source.empty());
  const Result<Article> demo = parse_article(source);
  REQUIRE(demo);
  std::mt19937 random(20260105);  // the same damage every time
  const std::string_view pieces[] = {"“", "”", "\"", "'", "(", ")", ",", ".", "\r\n", "- ", "said", "not", "rejected", "the", "\xFF", "\0", "é", "🕊", "{", "  "};
  for (int round = 0; round < 150; ++round) {
    std::string text = round % 3 == 0 ? source : demo->text();
    for (int change = 0; change < 12; ++change) {
      const size_t at = random() % text.size();
      const std::string_view piece = pieces[random() % std::size(pieces)];
      switch (random() % 3) {
        case 0: text.erase(at, random() % 40); break;
        case 1: text.insert(at, piece); break;
        default: text.insert(at, text.substr(random() % text.size(), random() % 60)); break;
      }
    }
    report_on(text);
  }
}
