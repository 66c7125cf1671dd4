#include <algorithm>

#include "analysis/categories.h"
#include "report/names.h"
#include "report/report.h"

namespace faultline {
namespace {

// CommonMark 0.31: any of these may be escaped, and an article's words must not make markup. A line break would end the item.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      if (out.empty() || out.back() != ' ') out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string quote(const ReportSubject& subject, Span span) { return "“" + escape(subject.article.text_of(span)) + "”"; }

std::string correction(const Analysis& analysis, FindingId finding) {
  const std::string words = to_correction_words(analysis, finding);
  return words.empty() ? "" : " *" + escape(capitalise(words)) + "*";
}

void write_issues(const ReportSubject& subject, Output& output) {
  const Analysis& analysis = subject.analysis;
  if (analysis.issues.empty()) return;
  output.write("\n## Disputed issues\n\n");
  for (size_t i = 0; i < analysis.issues.size(); ++i) {
    const Issue& issue = analysis.issues[i];
    output.write(std::to_string(i + 1) + ". **" + escape(capitalise(issue.label)) + "**: " + escape(to_issue_facts(analysis, issue)) +
                 correction(analysis, {true, static_cast<uint32_t>(i)}) + "\n");
    for (const Span span : issue.spans) output.write("   - " + quote(subject, span) + "\n");
  }
}

void write_signals(const ReportSubject& subject, Output& output) {
  const Analysis& analysis = subject.analysis;
  if (analysis.signals.empty()) return;
  output.write("\n## Trust signals\n\n");
  for (uint32_t i = 0; i < analysis.signals.size(); ++i) {
    const Signal& signal = analysis.signals[i];
    const bool erodes = polarity_of(signal.category) == Polarity::Eroding;
    const std::string reservation = to_reservation(analysis, signal);
    output.write(std::string("- ") + (erodes ? "− " : "+ ") + to_plain(to_string(signal.category)) + ", " + escape(to_pair_name(analysis, signal.who, signal.whom)) + ": " +
                 quote(subject, signal.span) + (reservation.empty() ? "" : " (" + escape(reservation) + ")") + correction(analysis, {false, i}) + "\n");
  }
}

void write_ledger(const ReportSubject& subject, Output& output) {
  const Analysis& analysis = subject.analysis;
  if (analysis.ledger.empty()) return;
  output.write("\n## Ledger\n\nEroding and building weight, never netted.\n\n| who → whom | words − | words + | deeds − | deeds + | background − | background + |\n|---|--:|--:|--:|--:|--:|--:|\n");
  for (const LedgerEntry& entry : analysis.ledger) {
    std::string row = "| " + escape(to_pair_name(analysis, entry.who, entry.whom)) + " |";
    for (const Tally& tally : {entry.words, entry.deeds, entry.background})
      for (const int sum : {tally.eroding, tally.building}) row += " " + (sum == 0 ? std::string("·") : to_decimal(sum)) + " |";
    output.write(row + "\n");
  }
}

}  // namespace

void write_markdown(const ReportSubject& subject, Output& output) {
  const Analysis& analysis = subject.analysis;
  output.write("# " + (subject.article.title().empty() ? std::string("Article without a title") : escape(subject.article.title())) + "\n\n");
  if (analysis.issues.empty() && analysis.signals.empty()) return output.write("No disputed issue and no trust signal was found.\n");
  const auto eroding = static_cast<size_t>(std::count_if(analysis.signals.begin(), analysis.signals.end(), [](const Signal& s) { return polarity_of(s.category) == Polarity::Eroding; }));
  output.write(count_of(analysis.issues.size(), "disputed issue", "disputed issues") + ", " + std::to_string(eroding) + " eroding and " +
               count_of(analysis.signals.size() - eroding, "building signal", "building signals") + ".\n");
  write_issues(subject, output);
  write_signals(subject, output);
  write_ledger(subject, output);
  output.write("\nDisputed is not false, and a count is not a score.\n");
}

}  // namespace faultline
