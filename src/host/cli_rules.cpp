#include "host/cli_rules.h"

#include "report/columns.h"

namespace faultline {
namespace {

constexpr std::string_view kFormula[] = {"ledger-weights", "signal-categories"};

void list_as_json(const RuleSet& rules, Output& out) {
  JsonWriter json(out, JsonLayout::Lines);
  json.open_object();
  json.key("schema").string("faultline.rule-list/1");
  json.key("version").string(rules.version());
  json.key("rules").open_array();
  for (const Rule& rule : rules.rules()) {
    json.open_object();
    json.key("id").string(rule.id);
    json.key("kind").string(rule.kind);
    json.key("category").string(rule.category);
    json.key("pack").string(rule.pack);
    json.key("why").string(rule.why);
    json.close_object();
  }
  json.close_array();
  json.key("ledger").open_object();
  for (const std::string_view table : kFormula) {
    json.key(table).open_array();
    for (const auto& row : rules.rows(table)) {
      json.open_array();
      for (const std::string& cell : row) json.string(cell);
      json.close_array();
    }
    json.close_array();
  }
  json.close_object();
  json.close_object();
}

// "  reported  70 %  somebody else says so …"
void list_formula(const RuleSet& rules, Page& page) {
  page.gap();
  page.line("The ledger: base weight × certainty × intensity; an inherited party counts in part. Eroding and building are never netted.");
  for (const auto& row : rules.rows("ledger-weights"))
    if (row.size() > 2) page.line(row[0] + "  " + row[1] + " %  " + row[2], Look::Plain, 2);
  for (const auto& row : rules.rows("signal-categories"))
    if (row.size() > 2) page.line(row[0] + "  " + row[2] + " hundredths as " + row[1] + ", unless its rule says otherwise", Look::Plain, 2);
}

}  // namespace

void list_rules(const RuleSet& rules, ReportFormat format, Output& out) {
  if (format == ReportFormat::Json) {
    list_as_json(rules, out);
    out.write("\n");
    return;
  }
  Page page(out, 100, false);
  std::string_view pack;
  for (const Rule& rule : rules.rules()) {
    if (rule.pack != pack) {
      if (!pack.empty()) page.gap();
      pack = rule.pack;
      page.line(pack);
    }
    page.begin_line(2, 6);
    page.add(rule.id);
    if (!rule.category.empty()) page.add("  " + rule.category);
    page.end_line();
    page.line(rule.why, Look::Plain, 6);
  }
  list_formula(rules, page);
}

}  // namespace faultline
