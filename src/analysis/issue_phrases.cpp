#include "analysis/issue_phrases.h"

#include <algorithm>

#include "rules/rule_set.h"

namespace faultline {

namespace {

constexpr uint32_t kLongestPhrase = 12;  // tokens: past them a further complement is no part of a name
constexpr size_t kMostMembers = 12;     // of a coordination
constexpr int kDeepest = 24;             // complements within complements: more is a sentence the parser lost

bool is_time(const Reading& reading, uint32_t head) {
  return reading.has(List::IssueTimes, head) || (reading.token(head).kind == TokenKind::Number && reading.token(head).span.size() == 4);
}

// "The two-year dispute": how long, not about what.
bool is_age(const Reading& reading, uint32_t token) {
  const std::string_view word = reading.fold(token);
  const auto endings = reading.rules().words("issue.age-endings");
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) { return word.ends_with(ending); });
}

// "after the vote", "despite the ban", "on Monday": when and why, not what.
bool is_circumstance(const Reading& reading, uint32_t head) {
  if (is_time(reading, head)) return true;
  for (uint32_t child : reading.trees().children(head)) {
    if (child >= head) break;
    const Relation relation = reading.trees().relation(child);
    if ((relation == Relation::Case || relation == Relation::Mark) && reading.has(List::IssueCircumstances, child)) return true;
  }
  return false;
}

bool goes_before(Relation relation) {
  switch (universal(relation)) {
    case Relation::Det:
    case Relation::Amod:
    case Relation::Compound:
    case Relation::Nummod:
    case Relation::Nmod:
    case Relation::Advmod:
    case Relation::Flat: return true;
    default: return false;
  }
}

bool completes_noun(const Reading& reading, uint32_t child) {
  const Relation relation = reading.trees().relation(child);
  if (relation == Relation::AclRelcl) return false;
  switch (universal(relation)) {
    case Relation::Nmod:
    case Relation::Acl: return !is_circumstance(reading, child);
    case Relation::Conj: return !is_predicate(reading, child);  // "the crossing and accused …"
    case Relation::Amod:
    case Relation::Compound:
    case Relation::Fixed:
    case Relation::Flat:
    case Relation::Nummod: return true;
    default: return false;
  }
}

bool completes_verb(const Reading& reading, uint32_t child) {
  switch (universal(reading.trees().relation(child))) {
    case Relation::Obl: return !is_circumstance(reading, child);
    case Relation::Ccomp:
    case Relation::Compound:
    case Relation::Iobj:
    case Relation::Obj:
    case Relation::Xcomp: return true;
    default: return false;
  }
}

// Behind the last word that completes the head, step by step down the right edge of its tree.
uint32_t end_of(const Reading& reading, uint32_t head, bool alone) {
  const Trees& trees = reading.trees();
  uint32_t end = head + 1, at = head;
  for (int depth = 0; depth < kDeepest; ++depth) {
    const bool verb = is_predicate(reading, at);
    uint32_t last = kNoToken;
    for (uint32_t child : trees.children(at)) {
      if (child < at) continue;
      const Relation relation = trees.relation(child);
      if (relation == Relation::Punct) {
        if (reading.fold(child) == "(" || reading.fold(child) == "—") break;
        continue;
      }
      if (relation == Relation::Case || relation == Relation::Advmod) continue;  // "'s", "also": only the next one shows whether it is inside
      if (alone && at == head && relation == Relation::Conj) break;
      if (verb ? !completes_verb(reading, child) : !completes_noun(reading, child)) break;
      if (trees.reach(child).last - head > kLongestPhrase && last != kNoToken) break;
      last = child;
    }
    if (last == kNoToken) {
      if (at != head && end == at + 1 && universal(trees.relation(at)) == Relation::Acl && trees.reach(at).last > end) end = at;  // "a shipowner [accused] of …"
      break;
    }
    // "ships suspected", "a law requiring": what the participle needs was lost, and with it the participle.
    if (universal(trees.relation(last)) == Relation::Acl && trees.reach(last).last == last + 1 && last == at + 1) break;
    if (universal(trees.relation(last)) == Relation::Acl && trees.find_child(last, Relation::AuxPass) != kNoToken) break;  // "wants [the sale] to be stopped"
    end = last + 1;
    at = last;
  }
  return end;
}

TokenRange without_edges(const Reading& reading, TokenRange range) {
  const auto loose = [&](uint32_t at) {
    return reading.token(at).kind == TokenKind::Punctuation && reading.fold(at) != "%" && reading.fold(at) != "$";
  };
  while (!range.empty() && (loose(range.first) || reading.has(List::Prepositions, range.first))) ++range.first;
  while (!range.empty() && (loose(range.end - 1) || reading.has(List::Prepositions, range.end - 1) || reading.fold(range.end - 1) == "to" || reading.fold(range.end - 1) == "'s"))
    --range.end;
  return range;
}

