#include "language/evaluation.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "text/utf8.h"

namespace faultline {
namespace {

constexpr uint32_t kUnaligned = UINT32_MAX;

// Pairs words of the treebank with words of the parser.
class Aligner {
 public:
  Aligner(const Treebank& gold, const Syntax& syntax) : gold_(gold), system_(syntax.words()), pairs_(gold.words.size(), kUnaligned) {}

  // For each word of the treebank, the parser's.
  std::vector<uint32_t> align() {
    size_t g = 0, s = 0;
    while (g < gold_.words.size() && s < system_.size()) {
      const Span gold = gold_.words[g].span, system = system_[s].span;
      if (gold_.words[g].shared && system.end > gold.begin && system.begin < gold.end) {
        align_shared(g, s);
      } else if (!gold_.words[g].shared && gold == system) {
        pairs_[g++] = static_cast<uint32_t>(s++);
      } else if (gold.begin < system.begin || (gold.begin == system.begin && gold.end <= system.end)) {
        ++g;
      } else {
        ++s;
      }
    }
    return std::move(pairs_);
  }

 private:
  // The words of one token against all of the parser's that begin before its end.
  void align_shared(size_t& g, size_t& s) {
    const size_t first_gold = g;
    uint32_t end = gold_.words[g].span.end;
    if (system_[s].span.begin < gold_.words[g].span.begin) ++s;
    const size_t first_system = s;
    for (bool more = true; more;) {
      more = false;
      for (; g < gold_.words.size() && is_before(gold_.words[g], end); ++g, more = true)
        if (gold_.words[g].shared) end = std::max(end, gold_.words[g].span.end);
      for (; s < system_.size() && system_[s].span.end <= end; ++s) more = true;
    }
    align_forms(first_gold, g, first_system, s);
  }

  static bool is_before(const GoldWord& word, uint32_t end) { return word.shared ? word.span.begin < end : word.span.end <= end; }

  std::string gold_form(size_t word) const { return fold_case(text_of(gold_.forms, gold_.form_spans[word])); }
  std::string system_form(size_t word) const { return fold_case(text_of(gold_.text, system_[word].span)); }

  void align_forms(size_t gold_begin, size_t gold_end, size_t system_begin, size_t system_end) {
    const size_t rows = gold_end - gold_begin, columns = system_end - system_begin;
    std::vector<uint32_t> longest((rows + 1) * (columns + 1), 0);
    const auto at = [&](size_t row, size_t column) -> uint32_t& { return longest[row * (columns + 1) + column]; };
    for (size_t row = rows; row-- > 0;)
      for (size_t column = columns; column-- > 0;)
        at(row, column) = gold_form(gold_begin + row) == system_form(system_begin + column)
                              ? at(row + 1, column + 1) + 1
                              : std::max(at(row + 1, column), at(row, column + 1));
    for (size_t row = 0, column = 0; row < rows && column < columns;) {
      if (gold_form(gold_begin + row) == system_form(system_begin + column)) {
        pairs_[gold_begin + row] = static_cast<uint32_t>(system_begin + column);
        ++row, ++column;
      } else if (at(row + 1, column) >= at(row, column + 1)) {
        ++row;
      } else {
        ++column;
      }
    }
  }

  const Treebank& gold_;
  std::span<const SyntaxWord> system_;
  std::vector<uint32_t> pairs_;
};

uint32_t count_same_sentences(const Treebank& gold, const Syntax& syntax) {
  uint32_t same = 0;
  size_t s = 0;
  const auto sentences = syntax.sentences();
  for (const Span& sentence : gold.sentences) {
    while (s < sentences.size() && sentences[s].span.begin < sentence.begin) ++s;
    if (s < sentences.size() && sentences[s].span == sentence) ++same;
  }
  return same;
}

bool is_lemma_right(const GoldWord& gold, std::string_view lemma) { return gold.lemma == "_" || gold.lemma == lemma; }

std::string_view without_subtype(std::string_view relation) { return relation.substr(0, relation.find(':')); }

}  // namespace

Evaluation evaluate(const Treebank& gold, const Syntax& syntax, TextOf text) {
  std::vector<uint32_t> pairs;
  if (text == TextOf::Raw) {
    pairs = Aligner(gold, syntax).align();
  } else {
    FL_CHECK(gold.words.size() == syntax.words().size());
    for (uint32_t i = 0; i < gold.words.size(); ++i) pairs.push_back(i);
  }
  Evaluation result;
  for (Score* score : {&result.words, &result.upos, &result.xpos, &result.lemmas, &result.uas, &result.las}) {
    score->gold = static_cast<uint32_t>(gold.words.size());
    score->system = static_cast<uint32_t>(syntax.words().size());
  }
  result.sentences = {text == TextOf::Raw ? count_same_sentences(gold, syntax) : static_cast<uint32_t>(gold.sentences.size()),
                      static_cast<uint32_t>(gold.sentences.size()), static_cast<uint32_t>(syntax.sentences().size())};
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i] == kUnaligned) continue;
    const GoldWord& word = gold.words[i];
    const SyntaxWord& found = syntax.words()[pairs[i]];
    result.words.correct += 1;
    result.upos.correct += to_string(found.upos) == word.upos;
    result.xpos.correct += to_string(found.xpos) == word.xpos;
    result.lemmas.correct += is_lemma_right(word, syntax.lemma_of(found));
    const uint32_t head = word.head == UINT32_MAX ? SyntaxWord::kNoHead : pairs[word.head];
    const bool attached = word.head == UINT32_MAX ? found.head == SyntaxWord::kNoHead : head != kUnaligned && found.head == head;
    result.uas.correct += attached;
    result.las.correct += attached && to_string(universal(found.relation)) == without_subtype(word.relation);
  }
  return result;
}

}  // namespace faultline
