// One article in one reader, as the page holds it: bytes and JSON in, JSON out. What faultline.h offers, in C++.
//
//   Session session;
//   std::string answer = session.load(bytes, ArticleFormat::Auto);   // {"ok":true,"value":{…}}
//   session.add_model(model);
//   session.analyze(400);                      // again and again, until "counts" is there: loads the rules first
//
// Knows neither WebGL nor Emscripten, so that tests can hold it natively.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis_run.h"
#include "analysis/comparison.h"
#include "article/article.h"
#include "language/model.h"
#include "language/parser.h"
#include "reader/reader.h"
#include "rules/rule_loading.h"
#include "rules/rule_set.h"
#include "text/offsets.h"

namespace faultline {

class Session {
 public:
  Session();

  std::string load(std::string_view bytes, ArticleFormat format);
  std::string export_report(std::string_view format_name) const;
  std::string set_strings(std::string_view json);
  std::string add_corrections(std::string_view json);
  std::string compare(std::string_view bytes, ArticleFormat format);
  std::string add_rules(std::string_view pack);
  std::string add_model(std::string_view bytes, std::shared_ptr<char[]> owner = nullptr);  // without owner, the bytes must outlive this
  std::string analyze(uint32_t words);
  std::string add_font(std::string bytes, int role);
  std::string set_hyphenation(std::string_view patterns);
  std::string set_preferences(std::string_view json);
  std::string layout(int surface, double width);
  std::string places();  // no JSON: the bytes of floats
  std::string text_layer(uint32_t first, uint32_t last);
  std::string marks();
  std::string command(std::string_view json);
  std::string find(std::string_view json);
  std::string found(uint32_t first, uint32_t last);

  Reader& reader() { return reader_; }

 private:
  // What belongs to one article; the reader points into it, so it stays where it is.
  struct Loaded {
    explicit Loaded(Article parsed) : article(std::move(parsed)), offsets(article.text()) {}
    Article article;
    Offsets offsets;
    Analysis analysis;
    bool is_analysed = false;
  };
  void begin_analysis();
  Loaded* find_next() const;  // whose analysis is to be done now: its own article's, then those of the others
  void finish_analysis(Loaded& loaded);
  std::string export_comparison() const;
  std::vector<ComparedArticle> find_compared() const;
  void show_comparison();
  const ControlList* card();

  void begin_loading();
  std::optional<Error> advance_loading(uint32_t words);

  std::shared_ptr<char[]> model_bytes_, bundle_bytes_;  // what model_ and bundle_ lie in, unless it is someone else's
  std::string_view bundle_;  // of packs that came with the model; empty: those that are built in
  std::vector<std::string> extra_packs_;
  size_t sound_packs_ = 0;                 // of them, those that are in rules_
  std::unique_ptr<RuleLoading> loading_;  // what is to follow rules_; its packs are those above
  std::unique_ptr<RuleSet> rules_;
  std::unique_ptr<LanguageModel> model_;  // before it has arrived, articles are shown without findings
  std::unique_ptr<Parser> parser_;
  std::unique_ptr<Loaded> loaded_;
  std::vector<std::unique_ptr<Loaded>> others_;  // to compare it with
  std::unique_ptr<AnalysisRun> run_;  // of find_next(), once it has begun and until it is done
  Reader reader_;
  Kinds preferred_off_ = 0;  // what "highlights" asked for last: asking for the same again leaves the filter alone
  double card_width_;
};

}  // namespace faultline