// "A 22 per cent [rise in charges]": what is in dispute, not by how much.
TokenRange without_amount(const Reading& reading, TokenRange range, uint32_t head) {
  for (uint32_t at = range.first; at < range.first + 4 && at < head; ++at)
    if (const uint32_t count = reading.longest(List::IssueShares, at); count > 0) range.first = at + count;
  return range;
}

bool has_content(const Reading& reading, TokenRange range) {
  for (uint32_t at = range.first; at < range.end; ++at)
    if (reading.is_word(at) && !reading.has(List::NeverNames, at) && reading.token(at).span.size() > 2) return true;
  return false;
}

}  // namespace

bool is_predicate(const Reading& reading, uint32_t token) {
  const Trees& trees = reading.trees();
  if (trees.upos(token) != Upos::Verb) return false;
  for (uint32_t child : trees.children(token)) {
    const Relation relation = trees.relation(child);
    if (child < token && (relation == Relation::Det || relation == Relation::NmodPoss || relation == Relation::Amod)) return false;
  }
  return trees.relation(token) != Relation::Compound && trees.relation(token) != Relation::Amod;
}

IssuePhrase phrase_of(const Reading& reading, uint32_t head, bool alone) {
  const Trees& trees = reading.trees();
  IssuePhrase phrase{{head, end_of(reading, head, alone)}, head, kNoToken};
  if (is_predicate(reading, head)) {
    const uint32_t passive = trees.find_child(head, Relation::NsubjPass);
    if (passive != kNoToken && passive < head && trees.upos(passive) != Upos::Pron) {
      phrase.subject = passive;
      phrase.words.first = std::max(trees.reach(passive).first, head > kLongestPhrase ? head - kLongestPhrase : 0);
    }
  } else {
    for (uint32_t child : trees.children(head)) {
      if (child > head) break;
      if (goes_before(trees.relation(child)) && trees.find_child(child, Relation::Case) > child) {
        phrase.words.first = trees.reach(child).first;
        break;
      }
    }
  }
  phrase.words = without_edges(reading, without_amount(reading, phrase.words, head));
  if (!has_content(reading, phrase.words)) phrase.words = {};
  return phrase;
}

uint32_t phrase_head_at(const Reading& reading, uint32_t at) {
  const auto tokens = reading.article().tokens();
  if (at >= tokens.size()) return kNoToken;
  const Trees& trees = reading.trees();
  for (int skipped = 0; skipped < 3 && at < tokens.size() && reading.token(at).kind == TokenKind::Punctuation; ++skipped) {
    if (reading.fold(at) != "\"" && reading.fold(at) != "“" && reading.fold(at) != "‘" && reading.fold(at) != "'") return kNoToken;
    ++at;
  }
  if (at >= tokens.size() || reading.token(at).kind == TokenKind::Punctuation) return kNoToken;
  const uint32_t first = at;
  for (int depth = 0; depth < kDeepest; ++depth) {
    const uint32_t head = trees.head(at);
    if (head == kNoToken || head < first) break;
    at = head;
  }
  return at;
}

std::vector<uint32_t> members_of(const Reading& reading, uint32_t head) {
  std::vector<uint32_t> members{head};
  // The parser hangs the third member on the first or on the second.
  for (size_t i = 0; i < members.size() && members.size() < kMostMembers; ++i)
    for (uint32_t child : reading.trees().children(members[i]))
      if (child > members[i] && reading.trees().relation(child) == Relation::Conj && reading.trees().upos(child) != Upos::Pron) members.push_back(child);
  std::sort(members.begin(), members.end());
  return members;
}

IssuePhrase phrase_before(const Reading& reading, uint32_t label) {
  const Trees& trees = reading.trees();
  uint32_t compound = kNoToken, adjective = kNoToken;
  for (uint32_t child : trees.children(label)) {
    if (child > label) break;
    const Relation relation = trees.relation(child);
    if (is_age(reading, child)) continue;
    if (universal(relation) == Relation::Compound && compound == kNoToken) compound = child;
    if (relation == Relation::Amod && adjective == kNoToken && !reading.has(List::IssueGeneric, child)) adjective = child;
  }
  IssuePhrase phrase;
  if (compound != kNoToken) phrase = {{std::min(trees.reach(compound).first, adjective), label + 1}, label - 1, kNoToken};
  else if (adjective != kNoToken) phrase = {{trees.reach(adjective).first, label + 1}, label, kNoToken};
  phrase.words = without_edges(reading, phrase.words);
  if (!has_content(reading, phrase.words)) phrase.words = {};
  return phrase;
}

}  // namespace faultline
