// Everything that is known of an article before its signals are: the ground on which they are read.
//
//   Scene scene(reading, cast, voices);
//   scene.read(matches).finish();
//   const Clause& clause = scene.clause_at(match.trigger_first);
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "analysis/clauses.h"
#include "analysis/history.h"
#include "analysis/parties.h"
#include "analysis/reading.h"
#include "analysis/rule_matches.h"
#include "analysis/stems.h"
#include "analysis/voices.h"
#include "analysis/words_of.h"
#include "rules/matcher.h"

namespace faultline {

// A match of a rule of kind "context": words that colour what stands after them ("did not …", "last year …").
struct Context {
  Match match;
  bool is_of_clause = false;  // colours all of its clause; else only what it governs or stands beside in the tree
  bool is_of_object = false;  // colours what completes it, nothing that only leans on it
};

// That a clause says in so many words that one party asks, accuses, refuses, meets … another, be it named or not.
struct Encounter {
  uint32_t token;  // the first of its trigger
  PartyRef who, whom;  // whom: kUnspecified if the clause does not say
  bool asks;           // for something that may be answered: a charge, a demand, an offer
  bool is_friendly = false;  // aid or praise: no quarrel of theirs
};

// What a party did, in the words that tell it.
struct Deed {
  uint32_t first, last;  // tokens
  PartyRef who;
};

struct Scene {
  Scene(const Reading& reading, const Cast& cast, const Voices& voices);
  // Once, before anything is asked. Takes the marks and the contexts out of `matches`. Counts tokens.
  Work read(RuleMatches& matches);

  const Article& article;
  const Trees& trees;
  const RuleSet& rules;
  const Cast& cast;
  const Voices& voices;
  WordsOf words;
  WordStems stems;
  std::vector<uint16_t> marks;
  std::vector<Clause> clauses;
  std::vector<uint32_t> clause_of;    // by token
  std::vector<int32_t> mention_of;    // by token: index into cast.mentions, or −1
  std::vector<Context> contexts;      // in reading order
  std::vector<uint32_t> times_named;  // by party
  std::vector<bool> is_forum;         // by party: a court, before which others quarrel
  std::vector<bool> printed_before;   // by sentence: its very words stood before, as in a pull quote (guide, rule 14)
  std::vector<bool> is_history;       // by sentence: it is told under an earlier year
  std::vector<std::pair<PartyRef, PartyRef>> bodies_of;  // a community and a body of its own
  uint32_t lead_end = 0;  // tokens before it stand in the title, the headline or the first sentence below them
  PartyRef first_main = kUnspecified, second_main = kUnspecified;  // the two parties named most

  const Token& token(uint32_t index) const { return article.tokens()[index]; }
  std::string_view word(uint32_t index) const { return article.fold_of(token(index)); }
  bool is(uint32_t index, WordKind kind) const { return words.is(token(index).fold, kind); }
  const Clause& clause_at(uint32_t index) const { return clauses[clause_of[index]]; }
  Span span_of(uint32_t first, uint32_t last) const { return {token(first).span.begin, token(last - 1).span.end}; }

  std::vector<Encounter> encounters = {};  // those before the match that is read; kept by find_signals
  std::vector<Deed> deeds = {};            // the same
  std::vector<bool> is_side = {};  // by party: some clause sets it against another, or joins it to one; set by find_signals
  std::vector<PartyRef> opponents = {};  // by party: who stands opposite it most often in so many words; set by find_signals

  // Whom an article sets against a party: its opponent in so many words, else the other of the two named most, else the
  // one named most of all.
  PartyRef opponent_of(PartyRef party) const;

  // Whom the last encounter of `party` before a token was with, some sentences back at most; kUnspecified if there was
  // none. Who answers may answer what another asked or alleged of nobody in particular.
  PartyRef met_before(PartyRef party, uint32_t token, bool answers) const;

  // Who "they" are in the very words of a party: whom it met last, else its opponent.
  PartyRef other_side_of(PartyRef speaker, uint32_t token) const;

  // Whose act a noun takes up: of "the arrests" who arrested, of "the strike" whose strike it was. kUnspecified if none was told.
  PartyRef doer_of(uint32_t noun) const;

  // Of kinds that stand on the same side where an article tells of both (table "allied-kinds"), or a community and the body
  // that is called its own: "the parents' association".
  bool are_allied(PartyRef a, PartyRef b) const;

  // The nearest context of a category that colours a trigger: in its clause, or before it as the verb, noun or small word
  // on which it hangs, and not part of `own` (a rule that says "not" itself is not negated by it). Null if there is none.
  const Context* find_context(std::string_view category, const Match& own) const;
};

}  // namespace faultline
