#include "report/comparison_report.h"

#include "report/columns.h"
#include "report/names.h"

namespace faultline {
namespace {

class JsonComparison {
 public:
  JsonComparison(const ComparisonSubject& subject, Output& output, JsonLayout layout) : subject_(subject), json_(output, layout) {}

  void write() {
    json_.open_object();
    json_.key("schema").string("faultline.comparison/1");
    write_list("articles", subject_.articles.size(), [&](size_t i) { write_article(i); });
    write_list("issues", subject_.comparison.issues.size(), [&](size_t i) { write_issue(subject_.comparison.issues[i]); });
    write_list("ledger", subject_.comparison.ledger.size(), [&](size_t i) { write_pair(subject_.comparison.ledger[i]); });
    json_.close_object();
  }

 private:
  template <class Write>
  void write_list(const char* name, size_t size, Write write) {
    json_.key(name).open_array();
    for (size_t i = 0; i < size; ++i) write(i);
    json_.close_array();
  }

  void write_article(size_t i) {
    const auto& [article, analysis] = subject_.articles[i];
    json_.open_object();
    json_.key("id").string(subject_.names[i]);
    json_.key("title").string(article.title());
    json_.key("issues").number(static_cast<int64_t>(analysis.issues.size()));
    json_.key("signals").number(static_cast<int64_t>(analysis.signals.size()));
    json_.close_object();
  }

  void write_issue(const ComparedIssue& issue) {
    json_.open_object();
    json_.key("label").string(issue.label);
    json_.key("type").string(to_string(issue.type));
    write_list("cells", issue.cells.size(), [&](size_t i) {
      const IssueCell& cell = issue.cells[i];
      json_.open_object();
      json_.key("standing").string(to_string(cell.standing));
      write_list("issues", cell.issues.size(), [&](size_t k) { json_.string(to_issue_id(cell.issues[k])); });
      write_list("voices", cell.voices.size(), [&](size_t k) { json_.string(to_speaker_name(subject_.articles[i].analysis, cell.voices[k])); });
      json_.close_object();
    });
    json_.close_object();
  }

  void write_pair(const ComparedPair& pair) {
    json_.open_object();
    json_.key("who").string(pair.who);
    json_.key("whom").string(pair.whom);
    write_list("cells", pair.cells.size(), [&](size_t i) {
      if (pair.cells[i] == nullptr) return json_.null();
      json_.open_object();
      write_tally("words", pair.cells[i]->words);
      write_tally("deeds", pair.cells[i]->deeds);
      write_tally("background", pair.cells[i]->background);
      json_.close_object();
    });
    json_.close_object();
  }

  void write_tally(const char* name, const Tally& tally) {
    json_.key(name).open_object();
    json_.key("eroding").hundredths(tally.eroding);
    json_.key("building").hundredths(tally.building);
    json_.close_object();
  }

  const ComparisonSubject& subject_;
  JsonWriter json_;
};

// A column an article, named A, B, C: titles are too long for a head.
class TextComparison {
 public:
  TextComparison(const ComparisonSubject& subject, Output& output, const ReportOptions& options) : subject_(subject), page_(output, options.columns, options.colour) {}

  void write() {
    for (size_t i = 0; i < subject_.articles.size(); ++i) {
      page_.begin_line(0, 3);
      page_.add(letter_of(i) + " ", Look::Bold).add(subject_.articles[i].article.title().empty() ? subject_.names[i] : subject_.articles[i].article.title());
      page_.add(" " + subject_.names[i], Look::Dim);
      page_.end_line();
    }
    write_issues();
    write_ledger();
    page_.gap();
    page_.line("Told without dispute is not agreed, disputed is not false, and a count is not a score.", Look::Dim);
  }

 private:
  void write_issues() {
    page_.gap();
    if (subject_.comparison.issues.empty()) return page_.line("No disputed issue was found in any of them.");
    page_.line("Disputed issues", Look::Bold);
    for (const ComparedIssue& issue : subject_.comparison.issues) {
      page_.begin_line(2, 6);
      page_.add("? ", Look::Issue).add(capitalise(issue.label)).add(" " + to_plain(to_string(issue.type)), Look::Dim);
      page_.end_line();
      for (size_t i = 0; i < issue.cells.size(); ++i) {
        const IssueCell& cell = issue.cells[i];
        page_.begin_line(4, 8);
        page_.add(letter_of(i) + " ", Look::Bold).add(to_string(cell.standing), cell.standing <= IssueStanding::Told ? Look::Dim : cell.standing == IssueStanding::Conceded ? Look::Building : Look::Eroding);
        for (size_t k = 0; k < cell.voices.size(); ++k) page_.add((k == 0 ? ", in the words of " : ", ") + to_speaker_name(subject_.articles[i].analysis, cell.voices[k]), Look::Dim);
        page_.end_line();
      }
    }
  }

  void write_ledger() {
    if (subject_.comparison.ledger.empty()) return;
    page_.gap();
    page_.line("Ledger: eroding and building weight of words, deeds, background", Look::Bold);
    for (const ComparedPair& pair : subject_.comparison.ledger) {
      page_.begin_line(2, 6);
      page_.add(pair.who == "dyad" ? "Between the two sides" : pair.who == "unspecified" && pair.whom == "unspecified" ? "Somebody unspecified" : pair.who + " → " + pair.whom);
      page_.end_line();
      for (size_t i = 0; i < pair.cells.size(); ++i) {
        page_.begin_line(4, 8);
        page_.add(letter_of(i) + " ", Look::Bold);
        if (pair.cells[i] == nullptr) page_.add("nothing", Look::Dim);
        else add_tallies(*pair.cells[i]);
        page_.end_line();
      }
    }
  }

  void add_tallies(const LedgerEntry& entry) {
    bool first = true;
    for (const auto& [name, tally] : {std::pair{"words", entry.words}, std::pair{"deeds", entry.deeds}, std::pair{"background", entry.background}}) {
      if (tally.eroding == 0 && tally.building == 0) continue;
      page_.add(std::string(first ? "" : ", ") + name, Look::Dim);
      if (tally.eroding != 0) page_.add(" " + to_decimal(tally.eroding), Look::Eroding);
      if (tally.building != 0) page_.add(" +" + to_decimal(tally.building), Look::Building);
      first = false;
    }
  }

  const ComparisonSubject& subject_;
  Page page_;
};

}  // namespace

void write_comparison(const ComparisonSubject& subject, ReportFormat format, Output& output, const ReportOptions& options) {
  if (format != ReportFormat::Json) return TextComparison(subject, output, options).write();
  JsonComparison(subject, output, options.layout).write();
  output.write("\n");
}

}  // namespace faultline
