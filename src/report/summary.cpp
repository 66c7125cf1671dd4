#include <algorithm>
#include <map>

#include "analysis/categories.h"
#include "analysis/names.h"
#include "report/columns.h"
#include "report/names.h"
#include "report/report.h"

namespace faultline {
namespace {

constexpr int kIndent = 2;
constexpr int kCategoryColumn = 20;  // after the longest category and its sign
constexpr int kTallyWidth = 16;      // columns of an eroding and a building sum

class SummaryWriter {
 public:
  SummaryWriter(const ReportSubject& subject, Output& output, const ReportOptions& options)
      : article_(subject.article), analysis_(subject.analysis), rules_(subject.rules), explain_(options.explain), page_(output, options.columns, options.colour) {}

  void write() {
    write_head();
    if (analysis_.issues.empty() && analysis_.signals.empty()) {
      page_.gap();
      page_.line("No disputed issue and no trust signal was found.");
      write_suppressed();
      return;
    }
    write_parties();
    write_issues();
    write_signals();
    write_suppressed();
    write_ledger();
    page_.gap();
    page_.line("Disputed is not false, and a count is not a score.", Look::Dim);
  }

 private:
  void write_head() {
    if (!article_.title().empty()) page_.line(article_.title(), Look::Bold);
    size_t words = 0, eroding = 0;
    for (const Token& token : article_.tokens()) words += token.kind != TokenKind::Punctuation;
    for (const Signal& signal : analysis_.signals) eroding += polarity_of(signal.category) == Polarity::Eroding;
    page_.begin_line(0, 0);
    page_.add(count_of(words, "word", "words") + " · ", Look::Dim);
    page_.add(count_of(analysis_.issues.size(), "disputed issue", "disputed issues"), Look::Issue).add(" · ", Look::Dim);
    page_.add(std::to_string(eroding) + " eroding", Look::Eroding).add(" and ", Look::Dim);
    page_.add(std::to_string(analysis_.signals.size() - eroding) + " building", Look::Building);
    page_.add(analysis_.signals.size() == 1 ? " signal" : " signals", Look::Dim);
    page_.end_line();
  }

  void write_heading(std::string_view heading) {
    page_.gap();
    page_.line(heading, Look::Bold);
  }

  // Parties that take part in a finding; the others would only be a list of names.
  void write_parties() {
    std::vector<bool> takes_part(analysis_.parties.size(), false);
    auto mark = [&](PartyRef party) {
      if (party >= 0) takes_part[static_cast<size_t>(party)] = true;
    };
    for (const Issue& issue : analysis_.issues) std::for_each(issue.parties.begin(), issue.parties.end(), mark);
    for (const Signal& signal : analysis_.signals) mark(signal.who), mark(signal.whom);
    const bool is_of_both = !analysis_.signals.empty() && std::find(takes_part.begin(), takes_part.end(), true) == takes_part.end();
    if (is_of_both) takes_part.assign(takes_part.size(), true);  // "Chile and Peru met", and nothing else
    if (std::find(takes_part.begin(), takes_part.end(), true) == takes_part.end()) return;
    write_heading("Parties");
    for (size_t i = 0; i < analysis_.parties.size(); ++i) {
      if (!takes_part[i]) continue;
      const Party& party = analysis_.parties[i];
      page_.begin_line(kIndent, kIndent + 4);
      page_.add(party.name).add(" " + to_plain(party.kind == PartyKind::ArmedGroup ? "armed_group" : to_string(party.kind)), Look::Dim);
      bool first = true;
      for (const std::string& name : party.names) {
        if (name == party.name) continue;
        page_.add((first ? ", also " : ", ") + name, Look::Dim);
        first = false;
      }
      page_.end_line();
    }
  }

  void write_issues() {
    if (analysis_.issues.empty()) return;
    write_heading("Disputed issues");
    for (const Issue& issue : analysis_.issues) {
      page_.begin_line(kIndent, kIndent + 4);
      page_.add("? ", Look::Issue).add(capitalise(issue.label));
      page_.end_line();
      page_.begin_line(kIndent + 2, kIndent + 4);
      page_.add(to_plain(to_string(issue.type)) + " · " + to_string(issue.status) + " · " + to_string(issue.basis), Look::Dim);
      for (size_t i = 0; i < issue.parties.size(); ++i)
        page_.add(i == 0 ? " · " : " and ", Look::Dim).add(to_party_name(analysis_, issue.parties[i]), Look::Dim);
      page_.end_line();
    }
  }

