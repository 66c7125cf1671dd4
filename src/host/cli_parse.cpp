#include "host/cli_parse.h"

#include <cstdio>

#include "article/article.h"
#include "host/cli_files.h"
#include "language/evaluation.h"
#include "language/morphology.h"
#include "language/parser.h"
#include "text/utf8.h"

namespace faultline {
namespace {

constexpr size_t kMaxTreebankBytes = 256u << 20;

int complain(const std::string& file, const Error& error) {
  std::fprintf(stderr, "faultline: %s: %s%s%s\n", file.c_str(), error.message.c_str(), error.where.empty() ? "" : " ", error.where.c_str());
  return kBadInput;
}

uint32_t head_number(const SyntaxSentence& sentence, const SyntaxWord& word) {
  return word.head == SyntaxWord::kNoHead ? 0 : word.head - sentence.first_word + 1;
}

void append_padded(std::string_view text, size_t width, std::string& line) {
  line += text;
  size_t characters = 0;
  for (uint32_t at = 0; at < text.size(); at += code_point_at(text, at).length) ++characters;
  line.append(characters < width ? width - characters + 1 : 1, ' ');
}

// "  3 rejected       reject       VERB  VBD   root         ← –"
void write_columns(std::string_view text, const Syntax& syntax, Output& out) {
  std::string line;
  for (const SyntaxSentence& sentence : syntax.sentences()) {
    line.assign(text_of(text, sentence.span));
    for (char& c : line)
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    out.write(line + "\n");
    for (const SyntaxWord& word : syntax.words_of(sentence)) {
      line.assign(2, ' ');
      append_padded(text_of(text, word.span), 18, line);
      append_padded(syntax.lemma_of(word), 16, line);
      append_padded(to_string(word.upos), 5, line);
      append_padded(to_string(word.xpos), 5, line);
      append_padded(to_string(word.relation), 14, line);
      if (word.head != SyntaxWord::kNoHead) line += "← " + std::string(text_of(text, syntax.words()[word.head].span));
      while (line.ends_with(' ')) line.pop_back();
      out.write(line + "\n");
    }
    out.write("\n");
  }
}

void write_conllu(std::string_view text, const Syntax& syntax, Output& out) {
  std::string line;
  uint32_t number = 0;
  for (const SyntaxSentence& sentence : syntax.sentences()) {
    line = "# sent_id = " + std::to_string(++number) + "\n# text = ";
    for (const char c : text_of(text, sentence.span)) line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    line += '\n';
    const auto words = syntax.words_of(sentence);
    for (size_t i = 0; i < words.size(); ++i) {
      const SyntaxWord& word = words[i];
      line += std::to_string(i + 1);
      line += '\t';
      line += text_of(text, word.span);
      for (const std::string_view column : {syntax.lemma_of(word), to_string(word.upos), to_string(word.xpos)}) {
        line += '\t';
        line += column;
      }
      line += '\t';
      append_features(find_morphology(syntax, word, text), line);
      line += '\t' + std::to_string(head_number(sentence, word)) + '\t';
      line += to_string(word.relation);
      line += i + 1 < words.size() && words[i + 1].span.begin == word.span.end ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n";
    }
    out.write(line + "\n");
  }
}

void write_scores(const char* title, const Evaluation& scores, Output& out) {
  char line[160];
  const auto percent = [](const Score& score) { return 100 * score.f1(); };
  std::snprintf(line, sizeof line, "%-11s %9.2f %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f\n", title, percent(scores.sentences), percent(scores.words),
                percent(scores.upos), percent(scores.xpos), percent(scores.lemmas), percent(scores.uas), percent(scores.las));
  out.write(line);
}

int evaluate_file(const std::string& file, Parser& parser, Output& out) {
  const Result<std::string> bytes = read_whole_file(file, kMaxTreebankBytes);
  if (!bytes) return complain(file, bytes.error());
  const Result<Treebank> gold = parse_conllu(*bytes);
  if (!gold) return complain(file, gold.error());
  out.write(file + "\n            sentences   words    UPOS    XPOS  lemmas     UAS     LAS\n");
  Syntax syntax;
  parser.parse_words(gold->forms, gold->form_spans, gold->lengths, syntax);
  write_scores("gold words", evaluate(*gold, syntax, TextOf::GoldWords), out);
  parser.parse(gold->text, gold->blocks, syntax);
  write_scores("raw text", evaluate(*gold, syntax, TextOf::Raw), out);
  return 0;
}

int parse_file(const CommandLine& line, const std::string& file, Parser& parser, Output& out) {
  const Result<std::string> bytes = read_whole_file(file, kMaxArticleBytes);
  if (!bytes) return complain(file, bytes.error());
  const Result<Article> article = parse_article(*bytes, line.input);
  if (!article) return complain(file, article.error());
  std::vector<Span> blocks;
  for (const Block& block : article->blocks()) blocks.push_back(block.span);
  Syntax syntax;
  parser.parse(article->text(), blocks, syntax);
  (line.conllu ? write_conllu : write_columns)(article->text(), syntax, out);
  return 0;
}

}  // namespace

int run_parse(const CommandLine& line, Parser& parser, Output& out) {
  int exit_code = 0;
  for (const std::string& file : line.files) {
    const int code = line.evaluate ? evaluate_file(file, parser, out) : parse_file(line, file, parser, out);
    if (code != 0) exit_code = code;
  }
  return exit_code;
}

}  // namespace faultline
