#include "analysis/categories.h"
#include "analysis/names.h"
#include "base/sha256.h"
#include "base/version.h"
#include "report/names.h"
#include "report/report.h"
#include "text/offsets.h"
#include "text/anchor.h"

namespace faultline {
namespace {

// Web Annotation Data Model (W3C Recommendation, 2017): one collection with one page, one annotation a finding.
class AnnotationWriter {
 public:
  AnnotationWriter(const ReportSubject& subject, Output& output, JsonLayout layout)
      : article_(subject.article), analysis_(subject.analysis), rules_(subject.rules), offsets_(article_.text()),
        source_("urn:faultline:article:" + sha256_hex(article_.text())), json_(output, layout) {}

  void write() {
    json_.open_object();
    write_string("@context", "http://www.w3.org/ns/anno.jsonld");
    write_string("id", source_ + ":findings");
    write_string("type", "AnnotationPage");
    json_.key("partOf").open_object();
    write_string("id", source_ + ":collection");
    write_string("type", "AnnotationCollection");
    write_string("label", article_.title().empty() ? "Findings of Faultline" : article_.title());
    json_.key("total").number(static_cast<int64_t>(analysis_.issues.size() + analysis_.signals.size()));
    json_.close_object();
    json_.key("generator").open_object();
    write_string("type", "Software");
    write_string("name", std::string("Faultline ") + core_version());
    json_.close_object();
    json_.key("startIndex").number(0);
    json_.key("items").open_array();
    for (uint32_t i = 0; i < analysis_.issues.size(); ++i) write_issue(analysis_.issues[i], i);
    for (uint32_t i = 0; i < analysis_.signals.size(); ++i) write_signal(analysis_.signals[i], i);
    json_.close_array();
    json_.close_object();
  }

 private:
  void write_string(std::string_view name, std::string_view value) { json_.key(name).string(value); }

  void open_annotation(const std::string& id) {
    json_.open_object();
    write_string("id", source_ + ":" + id);
    write_string("type", "Annotation");
    write_string("motivation", "classifying");
    json_.key("body").open_array();
  }

  void write_body(const char* purpose, std::string_view value) {
    json_.open_object();
    write_string("type", "TextualBody");
    write_string("purpose", purpose);
    write_string("format", "text/plain");
    write_string("value", value);
    json_.close_object();
  }

  void write_correction(FindingId finding) {
    const std::string words = to_correction_words(analysis_, finding);
    if (!words.empty()) write_body("assessing", words);
  }

  void write_issue(const Issue& issue, uint32_t index) {
    open_annotation(to_issue_id(index));
    write_body("tagging", "disputed issue");
    write_body("tagging", to_string(issue.type));
    std::string description = issue.label + " (" + to_string(issue.status) + ", " + to_string(issue.basis) + ")";
    for (size_t i = 0; i < issue.parties.size(); ++i)
      description += (i == 0 ? ", between " : " and ") + to_party_name(analysis_, issue.parties[i]);
    write_body("describing", description);
    write_body("commenting", rules_.rules()[issue.rule].why);
    write_correction({true, index});
    close_annotation(issue.spans);
  }

  void write_signal(const Signal& signal, uint32_t index) {
    open_annotation(to_signal_id(index));
    write_body("tagging", to_string(polarity_of(signal.category)));
    write_body("tagging", to_string(signal.category));
    write_body("describing", to_party_name(analysis_, signal.who) + " → " + to_party_name(analysis_, signal.whom) + ", " +
                                 to_string(signal.factuality) + ", " + to_string(signal.time) + ", in the words of " +
                                 to_speaker_name(analysis_, signal.speaker));
    write_body("commenting", rules_.rules()[signal.rule].why);
    write_correction({false, index});
    close_annotation({signal.span});
  }

  void close_annotation(const std::vector<Span>& spans) {
    json_.close_array();
    json_.key("target").open_array();
    for (Span span : spans) write_target(span);
    json_.close_array();
    json_.close_object();
  }

  void write_target(Span span) {
    json_.open_object();
    write_string("source", source_);
    json_.key("selector").open_array();
    json_.open_object();
    write_string("type", "TextPositionSelector");
    json_.key("start").number(offsets_.code_point_of(span.begin));
    json_.key("end").number(offsets_.code_point_of(span.end));
    json_.close_object();
    json_.open_object();
    write_string("type", "TextQuoteSelector");
    const Anchor anchor = make_anchor(article_.text(), offsets_, span);
    write_string("exact", anchor.exact);
    write_string("prefix", anchor.prefix);
    write_string("suffix", anchor.suffix);
    json_.close_object();
    json_.close_array();
    json_.close_object();
  }

  const Article& article_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  Offsets offsets_;
  std::string source_;
  JsonWriter json_;
};

}  // namespace

void write_web_annotations(const ReportSubject& subject, Output& output, const ReportOptions& options) {
  AnnotationWriter(subject, output, options.layout).write();
  output.write("\n");
}

}  // namespace faultline
