#include <algorithm>

#include "analysis/categories.h"
#include "base/sort.h"
#include "report/names.h"
#include "report/report.h"

namespace faultline {
namespace {

// Readable in print and without colours: an issue is dotted, what erodes trust underlined, what builds it doubly.
constexpr std::string_view kStyle =
    "body{font:1.05rem/1.6 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1c1b19;background:#fff}"
    "mark{background:none;color:inherit;text-decoration:underline;text-underline-offset:.2em}"
    "mark.issue{text-decoration-style:dotted;text-decoration-color:#7a5200}mark.eroding{text-decoration-color:#a3261c}"
    "mark.building{text-decoration-style:double;text-decoration-color:#1b6338}"
    "table{border-collapse:collapse}th,td{padding:.2rem .6rem;text-align:right;border-bottom:1px solid #ccc}th:first-child,td:first-child{text-align:left}";

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

// What stands around a stretch of text: a mark, emphasis, a link.
struct Wrap {
  Span span;
  std::string tag;    // "mark"
  std::string id;     // at its first piece only
  std::string rest;   // the other attributes, with a space in front
};

class HtmlWriter {
 public:
  HtmlWriter(const ReportSubject& subject, Output& output) : subject_(subject), article_(subject.article), analysis_(subject.analysis), output_(output) { collect(); }

  void write() {
    const std::string title = article_.title().empty() ? "Article without a title" : escape(article_.title());
    output_.write("<!doctype html>\n<html lang=\"" + escape(article_.lang()) + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
                  title + "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n<article dir=\"auto\">\n");
    for (const Block& block : article_.blocks()) write_block(block);
    close_lists(0);
    output_.write("</article>\n");
    write_findings();
    output_.write("</body>\n</html>\n");
  }

 private:
  void collect() {
    for (const Style& style : article_.styles()) {
      const bool is_web = style.target.starts_with("https://") || style.target.starts_with("http://");  // no scheme that runs anything
      if (style.kind == StyleKind::Link && !is_web) continue;
      const char* tag = style.kind == StyleKind::Link ? "a" : style.kind == StyleKind::Strong ? "strong" : "em";
      wraps_.push_back({style.span, tag, "", style.kind == StyleKind::Link ? " href=\"" + escape(style.target) + "\" rel=\"noopener noreferrer\"" : ""});
    }
    for (uint32_t i = 0; i < analysis_.issues.size(); ++i)
      for (size_t k = 0; k < analysis_.issues[i].spans.size() && is_marked({true, i}); ++k)
        wraps_.push_back({analysis_.issues[i].spans[k], "mark", k == 0 ? to_issue_id(i) : "", " class=\"issue\" title=\"" + escape(describe(analysis_.issues[i])) + "\""});
    for (uint32_t i = 0; i < analysis_.signals.size(); ++i)
      if (is_marked({false, i})) wraps_.push_back({analysis_.signals[i].span, "mark", to_signal_id(i),
                        std::string(" class=\"") + to_string(polarity_of(analysis_.signals[i].category)) + "\" title=\"" + escape(describe(analysis_.signals[i])) + "\""});
    sort_stably(wraps_, [](const Wrap& a, const Wrap& b) { return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end; });
  }

  std::string describe(const Issue& issue) const { return "Disputed: " + to_issue_facts(analysis_, issue); }
  std::string describe(const Signal& signal) const {
    const std::string reservation = to_reservation(analysis_, signal);
    return capitalise(to_plain(to_string(signal.category))) + ", " + to_pair_name(analysis_, signal.who, signal.whom) + (reservation.empty() ? "" : " (" + reservation + ")");
  }

  std::string correction(FindingId finding) const {
    const std::string words = to_correction_words(analysis_, finding);
    return words.empty() ? "" : " <em>" + escape(capitalise(words)) + "</em>";
  }
  bool is_marked(FindingId finding) const {
    const Correction* correction = find_correction(analysis_, finding);
    return !correction || correction->verdict != Verdict::Rejected;
  }

  void close_lists(int depth) {
    for (; list_depth_ > depth; --list_depth_) output_.write("</li>\n</ul>\n");
  }