  // Who → whom, in the order in which the article first brings each pair together.
  void write_signals() {
    if (analysis_.signals.empty()) return;
    write_heading("Trust signals");
    std::map<std::pair<PartyRef, PartyRef>, std::vector<uint32_t>> by_pair;
    std::vector<std::pair<PartyRef, PartyRef>> pairs;
    for (uint32_t i = 0; i < analysis_.signals.size(); ++i) {
      const std::pair pair{analysis_.signals[i].who, analysis_.signals[i].whom};
      if (by_pair[pair].empty()) pairs.push_back(pair);
      by_pair[pair].push_back(i);
    }
    for (const auto& pair : pairs) {
      page_.begin_line(kIndent, kIndent + 4);
      page_.add(to_pair_name(analysis_, pair.first, pair.second), Look::Bold);
      page_.end_line();
      for (uint32_t i : by_pair[pair]) write_signal(analysis_.signals[i]);
    }
  }

  void write_signal(const Signal& signal) {
    const bool eroding = polarity_of(signal.category) == Polarity::Eroding;
    const Look look = eroding ? Look::Eroding : Look::Building;
    page_.begin_line(kIndent + 2, kIndent + 2 + kCategoryColumn);
    page_.add(std::string(eroding ? "− " : "+ ") + to_plain(to_string(signal.category)), look).tab(kIndent + 2 + kCategoryColumn);
    page_.add("“").add(article_.text_of(signal.span), Look::Plain).add("”");
    const std::string certainty = to_reservation(analysis_, signal);
    if (!certainty.empty()) page_.add(" " + certainty, Look::Dim);
    page_.end_line();
    if (!explain_) return;
    const Rule& rule = rules_.rules()[signal.rule];
    page_.line(rule.id + ": " + rule.why, Look::Dim, kIndent + 4);
    if (!signal.question.empty()) page_.line(signal.question, Look::Dim, kIndent + 4);
  }

  // "Why is this not marked?": every candidate that a rule of the guide silenced.
  void write_suppressed() {
    if (!explain_ || analysis_.suppressed.empty()) return;
    write_heading("Not marked");
    for (const Suppressed& suppressed : analysis_.suppressed) {
      page_.begin_line(kIndent, kIndent + 4);
      page_.add("“").add(article_.text_of(suppressed.span)).add("” ").add(suppressed.reason, Look::Dim);
      page_.add(" [" + rules_.rules()[suppressed.rule].id + "]", Look::Dim);
      page_.end_line();
    }
  }

  void write_ledger() {
    if (analysis_.ledger.empty()) return;
    write_heading("Ledger: eroding and building weight, never netted");
    const int first = std::min(page_.columns() - 3 * kTallyWidth, 42);
    page_.begin_line(kIndent, kIndent);
    for (const char* head : {"words", "deeds", "background"})
      page_.add_ending_at(first + kTallyWidth * (head[0] == 'w' ? 1 : head[0] == 'd' ? 2 : 3), head, Look::Dim);
    page_.end_line();
    for (const LedgerEntry& entry : analysis_.ledger) {
      page_.begin_line(kIndent, kIndent + 2);
      page_.add(to_pair_name(analysis_, entry.who, entry.whom));
      if (page_.at() > first) {  // a long pair of names has its figures below it
        page_.end_line();
        page_.begin_line(kIndent, kIndent);
      }
      int end = first;
      for (const Tally* tally : {&entry.words, &entry.deeds, &entry.background}) write_tally(*tally, end += kTallyWidth);
      page_.end_line();
    }
  }

  void write_tally(const Tally& tally, int end) {
    const bool erodes = tally.eroding != 0, builds = tally.building != 0;
    page_.add_ending_at(end - kTallyWidth / 2, erodes ? to_decimal(tally.eroding) : "·", erodes ? Look::Eroding : Look::Dim);
    page_.add_ending_at(end, builds ? "+" + to_decimal(tally.building) : "·", builds ? Look::Building : Look::Dim);
  }

  const Article& article_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  bool explain_;
  Page page_;
};

}  // namespace

void write_summary(const ReportSubject& subject, Output& output, const ReportOptions& options) {
  SummaryWriter(subject, output, options).write();
}

}  // namespace faultline
