#include "analysis/certainty.h"

namespace faultline {
namespace {

constexpr uint32_t kVerbGroup = 5;  // "had not yet been formally" before a participle

class CertaintyJudge {
 public:
  CertaintyJudge(const Scene& scene, const Match& match, Category category, const Voice& voice, const Roles& roles)
      : scene_(scene), match_(match), category_(category), voice_(voice), roles_(roles) {}

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

  // The auxiliaries right before the trigger, or in it: "will not be", "had".
  template <class Predicate>
  bool has_auxiliary(Predicate fits) const {
    const Clause& clause = scene_.clause_at(match_.trigger_first);
    for (uint32_t i = match_.trigger_first; i < match_.trigger_last; ++i) {
      if (!scene_.words.is_auxiliary(scene_.token(i).fold)) break;
      if (fits(i)) return true;
    }
    for (uint32_t i = match_.trigger_first, steps = 0; i-- > clause.first && steps < kVerbGroup; ++steps) {
      if (fits(i)) return true;
      if (!scene_.words.is_auxiliary(scene_.token(i).fold) && !scene_.is(i, WordKind::Adverb)) return false;
    }
    return false;
  }
  bool has_word_before(std::initializer_list<std::string_view> words) const {
    return has_auxiliary([&](uint32_t i) {
      for (std::string_view word : words)
        if (scene_.word(i) == word) return true;
      return false;
    });
  }

  // The guide's rule 13: "said it would not meet" is the writer's report of a refusal that took place.
  bool is_own_refusal() const {
    return category_ == Category::Rejection && voice_.quote == Quote::Indirect && roles_.who >= 0 && roles_.who == party_of(scene_, voice_);
  }

  Factuality judge_factuality() {
    if (scene_.clause_at(match_.trigger_first).kind == ClauseKind::Conditional) return Factuality::Conditional;
    if (is_own_refusal()) return Factuality::Fact;
    if (has_context("conditional", "hedge")) return Factuality::Conditional;
    if (category_ == Category::Threat && has_word_before({"would"})) return Factuality::Conditional;
    if (voice_.hedged || has_context("hedge", "hedge")) return Factuality::Possible;
    if (voice_.speaker != 0) return Factuality::Reported;
    return has_context("evidential", "hedge") ? Factuality::Reported : Factuality::Fact;
  }

  Time judge_time() {
    if (category_ == Category::Threat) return Time::Future;
    if (has_word_before({"will", "wo", "shall", "'ll"}) || has_context("future", "time")) return Time::Future;
    if (has_word_before({"would"}) && voice_.speaker != 0 && category_ != Category::Rejection) return Time::Future;
    if (has_word_before({"had"}) || has_context("background", "time")) return Time::Background;
    return Time::Current;
  }

  const Scene& scene_;
  const Match& match_;
  Category category_;
  const Voice& voice_;
  const Roles& roles_;
  Certainty out_;
};

}  // namespace

Certainty judge_certainty(const Scene& scene, const Match& match, Category category, const Voice& voice, const Roles& roles) {
  return CertaintyJudge(scene, match, category, voice, roles).judge();
}

}  // namespace faultline
