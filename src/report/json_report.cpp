#include "analysis/categories.h"
#include "analysis/names.h"
#include "base/sha256.h"
#include "base/version.h"
#include "report/names.h"
#include "report/report.h"
#include "text/offsets.h"

namespace faultline {
namespace {

// One function a member of faultline.report/1, in the order of the schema.
class ReportWriter {
 public:
  ReportWriter(const ReportSubject& subject, Output& output, JsonLayout layout)
      : article_(subject.article), analysis_(subject.analysis), rules_(subject.rules), offsets_(article_.text()),
        json_(output, layout) {}

  void write(std::string_view id) {
    json_.open_object();
    if (!id.empty()) json_.key("id").raw(id);
    json_.key("schema").string("faultline.report/1");
    write_generator();
    write_article();
    write_parties();
    write_speakers();
    write_issues();
    write_signals();
    write_attributions();
    write_links();
    write_suppressed();
    write_ledger();
    write_curve();
    write_sourcing();
    json_.close_object();
  }

 private:
  template <class List, class Write>
  void write_list(std::string_view name, const List& list, Write write) {
    json_.key(name).open_array();
    uint32_t index = 0;
    for (const auto& element : list) write(element, index++);
    json_.close_array();
  }

  void write_ends(Span span) {
    json_.key("start").number(offsets_.code_point_of(span.begin));
    json_.key("end").number(offsets_.code_point_of(span.end));
  }

  void write_span(std::string_view name, Span span) {
    json_.key(name);
    if (span.empty()) return json_.null();
    json_.open_object();
    write_ends(span);
    json_.close_object();
  }

  void write_string(std::string_view name, std::string_view value) { json_.key(name).string(value); }

  void write_tally(std::string_view name, const Tally& tally) {
    json_.key(name).open_object();
    json_.key("eroding").hundredths(tally.eroding);
    json_.key("building").hundredths(tally.building);
    json_.close_object();
  }

  void write_signal_ids(const std::vector<uint32_t>& signals) {
    write_list("signals", signals, [&](uint32_t signal, uint32_t) { json_.string(to_signal_id(signal)); });
  }

  // What a person has said about a finding; its category or type is then theirs.
  void write_correction(FindingId finding) {
    const Correction* correction = find_correction(analysis_, finding);
    if (!correction) return;
    json_.key("correction").open_object();
    write_string("verdict", to_string(correction->verdict));
    if (correction->was) write_string("was", to_label_name(*correction->was, finding.is_issue));
    if (!correction->note.empty()) write_string("note", correction->note);
    json_.close_object();
  }

  void write_generator() {
    json_.key("generator").open_object();
    write_string("core", core_version());
    write_string("rules", rules_.version());
    json_.key("model").null();  // the analysis does not know which model read for it
    json_.close_object();
  }

  void write_article() {
    json_.key("article").open_object();
    write_string("title", article_.title());
    write_string("lang", article_.lang());
    json_.key("code_points").number(offsets_.code_points());
    write_string("sha256", sha256_hex(article_.text()));
    write_list("blocks", article_.blocks(), [&](const Block& block, uint32_t) {
      json_.open_object();
      write_string("kind", to_string(block.kind));
      if (block.level > 0) json_.key("level").number(block.level);
      write_ends(block.span);
      json_.close_object();
    });
    json_.close_object();
  }

  void write_parties() {
    write_list("parties", analysis_.parties, [&](const Party& party, uint32_t index) {
      json_.open_object();
      write_string("id", to_party_id(static_cast<PartyRef>(index)));
      write_string("name", party.name);
      write_list("names", party.names, [&](const std::string& name, uint32_t) { json_.string(name); });
      write_string("kind", to_string(party.kind));
      write_list("mentions", party.mentions, [&](Span span, uint32_t) {
        json_.open_object();
        write_ends(span);
        json_.close_object();
      });
      json_.close_object();
    });
  }

  void write_speakers() {
    write_list("speakers", analysis_.speakers, [&](const Speaker& speaker, uint32_t index) {
      json_.open_object();
      write_string("id", to_speaker_id(index));
      write_string("name", speaker.name);
      write_string("kind", to_string(speaker.kind));
      if (speaker.party != kUnspecified) write_string("party", to_party_id(speaker.party));
      json_.close_object();
    });
  }

