#include "analysis/issue_labels.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "rules/inflect.h"
#include "rules/rule_set.h"

namespace faultline {

namespace {

std::string gerund_of(const Reading& reading, uint32_t verb) {
  const std::string_view lemma = reading.trees().lemma(verb);
  if (reading.fold(verb).ends_with("ing") || lemma.empty()) return std::string(reading.fold(verb));
  const auto forms = inflect(lemma, "vg", {});
  if (!forms || forms->empty()) return std::string(reading.fold(verb));
  // "admitting", but "opening": usage is divided only where the stress is not at the end.
  const auto stressed = reading.rules().words("issue.final-stress");
  const bool doubles = std::find(stressed.begin(), stressed.end(), lemma) != stressed.end();
  return doubles ? forms->front().text : forms->back().text;
}

std::string text_between(const Reading& reading, uint32_t first, uint32_t end) {
  return first < end ? std::string(reading.article().text_of(reading.span_of(first, end))) : std::string();
}

// "where the line runs": a question names its object as it stands.
bool is_question(const Reading& reading, uint32_t verb) {
  for (const uint32_t child : reading.trees().children(verb)) {
    const Xpos xpos = reading.trees().xpos(child);
    if (child < verb && (xpos == Xpos::Wrb || is_relative_pronoun(xpos))) return true;
  }
  return false;
}

// Quotation marks of a phrase cut out of a sentence have lost each other; a label is one line without them.
std::string without_quotes(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kMarks{"“", "”", "\""};
  std::string out;
  while (!text.empty()) {
    size_t size = 0;
    for (const std::string_view mark : kMarks)
      if (text.starts_with(mark)) size = mark.size();
    const bool is_space = text[0] == '\n' || text[0] == '\r' || text[0] == '\t' || text[0] == ' ';
    if (size == 0 && !is_space) out += text[0];
    if (is_space && !out.empty() && out.back() != ' ') out += ' ';
    text.remove_prefix(std::max<size_t>(size, 1));
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string label_of_issue(const Reading& reading, const IssuePhrase& phrase) {
  TokenRange range = phrase.words;
  while (range.end - range.first > 1 && (reading.has(List::Determiners, range.first) || !reading.is_word(range.first))) ++range.first;
  std::string label;
  if (!is_predicate(reading, phrase.head) || phrase.head < range.first || phrase.head >= range.end) {
    label = text_between(reading, range.first, range.end);
  } else if (is_question(reading, phrase.head)) {
    label = text_between(reading, std::min(range.first, reading.trees().reach(phrase.head).first), range.end);
  } else {
    label = gerund_of(reading, phrase.head);
    if (phrase.subject != kNoToken) {
      const TokenReach subject = reading.trees().reach(phrase.subject);
      label += " " + text_between(reading, std::max(subject.first, range.first), std::min(subject.last, phrase.head));
    }
    const std::string rest = text_between(reading, phrase.head + 1, range.end);
    if (!rest.empty()) label += (rest[0] == ',' || rest[0] == '-' ? "" : " ") + rest;
  }
  label = without_quotes(label);
  if (label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

}  // namespace faultline
