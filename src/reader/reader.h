// The reader of one article: fonts, layout, state and the four surfaces, without a window and without a GPU.
//
//   Reader reader;
//   reader.add_font(FaceRole::Serif, bytes);
//   reader.show({article, analysis, rules});
//   const Lines& lines = reader.layout(1280).lines;
//   Outcome outcome = reader.apply({ActionKind::Next});
//   const ImDrawData* triangles = reader.draw(Surface::Article, {.width = 1280, .height = 2400, .dpr = 2});
//
// Everything that is computed from the article is kept until something that it depends on changes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "article/article.h"
#include "layout/set_line.h"
#include "reader/canvas.h"
#include "reader/comparison_table.h"
#include "reader/controls.h"
#include "reader/curve_view.h"
#include "reader/highlights.h"
#include "reader/reader_state.h"
#include "reader/speaker_shares.h"
#include "reader/text_search.h"
#include "rules/rule_set.h"

namespace faultline {

enum class Surface : uint8_t { Article, Panel, Card, Curve };  // numbered as in host/faultline.h
inline constexpr int kSurfaceCount = 4;

// A set of surfaces.
struct Surfaces {
  bool article = false, panel = false, card = false, curve = false;
};

struct ReaderPreferences {
  ThemeName theme = ThemeName::Light;
  PagePreferences page;
  bool is_coarse = false;  // pressed with a finger
  bool operator==(const ReaderPreferences&) const = default;
};

// What an action or a preference has changed on the surfaces.
struct Outcome {
  Surfaces redraw;    // pixels
  Surfaces relayout;  // sizes, controls or the marks of runs
  // The passage that is to be brought into view; of a finding, or of nothing that is marked.
  struct Passage {
    std::optional<FindingId> finding;
    Span span;
  };
  std::optional<Passage> go_to;
  bool is_refiltered = false, is_corrected = false;
};

// All three must outlive the reader or the next show().
struct ReaderSubject {
  const Article* article = nullptr;
  const Analysis* analysis = nullptr;
  const RuleSet* rules = nullptr;
};

class Reader {
 public:
  Reader();
  ~Reader();

  std::optional<Error> add_font(FaceRole role, std::string bytes);
  // Patterns of the article's language (layout/hyphenation.h); empty: no word is hyphenated but at soft hyphens.
  std::optional<Error> set_hyphenation(std::string_view patterns);
  // The interface's language; until the next call. English before the first.
  std::optional<Error> set_words(std::string_view json);  // see catalogue.h; on an error the words stay as they are
  void show(ReaderSubject subject);  // forgets all that is bound to the article before: selection, corrections, part of the filter
  // What the tab "compare" shows; without it, as after show(), there is no such tab. Ask for the panel's layout anew.
  void set_comparison(std::optional<ComparisonTable> comparison);
  Outcome prefer(const ReaderPreferences& preferences);
  Outcome apply(const Action& action);

  // What the person searches; an empty query forgets it, and so does another article. The article is to be drawn anew.
  const TextSearch& search(std::string_view query, SearchOptions options, uint32_t from);
  const TextSearch& search_on(int by);  // to another of the places found
  const TextSearch& search() const { return search_; }

  const ReaderState& state() const { return state_; }
  const Article& article() const { return *subject_.article; }
  const Analysis& analysis() const { return corrected_ ? *corrected_ : *subject_.analysis; }  // as the person has corrected it
  const Catalogue& words() const { return *words_; }
  const ReaderPreferences& preferences() const { return preferences_; }
  std::span<const Finding> findings() const { return findings_; }
  const Finding* find(FindingId id) const;
  // The finding that the card is about: the one pointed at, else the one selected.
  const Finding* card_finding() const;

  TypesetPage layout(float width);                 // of the article; kept until the next other width
  TypesetPage layout();  // at the width that was asked for last, else at a page's usual one
  // The faces that the article and the panel ask for, there or not; valid after layout().
  FaceRoles wished_faces() const;
  const Highlights& highlights() const { return highlights_; }
  const ControlList& controls(Surface surface, float width);  // of panel, card or curve; empty for the card when there is none

  // The trust curve at a width, its controls among it; follows the layout of the article.
  const CurveFigure& curve(float width);

  // One frame of a surface. The article is set to frame.width unless layout() was asked for it before.
  const ImDrawData* draw(Surface surface, const Frame& frame);
  Color background_of(Surface surface) const;
  void forget_textures();  // the GPU has lost them

 private:
  TypesetPage typeset();
  ControlList make_controls(Painter& painter, Surface surface, float width);
  void forget_controls();
  void set_findings(std::vector<Finding> findings);
  CurveView curve_view() const;
  SheetSize size_of(float margin, float width) const;
  void apply_corrections_made();
  std::optional<Outcome::Passage> find_passage(const Action& action, const ReaderState& next) const;

  FontSet fonts_;
  std::optional<Hyphenation> hyphenation_;
  Shaper shaper_;
  std::unique_ptr<Canvas> canvas_;  // made with the first frame: who only measures needs none
  ReaderSubject subject_;
  std::unique_ptr<Analysis> corrected_;  // once there are corrections
  ReaderState state_;
  ReaderPreferences preferences_;
  std::optional<Catalogue> own_words_;
  const Catalogue* words_ = &Catalogue::english();
  std::vector<Finding> findings_;
  Highlights highlights_;  // of these
  std::optional<SpeakerShares> shares_;  // once they were asked for; no correction changes them
  std::optional<ComparisonTable> comparison_;
  TextSearch search_;

  std::optional<MeasuredText> measured_;  // good for every width and size
  std::optional<Lines> lines_;
  float page_width_ = 640;  // asked for last
  std::optional<ControlList> controls_[kSurfaceCount];
  struct DrawnCurve {
    TrustCurve curve;
    CurveFigure figure;
  };
  std::optional<DrawnCurve> curve_;
};

}  // namespace faultline