  void write_issues() {
    write_list("issues", analysis_.issues, [&](const Issue& issue, uint32_t index) {
      json_.open_object();
      write_string("id", to_issue_id(index));
      write_string("label", issue.label);
      write_string("type", to_string(issue.type));
      write_string("status", to_string(issue.status));
      write_string("basis", to_string(issue.basis));
      write_list("parties", issue.parties, [&](PartyRef party, uint32_t) { json_.string(to_party_id(party)); });
      write_list("spans", issue.spans, [&](Span span, uint32_t) {
        json_.open_object();
        write_ends(span);
        write_string("text", article_.text_of(span));
        json_.close_object();
      });
      write_signal_ids(issue.signals);
      write_string("rule", rules_.rules()[issue.rule].id);
      write_correction({true, index});
      json_.close_object();
    });
  }

  void write_signals() {
    write_list("signals", analysis_.signals, [&](const Signal& signal, uint32_t index) {
      json_.open_object();
      write_string("id", to_signal_id(index));
      write_ends(signal.span);
      write_string("text", article_.text_of(signal.span));
      write_span("clause", signal.clause);
      write_string("category", to_string(signal.category));
      write_string("polarity", to_string(polarity_of(signal.category)));
      write_string("track", to_string(signal.track));
      write_string("who", to_party_id(signal.who));
      write_string("whom", to_party_id(signal.whom));
      json_.key("inherited").boolean(signal.inherited);
      write_string("speaker", to_speaker_id(signal.speaker));
      write_string("factuality", to_string(signal.factuality));
      write_string("time", to_string(signal.time));
      write_string("quote", to_string(signal.quote));
      json_.key("intensity").hundredths(signal.intensity);
      json_.key("weight").hundredths(signal.weight);
      write_string("rule", rules_.rules()[signal.rule].id);
      write_list("because", signal.because, [&](const Because& because, uint32_t) {
        json_.open_object();
        write_ends(because.span);
        write_string("role", because.role);
        json_.close_object();
      });
      write_string("question", signal.question);
      write_correction({false, index});
      json_.close_object();
    });
  }

  void write_attributions() {
    write_list("attributions", analysis_.attributions, [&](const Attribution& attribution, uint32_t) {
      json_.open_object();
      write_string("speaker", to_speaker_id(attribution.speaker));
      write_span("source", attribution.source);
      write_span("cue", attribution.cue);
      write_span("content", attribution.content);
      write_string("kind", to_string(attribution.kind));
      write_string("commitment", to_string(attribution.commitment));
      json_.close_object();
    });
  }

  void write_links() {
    write_list("links", analysis_.links, [&](const Link& link, uint32_t) {
      json_.open_object();
      write_string("kind", to_string(link.kind));
      write_string("from", to_signal_id(link.from));
      write_string("to", to_signal_id(link.to));
      json_.close_object();
    });
  }

  void write_suppressed() {
    write_list("suppressed", analysis_.suppressed, [&](const Suppressed& suppressed, uint32_t) {
      json_.open_object();
      write_ends(suppressed.span);
      write_string("rule", rules_.rules()[suppressed.rule].id);
      write_string("reason", suppressed.reason);
      json_.close_object();
    });
  }

  void write_ledger() {
    write_list("ledger", analysis_.ledger, [&](const LedgerEntry& entry, uint32_t) {
      json_.open_object();
      write_string("who", to_party_id(entry.who));
      write_string("whom", to_party_id(entry.whom));
      write_tally("words", entry.words);
      write_tally("deeds", entry.deeds);
      write_tally("background", entry.background);
      write_signal_ids(entry.signals);
      json_.close_object();
    });
  }

  void write_curve() {
    write_list("curve", analysis_.curve, [&](const CurvePoint& point, uint32_t) {
      json_.open_object();
      json_.key("block").number(point.block);
      write_tally("words", point.words);
      write_tally("deeds", point.deeds);
      json_.close_object();
    });
  }

  void write_sourcing() {
    const Sourcing& sourcing = analysis_.sourcing;
    json_.key("sourcing").open_object();
    json_.key("writer").number(sourcing.writer);
    json_.key("named").number(sourcing.named);
    json_.key("unnamed").number(sourcing.unnamed);
    json_.key("hedged").number(sourcing.hedged);
    json_.close_object();
  }

  const Article& article_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  Offsets offsets_;
  JsonWriter json_;
};

}  // namespace

void write_json_report(const ReportSubject& subject, Output& output, const ReportOptions& options) {
  ReportWriter(subject, output, options.layout).write(options.id);
  output.write("\n");
}

}  // namespace faultline
