#include "analysis/cue_contents.h"

#include <algorithm>

namespace faultline {

bool CueContents::is_quote_mark(uint32_t at) const {
  static constexpr std::string_view kMarks[] = {"\"", "“", "”", "‘", "«", "»", "``", "''"};
  const std::string_view mark = reading_.fold(at);
  if (std::find(std::begin(kMarks), std::end(kMarks), mark) != std::end(kMarks)) return true;
  if (mark != "'" || quoted_[at] >= 0) return false;
  return (at > begin_ && quoted_[at - 1] >= 0) || (at + 1 < end_ && quoted_[at + 1] >= 0);
}

bool CueContents::is_break(uint32_t at) const {
  const std::string_view mark = reading_.fold(at);
  return mark == "," || mark == "—" || mark == "–" || mark == "--" || mark == "?" || mark == "!" || is_quote_mark(at);
}

TokenRange CueContents::trimmed(TokenRange range) const {
  auto is_edge = [&](uint32_t at) {
    const std::string_view mark = reading_.fold(at);
    return quoted_[at] < 0 && (mark == "," || mark == ":" || mark == ";" || mark == "." || mark == "—" || mark == "–" || mark == "--");
  };
  while (range.first < range.end && (is_edge(range.first) || reading_.fold(range.first) == ")")) ++range.first;
  while (range.end > range.first && is_edge(range.end - 1)) --range.end;
  if (range.empty()) return range;
  // A mark that the tree hung elsewhere.
  while (range.end < end_ && quoted_[range.end - 1] >= 0 && quoted_[range.end] == quoted_[range.end - 1] && !reading_.is_word(range.end)) ++range.end;
  if (range.end < end_ && quoted_[range.end - 1] >= 0 && quoted_[range.end] < 0 && is_quote_mark(range.end)) ++range.end;
  if (range.first > begin_ && quoted_[range.first] >= 0 && quoted_[range.first - 1] < 0 && is_quote_mark(range.first - 1)) --range.first;
  // A closing mark at the front or an opening one at the end belongs to another quotation.
  if (is_quote_mark(range.first) && range.end - range.first > 1 && quoted_[range.first + 1] < 0) ++range.first;
  if (is_quote_mark(range.end - 1) && range.end - range.first > 1 && quoted_[range.end - 2] < 0) --range.end;
  return range;
}

// Grows a range by the subtree of a child, up to the cue it stands before or from the cue it stands behind.
TokenRange CueContents::joined(TokenRange range, uint32_t child, TokenRange cue) const {
  const TokenReach reach = trees_.reach(child);
  TokenRange part{reach.first, reach.last};
  if (child >= cue.end) part.first = std::max(part.first, cue.end);
  if (range.empty()) return part;
  return {std::min(range.first, part.first), std::max(range.end, part.end)};
}

TokenRange CueContents::find_clause(uint32_t verb, TokenRange cue) const {
  TokenRange range, opened;  // opened: by "that" behind the cue, which no other clause can outweigh
  for (const uint32_t child : trees_.children(verb)) {
    if (trees_.relation(child) != Relation::Ccomp) continue;
    range = joined(range, child, cue);
    if (child >= cue.end && reading_.fold(std::max(trees_.reach(child).first, cue.end)) == "that") opened = joined(opened, child, cue);
  }
  if (!opened.empty()) return opened;
  if (!range.empty()) return range;
  for (const uint32_t child : trees_.children(verb)) {
    if (trees_.relation(child) != Relation::Parataxis) continue;
    const TokenReach reach = trees_.reach(child);
    const bool apart = child < cue.first || quoted_[child] >= 0 || (reach.first > begin_ && (reading_.fold(reach.first - 1) == ":" || reading_.fold(reach.first) == ":"));
    if (apart) range = joined(range, child, cue);
  }
  if (!range.empty()) return range;
  // "told a paper in a statement that …": the clause hangs on the noun before it.
  for (const uint32_t child : trees_.children(verb)) {
    if (child < cue.end || (universal(trees_.relation(child)) != Relation::Obl && trees_.relation(child) != Relation::Obj)) continue;
    const TokenRange clause = find_that_clause(child, cue);
    if (!clause.empty() && trees_.upos(clause.first) == Upos::Sconj) return clause;
  }
  return range;
}

bool CueContents::holds_quote(uint32_t first, uint32_t end) const {
  for (uint32_t at = first; at < std::min(end, end_); ++at)
    if (quoted_[at] >= 0) return true;
  return false;
}

// "The pass was shut, Chile said": where the tree hangs the cue below what is said.
TokenRange CueContents::find_governor(uint32_t verb, TokenRange said) const {
  const Relation relation = trees_.relation(verb);
  const uint32_t head = trees_.head(verb);
  const bool hangs = relation == Relation::Parataxis || relation == Relation::Conj || relation == Relation::Dep || relation == Relation::Csubj;
  if (head == kNoToken || !hangs || trees_.find_child(verb, Relation::Mark) != kNoToken) return {};
  const bool breaks = said.first > begin_ && is_break(said.first - 1);
  if (!breaks && said.first != begin_) return {};
  if (relation == Relation::Conj && trees_.find_child(verb, Relation::Cc) != kNoToken) return {};
  const TokenReach reach = trees_.reach(head);
  if (said.first == begin_) return head >= said.end ? TokenRange{said.end, reach.last} : TokenRange{};
  const uint32_t behind = std::max(said.end, trees_.reach(verb).last);
  if (head >= said.end && reach.first >= std::min(said.first, trees_.reach(verb).first)) return {said.end, reach.last};
  // "“It is shut,” said Ana Ruiz, a minister": what follows is no part of a quotation that ended.
  const bool ended = said.first > begin_ + 1 && quoted_[said.first - 1] < 0 && is_quote_mark(said.first - 1) && !holds_quote(behind, reach.last);
  if ((head >= said.end || reach.last > behind + 2) && !ended) return {reach.first, reach.last};
  return {std::min(reach.first, said.first), said.first};
}

// A quotation right before the source and its cue, or right behind the cue.
TokenRange CueContents::find_quotation(TokenRange said) const {
  constexpr uint32_t kNear = 9;  // words between a cue and what it introduces: hearers, day, place
  uint32_t at = said.first;
  while (at > begin_ && (is_break(at - 1) || reading_.fold(at - 1) == ".") && quoted_[at - 1] < 0) --at;
  if (at > begin_ && at < said.first && quoted_[at - 1] >= 0) {
    uint32_t first = at;
    while (first > begin_ && quoted_[first - 1] == quoted_[at - 1]) --first;
    return {first, at};
  }
  for (at = said.end; at < end_ && at < said.end + kNear; ++at) {
    const std::string_view word = reading_.fold(at);
    if (word == ";") break;
    if (quoted_[at] < 0) continue;
    uint32_t last = at;
    while (last < end_ && quoted_[last] == quoted_[at]) ++last;
    return {at, last};
  }
  return {};
}

// "called for the minister to go", "was accused of lying": the tree may take the content for a clause of purpose or cause.
bool CueContents::opens_content(uint32_t clause) const {
  const std::string_view word = reading_.fold(trees_.reach(clause).first);
  return word == "for" || word == "to" || word == "of";
}

TokenRange CueContents::find_complements(uint32_t verb, TokenRange cue, bool objects) const {
  TokenRange range;
  bool has_core = objects && (cue.end > cue.first + 1 || trees_.find_child(verb, Relation::AuxPass) != kNoToken);  // "warned of", "was accused of"
  for (const uint32_t child : trees_.children(verb)) {
    const Relation relation = universal(trees_.relation(child));
    const bool clause = relation == Relation::Xcomp || relation == Relation::Ccomp || (objects && relation == Relation::Advcl && opens_content(child));
    const bool object = relation == Relation::Obj || relation == Relation::Iobj || (objects && relation == Relation::Obl);
    has_core |= child >= cue.end && (clause || (objects && relation == Relation::Obj));
    if (trees_.relation(child) == Relation::OblAgent) {
      const uint32_t charge = trees_.find_child(child, Relation::Acl);
      if (charge != kNoToken && reading_.fold(trees_.reach(charge).first) == "of") range = joined(range, charge, cue);
    }
    if (child < cue.end || (!clause && !object) || trees_.relation(child) == Relation::OblUnmarked || trees_.relation(child) == Relation::OblAgent) continue;
    range = joined(range, child, cue);
  }
  return has_core ? range : TokenRange{};
}

TokenRange CueContents::find_of_verb(uint32_t verb, TokenRange cue, TokenRange source, CueShape shape) const {
  if (shape == CueShape::Infinitive) return trimmed(find_complements(verb, cue, false));
  if (shape == CueShape::Object) return trimmed(find_complements(verb, cue, true));
  const TokenRange said = source.empty() ? cue : TokenRange{std::min(cue.first, source.first), std::max(cue.end, source.end)};
  if (shape == CueShape::Quotation) return trimmed(find_quotation(said));
  if (TokenRange range = find_clause(verb, cue); !range.empty()) {
    // "said Saturday they will go": the day is of the saying.
    if (range.first >= cue.end && range.end - range.first > 2 && trees_.upos(range.first) == Upos::Propn && reading_.has(List::CueAdverbs, range.first)) {
      const Upos next = trees_.upos(range.first + 1);
      if (next == Upos::Pron || next == Upos::Det || next == Upos::Propn) ++range.first;
    }
    // What stands before the source is said, too, where the parser hung part of it on the cue.
    // "“It is shut,” he said, referring to the pass": the parser took the participle for the words.
    if (range.first >= cue.end && trees_.xpos(range.first) == Xpos::Vbg)
      if (const TokenRange quotation = find_quotation(said); !quotation.empty() && quotation.first < said.first) return trimmed(quotation);
    if (range.end <= said.first) range.first = std::min(range.first, trees_.reach(verb).first);
    return trimmed(range);
  }
  return trimmed(find_governor(verb, said));
}

// The clause with "that" which hangs on a noun or a state.
TokenRange CueContents::find_that_clause(uint32_t governor, TokenRange cue) const {
  for (const uint32_t child : trees_.children(governor)) {
    const Relation relation = universal(trees_.relation(child));
    if (child < cue.end || (relation != Relation::Acl && relation != Relation::Ccomp && relation != Relation::Advcl)) continue;
    const TokenReach reach = trees_.reach(child);
    if (reading_.fold(reach.first) == "that") return {reach.first, reach.last};
  }
  return {};
}

TokenRange CueContents::find_of_state(uint32_t state, TokenRange cue) const {
  if (const TokenRange range = find_that_clause(state, cue); !range.empty()) return trimmed(range);
  return trimmed(find_clause(state, cue));
}

TokenRange CueContents::find_of_noun(uint32_t noun, TokenRange cue) const {
  if (const TokenRange range = find_that_clause(noun, cue); !range.empty()) return trimmed(range);
  // "its view that a law … was illegal": where the tree lost the noun, its "that" still opens the clause.
  if (cue.end < end_ && reading_.fold(cue.end) == "that" && trees_.relation(cue.end) == Relation::Mark && trees_.head(cue.end) != kNoToken)
    return trimmed({cue.end, trees_.reach(trees_.head(cue.end)).last});
  return {};
}

TokenRange CueContents::find_around(uint32_t phrase, TokenRange cue, TokenRange source) const {
  uint32_t clause = phrase;
  for (int steps = 0; steps < 6 && trees_.head(clause) != kNoToken; ++steps) {
    clause = trees_.head(clause);
    const Upos upos = trees_.upos(clause);
    if (upos == Upos::Verb || upos == Upos::Adj || trees_.find_child(clause, Relation::Nsubj) != kNoToken) break;
  }
  const TokenReach reach = clause == phrase ? TokenReach{begin_, end_} : trees_.reach(clause);
  const uint32_t first = std::min(cue.first, source.first), end = std::max(cue.end, source.end);
  // Set off by a comma at either end, it speaks of the whole sentence, wherever the tree hangs it.
  if (first > begin_ && reading_.fold(first - 1) == "," && end + 1 >= end_) return trimmed({begin_, first});
  if (first == begin_ && end < end_ && reading_.fold(end) == ",") return trimmed({end, end_});
  if (reach.first >= first) return trimmed({end, reach.last});
  if (reach.last <= end + 1) return trimmed({reach.first, first});
  return trimmed({reach.first, reach.last});
}

}  // namespace faultline
