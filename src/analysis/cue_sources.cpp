#include "analysis/cue_sources.h"

#include <algorithm>

namespace faultline {
namespace {

constexpr int kSteps = 8;            // verbs up the tree whose subject a cue may share: "vowed to try to go on to say"
constexpr uint32_t kLongest = 64;  // tokens of a source on either side of its head; keeps a text of one endless sentence linear

}  // namespace

bool CueSources::is_passive(uint32_t verb) const {
  for (const uint32_t child : trees_.children(verb)) {
    const Relation relation = trees_.relation(child);
    if (relation == Relation::AuxPass) return true;
  }
  return false;
}

// The nearest one before the verb, else the first behind it: the parser sometimes hangs the subject of what is said
// on the cue as well ("The strike will continue, the committee said").
uint32_t CueSources::find_subject(uint32_t verb) const {
  uint32_t subject = kNoToken;
  for (const uint32_t child : trees_.children(verb)) {
    const bool is_it = trees_.relation(child) == Relation::Expl && trees_.xpos(child) == Xpos::Prp && subject == kNoToken;  // of an active verb: it speaks
    if ((universal(trees_.relation(child)) != Relation::Nsubj && !is_it) || trees_.upos(child) == Upos::Punct) continue;
    if (reading_.has(List::CueAdverbs, child)) continue;  // "late Wednesday rejected"
    if (child > verb && (subject != kNoToken || (verb > 0 && reading_.is_word(verb - 1)))) break;  // "told the paper": no inversion
    subject = child;
  }
  return subject;
}

bool CueSources::is_loose_participle(uint32_t verb) const {
  return verb > 0 && trees_.xpos(verb) == Xpos::Vbg && universal(trees_.relation(verb)) == Relation::Advcl && trees_.head(verb) < verb &&
         reading_.fold(verb - 1) == ",";
}

CueSource CueSources::phrase_of(uint32_t head, TokenRange cue) const {
  const TokenReach reach = trees_.reach(head);
  TokenRange range{std::max(reach.first, head - std::min(head, kLongest)), std::min(reach.last, head + kLongest)};
  if (range.first <= cue.first && cue.first < range.end) {
    // The cue stands below the source ("a letter saying that"): up to the clause that holds it.
    uint32_t branch = cue.first;
    for (int steps = 0; steps < 2 * kSteps && trees_.head(branch) != kNoToken && trees_.head(branch) != head; ++steps) branch = trees_.head(branch);
    if (branch > head) range.end = trees_.reach(branch).first;
  }
  if (head < cue.first) range.end = std::min(range.end, cue.first);
  else range.first = std::max(range.first, cue.end);
  if (quoted_[head] < 0) {
    for (uint32_t at = head; at > range.first; --at)
      if (quoted_[at - 1] >= 0) range.first = at;
    for (uint32_t at = head + 1; at < range.end; ++at)
      if (quoted_[at] >= 0) range.end = at;
  }
  while (range.first < head && (trees_.upos(range.first) == Upos::Adp || reading_.token(range.first).kind == TokenKind::Punctuation)) ++range.first;
  if (range.end > head + 2 && reading_.has(List::CueAdverbs, range.end - 1) && reading_.fold(range.end - 2) == "on") range.end -= 2;  // "on Monday"
  while (range.end > head + 1 && reading_.token(range.end - 1).kind == TokenKind::Punctuation) --range.end;
  if (range.empty() || head < range.first || head >= range.end) return {{head, head + 1}, head};
  return {range, head};
}

// "Juan Ruiz, who said": the pronoun speaks, and who it is stands before it.
CueSource CueSources::find_antecedent(uint32_t verb, uint32_t pronoun, TokenRange cue) const {
  constexpr uint32_t kNear = 12;  // tokens between an antecedent and its pronoun
  uint32_t clause = verb;
  for (int steps = 0; steps < kSteps && trees_.relation(clause) != Relation::AclRelcl; ++steps) {
    clause = trees_.head(clause);
    if (clause == kNoToken) return phrase_of(pronoun, cue);
  }
  const uint32_t head = trees_.relation(clause) == Relation::AclRelcl ? trees_.head(clause) : kNoToken;
  if (head == kNoToken || head > pronoun || pronoun - head > kNear) return phrase_of(pronoun, cue);
  CueSource source = phrase_of(head, {pronoun, pronoun + 1});
  source.range.end = pronoun + 1;
  return source;
}

// "responded to reports from the capital claiming that": papers speak, though the tree gives the participle to the verb.
uint32_t CueSources::find_paper_before(uint32_t verb) const {
  if (verb == 0 || trees_.xpos(verb) != Xpos::Vbg) return kNoToken;
  uint32_t at = verb - 1;
  for (int steps = 0; steps < kSteps && at != kNoToken && at != trees_.head(verb); ++steps, at = trees_.head(at))
    if (reading_.has(List::CommonSources, at)) return at;
  return kNoToken;
}

CueSource CueSources::find_of_verb(uint32_t verb, TokenRange cue) const {
  if (is_passive(verb)) {
    const uint32_t agent = trees_.find_child(verb, Relation::OblAgent);
    if (agent == kNoToken) return {};
    CueSource source = phrase_of(agent, cue);
    for (const uint32_t child : trees_.children(agent))  // "accused by Chile of lying": the charge is no part of the name
      if (universal(trees_.relation(child)) == Relation::Acl && reading_.fold(trees_.reach(child).first) == "of") source.range.end = trees_.reach(child).first;
    return source;
  }
  uint32_t at = verb;
  // "said that jets had struck the camp, adding …": the participle is the speaker's, wherever the tree hangs it.
  if (is_loose_participle(verb)) {
    at = trees_.head(verb);
    for (int steps = 0; steps < kSteps && universal(trees_.relation(at)) == Relation::Ccomp && trees_.head(at) != kNoToken; ++steps) at = trees_.head(at);
  }
  for (int steps = 0; steps < kSteps; ++steps) {
    if (const uint32_t subject = find_subject(at); subject != kNoToken) {
      if (is_relative_pronoun(trees_.xpos(subject))) return find_antecedent(at, subject, cue);
      return phrase_of(subject, cue);
    }
    const uint32_t head = trees_.head(at);
    if (head == kNoToken) break;
    const Relation relation = trees_.relation(at);
    if (at == verb && universal(relation) == Relation::Advcl && !is_loose_participle(verb)) {
      if (const uint32_t noun = find_paper_before(verb); noun != kNoToken) return phrase_of(noun, cue);
    }
    if (universal(relation) == Relation::Acl) return phrase_of(head, cue);
    if (relation == Relation::Xcomp) {  // "urged Peru to say": whom is urged speaks
      if (const uint32_t object = trees_.find_child(head, Relation::Obj); object != kNoToken && object < at) return phrase_of(object, cue);
    } else if (relation != Relation::Conj && universal(relation) != Relation::Advcl && relation != Relation::Ccomp) {
      break;
    }
    at = head;
  }
  return {};
}

bool CueSources::is_name(uint32_t at) const {
  return quoted_[at] < 0 && reading_.fold(at) != "me" && reading_.fold(at) != "us" && (trees_.upos(at) == Upos::Propn || trees_.upos(at) == Upos::Noun || trees_.xpos(at) == Xpos::Prp);
}

// The noun that governs the noun at `at`, of those in [begin, end).
uint32_t CueSources::top_of_name(uint32_t at, uint32_t begin, uint32_t end) const {
  for (int steps = 0; steps < kSteps; ++steps) {
    const uint32_t head = trees_.head(at);
    if (head == kNoToken || head < begin || head >= end || !is_name(head)) break;
    at = head;
  }
  return at;
}

// Where the tree gives the cue no subject: the noun or pronoun right beside it, "…, it added" or "…, said Ana Ruiz".
CueSource CueSources::find_beside(uint32_t verb, TokenRange cue, uint32_t begin, uint32_t end) const {
  constexpr uint32_t kAuxiliaries = 3;
  uint32_t at = verb;
  while (at > begin && verb - at < kAuxiliaries && (trees_.upos(at - 1) == Upos::Aux || trees_.upos(at - 1) == Upos::Adv)) --at;
  if (at > begin && reading_.fold(at - 1) == ")") {  // "Ann Lee (Party – Place) told"
    constexpr uint32_t kBracket = 8;
    uint32_t open = at - 1;
    while (open > begin && at - open < kBracket && reading_.fold(open) != "(") --open;
    if (reading_.fold(open) == "(") at = open;
  }
  if (at > begin && is_name(at - 1)) {
    return phrase_of(top_of_name(at - 1, begin, verb), cue);
  }
  if (verb == begin || reading_.is_word(verb - 1)) return {};
  for (at = cue.end; at < end && at < cue.end + kAuxiliaries && trees_.upos(at) != Upos::Adp; ++at) {
    if (is_name(at)) return phrase_of(top_of_name(at, cue.end, end), cue);
  }
  return {};
}

CueSource CueSources::find_of_state(uint32_t state, TokenRange cue) const {
  const uint32_t subject = find_subject(state);
  if (subject == kNoToken) return {};
  return is_relative_pronoun(trees_.xpos(subject)) ? find_antecedent(state, subject, cue) : phrase_of(subject, cue);
}

CueSource CueSources::find_of_noun(uint32_t noun, TokenRange cue) const {
  for (const uint32_t child : trees_.children(noun)) {
    if (trees_.relation(child) == Relation::NmodPoss) {
      CueSource source = phrase_of(child, cue);
      while (source.range.end > child + 1 && trees_.upos(source.range.end - 1) == Upos::Part) --source.range.end;
      return source;
    }
  }
  for (const uint32_t child : trees_.children(noun)) {
    if (universal(trees_.relation(child)) != Relation::Nmod || child < noun) continue;
    const uint32_t preposition = trees_.find_child(child, Relation::Case);
    if (preposition == kNoToken) continue;
    if (const std::string_view word = reading_.fold(preposition); word == "by" || word == "from") return phrase_of(child, cue);
  }
  const uint32_t verb = trees_.head(noun);
  if (verb != kNoToken && trees_.upos(verb) == Upos::Verb && universal(trees_.relation(noun)) == Relation::Obj) return find_of_verb(verb, cue);
  return {};
}

}  // namespace faultline