  void write_block(const Block& block) {
    if (block.kind == BlockKind::ListItem) {
      const int depth = std::max<int>(block.level, 1);
      const bool is_next = list_depth_ >= depth;
      close_lists(depth);
      if (is_next) output_.write("</li>\n");
      for (; list_depth_ < depth; ++list_depth_) output_.write(list_depth_ + 1 < depth ? "<ul>\n<li>" : "<ul>\n");
      output_.write("<li>");
      return write_text(block.span);
    }
    close_lists(0);
    std::string tag = "p";
    if (block.kind == BlockKind::Title) tag = "h1";
    if (block.kind == BlockKind::Heading) tag = "h" + std::to_string(std::clamp<int>(block.level, 2, 6));
    if (block.kind == BlockKind::Quote) tag = "blockquote";
    output_.write("<" + tag + ">");
    write_text(block.span);
    output_.write("</" + tag + ">\n");
  }

  // Piece by piece between the places where anything begins or ends, each in all that stands around it there.
  void write_text(Span block) {
    for (uint32_t at = block.begin; at < block.end;) {
      open_.erase(std::remove_if(open_.begin(), open_.end(), [&](size_t i) { return wraps_[i].span.end <= at; }), open_.end());
      for (; next_ < wraps_.size() && wraps_[next_].span.begin <= at; ++next_)
        if (wraps_[next_].span.end > at) open_.push_back(next_);
      uint32_t end = block.end;
      if (next_ < wraps_.size()) end = std::min(end, wraps_[next_].span.begin);
      for (const size_t i : open_) end = std::min(end, wraps_[i].span.end);
      for (const size_t i : open_) {
        Wrap& wrap = wraps_[i];
        output_.write("<" + wrap.tag + (wrap.id.empty() ? "" : " id=\"" + wrap.id + "\"") + wrap.rest + ">");
        wrap.id.clear();
      }
      output_.write(escape(article_.text_of({at, end})));
      for (size_t i = open_.size(); i-- > 0;) output_.write("</" + wraps_[open_[i]].tag + ">");
      at = end;
    }
  }

  void write_findings() {
    if (analysis_.issues.empty() && analysis_.signals.empty()) return output_.write("<p>No disputed issue and no trust signal was found.</p>\n");
    if (!analysis_.issues.empty()) {
      output_.write("<h2>Disputed issues</h2>\n<ol>\n");
      for (uint32_t i = 0; i < analysis_.issues.size(); ++i)
        output_.write("<li><a href=\"#" + to_issue_id(i) + "\">" + escape(capitalise(analysis_.issues[i].label)) + "</a>: " + escape(to_issue_facts(analysis_, analysis_.issues[i])) + correction({true, i}) + "</li>\n");
      output_.write("</ol>\n");
    }
    if (!analysis_.signals.empty()) {
      output_.write("<h2>Trust signals</h2>\n<ol>\n");
      for (uint32_t i = 0; i < analysis_.signals.size(); ++i) {
        const Signal& signal = analysis_.signals[i];
        output_.write("<li><a href=\"#" + to_signal_id(i) + "\">“" + escape(article_.text_of(signal.span)) + "”</a> " + escape(describe(signal)) + ". " +
                      escape(subject_.rules.rules()[signal.rule].why) + correction({false, i}) + "</li>\n");
      }
      output_.write("</ol>\n");
    }
    write_ledger();
    output_.write("<p>Disputed is not false, and a count is not a score.</p>\n");
  }

  void write_ledger() {
    if (analysis_.ledger.empty()) return;
    output_.write("<h2>Ledger</h2>\n<table>\n<thead><tr><th scope=\"col\">Who → whom</th>");
    for (const char* head : {"words −", "words +", "deeds −", "deeds +", "background −", "background +"}) output_.write(std::string("<th scope=\"col\">") + head + "</th>");
    output_.write("</tr></thead>\n<tbody>\n");
    for (const LedgerEntry& entry : analysis_.ledger) {
      output_.write("<tr><th scope=\"row\">" + escape(to_pair_name(analysis_, entry.who, entry.whom)) + "</th>");
      for (const Tally& tally : {entry.words, entry.deeds, entry.background})
        for (const int sum : {tally.eroding, tally.building}) output_.write("<td>" + (sum == 0 ? std::string("·") : to_decimal(sum)) + "</td>");
      output_.write("</tr>\n");
    }
    output_.write("</tbody>\n</table>\n");
  }

  const ReportSubject& subject_;
  const Article& article_;
  const Analysis& analysis_;
  Output& output_;
  std::vector<Wrap> wraps_;   // in reading order
  std::vector<size_t> open_;  // those around the present place, outermost first
  size_t next_ = 0;           // the first that has not begun
  int list_depth_ = 0;
};

}  // namespace

void write_html(const ReportSubject& subject, Output& output) { HtmlWriter(subject, output).write(); }

}  // namespace faultline
