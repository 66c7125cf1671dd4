// Measures the parser: how long the model takes to load, words a second, and a digest of the trees, which must be the
// same for every build and machine.
//
//   language_speed assets/model/english.flm articles.txt [repetitions]
//
// The text should be long and varied: text that repeats itself flatters the branch predictor.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/files.h"
#include "language/matrix.h"
#include "language/parser.h"
#include "text/utf8.h"

using namespace faultline;

namespace {

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

std::vector<Span> find_lines(std::string_view text) {
  std::vector<Span> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end + 1;
  }
  return lines;
}

uint64_t digest_of(const Syntax& syntax) {
  uint64_t digest = 14695981039346656037u;
  const auto add = [&digest](uint64_t value) { digest = (digest ^ value) * 1099511628211u; };
  for (const SyntaxWord& word : syntax.words())
    for (const uint64_t value : {uint64_t{word.span.begin}, uint64_t{word.span.end}, uint64_t{word.head}, uint64_t{word.lemma_end}, static_cast<uint64_t>(word.upos),
                                 static_cast<uint64_t>(word.xpos), static_cast<uint64_t>(word.relation)})
      add(value);
  return digest;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: language_speed MODEL TEXT [REPETITIONS]\n"), 2;
  const std::string bytes = read_file(argv[1]), text = read_file(argv[2]);
  const int repetitions = argc > 3 ? std::atoi(argv[3]) : 5;
  Clock::time_point begin = Clock::now();
  const Result<LanguageModel> model = parse_language_model(bytes);
  const double load = seconds_since(begin);
  if (!model || find_invalid_utf8(text)) return std::fprintf(stderr, "%s\n", model ? "the text is not UTF-8" : model.error().message.c_str()), 1;
  const std::vector<Span> lines = find_lines(text);
  Parser parser(*model);
  Syntax syntax;
  double best = 1e9, first = 0;
  for (int i = 0; i < repetitions; ++i) {
    begin = Clock::now();
    parser.parse(text, lines, syntax);
    const double time = seconds_since(begin);
    if (i == 0) first = time;
    best = std::min(best, time);
  }
  std::printf("{\"kernel\": \"%s\", \"load_ms\": %.2f, \"words\": %zu, \"first_ms\": %.2f, \"best_ms\": %.2f, \"words_per_second\": %.0f, \"digest\": \"%016llx\"}\n",
              available_kernels().front().name, load * 1e3, syntax.words().size(), first * 1e3, best * 1e3,
              static_cast<double>(syntax.words().size()) / best, static_cast<unsigned long long>(digest_of(syntax)));
  return 0;
}
