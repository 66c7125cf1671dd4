#include "reader/reader.h"

#include <algorithm>

#include "base/check.h"
#include "reader/article_view.h"
#include "reader/card_view.h"
#include "reader/panel_view.h"

namespace faultline {
namespace {

constexpr float kCardMargin = 18, kPanelMargin = 24;

}  // namespace

Reader::Reader() : shaper_(fonts_) {}
Reader::~Reader() = default;

std::optional<Error> Reader::add_font(FaceRole role, std::string bytes) {
  Result<Typeface> face = parse_typeface(std::move(bytes));
  if (!face) return face.error();
  fonts_.add(role, std::move(*face));
  measured_.reset();
  lines_.reset();
  forget_controls();
  return {};
}

std::optional<Error> Reader::set_hyphenation(std::string_view patterns) {
  std::optional<Hyphenation> next;
  if (!patterns.empty()) {
    Result<Hyphenation> parsed = parse_hyphenation(patterns);
    if (!parsed) return parsed.error();
    next = std::move(*parsed);
  }
  hyphenation_ = std::move(next);
  measured_.reset();
  lines_.reset();
  return {};
}

std::optional<Error> Reader::set_words(std::string_view json) {
  Result<Catalogue> words = Catalogue::parse(json);
  if (!words) return words.error();
  own_words_ = std::move(*words);
  words_ = &*own_words_;
  forget_controls();
  curve_.reset();
  return {};
}

void Reader::forget_controls() {
  for (std::optional<ControlList>& list : controls_) list.reset();
}

void Reader::show(ReaderSubject subject) {
  if (subject.article != subject_.article) {
    measured_.reset();
    lines_.reset();
    search_ = {};
  }
  subject_ = subject;
  set_findings(find_findings(*subject.analysis));
  curve_.reset();
  state_.selected = state_.hovered = std::nullopt;
  state_.mention = 0;
  state_.open_issue.reset();
  state_.relabelling.reset();
  state_.corrections = {};
  state_.skipped.reset();
  state_.filter = for_any_article(state_.filter);
  corrected_.reset();
  shares_.reset();
  set_comparison({});
}

void Reader::set_findings(std::vector<Finding> findings) {
  findings_ = std::move(findings);
  highlights_ = Highlights(findings_);
}

void Reader::set_comparison(std::optional<ComparisonTable> comparison) {
  comparison_ = std::move(comparison);
  if (!comparison_ && state_.tab == PanelTab::Compare) state_.tab = PanelTab::Findings;
  forget_controls();
}

Outcome Reader::prefer(const ReaderPreferences& preferences) {
  if (preferences == preferences_) return {};
  Outcome outcome;
  outcome.redraw = {true, true, true, true};
  if (preferences.page != preferences_.page) lines_.reset(), outcome.relayout.article = true;
  if (preferences.page.latin != preferences_.page.latin || preferences.page.arabic != preferences_.page.arabic) measured_.reset();
  outcome.relayout.curve = outcome.relayout.article;
  if (preferences.is_coarse != preferences_.is_coarse) outcome.relayout.panel = outcome.relayout.card = true;
  preferences_ = preferences;
  forget_controls();
  curve_.reset();
  return outcome;
}

std::optional<Outcome::Passage> Reader::find_passage(const Action& action, const ReaderState& next) const {
  std::string_view control = action.control;
  if (control.starts_with("skipped:")) {
    const auto number = find_number(control.substr(8));
    if (!number || *number > analysis().suppressed.size()) return {};
    return Outcome::Passage{{}, analysis().suppressed[*number - 1].span};
  }
  const bool is_step = action.kind == ActionKind::Next || action.kind == ActionKind::Previous;
  const bool is_mention = control.starts_with("mention:");
  const Finding* finding = next.selected && (is_step || is_mention || control.starts_with("go:")) ? find(*next.selected) : nullptr;
  if (!finding) return {};
  return Outcome::Passage{finding->id, finding->spans[is_mention ? next.mention : 0]};
}

Outcome Reader::apply(const Action& action) {
  ReaderState next = update(state_, action, {analysis(), findings_, comparison_.has_value()});
  Outcome outcome;
  outcome.go_to = find_passage(action, next);
  if (next == state_) return outcome;
  const bool had_card = card_finding() != nullptr;
  outcome.is_refiltered = next.filter != state_.filter;
  outcome.is_corrected = next.corrections != state_.corrections;
  const bool is_remarked = outcome.is_refiltered || outcome.is_corrected;
  state_ = std::move(next);
  if (outcome.is_corrected) apply_corrections_made();
  forget_controls();
  if (is_remarked) curve_.reset();
  // A card tells more once its finding is selected, and a row says to a screen reader that it is: both change with every state.
  const bool is_card = had_card || card_finding() != nullptr;
  outcome.redraw = {true, true, is_card, true};
  outcome.relayout = {is_remarked, true, is_card, is_remarked};
  return outcome;
}

// The findings' places stay, and so do their marks: only what they are called and whether they are shown can change.
void Reader::apply_corrections_made() {
  std::vector<Correction> list = current(state_.corrections);
  if (list.empty()) corrected_.reset();
  else corrected_ = std::make_unique<Analysis>(apply_corrections(*subject_.article, *subject_.analysis, std::move(list), *subject_.rules));
  set_findings(find_findings(analysis()));
}

const TextSearch& Reader::search(std::string_view query, SearchOptions options, uint32_t from) {
  FL_CHECK(subject_.article != nullptr);
  return search_ = search_article(*subject_.article, query, options, from);
}

const TextSearch& Reader::search_on(int by) { return search_ = step(std::move(search_), by); }

const Finding* Reader::find(FindingId id) const {
  auto found = std::find_if(findings_.begin(), findings_.end(), [&](const Finding& finding) { return finding.id == id; });
  return found == findings_.end() ? nullptr : &*found;
}

const Finding* Reader::card_finding() const {
  if (state_.hovered) return find(*state_.hovered);
  return state_.selected ? find(*state_.selected) : nullptr;
}

TypesetPage Reader::typeset() { return {*subject_.article, *measured_, shaper_, *lines_}; }

TypesetPage Reader::layout() { return layout(page_width_); }

TypesetPage Reader::layout(float width) {
  FL_CHECK(subject_.article != nullptr);
  page_width_ = width;
  if (!measured_) {
    shaper_.start(subject_.article->lang());
    measured_ = measure_article(*subject_.article, shaper_, choose_families(preferences_.page, *subject_.article), hyphenation_ ? &*hyphenation_ : nullptr);
    lines_.reset();
  }
  if (!lines_ || lines_->width != width) {
    lines_ = make_lines(*subject_.article, *measured_, shaper_, preferences_.page, width);
    curve_.reset();
  }
  return typeset();
}

FaceRoles Reader::wished_faces() const {
  constexpr FaceRoles kPanels = bit_of(FaceRole::Sans) | bit_of(FaceRole::SansBold) | bit_of(FaceRole::Serif) | bit_of(FaceRole::SerifBold);
  constexpr FaceRoles kArabicPanels = bit_of(FaceRole::Naskh) | bit_of(FaceRole::NaskhBold);
  return kPanels | (words_->is_rtl() ? kArabicPanels : 0) | (measured_ ? measured_->wished : 0);
}

ControlList Reader::make_controls(Painter& painter, Surface surface, float width) {
  const Theme& theme = theme_of(preferences_.theme);
  if (surface == Surface::Panel) {
    if (state_.tab == PanelTab::Sources && !shares_) shares_ = find_speaker_shares(*subject_.article, *subject_.analysis);
    return draw_panel(painter, {*subject_.article, analysis(), *subject_.rules, findings_, state_, shares_ ? &*shares_ : nullptr, comparison_ ? &*comparison_ : nullptr, theme, *words_},
                      size_of(kPanelMargin, width));
  }
  const Finding* finding = card_finding();
  if (!finding) return {};
  return draw_card(painter, {*subject_.article, analysis(), *subject_.rules, *finding, state_, theme, *words_},
                   size_of(kCardMargin, width));
}

const ControlList& Reader::controls(Surface surface, float width) {
  FL_CHECK(subject_.article != nullptr && surface != Surface::Article);
  if (surface == Surface::Curve) return curve(width).list;
  std::optional<ControlList>& kept = controls_[static_cast<size_t>(surface)];
  if (!kept || kept->width != width) {
    Painter measuring(shaper_);
    kept = make_controls(measuring, surface, width);
  }
  return *kept;
}

CurveView Reader::curve_view() const { return {curve_->curve, *subject_.article, findings_, state_, theme_of(preferences_.theme), *words_}; }

SheetSize Reader::size_of(float margin, float width) const { return {width, margin, preferences_.is_coarse, words_->is_rtl() || is_rtl(*subject_.article)}; }

const CurveFigure& Reader::curve(float width) {
  const Lines& lines = layout().lines;
  if (!curve_ || curve_->figure.list.width != width) {
    Painter measuring(shaper_);
    curve_.emplace();
    curve_->curve = make_trust_curve({*subject_.article, analysis(), findings_, state_, lines}, width_of_plot(size_of(kPanelMargin, width)));
    curve_->figure = make_curve_figure(measuring, curve_view(), size_of(kPanelMargin, width));
  }
  return curve_->figure;
}

void Reader::forget_textures() {
  if (canvas_) canvas_->forget_textures();
}

Color Reader::background_of(Surface surface) const {
  const Theme& theme = theme_of(preferences_.theme);
  return surface == Surface::Article ? theme.page : surface == Surface::Card ? theme.card : theme.panel;
}

const ImDrawData* Reader::draw(Surface surface, const Frame& frame) {
  if (!canvas_) canvas_ = std::make_unique<Canvas>(shaper_);
  Painter painter = canvas_->begin(frame);
  if (subject_.article && surface == Surface::Article) {
    const TypesetPage page = layout(lines_ ? lines_->width : frame.width);
    const LineRange range = find_lines_between(page.lines, frame.top, frame.top + frame.height);
    const std::vector<Highlight> highlights = highlights_.on(page, range);
    draw_article(painter, {page, findings_, highlights, state_, theme_of(preferences_.theme), analysis(), *words_, search_}, range);
  } else if (subject_.article && surface == Surface::Curve) {
    const CurveFigure& figure = curve(frame.width);
    draw_curve(painter, figure, curve_view(), size_of(kPanelMargin, frame.width));
  } else if (subject_.article) {
    make_controls(painter, surface, frame.width);
  }
  return canvas_->end();
}

}  // namespace faultline
