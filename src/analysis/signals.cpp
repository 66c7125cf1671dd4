#include "analysis/signals.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "analysis/categories.h"
#include "analysis/certainty.h"
#include "analysis/gate.h"
#include "analysis/intensity.h"
#include "analysis/opponents.h"
#include "analysis/roles.h"
#include "analysis/scare_quotes.h"
#include "analysis/scene.h"
#include "analysis/suppress.h"
#include "analysis/verb_group.h"
#include "analysis/weights.h"
#include "base/sort.h"

namespace faultline {
namespace {

// What a category brings where a rule is silent: table "signal-categories" (category, track, weight in hundredths).
struct CategoryDefaults {
  Track track = Track::Words;
  int weight = 0;
};

int to_int(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class SignalFinder {
 public:
  SignalFinder(Scene& scene, std::vector<Match> matches) : scene_(scene), matches_(std::move(matches)), weights_(read_weights(scene.rules)) {
    for (const auto& row : scene.rules.rows("signal-categories"))
      if (const auto category = row.size() > 2 ? find_category(row[0]) : std::nullopt)
        defaults_[*category] = {row[1] == "deeds" ? Track::Deeds : Track::Words, to_int(row[2], 0)};
    for (const Rule& rule : scene.rules.rules()) {
      orders_.push_back(make_role_order(rule, scene.rules));
      is_on_topic_.push_back(rule.field("topic").empty() || has_topic(scene, rule.field("topic")));
    }
  }

  // Who stands opposite whom must be known before any candidate is weighed.
  Work find(SignalsFound& found) {
    append_scare_quotes(scene_, matches_);
    co_yield 1;
    for (Work part = find_opponents(scene_, matches_, orders_); part.step();) co_yield 0.5 * part.cost();
    auto request = scene_.contexts.cbegin();
    for (const Match& match : matches_) {
      for (; request != scene_.contexts.cend() && request->match.first < match.first; ++request) note_request(request->match);
      consider(match);
      co_yield 1;
    }
    const std::vector<Candidate> kept = without_overlaps();
    const char* silence = find_silence(scene_, kept);
    co_yield 0.1 * static_cast<double>(candidates_.size());
    for (const Candidate& candidate : kept) {
      if (silence != nullptr) suppress(candidate, silence);
      else signals_.push_back(make_signal(candidate));
      co_yield 1;
    }
    const auto in_order = [](const auto& a, const auto& b) { return a.span < b.span; };
    sort_stably(signals_, in_order);
    sort_stably(suppressed_, in_order);
    found = {std::move(signals_), std::move(suppressed_)};
  }

 private:
  // The trigger as it is shown: without the article before it and the small word that leads on to its object.
  Span span_of(const Match& match) const {
    uint32_t first = match.trigger_first, last = match.trigger_last;
    while (last > first + 1 && scene_.is(last - 1, WordKind::Tail)) --last;
    while (first + 1 < last && scene_.is(first, WordKind::Opener)) ++first;
    return scene_.span_of(first, last);
  }

  void suppress(const Candidate& candidate, const char* reason) {
    suppressed_.push_back({span_of(candidate.match), candidate.match.rule, reason});
  }

  // The trigger takes in the boosters that stand right before it: "outright rejected", "long accused".
  Match widen(Match match) const {
    const uint32_t begin = scene_.clause_at(match.trigger_first).first;
    while (match.trigger_first > begin && (scene_.is(match.trigger_first - 1, WordKind::Booster) || scene_.is(match.trigger_first - 1, WordKind::Downtoner)))
      --match.trigger_first;
    match.first = std::min(match.first, match.trigger_first);
    return match;
  }

  // "Board" in "River Board", "Strike" in "Strike Committee": a word of a proper name does nothing.
  bool is_in_name(const Match& match) const {
    for (uint32_t i = match.trigger_first; i < match.trigger_last; ++i) {
      const int32_t at = scene_.mention_of[i];
      if (at < 0 || scene_.cast.mentions[static_cast<size_t>(at)].kind != MentionKind::Name) return false;
    }
    return true;
  }

  // "agreed, says the envoy, to lift the ban": one concession, told in two halves (guide, rule 5).
  bool is_half_of_concession(const Candidate& half, const Candidate& other) const {
    if (half.category != Category::Agreement || other.category != Category::Concession) return false;
    const uint32_t after = half.match.trigger_last, before = other.match.trigger_first;
    if (before < after + 3 || scene_.clause_at(half.match.trigger_first).sentence != scene_.clause_at(before).sentence) return false;
    return scene_.word(after) == "," && scene_.word(before - 1) == "to" && scene_.word(before - 2) == ",";
  }

  // "charged that they broke the truce", "the threat of sanctions": what an accusation or a threat is of is no second act.
  bool is_content_of(const Candidate& candidate, const Candidate& other) const {
    const bool is_of_accusation = candidate.category == Category::Accusation && other.category == Category::Accusation;
    const bool is_of_threat = (candidate.category == Category::Coercion || candidate.category == Category::Closure || candidate.category == Category::Threat) && other.category == Category::Threat;
    if ((!is_of_accusation && !is_of_threat) || candidate.voice.quote == Quote::Direct) return false;
    const Trees& trees = scene_.trees;
    const uint32_t above = trees.head_of(other.match.trigger_first, other.match.trigger_last);
    uint32_t token = trees.head_of(candidate.match.trigger_first, candidate.match.trigger_last);
    if (!trees.is_below(token, above)) return false;
    for (; token != above && token != kNoToken; token = trees.head(token))  // "accused Peru and condemned the raid" is two
      if (universal(trees.relation(token)) == Relation::Conj || trees.relation(token) == Relation::Parataxis) return false;
    return true;
  }

  // What is said to come or to have been done by another is not done: planned harm is a threat (guide, section 3), and
  // "the ministry said that the rebels shelled the pass" is the ministry's accusation (rule 1).
  void recast(Candidate& candidate) const {
    const PartyRef speaker = party_of(scene_, candidate.voice);
    // "Any club would be expelled, the league said": who says what will be done to others threatens it.
    if (candidate.category == Category::Threat && candidate.roles.who == kUnspecified && speaker >= 0 && speaker != candidate.roles.whom) candidate.roles.who = speaker;
    if (candidate.category != Category::Coercion && candidate.category != Category::Closure && candidate.category != Category::CredibilityGap) return;
    const bool says_so = candidate.roles.who < 0 && speaker >= 0 && speaker != candidate.roles.whom && !is_onlooker(speaker);  // "clubs would be expelled, the league said"
    if (candidate.category != Category::CredibilityGap && (candidate.roles.who >= 0 || says_so) &&
        (is_planned(candidate.match) || ((says_so || candidate.roles.who == speaker) && announces(candidate.match)))) {
      candidate.category = Category::Threat;
      if (says_so) candidate.roles.who = speaker;
      return;
    }
    if (candidate.category == Category::Closure || speaker < 0 || candidate.roles.who < 0 || candidate.roles.who == speaker || is_onlooker(speaker)) return;
    candidate.category = Category::Accusation;
    candidate.roles.whom = candidate.roles.who;
    candidate.roles.who = speaker;
  }

  // An agency or a court that counts the raids is no side in them: it only says so.
  bool is_onlooker(PartyRef party) const {
    const PartyKind kind = scene_.cast.parties[static_cast<size_t>(party)].kind;
    return kind == PartyKind::Organisation && scene_.times_named[static_cast<size_t>(party)] < 2;
  }

  // "plans to expel", "will expel"; what will continue is held already.
  bool is_planned(const Match& match) const {
    if (scene_.find_context("plan", match) != nullptr) return true;
    const VerbGroup group(scene_, match.trigger_first, match.trigger_last);
    return group.has({"will", "wo", "'ll", "shall"}) && !group.holds_lemma({"continue", "remain", "stay", "last"});
  }

  // "It would bar them, Chile said": what a speaker says of itself with "would" is "will" told afterwards.
  bool announces(const Match& match) const {
    const VerbGroup group(scene_, match.trigger_first, match.trigger_last);
    return group.has({"would"}) && !group.has_condition();
  }

  // "The bank asked the union" is no signal, but it opens a pair (guide, rule 2).
  void note_request(const Match& match) {
    if (scene_.rules.rules()[match.rule].category != "request") return;
    static const RoleOrder kOrder{.who = {"subject"}, .whom = {"object", "on", "to", "from"}};
    note_encounter(match, find_roles(scene_, match, kOrder, scene_.voices.at(scene_.span_of(match.trigger_first, match.trigger_last))), true);
  }

  static bool asks(Category category) {
    return category == Category::Accusation || category == Category::Threat || category == Category::Agreement || category == Category::Concession || category == Category::Engagement;
  }

  // What may be answered counts without a whom, too.
  void note_encounter(const Match& match, const Roles& roles, bool asks, bool is_friendly = false) {
    if (!roles.has_agent || roles.who < 0) return;
    // "Accused Chile of arming Peru": Chile will answer who accused it.
    const Encounter* last = scene_.encounters.empty() ? nullptr : &scene_.encounters.back();
    if (last != nullptr && last->asks && last->whom == roles.who && last->who != roles.whom && scene_.clause_at(last->token).sentence == scene_.clause_at(match.trigger_first).sentence) return;
    if (roles.whom >= 0 && !roles.inherited) scene_.encounters.push_back({match.trigger_first, roles.who, roles.whom, asks, is_friendly});
    else if (asks && roles.whom != kDyad) scene_.encounters.push_back({match.trigger_first, roles.who, kUnspecified, asks});
  }

  void note_deed(const Candidate& candidate) {
    const bool is_recast = find_category(candidate.rule->category) != candidate.category;
    const bool is_deed = candidate.category == Category::Coercion || candidate.category == Category::Closure || candidate.category == Category::Harm ||
                         candidate.category == Category::Rejection || candidate.category == Category::Concession || is_recast;
    const PartyRef who = is_recast && candidate.category == Category::Accusation ? candidate.roles.whom : candidate.roles.who;
    constexpr uint32_t kLongest = 24;  // tokens: a clause may be a whole book
    const uint32_t first = candidate.match.trigger_first;
    if (is_deed && who >= 0) scene_.deeds.push_back({first, std::min(scene_.clause_at(first).last, first + kLongest), who});
  }

  void consider(const Match& narrow) {
    const Rule& rule = scene_.rules.rules()[narrow.rule];
    const auto category = find_category(rule.category);
    if (!category || narrow.trigger_first >= narrow.trigger_last || !is_on_topic_[narrow.rule] || is_in_name(narrow)) return;
    Candidate candidate{.match = widen(narrow), .rule = &rule, .category = *category, .voice = scene_.voices.at(span_of(narrow)), .roles = {}};
    candidate.roles = find_roles(scene_, candidate.match, orders_[narrow.rule], candidate.voice);
    recast(candidate);
    note_deed(candidate);
    if (candidate.category != Category::Harm && scene_.find_context("negation", candidate.match) == nullptr) note_encounter(candidate.match, candidate.roles, asks(candidate.category), candidate.category == Category::Cooperation || candidate.category == Category::Goodwill);
    if (const char* objection = find_objection(scene_, candidate)) suppress(candidate, objection);
    else candidates_.push_back(std::move(candidate));
  }

  // Where triggers overlap the first stands, as English puts the verb before what it governs; of two that begin
  // together, the one that read more words.
  std::vector<Candidate> without_overlaps() {
    sort_stably(candidates_, [](const Candidate& a, const Candidate& b) {
      if (a.match.trigger_first != b.match.trigger_first) return a.match.trigger_first < b.match.trigger_first;
      return a.match.last - a.match.first > b.match.last - b.match.first;
    });
    std::vector<Candidate> kept;
    std::vector<bool> taken(scene_.article.tokens().size(), false);
    for (const Candidate& candidate : candidates_) {
      const auto begin = taken.begin() + candidate.match.trigger_first, end = taken.begin() + candidate.match.trigger_last;
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      if (!kept.empty() && is_content_of(candidate, kept.back())) continue;
      if (!kept.empty() && is_half_of_concession(kept.back(), candidate)) kept.pop_back();
      kept.push_back(candidate);
    }
    return kept;
  }

  Signal make_signal(const Candidate& candidate) const {
    const Match& match = candidate.match;
    const Clause& clause = scene_.clause_at(match.trigger_first);
    const auto defaults = defaults_.find(candidate.category);
    Signal signal;
    signal.span = span_of(match);
    signal.clause = hull(scene_.span_of(clause.first, clause.last), signal.span);
    signal.category = candidate.category;
    signal.who = candidate.roles.who;
    signal.whom = candidate.roles.whom;
    signal.inherited = candidate.roles.inherited;
    signal.speaker = candidate.voice.speaker;
    signal.quote = candidate.voice.quote;
    signal.rule = match.rule;
    signal.because = candidate.roles.because;
    const CategoryDefaults base = defaults == defaults_.end() ? CategoryDefaults{} : defaults->second;
    const bool is_recast = find_category(candidate.rule->category) != candidate.category;
    const std::string_view track = is_recast ? std::string_view() : candidate.rule->field("track");
    signal.track = track.empty() ? base.track : track == "deeds" ? Track::Deeds : Track::Words;
    Certainty certainty = judge_certainty(scene_, match, candidate.category, candidate.voice, candidate.roles);
    signal.factuality = certainty.factuality;
    signal.time = certainty.time;
    Intensity intensity = find_intensity(scene_, match);
    signal.intensity = weights_.intensity(intensity.boosters, intensity.downtoners);
    signal.weight = weights_.weigh(is_recast ? base.weight : to_int(candidate.rule->field("weight"), base.weight), signal.factuality, signal.intensity, signal.inherited);
    for (auto* more : {&certainty.because, &intensity.because}) signal.because.insert(signal.because.end(), more->begin(), more->end());
    sort_stably(signal.because, [](const Because& a, const Because& b) { return a.span < b.span; });
    return signal;
  }

  Scene& scene_;
  std::vector<Match> matches_;
  Weights weights_;
  std::map<Category, CategoryDefaults> defaults_;
  std::vector<RoleOrder> orders_;  // by rule
  std::vector<bool> is_on_topic_;  // by rule
  std::vector<Candidate> candidates_;
  std::vector<Signal> signals_;
  std::vector<Suppressed> suppressed_;
};

}  // namespace

Work find_signals(const Reading& reading, const Cast& cast, const Voices& voices, RuleMatches& matches, SignalsFound& found) {
  Scene scene(reading, cast, voices);
  constexpr double kMatchesAToken = 0.05;  // a match takes as long as the scene of so many tokens
  for (Work part = scene.read(matches); part.step();) co_yield kMatchesAToken * part.cost();
  SignalFinder finder(scene, std::move(matches.signals));
  for (Work part = finder.find(found); part.step();) co_yield part.cost();
}

}  // namespace faultline
