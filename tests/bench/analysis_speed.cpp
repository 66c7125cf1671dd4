// Measures the whole analysis of texts of growing size: how the time of each stage grows with the text.
//
//   analysis_speed assets/model/english.flm TEXT...
//
// One line of JSON a text: its bytes and words, milliseconds (of the processor) of reading it, of parsing and of each stage after it, and their sum.
#include <cstdio>
#include <ctime>

#include "analysis/analysis_run.h"
#include "bench/files.h"
#include "language/model.h"
#include "rules/rule_set.h"

using namespace faultline;

namespace {

constexpr const char* kStages[] = {"parse", "words", "names", "parties", "voices", "matches", "signals", "issues", "summary"};

// Of the processor, so that other work on the machine does not count.
double milliseconds_since(std::clock_t begin) { return 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

bool measure(const char* path, Parser& parser, const RuleSet& rules) {
  const std::string text = read_file(path);
  std::clock_t begin = std::clock();
  const Result<Article> article = parse_article(text, ArticleFormat::Text);
  if (!article) return std::fprintf(stderr, "%s: %s\n", path, article.error().message.c_str()), false;
  double total = milliseconds_since(begin);
  std::printf("{\"bytes\": %zu, \"tokens\": %zu, \"read\": %.2f", text.size(), article->tokens().size(), total);
  AnalysisRun run(*article, &parser, rules);
  while (run.stage() != AnalysisRun::Stage::Done) {
    const AnalysisRun::Stage own = run.stage();
    const char* stage = kStages[static_cast<size_t>(own)];
    begin = std::clock();
    while (run.stage() == own) run.advance(UINT32_MAX);
    const double time = milliseconds_since(begin);
    total += time;
    std::printf(", \"%s\": %.2f", stage, time);
  }
  std::printf(", \"total\": %.2f, \"found\": %zu}\n", total, run.take().signals.size());
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: analysis_speed MODEL TEXT...\n"), 2;
  const std::string model_bytes = read_file(argv[1]);
  const Result<LanguageModel> model = parse_language_model(model_bytes);
  const Result<RuleSet> rules = load_rules(builtin_packs());
  if (!model || !rules) return std::fprintf(stderr, "%s\n", (model ? rules.error() : model.error()).message.c_str()), 1;
  Parser parser(*model);
  bool is_good = true;
  for (int i = 2; i < argc; ++i) is_good = measure(argv[i], parser, *rules) && is_good;
  return is_good ? 0 : 1;
}
