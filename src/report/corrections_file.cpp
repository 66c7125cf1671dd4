#include "report/corrections_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "report/names.h"
#include "text/anchor.h"

namespace faultline {
namespace {

using Json = nlohmann::json;

Span span_of(const Analysis& analysis, FindingId finding) {
  return finding.is_issue ? analysis.issues[finding.index].spans[0] : analysis.signals[finding.index].span;
}

std::unexpected<Error> refuse(size_t index, const char* key, const char* expected) {
  return make_error(ErrorCode::BadRequest, std::string("expected ") + expected, "corrections[" + std::to_string(index) + "]." + key);
}

// The member as a string, empty when it is not there; nothing for another value.
std::optional<std::string> read_text(const Json& json, const char* key) {
  auto member = json.find(key);
  if (member == json.end() || member->is_null()) return "";
  const auto* text = member->get_ptr<const std::string*>();
  return text ? std::optional(*text) : std::nullopt;
}

class CorrectionsReader {
 public:
  CorrectionsReader(const Article& article, const Analysis& analysis) : analysis_(analysis), text_(article.text()), offsets_(article.text()) {}

  std::optional<Error> read(const Json& json, size_t index) {
    if (!json.is_object()) return refuse(index, "", "an object").error();
    const auto id = read_text(json, "finding"), label = read_text(json, "label"), exact = read_text(json, "exact");
    const auto prefix = read_text(json, "prefix"), suffix = read_text(json, "suffix"), note = read_text(json, "note");
    const auto verdict = read_text(json, "verdict"), relabel = read_text(json, "relabel");
    if (!id || id->empty() || (id->front() != 's' && id->front() != 'i')) return refuse(index, "finding", "an id such as s3 or i1").error();
    if (!exact || exact->empty()) return refuse(index, "exact", "the words of the finding").error();
    if (!prefix || !suffix) return refuse(index, "prefix", "the words around the finding").error();
    if (!note) return refuse(index, "note", "a text").error();
    Correction correction{.finding = {id->front() == 'i', 0}, .note = *note};
    if (verdict == "accepted") correction.verdict = Verdict::Accepted;
    else if (verdict == "rejected") correction.verdict = Verdict::Rejected;
    else if (verdict != "" && verdict != "none") return refuse(index, "verdict", "accepted, rejected or none").error();
    if (!relabel) return refuse(index, "relabel", "a category or an issue type").error();
    if (!relabel->empty()) {
      correction.label = find_label(*relabel, correction.finding.is_issue);
      if (!correction.label) return refuse(index, "relabel", "a category of a signal or a type of an issue").error();
    }
    auto start = json.find("start");
    if (start == json.end() || !start->is_number_unsigned()) return refuse(index, "start", "a position in code points").error();
    const uint64_t place = std::min<uint64_t>(start->get<uint64_t>(), UINT32_MAX);
    const auto span = find_anchor(text_, offsets_, {static_cast<uint32_t>(place), *exact, *prefix, *suffix});
    const auto finding = span ? find_finding(*span, correction.finding.is_issue, label.value_or("")) : std::nullopt;
    if (!finding) {
      read_.lost.push_back(*exact);
      return {};
    }
    correction.finding = *finding;
    keep(std::move(correction));
    return {};
  }

  CorrectionsRead take() { return std::move(read_); }

 private:
  // On the same words, or at least on some of them; better if it was found as the same.
  std::optional<FindingId> find_finding(Span span, bool is_issue, std::string_view label) const {
    std::optional<FindingId> best;
    int most = 0;
    const size_t count = is_issue ? analysis_.issues.size() : analysis_.signals.size();
    for (uint32_t i = 0; i < count; ++i) {
      const FindingId id{is_issue, i};
      if (is_issue && analysis_.issues[i].spans.empty()) continue;
      const Span own = span_of(analysis_, id);
      if (!own.overlaps(span)) continue;
      const int points = 1 + 2 * (own == span) + (label == to_label_name(found_label(analysis_, id), is_issue));
      if (points > most) best = id, most = points;
    }
    return best;
  }

  void keep(Correction correction) {
    for (Correction& kept : read_.corrections) {
      if (kept.finding == correction.finding) return void(kept = std::move(correction));
    }
    read_.corrections.push_back(std::move(correction));
  }

  const Analysis& analysis_;
  std::string_view text_;
  Offsets offsets_;
  CorrectionsRead read_;
};

}  // namespace

void write_corrections(const ReportSubject& subject, Output& output) {
  const auto& [article, analysis, rules] = subject;
  const Offsets offsets(article.text());
  {
    JsonWriter json(output, JsonLayout::Lines);
    json.open_object();
    json.key("schema").string("faultline.corrections/1");
    json.key("article").string(sha256_hex(article.text()));
    json.key("corrections").open_array();
    for (const Correction& correction : analysis.corrections) {
      const FindingId id = correction.finding;
      const Span span = span_of(analysis, id);
      const Anchor anchor = make_anchor(article.text(), offsets, span);
      json.open_object();
      json.key("finding").string(id.is_issue ? to_issue_id(id.index) : to_signal_id(id.index));
      json.key("label").string(to_label_name(found_label(analysis, id), id.is_issue));
      json.key("start").number(anchor.start);
      json.key("end").number(offsets.code_point_of(span.end));
      json.key("exact").string(anchor.exact);
      json.key("prefix").string(anchor.prefix);
      json.key("suffix").string(anchor.suffix);
      json.key("verdict").string(to_string(correction.verdict));
      if (correction.label) json.key("relabel").string(to_label_name(*correction.label, id.is_issue));
      if (!correction.note.empty()) json.key("note").string(correction.note);
      json.close_object();
    }
    json.close_array();
    json.close_object();
  }
  output.write("\n");
}

Result<CorrectionsRead> read_corrections(std::string_view text, const Article& article, const Analysis& analysis) {
  const Json json = Json::parse(text, nullptr, false);
  const auto* schema = json.is_object() && json.contains("schema") ? json["schema"].get_ptr<const std::string*>() : nullptr;
  if (!schema || *schema != "faultline.corrections/1") return make_error(ErrorCode::BadRequest, "expected corrections of the schema faultline.corrections/1", "schema");
  auto list = json.find("corrections");
  if (list == json.end() || !list->is_array()) return make_error(ErrorCode::BadRequest, "expected a list", "corrections");
  CorrectionsReader reader(article, analysis);
  for (size_t i = 0; i < list->size(); ++i) {
    if (auto error = reader.read((*list)[i], i)) return std::unexpected(*error);
  }
  return reader.take();
}

}  // namespace faultline
