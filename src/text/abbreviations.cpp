#include "text/abbreviations.h"

#include <algorithm>

namespace faultline {
namespace {

// These tables stand in C++ and not in a rule pack because they belong to reading, not to judging:
// tokens and sentences must not change with the rules that a page adds. Each is sorted.
constexpr std::string_view kTitles[] = {
    "adm",  "amb",  "atty", "brig", "capt", "cmdr", "col", "comdr", "cpl", "det",  "dr",  "fr",  "ft",
    "gen",  "gov",  "hon",  "insp", "lt",   "maj",  "messrs", "mr", "mrs", "ms",   "mt",  "mx",  "pres",
    "prof", "pvt",  "rep",  "reps", "rev",  "sec",  "sen", "sens",  "sgt", "spec", "sr",  "st",  "supt",
    "vice", "vs"};
constexpr std::string_view kBeforeNumber[] = {"approx", "apr", "art", "aug", "ca",  "ch",  "dec",  "feb", "fig",
                                              "figs",   "jan", "jul", "jun", "mar", "no",  "nos",  "nov", "oct",
                                              "p",      "pp",  "sep", "sept", "vol"};
constexpr std::string_view kSuffixes[] = {"al",  "assn", "ave",  "blvd", "bros", "cf",   "co",   "corp", "dept",
                                          "est", "etc",  "govt", "inc",  "intl", "jr",   "ltd",  "natl", "ph.d",
                                          "plc", "univ", "viz"};
constexpr std::string_view kOpeners[] = {
    "a",     "after",  "all",   "although", "an",    "and",   "another", "as",   "at",    "before", "both",
    "but",   "by",     "during", "each",    "even",  "for",   "from",  "he",    "her",   "his",   "how",    "however",
    "if",    "in",     "instead", "it",     "its",   "last",  "many",  "meanwhile", "more", "most", "neither", "no",
    "on",    "one",    "other", "our",      "she",   "since", "so",    "some",  "such",  "that",  "the",    "their",
    "then",  "there",  "these", "they",     "this",  "those", "though", "under", "until", "we",   "what",   "when",
    "where", "whether", "which", "while",   "who",   "why",   "with",  "yet",   "you"};
constexpr std::string_view kSpeechVerbs[] = {"added",     "adds",      "announced", "argued", "asked",   "asks",
                                             "cried",     "declared",  "demanded",  "exclaimed", "insisted", "quipped",
                                             "remarked",  "replied",   "replies",   "said",   "say",     "says",
                                             "shouted",   "stated",    "told",      "tweeted", "warned",  "wondered",
                                             "wrote"};

template <size_t N>
bool is_in(const std::string_view (&sorted)[N], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

}  // namespace

Abbreviation find_abbreviation(std::string_view folded) {
  if (folded == "a.m" || folded == "p.m") return Abbreviation::Hour;
  if (is_in(kTitles, folded)) return Abbreviation::Title;
  if (is_in(kBeforeNumber, folded)) return Abbreviation::BeforeNumber;
  if (is_in(kSuffixes, folded)) return Abbreviation::Suffix;
  const bool one_letter = folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z';
  const bool dotted = folded.size() >= 3 && folded[1] == '.';
  return one_letter || dotted ? Abbreviation::Letters : Abbreviation::None;
}

bool is_sentence_opener(std::string_view folded) { return is_in(kOpeners, folded); }
bool is_speech_verb(std::string_view folded) { return is_in(kSpeechVerbs, folded); }

}  // namespace faultline
