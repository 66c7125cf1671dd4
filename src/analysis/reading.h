// An article together with the places where the listed words of the rule packs stand in it: what every finder of
// parties, voices and issues reads.
//
//   Reading reading(article, trees, rules);
//   if (uint32_t n = reading.longest(List::StateTitle, token)) ...   // "Prime Minister": 2 tokens
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "article/article.h"
#include "base/work.h"
#include "language/trees.h"
#include "rules/lexicon.h"

namespace faultline {

class RuleSet;

// The lists of assets/rules that the analysis asks for; kListNames in reading.cpp has their keys.
enum class List : uint8_t {
  States, StateAdjectives, StateSeats, StateOrgans, StateParts, OppositionWords, Roles, Dyads, PartyNames, PartyNouns,
  StateTitles, OfficeTitles, CompanyTitles, UnionTitles, BodyTitles, TownTitles, ExpertTitles, Honorifics, TitleModifiers,
  CompanyHeads, UnionHeads, ArmedHeads, OrganisationHeads, LooseHeads, OutletHeads, OutletNouns, MemberWords,
  NeverNames, NameConnectors, PossessiveParts, PlacePrepositions, PlaceWords, PlaceNouns, Bearings, AddressedNouns, ThingHeads, Directions, GoverningHeads, LeadingVerbs,
  PersonPronouns, ThingPronouns, ManyPronouns, WePronouns, BlamingVerbs,
  NeutralCues, GuardedCues, EndorsingCues, DistancingCues, InfinitiveCues, ObjectCues, StateCues, HedgeCues, SourcePrepositions, CueNouns, CueAdverbs, CommonSources,
  NumberWords, Determiners, Prepositions,
  DisputeNouns, DisputeObjects, GrievanceVerbs, IssueHeaders, DemandNouns, IssueGeneric, IssueOpeners, IssueCircumstances, IssueNeverHeads, IssueKinds, IssueNoPersons, IssueWrappers, IssueTimes, IssueShares, BreachWords, IssueHardened, IssueEased, IssueSettled,
  IssueTerritory, IssueBorderAccess, IssueSanctuaryProxy, IssueForce, IssuePopulation, IssueTrade, IssueResources, IssueArms,  // as IssueType
  IssueGovernance, IssueWorkPay, IssueAccord,
  Count,
};

class Reading {
 public:
  Reading(const Article& article, const Trees& trees, const RuleSet& rules);
  // The same in pieces, counted in tokens: nothing is found before read() is done.
  enum class Unread : uint8_t { Yes };
  Reading(const Article& article, const Trees& trees, const RuleSet& rules, Unread);
  Work read();

  const Article& article() const { return article_; }
  const Trees& trees() const { return trees_; }
  const RuleSet& rules() const { return rules_; }
  const Token& token(uint32_t index) const { return article_.tokens()[index]; }
  std::string_view fold(uint32_t index) const { return article_.fold_of(token(index)); }
  std::string_view text(uint32_t index) const { return article_.text_of(token(index).span); }
  bool is_word(uint32_t index) const { return token(index).kind == TokenKind::Word; }
  bool is_capital(uint32_t index) const;  // begins with a capital letter
  Span span_of(uint32_t begin, uint32_t end) const { return {token(begin).span.begin, token(end - 1).span.end}; }

  const LexiconHit* find(List list, uint32_t token) const { return hits_.find(ids_[static_cast<size_t>(list)], token); }
  uint32_t longest(List list, uint32_t token) const { return hits_.longest(ids_[static_cast<size_t>(list)], token); }
  bool has(List list, uint32_t token) const { return find(list, token) != nullptr; }
  // The phrase of `list` that ends where `end` begins, looking back at most four tokens; its first token, or `end`.
  uint32_t begin_of_phrase_before(List list, uint32_t end, uint32_t limit) const;

 private:
  using Ids = std::array<uint32_t, static_cast<size_t>(List::Count)>;
  static Ids find_ids(const Lexicon& lexicon);

  const Article& article_;
  const Trees& trees_;
  const RuleSet& rules_;
  Ids ids_;
  LexiconReading hits_;
};

}  // namespace faultline
