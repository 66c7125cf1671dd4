#include "host/session.h"

#include <algorithm>
#include <utility>

#include "host/answers.h"
#include "host/curve_answers.h"
#include "host/find.h"
#include "host/requests.h"
#include "language/model_file.h"
#include "reader/comparison_table.h"
#include "report/comparison_report.h"
#include "report/corrections_file.h"
#include "report/report.h"

namespace faultline {
namespace {

constexpr double kCardWidth = 340;   // until the page asks for a card of another width
constexpr double kWidest = 1 << 14;  // CSS pixels; beyond this a number is a mistake

std::string no_article() {
  return to_answer(Error{ErrorCode::NotFound, "no article is loaded; expected fl_load before this", ""});
}

std::string not_analysed() {
  return to_answer(Error{ErrorCode::NotFound, "the article is not analysed yet; expected fl_analyze to its end before this", ""});
}

}  // namespace

Session::Session() : rules_(std::make_unique<RuleSet>()), card_width_(kCardWidth) { begin_loading(); }

// The rules as far as they were known stay in use until those that are begun here are loaded.
void Session::begin_loading() {
  std::vector<RulePack> packs = bundle_.empty() ? builtin_packs() : parse_pack_bundle(bundle_);
  for (const std::string& pack : extra_packs_) packs.push_back({"rules", pack});
  loading_ = std::make_unique<RuleLoading>(packs);
  if (loaded_) begin_analysis();
}

// Packs that cannot be used are forgotten, so that the next call goes on with those that were loaded before.
std::optional<Error> Session::advance_loading(uint32_t words) {
  if (!loading_->advance(words)) return {};
  Result<RuleSet> rules = std::exchange(loading_, nullptr)->take();
  if (!rules) {
    if (extra_packs_.size() > sound_packs_) extra_packs_.resize(sound_packs_);
    else bundle_ = {};
    begin_loading();
    return rules.error();
  }
  sound_packs_ = extra_packs_.size();
  auto next = std::make_unique<RuleSet>(std::move(*rules));
  std::swap(rules_, next);  // the reader lets go of the old rules before they go
  if (loaded_) begin_analysis();
  return {};
}

// From here on the article is shown without findings.
void Session::begin_analysis() {
  run_.reset();
  loaded_->analysis = {};
  loaded_->is_analysed = false;
  for (const auto& other : others_) other->is_analysed = false;
  reader_.show({&loaded_->article, &loaded_->analysis, rules_.get()});
}

Session::Loaded* Session::find_next() const {
  if (!loaded_->is_analysed) return loaded_.get();
  auto next = std::find_if(others_.begin(), others_.end(), [](const auto& other) { return !other->is_analysed; });
  return next == others_.end() ? nullptr : next->get();
}

void Session::finish_analysis(Loaded& loaded) {
  loaded.analysis = run_->take();
  loaded.is_analysed = true;
  run_.reset();
  if (&loaded == loaded_.get()) reader_.show({&loaded_->article, &loaded_->analysis, rules_.get()});
  if (!find_next()) show_comparison();
}

// As the person has corrected it: what they reject is not compared.
std::vector<ComparedArticle> Session::find_compared() const {
  std::vector<ComparedArticle> articles = {{loaded_->article, reader_.analysis()}};
  for (const auto& other : others_) articles.push_back({other->article, other->analysis});
  return articles;
}

// The comparison itself points into the analyses, and a correction replaces one of them: it is made anew wherever it is asked for,
// and the reader is given a table that holds its own words.
void Session::show_comparison() {
  if (others_.empty() || find_next()) return;
  const std::vector<ComparedArticle> articles = find_compared();
  reader_.set_comparison(make_comparison_table(articles, faultline::compare(articles, *rules_)));
}

std::string Session::load(std::string_view bytes, ArticleFormat format) {
  Result<Article> article = parse_article(bytes, format);
  if (!article) return to_answer(article.error());
  auto next = std::make_unique<Loaded>(std::move(*article));
  run_.reset();
  others_.clear();
  std::swap(loaded_, next);  // the reader lets go of the old article before it goes
  begin_analysis();
  return to_answer(to_article_value(loaded_->article, loaded_->offsets));
}

std::string Session::compare(std::string_view bytes, ArticleFormat format) {
  if (!loaded_) return no_article();
  if (bytes.empty()) {
    if (loaded_->is_analysed) run_.reset();  // it was one of them that it was at
    others_.clear();
    reader_.set_comparison({});
    return to_answer("null");
  }
  Result<Article> article = parse_article(bytes, format);
  if (!article) return to_answer(article.error());
  others_.push_back(std::make_unique<Loaded>(std::move(*article)));
  return to_answer("null");
}

std::string Session::export_comparison() const {
  if (!loaded_) return no_article();
  if (others_.empty()) return to_answer(Error{ErrorCode::NotFound, "there is no article to compare with; expected fl_compare before this", ""});
  if (find_next()) return not_analysed();
  const std::vector<ComparedArticle> articles = find_compared();
  std::vector<std::string> names;
  for (size_t i = 0; i < articles.size(); ++i) names.push_back(letter_of(i));
  StringOutput output;
  write_comparison({articles, names, faultline::compare(articles, *rules_)}, ReportFormat::Json, output);
  return to_answer(output.text());
}

std::string Session::export_report(std::string_view format_name) const {
  if (format_name == "comparison") return export_comparison();
  const bool is_corrections = format_name == "corrections", is_families = format_name == "families";
  std::optional<ReportFormat> format = is_corrections || is_families ? ReportFormat::Json : find_report_format(format_name);
  if (!format) return to_answer(Error{ErrorCode::BadRequest, "expected " + std::string(kReportFormats) + ", comparison, corrections or families", std::string(format_name)});
  if (!loaded_) return no_article();
  if (!loaded_->is_analysed) return not_analysed();
  if (is_families) return to_answer(to_families_value(reader_.analysis()));
  StringOutput output;
  const ReportSubject subject{loaded_->article, reader_.analysis(), *rules_};
  if (is_corrections) write_corrections(subject, output);
  else write_report(subject, *format, output);
  return *format == ReportFormat::Json ? to_answer(output.text()) : to_string_answer(output.text());
}

std::string Session::set_strings(std::string_view json) {
  std::optional<Error> error = reader_.set_words(json);
  return error ? to_answer(*error) : to_answer("null");
}

std::string Session::add_corrections(std::string_view json) {
  if (!loaded_) return no_article();
  if (!loaded_->is_analysed) return not_analysed();
  Result<CorrectionsRead> read = read_corrections(json, loaded_->article, reader_.analysis());
  if (!read) return to_answer(read.error());
  Action action{ActionKind::Correct};
  action.corrections = std::move(read->corrections);
  Outcome outcome = reader_.apply(action);
  if (outcome.is_corrected) show_comparison();
  return to_answer(to_import_value(to_outcome_value(outcome, reader_, loaded_->offsets, card()), read->lost));
}

std::string Session::add_rules(std::string_view pack) {
  extra_packs_.emplace_back(pack);
  begin_loading();
  return to_answer("null");
}

std::string Session::add_model(std::string_view bytes, std::shared_ptr<char[]> owner) {
  const Result<ModelFile> file = parse_model_file(bytes);
  if (!file) return to_answer(file.error());
  Result<LanguageModel> model = parse_language_model(*file);
  if (!model) return to_answer(model.error());
  run_.reset();
  parser_.reset();  // it points into the model
  model_ = std::make_unique<LanguageModel>(std::move(*model));
  model_bytes_ = std::move(owner);
  parser_ = std::make_unique<Parser>(*model_);
  ByteReader rules = file->section("rule");
  if (rules.size() > 0) {
    bundle_ = rules.rest();
    bundle_bytes_ = model_bytes_;
    begin_loading();
  } else if (loaded_) {
    begin_analysis();
  }
  return to_answer("null");
}

std::string Session::analyze(uint32_t words) {
  if (!loaded_) return no_article();
  Loaded* next = find_next();
  const bool is_ready = parser_ != nullptr || !is_served(next ? next->article : loaded_->article);
  if (!is_ready) return to_answer(Error{ErrorCode::NotFound, "there is no language model; expected fl_add_model before this", ""});
  if (loading_) {
    if (std::optional<Error> error = advance_loading(words)) return to_answer(*error);
    return to_answer(to_progress_value(0));
  }
  if (next) {
    if (!run_) run_ = std::make_unique<AnalysisRun>(next->article, parser_.get(), *rules_);
    if (run_->advance(words)) finish_analysis(*next);
    if (find_next()) return to_answer(to_progress_value(run_ ? run_->progress() : 0));
  }
  return to_answer(to_counts_value(loaded_->analysis));
}

std::string Session::add_font(std::string bytes, int role) {
  if (role < 0 || role >= kFaceRoleCount) {
    return to_answer(Error{ErrorCode::BadRequest, "expected a role from 0 to " + std::to_string(kFaceRoleCount - 1), "role"});
  }
  std::optional<Error> error = reader_.add_font(static_cast<FaceRole>(role), std::move(bytes));
  return error ? to_answer(*error) : to_answer("null");
}

std::string Session::set_hyphenation(std::string_view patterns) {
  std::optional<Error> error = reader_.set_hyphenation(patterns);
  return error ? to_answer(*error) : to_answer("null");
}

std::string Session::set_preferences(std::string_view json) {
  Result<PreferenceRequest> request = parse_preferences(json, reader_.preferences());
  if (!request) return to_answer(request.error());
  Outcome outcome = reader_.prefer(request->preferences);
  const bool is_remarked = request->off && *request->off != preferred_off_;
  if (is_remarked) {
    preferred_off_ = *request->off;
    Action action{ActionKind::Filter};
    action.filter = reader_.state().filter;
    action.filter.off = preferred_off_;
    reader_.apply(action);
    outcome.redraw = {true, true, true};
  }
  return to_answer(to_preferences_value(outcome, is_remarked));
}

std::string Session::layout(int surface, double width) {
  if (!loaded_) return no_article();
  if (surface < 0 || surface >= kSurfaceCount) return to_answer(Error{ErrorCode::BadRequest, "expected a surface from 0 to 3", "surface"});
  if (!(width >= 0 && width <= kWidest)) {
    return to_answer(Error{ErrorCode::BadRequest, "expected a width from 0 to " + std::to_string(static_cast<int>(kWidest)), "width"});
  }
  auto pixels = static_cast<float>(width);
  if (static_cast<Surface>(surface) == Surface::Article) {
    return to_answer(to_page_value(reader_.layout(pixels).lines, reader_));
  }
  if (static_cast<Surface>(surface) == Surface::Curve) return to_answer(to_curve_value(reader_, pixels));
  if (static_cast<Surface>(surface) == Surface::Card) card_width_ = width;
  return to_answer(to_controls_value(reader_.controls(static_cast<Surface>(surface), pixels)));
}

std::string Session::places() { return loaded_ ? to_places(reader_.layout().lines) : std::string(); }

std::string Session::text_layer(uint32_t first, uint32_t last) {
  if (!loaded_) return no_article();
  const TypesetPage page = reader_.layout();
  if (first > last || last > page.lines.blocks.size()) {
    return to_answer(Error{ErrorCode::BadRequest, "expected blocks from 0 to " + std::to_string(page.lines.blocks.size()), "blocks"});
  }
  return to_answer(to_lines_value(page, reader_, first, last, loaded_->offsets));
}

std::string Session::marks() {
  if (!loaded_) return no_article();
  return to_answer(to_marks_value(reader_));
}

const ControlList* Session::card() {
  if (!reader_.card_finding()) return nullptr;
  return &reader_.controls(Surface::Card, static_cast<float>(card_width_));
}

std::string Session::command(std::string_view json) {
  if (!loaded_) return no_article();
  Result<Action> action = parse_action(json, reader_);
  if (!action) return to_answer(action.error());
  Outcome outcome = reader_.apply(*action);
  if (outcome.is_corrected) show_comparison();
  return to_answer(to_outcome_value(outcome, reader_, loaded_->offsets, card()));
}

std::string Session::find(std::string_view json) {
  if (!loaded_) return no_article();
  Result<FindRequest> request = parse_find(json);
  if (!request) return to_answer(request.error());
  if (request->by != 0) reader_.search_on(request->by);
  else reader_.search(request->query, request->options, loaded_->offsets.byte_of_utf16(request->from));
  return to_answer(to_find_value(reader_.search(), reader_.layout().lines, loaded_->offsets));
}

std::string Session::found(uint32_t first, uint32_t last) {
  if (!loaded_) return no_article();
  if (first > last) return to_answer(Error{ErrorCode::BadRequest, "expected the first place before the last", "first"});
  return to_answer(to_found_value(reader_.search(), first, last, loaded_->offsets));
}

}  // namespace faultline
