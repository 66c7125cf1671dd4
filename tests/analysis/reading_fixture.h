// What the tests of the analysis share: the rules that are built in, and an article from a few sentences.
//
//   const Article article = article_of("Ruritania rejected the offer.");
//   const EnglishReading english(article);
//   const Cast cast = find_parties(english.reading);
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/analysis.h"
#include "analysis/reading.h"
#include "article/article.h"
#include "language/english_model.h"
#include "language/parser.h"
#include "language/trees.h"
#include "rules/rule_set.h"

namespace faultline {

inline const RuleSet& builtin_rules() {
  static const RuleSet rules = [] {
    Result<RuleSet> loaded = load_rules(builtin_packs());
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().where + ": " + loaded.error().message));
    return std::move(*loaded);
  }();
  return rules;
}

// A file of the checkout, as bytes.
inline std::string read_source(const std::string& path) {
  std::ifstream file(std::string(FAULTLINE_SOURCE_DIR) + "/" + path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline Article article_of(std::string_view text) {
  Result<Article> article = parse_article(text, ArticleFormat::Text);
  REQUIRE(article.has_value());
  return std::move(*article);
}

inline Syntax syntax_of(const Article& article) {
  static Parser parser(english_model());
  return read_syntax(article, parser);
}

inline Analysis analyze_english(const Article& article, const RuleSet& rules = builtin_rules()) { return analyze(article, syntax_of(article), rules); }

// An article as the finders see it: EnglishReading english(article); find_parties(english.reading).
struct EnglishReading {
  explicit EnglishReading(const Article& article, const RuleSet& rules = builtin_rules())
      : syntax(syntax_of(article)), trees(article, syntax), reading(article, trees, rules) {}
  Syntax syntax;
  Trees trees;
  Reading reading;
};

// The examples tell of two invented countries, so that no real one is slighted; the gazetteer knows real ones only.
inline std::string with_known_countries(std::string text) {
  for (const auto& [invented, known] : {std::pair{"Ruritania", "Finland"}, std::pair{"Graustark", "Chile"}})
    for (size_t at = 0; (at = text.find(invented, at)) != std::string::npos;) text.replace(at, std::string_view(invented).size(), known);
  return text;
}

// Every span lies in the text and on character boundaries.
inline bool is_sound(const Article& article, Span span) {
  const auto inside = [&](uint32_t at) { return at >= article.text().size() || (static_cast<unsigned char>(article.text()[at]) & 0xC0) != 0x80; };
  return span.begin <= span.end && span.end <= article.text().size() && inside(span.begin) && inside(span.end);
}

}  // namespace faultline
