// What the core finds in an article: parties, speakers, issues, signals, and what follows from them. Immutable.
//
//   Analysis analysis = analyze(article, parser, rules);   // in slices: analysis_run.h
//   for (const Signal& signal : analysis.signals) print(article.text_of(signal.span));
//
// Every vector is in reading order; ids in a report are made from indices ("p1", "s1", "i1"). Categories,
// types and fields are those of the annotation guide; where code and guide disagree, the guide is right.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/correction.h"
#include "article/article.h"
#include "base/span.h"

namespace faultline {

class Parser;   // language/parser.h
class RuleSet;  // rules/rule_set.h
class Syntax;   // language/syntax.h

enum class Category : uint8_t {
  Rejection, Accusation, Inflexibility, Threat, Closure, Coercion, Harm, CredibilityGap, StatedDistrust,
  Agreement, Concession, Engagement, Cooperation, Acknowledgement, Goodwill,
};
inline constexpr int kCategoryCount = 15;
enum class Polarity : uint8_t { Eroding, Building };
enum class Track : uint8_t { Words, Deeds };
enum class Factuality : uint8_t { Fact, Reported, Possible, Conditional };
enum class Time : uint8_t { Current, Background, Future };
enum class Quote : uint8_t { None, Direct, Indirect, Partial, Scare };
enum class IssueType : uint8_t {
  Territory, BorderAccess, SanctuaryProxy, Force, Population, Trade, Resources, Arms, Governance, WorkPay, Accord,
};
enum class IssueStatus : uint8_t { Open, Hardened, Eased, Settled };
enum class IssueBasis : uint8_t { Labelled, Enacted, Grievance };
enum class PartyKind : uint8_t { State, ArmedGroup, Organisation, Company, Union, Community, Person };
enum class SpeakerKind : uint8_t { Writer, Party, Person, Outlet, Unnamed };
enum class AttributionKind : uint8_t { Direct, Indirect, Mixed, Partial };
enum class Commitment : uint8_t { Endorse, Neutral, Distance };
enum class LinkKind : uint8_t { RequestRejection, ClaimOutcome, PromiseBreach, SameAs };

Polarity polarity_of(Category category);

// Who or whom: an index into Analysis::parties, or one of the two words of the guide.
using PartyRef = int32_t;
inline constexpr PartyRef kUnspecified = -1;
inline constexpr PartyRef kDyad = -2;

struct Party {
  std::string name;                // as a reader would call it: the fullest name in the text
  std::vector<std::string> names;  // every distinct name the article uses for it, first use first
  PartyKind kind = PartyKind::Organisation;
  std::vector<Span> mentions;
};

// speakers[0] is always the writer.
struct Speaker {
  std::string name;
  SpeakerKind kind = SpeakerKind::Unnamed;
  PartyRef party = kUnspecified;  // set when the speaker is, or speaks for, a party
};

struct Attribution {
  uint32_t speaker = 0;
  Span source;   // may be empty ("It is said that …")
  Span cue;      // "said", "according to"
  Span content;  // what is said
  AttributionKind kind = AttributionKind::Indirect;
  Commitment commitment = Commitment::Neutral;
};

// Why a field of a signal is what it is: the words, and the part they play ("who", "whom", "booster", "hedge", "time", "speaker").
struct Because {
  Span span;
  const char* role;
};

struct Signal {
  Span span;    // the trigger, as in the guide
  Span clause;  // the clause it stands in
  Category category = Category::Rejection;
  Track track = Track::Words;
  PartyRef who = kUnspecified;
  PartyRef whom = kUnspecified;
  bool inherited = false;  // who or whom comes from another clause
  uint32_t speaker = 0;    // index into Analysis::speakers
  Factuality factuality = Factuality::Fact;
  Time time = Time::Current;
  Quote quote = Quote::None;
  int intensity = 100;  // percent: 100 plain, +25 a booster, −25 a downtoner
  int weight = 0;       // hundredths, base × factuality × intensity; negative for eroding
  uint32_t rule = 0;    // index into RuleSet::rules()
  std::vector<Because> because;
  std::string question;  // "Who rejected it? Whose request?"
};

struct Issue {
  std::string label;
  IssueType type = IssueType::Governance;
  IssueStatus status = IssueStatus::Open;
  IssueBasis basis = IssueBasis::Labelled;
  std::vector<PartyRef> parties;
  std::vector<Span> spans;
  std::vector<uint32_t> signals;  // indices into Analysis::signals
  uint32_t rule = 0;              // index into RuleSet::rules()
};

struct Link {
  LinkKind kind;
  uint32_t from, to;  // signals
};

// A candidate that a rule of the guide silenced, kept so that "why not marked?" has an answer.
struct Suppressed {
  Span span;
  uint32_t rule;
  const char* reason;  // a fixed sentence, not one a candidate: a long article has hundreds of thousands
};

struct Tally {
  int eroding = 0;   // hundredths, ≤ 0
  int building = 0;  // hundredths, ≥ 0
  void add(int weight) { (weight < 0 ? eroding : building) += weight; }
};

struct LedgerEntry {
  PartyRef who, whom;
  Tally words, deeds, background;  // words and deeds: current and future signals only
  std::vector<uint32_t> signals;
};

struct CurvePoint {
  uint32_t block;
  Tally words, deeds;
};

struct Sourcing {
  int writer = 0, named = 0, unnamed = 0, hedged = 0;  // numbers of signals
};

struct Analysis {
  std::vector<Party> parties;
  std::vector<Speaker> speakers;
  std::vector<Attribution> attributions;
  std::vector<Issue> issues;
  std::vector<Signal> signals;
  std::vector<Link> links;
  std::vector<Suppressed> suppressed;
  std::vector<LedgerEntry> ledger;
  std::vector<CurvePoint> curve;
  Sourcing sourcing;
  std::vector<Correction> corrections;  // by a person (apply_corrections); none in what analyze() gives
};

// Whether the rules serve the article's language. One that they do not serve has no findings, and needs no parser.
bool is_served(const Article& article);

// Reads the article once and returns everything found in it. Linear in the length of the text; deterministic.
Analysis analyze(const Article& article, Parser& parser, const RuleSet& rules);
// The same over trees that are there already: those of read_syntax (language/trees.h).
Analysis analyze(const Article& article, const Syntax& syntax, const RuleSet& rules);

}  // namespace faultline
