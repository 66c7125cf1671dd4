#include "analysis/suppress.h"

#include <algorithm>

namespace faultline {
namespace {

bool has_value(const Rule& rule, std::string_view field, std::string_view value) {
  const auto values = rule.field_values(field);
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool has_party(const Scene& scene, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i)
    if (scene.mention_of[i] >= 0) return true;
  return false;
}

bool has_party_in_sentence(const Scene& scene, uint32_t token) {
  const Sentence& sentence = scene.article.sentences()[scene.clause_at(token).sentence];
  return has_party(scene, sentence.first_token, sentence.first_token + sentence.token_count);
}

// "The strike committee said", "the Sanctions Bureau": part of what somebody is called.
bool is_in_a_name(const Scene& scene, const Match& match) {
  const uint32_t named = scene.trees.head(match.trigger_last - 1);
  const int32_t name = scene.mention_of[match.trigger_first];
  return name >= 0 && scene.trees.relation(match.trigger_last - 1) == Relation::Compound && named >= match.trigger_last && named < scene.mention_of.size() && scene.mention_of[named] == name;
}

// What the rule asks of its parties; every rule asks for one in the sentence or in its speaker at least.
bool meets_needs(const Scene& scene, const Candidate& candidate) {
  const Roles& roles = candidate.roles;
  // In an article of two parties, words that can be about nothing else need no party beside them; nor does an item of a
  // list, which names conduct under a header (guide, rule 8).
  const Sentence& sentence = scene.article.sentences()[scene.clause_at(candidate.match.trigger_first).sentence];
  bool is_at_home = scene.first_main != kUnspecified && scene.article.blocks()[sentence.block].kind == BlockKind::ListItem;
  const bool has_who = roles.who != kUnspecified, has_whom = roles.whom != kUnspecified;
  for (const std::string& need : candidate.rule->field_values("needs")) {
    if (need == "who" && !has_who) return false;
    if (need == "agent" && !roles.has_agent) return false;
    if (need == "whom" && !has_whom) return false;
    if (need == "two" && !(has_who && has_whom && roles.has_agent && !roles.inherited)) return false;
    if (need == "target" && (!has_whom || roles.inherited)) return false;
    if (need == "party" && !has_who && !has_whom) return false;
    if (need == "speech" && candidate.voice.speaker == 0) return false;
    if (need == "dispute") {
      if (scene.first_main == kUnspecified) return false;
      is_at_home = true;
    }
  }
  if (is_at_home) return true;
  return has_who || has_whom || has_party_in_sentence(scene, candidate.match.trigger_first);
}

// A deed that somebody lays at the door of another is his accusation, not the other's deed (guide, rule 1).
bool is_alleged(const Scene& scene, const Candidate& candidate) {
  const bool is_done = polarity_of(candidate.category) == Polarity::Building || candidate.category == Category::Coercion || candidate.category == Category::Closure ||
                       candidate.category == Category::Rejection || candidate.category == Category::CredibilityGap;
  return is_done && scene.find_context("alleged", candidate.match) != nullptr;
}

// "removing the duties is a condition": a building act that is named, not told.
bool is_only_named(const Scene& scene, const Candidate& candidate) {
  if (candidate.category != Category::Concession && candidate.category != Category::Agreement && candidate.category != Category::Cooperation) return false;
  const uint32_t head = scene.trees.head_of(candidate.match.trigger_first, candidate.match.trigger_last);
  if (scene.trees.xpos(head) != Xpos::Vbg) return false;
  switch (universal(scene.trees.relation(head))) {
    case Relation::Csubj:
    case Relation::Nsubj:
    case Relation::Obj:
    case Relation::Obl:
    case Relation::Nmod: return true;
    default: return false;
  }
}

// "made no concessions": a building pattern that read over its own negation.
bool is_negated_within(const Scene& scene, const Match& match) {
  for (uint32_t token = match.trigger_first; token < match.trigger_last; ++token)
    if (scene.word(token) == "no" || scene.word(token) == "not" || scene.word(token) == "n't" || scene.word(token) == "never" || scene.word(token) == "little") return true;
  return false;
}

bool is_deed(Category category) {
  return category == Category::Coercion || category == Category::Closure || category == Category::Harm || category == Category::Accusation;
}

// "Did they bomb the bridge?" asks whether; "why did they bomb it?" takes it for granted.
bool is_asked_about(const Scene& scene, const Match& match) {
  const Clause& clause = scene.clause_at(match.trigger_first);
  const Sentence& sentence = scene.article.sentences()[clause.sentence];
  const auto tokens = scene.article.tokens_of(sentence);
  if (scene.trees.head(clause.head) != kNoToken || tokens.empty()) return false;
  uint32_t first = clause.first;
  while (first < match.trigger_first && scene.token(first).kind == TokenKind::Punctuation) ++first;
  if (scene.trees.upos(first) != Upos::Aux) return false;
  for (uint32_t token = sentence.first_token + sentence.token_count; token-- > match.trigger_last && scene.token(token).kind == TokenKind::Punctuation;)
    if (scene.word(token) == "?") return true;
  return false;
}

// "You misled this house", "they copied it": blame in so many words, whoever is meant.
bool speaks_of_others(const Scene& scene, const Candidate& candidate) {
  const uint32_t subject = scene.trees.find_child(candidate.match.trigger_first, Relation::Nsubj);
  return candidate.category == Category::Accusation && subject != kNoToken && (scene.word(subject) == "you" || scene.word(subject) == "they");
}

// "Lent the money to mend the ties", "came to fight the rebels": a purpose (guide, rule 4).
bool is_purpose(const Scene& scene, const Match& match) {
  const uint32_t head = scene.trees.head_of(match.trigger_first, match.trigger_last);
  if (universal(scene.trees.relation(head)) != Relation::Advcl || scene.trees.xpos(head) != Xpos::Vb) return false;
  const uint32_t mark = scene.trees.find_child(head, Relation::Mark);
  return mark != kNoToken && scene.word(mark) == "to";
}

// "An effort to end days of clashes", "to stop a series of strikes": the aim is the end; what is to end is there.
bool is_to_end(const Scene& scene, const Candidate& candidate) {
  constexpr int kMostSteps = 4;
  if (!is_deed(candidate.category) && candidate.category != Category::StatedDistrust) return false;
  uint32_t noun = scene.trees.head_of(candidate.match.trigger_first, candidate.match.trigger_last);
  for (int step = 0; step < kMostSteps && noun != kNoToken && scene.trees.upos(noun) == Upos::Noun; ++step) {
    const Relation relation = universal(scene.trees.relation(noun));
    noun = scene.trees.head(noun);
    if (relation == Relation::Obj) return noun != kNoToken && scene.is(noun, WordKind::Ending);
    if (relation != Relation::Nmod && relation != Relation::Conj) return false;
  }
  return false;
}

}  // namespace

const char* find_objection(const Scene& scene, const Candidate& candidate) {
  const Rule& rule = *candidate.rule;
  const Match& match = candidate.match;
  if (!has_value(rule, "keeps", "negation") && scene.find_context("negation", match) != nullptr)
    return "it is negated: what was not done is no signal (rule 3)";
  if (candidate.category != Category::Threat && !has_value(rule, "keeps", "aim") && scene.find_context("aim", match) != nullptr && !is_to_end(scene, candidate))
    return "it is an aim, not an act (rule 4)";
  const bool is_building = polarity_of(candidate.category) == Polarity::Building;
  if (is_building && !has_value(rule, "keeps", "negation") && is_negated_within(scene, match)) return "it is negated: what was not done is no signal (rule 3)";
  if ((is_building || (is_deed(candidate.category) && candidate.category != Category::Accusation)) && is_purpose(scene, match)) return "it is an aim, not an act (rule 4)";
  if (!has_value(rule, "keeps", "request") && scene.find_context("request", match) != nullptr)
    return "it is asked for, not done (rule 2)";
  if (scene.find_context("general", match) != nullptr) return "it is a general statement (rule 7)";
  if (is_alleged(scene, candidate)) return "a speaker lays this deed at another's door (rule 1)";
  if (is_in_a_name(scene, match)) return "it is part of a name (rule 12)";
  if (is_only_named(scene, candidate)) return "the act is named, not told (rule 12)";
  if ((is_building || is_deed(candidate.category)) && scene.clause_at(match.trigger_first).kind == ClauseKind::Conditional)
    return "it holds under a condition that is not met (rule 3)";
  if (is_asked_about(scene, match)) return "it is asked about, not told (rule 12)";
  // Speech is full of strong words; one alone that names nobody in its clause says too little of the relation.
  if (candidate.voice.quote == Quote::Direct && candidate.roles.inherited && match.trigger_last - match.trigger_first == 1 && !speaks_of_others(scene, candidate))
    return "one word in a quotation that names nobody (rule 12)";
  if (!meets_needs(scene, candidate)) return "no party of the article stands in reach (rule 12)";
  if (scene.printed_before[scene.clause_at(match.trigger_first).sentence]) return "this sentence is printed twice (rule 14)";
  return nullptr;
}

}  // namespace faultline
