#include <initializer_list>
#include <nlohmann/json.hpp>

#include "analysis/categories.h"
#include "analysis/names.h"
#include "report/names.h"
#include "report/report.h"
#include "text/offsets.h"

namespace faultline {
namespace {

constexpr std::string_view kColumns =
    "finding,id,start,end,text,category,polarity,track,who,whom,inherited,speaker,factuality,time,quote,intensity,"
    "weight,label,status,basis,parties,rule,correction\r\n";

// A cell of RFC 4180. Words that come from the article and would be run as a formula by a spreadsheet get an
// apostrophe in front: the article is not ours to trust.
std::string to_cell(std::string_view text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  if (!formula && text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string cell = formula ? "\"'" : "\"";
  for (char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + "\"";
}

// The caller's id as a cell: what the JSON value says, a string without its quotes.
std::string to_id_cell(std::string_view json) {
  const nlohmann::json value = nlohmann::json::parse(json, nullptr, false);
  return to_cell(value.is_string() ? value.get<std::string>() : std::string(json));
}

std::string to_row(std::initializer_list<std::string> cells) {
  std::string row;
  for (const std::string& cell : cells) row += cell + ",";
  row.back() = '\r';
  return row + "\n";
}

}  // namespace

void write_csv(const ReportSubject& subject, Output& output, const ReportOptions& options) {
  const auto& [article, analysis, rules] = subject;
  const Offsets offsets(article.text());
  auto start = [&](Span span) { return std::to_string(offsets.code_point_of(span.begin)); };
  auto end = [&](Span span) { return std::to_string(offsets.code_point_of(span.end)); };
  auto party = [&](PartyRef ref) { return to_cell(to_party_name(analysis, ref)); };

  const std::string id = options.id.empty() ? "" : to_id_cell(options.id) + ",";
  if (options.csv_header) output.write(options.id.empty() ? std::string(kColumns) : "article," + std::string(kColumns));
  for (uint32_t i = 0; i < analysis.issues.size(); ++i) {
    const Issue& issue = analysis.issues[i];
    std::string parties;
    for (PartyRef ref : issue.parties) parties += (parties.empty() ? "" : "; ") + to_party_name(analysis, ref);
    for (Span span : issue.spans)
      output.write(id + to_row({"issue", to_issue_id(i), start(span), end(span), to_cell(article.text_of(span)),
                           to_string(issue.type), "", "", "", "", "", "", "", "", "", "", "", to_cell(issue.label),
                           to_string(issue.status), to_string(issue.basis), to_cell(parties),
                           to_cell(rules.rules()[issue.rule].id), to_cell(to_correction_words(analysis, {true, i}))}));
  }
  for (uint32_t i = 0; i < analysis.signals.size(); ++i) {
    const Signal& s = analysis.signals[i];
    output.write(id + to_row({"signal", to_signal_id(i), start(s.span), end(s.span), to_cell(article.text_of(s.span)),
                         to_string(s.category), to_string(polarity_of(s.category)), to_string(s.track), party(s.who),
                         party(s.whom), s.inherited ? "true" : "false", to_cell(to_speaker_name(analysis, s.speaker)),
                         to_string(s.factuality), to_string(s.time), to_string(s.quote), to_decimal(s.intensity),
                         to_decimal(s.weight), "", "", "", "", to_cell(rules.rules()[s.rule].id), to_cell(to_correction_words(analysis, {false, i}))}));
  }
}

}  // namespace faultline
