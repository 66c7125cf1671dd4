#include "analysis/certainty.h"

#include "analysis/verb_group.h"

namespace faultline {
namespace {

// What is done rather than said: such acts make up the history that an article recalls.
bool is_event(Category category) {
  switch (category) {
    case Category::Closure: case Category::Coercion: case Category::Harm: case Category::Agreement:
    case Category::Concession: case Category::Engagement: case Category::Cooperation: return true;
    default: return false;
  }
}

class CertaintyJudge {
 public:
  CertaintyJudge(const Scene& scene, const Match& match, Category category, const Voice& voice, const Roles& roles)
      : scene_(scene), match_(match), category_(category), voice_(voice), roles_(roles),
        group_(scene, match.trigger_first, match.trigger_last) {}

  Certainty judge() {
    out_.factuality = judge_factuality();
    out_.time = judge_time();
    return std::move(out_);
  }

 private:
  bool has_context(const char* category, const char* role) {
    const Context* context = scene_.find_context(category, match_);
    if (context == nullptr) return false;
    out_.because.push_back({scene_.span_of(context->match.first, context->match.last), role});
    return true;
  }

  // The guide's rule 13: "said it would not meet", "said so, condemning the raid" are the writer's report of what took place.
  bool is_own_act() const {
    if (voice_.quote != Quote::Indirect || roles_.who < 0 || roles_.who != party_of(scene_, voice_)) return false;
    return category_ == Category::Rejection || (category_ == Category::Accusation && group_.is_participle_clause());
  }

  Factuality judge_factuality() {
    if (group_.hangs_on(WordKind::Conditional)) return Factuality::Conditional;
    if (is_own_act()) return Factuality::Fact;
    if (has_context("conditional", "hedge")) return Factuality::Conditional;
    if (group_.has({"will", "wo", "'ll", "would", "could"}) && group_.has_condition()) return Factuality::Conditional;
    if (category_ == Category::Threat && (group_.has({"would"}) || group_.has_condition())) return Factuality::Conditional;
    if (voice_.speaker == 0 && group_.has({"would"})) return Factuality::Conditional;
    if (voice_.hedged || group_.holds_lemma({"seem", "appear"}) || has_context("hedge", "hedge")) return Factuality::Possible;
    if (voice_.speaker != 0) return Factuality::Reported;
    return has_context("evidential", "hedge") ? Factuality::Reported : Factuality::Fact;
  }

  Time judge_time() {
    if (category_ == Category::Threat || is_to_come()) return Time::Future;
    return is_over() ? Time::Background : Time::Current;
  }

  bool is_to_come() {
    if (group_.has({"will", "wo", "shall", "'ll"}) || group_.holds("will") || has_context("future", "time")) return true;
    // "agreed to reopen" (guide, rule 5), "a deal to reopen"
    if ((category_ == Category::Concession || category_ == Category::Cooperation) && (group_.opens_infinitive(WordKind::Promising) || group_.is_infinitive_of_noun())) return true;
    return group_.has({"would"}) && voice_.speaker != 0 && category_ != Category::Rejection;
  }

  bool is_over() {
    const bool is_writer = voice_.speaker == 0;
    if (is_going_on() || group_.is_called(WordKind::Fresh)) return false;
    if (has_context("background", "time")) return true;
    // In indirect speech "had" is the shifted "has": what the speaker told as news.
    if (group_.has({"had"}) && voice_.quote != Quote::Indirect) return true;
    if (group_.hangs_on(WordKind::Anterior) || group_.is_past_relative()) return true;
    if (!is_writer) return false;
    if (group_.is_past() && scene_.is_history[scene_.clause_at(match_.trigger_first).sentence]) return true;
    if (group_.is_on(WordKind::NewsDay)) return false;
    // News opens with what is new; a deed that the writer tells further down, without its day, is what led to it.
    return is_event(category_) && match_.trigger_first >= scene_.lead_end;
  }

  // "are striking", "strikes": told as what is the case while the writer writes.
  bool is_going_on() const {
    if (group_.verb() < match_.trigger_first || group_.verb() >= match_.trigger_last) return false;
    const Xpos xpos = scene_.trees.xpos(group_.verb());
    return xpos == Xpos::Vbz || xpos == Xpos::Vbp || group_.has({"is", "are", "'s", "'re", "am", "'m"});
  }

  const Scene& scene_;
  const Match& match_;
  Category category_;
  const Voice& voice_;
  const Roles& roles_;
  VerbGroup group_;
  Certainty out_;
};

}  // namespace

Certainty judge_certainty(const Scene& scene, const Match& match, Category category, const Voice& voice, const Roles& roles) {
  return CertaintyJudge(scene, match, category, voice, roles).judge();
}

}  // namespace faultline
