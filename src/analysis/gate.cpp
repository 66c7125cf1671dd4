#include "analysis/gate.h"

#include <algorithm>

namespace faultline {
namespace {

// One word in this many tokens makes a topic: match reports have one in ten to sixteen, articles on a dispute one in
// sixty at the most, even when it is about sport (a federation sues, a team is banned).
constexpr size_t kTopicDensity = 30;
constexpr size_t kLeastTopicWords = 3;  // one is chance in a text of a few sentences: "a series of expulsions"

// An article on a dispute has a signal in less than a hundred tokens; a few in a long text are chance.
constexpr size_t kFewCandidates = 8;
constexpr size_t kTokensPerSignal = 200;
constexpr size_t kShortReport = 80;  // tokens
constexpr size_t kFewUnrelated = 4;  // a report of a crime or a shop has as many, and no two parties in one of them

// One word in this many tokens is enough to tell in which sense the article uses an ambiguous word: a report of fighting
// has one in ten to thirty, a report of an election one in several hundreds.
constexpr size_t kSenseDensity = 100;

size_t count_words(const Scene& scene, std::string_view list) {
  std::vector<bool> in(scene.article.fold_count(), false);
  for (const std::string& word : scene.rules.words(list))
    if (const uint32_t fold = scene.article.find_fold(word); fold != Article::kNoFold) in[fold] = true;
  const auto tokens = scene.article.tokens();
  return static_cast<size_t>(std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) { return in[token.fold]; }));
}

}  // namespace

static bool is_about(const Scene& scene, std::string_view list) {
  const size_t words = count_words(scene, list);
  return words >= kLeastTopicWords && words * kTopicDensity > scene.article.tokens().size();
}

// An act that only parties to a dispute do, with one of them by name: a suit, a strike, a ban that is lifted.
static bool is_plain_act(const Scene& scene, const Candidate& candidate) {
  if (candidate.roles.who < 0 && candidate.roles.whom < 0) return false;
  const auto rows = scene.rules.rows("plain-acts");
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.front() == candidate.rule->id; });
}

bool has_topic(const Scene& scene, std::string_view list) {
  return count_words(scene, list) * kSenseDensity > scene.article.tokens().size();
}

const char* find_silence(const Scene& scene, const std::vector<Candidate>& candidates) {
  const size_t tokens = scene.article.tokens().size();
  if (is_about(scene, "sport-result-words")) return "the article reports a sport result (rule 11)";
  if (is_about(scene, "kitchen-words")) return "the article is a recipe (rule 11)";
  if (std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& each) { return is_plain_act(scene, each); })) return nullptr;
  if (candidates.size() <= kFewCandidates && candidates.size() * kTokensPerSignal < tokens)
    return "a chance word or two in a long article that is about no dispute (rule 12)";
  const bool is_of_nobody = std::none_of(candidates.begin(), candidates.end(), [](const Candidate& each) { return each.roles.who == kDyad || (each.roles.who >= 0 && each.roles.whom >= 0 && !each.roles.inherited); });
  if (is_of_nobody && candidates.size() <= kFewUnrelated && tokens > kShortReport) return "no act between two parties is told: a word or two of an article about no dispute (rule 11)";
  const bool harm_alone = std::all_of(candidates.begin(), candidates.end(), [](const Candidate& each) { return each.category == Category::Harm; });
  if (harm_alone && !candidates.empty() && tokens > kTokensPerSignal / 2) return "people come to harm, but by nobody's act: an accident (rule 12)";
  return nullptr;
}

}  // namespace faultline
