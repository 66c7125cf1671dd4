#include "language/contractions.h"

#include <algorithm>
#include <iterator>

namespace faultline {
namespace {

struct Contraction {
  std::string_view whole;
  uint32_t cut;
};

// Without an apostrophe; each list is sorted.
constexpr Contraction kContractions[] = {
    {"aint", 2},   {"arent", 3},  {"cannot", 3}, {"cant", 2},  {"couldnt", 5}, {"didnt", 3}, {"doesnt", 4}, {"dont", 2},
    {"gonna", 3},  {"gotta", 3},  {"hadnt", 3},  {"hasnt", 3}, {"havent", 4},  {"im", 1},    {"isnt", 2},   {"ive", 1},
    {"shouldnt", 6}, {"theyre", 4}, {"wanna", 3}, {"wasnt", 3}, {"werent", 4}, {"wont", 2},  {"wouldnt", 5}, {"youre", 3},
    {"youve", 3},
};
constexpr std::string_view kUnits[] = {"am", "b",  "billion", "bn", "bps", "cm",  "db",  "ft", "gb",  "ghz", "ha", "hp", "hr",  "hrs",
                                       "hz", "k",  "kb", "kg",  "khz", "km",  "kph", "kw", "lb",  "lbs", "m", "mb",  "mg",
                                       "mhz", "mi", "million", "min", "ml", "mm", "mn",  "mph", "mw", "oz",  "pm", "sec", "sq", "tb",
                                       "tn", "trillion", "x",  "yd", "yrs"};
constexpr std::string_view kPrefixes[] = {
    "anti",  "arch",  "bi",    "co",    "counter", "cross", "cyber", "de",    "e",     "eco",   "ex",    "extra", "hyper", "inter",
    "intra", "macro", "meta",  "micro", "mid",     "mini",  "mis",   "multi", "neo",   "non",   "over",  "para",  "post",  "pre",
    "pro",   "proto", "pseudo", "psycho", "quasi", "re",    "semi",  "socio", "sub",   "super", "tele",  "trans", "tri",   "ultra",
    "un",    "under"};
constexpr std::string_view kDomains[] = {"ae",  "af",  "ai",   "app",  "au",  "biz",  "ca",  "ch",   "cn",  "co",  "com", "de",  "dev",
                                         "doc", "docx", "edu", "eu",   "exe", "fr",   "gov", "htm",  "html", "ie", "in",  "info", "int",
                                         "io",  "ir",  "jp",   "jpg",  "js",  "mil",  "mp3", "net",  "nz",  "org", "pdf", "php", "pk",
                                         "png", "ppt", "ru",   "tv",   "txt", "uk",   "us",  "xls",  "xlsx", "za", "zip"};

template <size_t kCount>
bool is_in(const std::string_view (&sorted)[kCount], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

}  // namespace

uint32_t find_contraction(std::string_view folded) {
  const size_t size = folded.size();
  if (size > 3 && folded.ends_with("n't")) return static_cast<uint32_t>(size - 3);
  if (size > 3 && (folded.ends_with("'ll") || folded.ends_with("'re") || folded.ends_with("'ve"))) return static_cast<uint32_t>(size - 3);
  if (size > 2 && folded[size - 2] == '\'') {
    const char last = folded[size - 1];
    if (last == 's' || last == 'm' || last == 'd') return static_cast<uint32_t>(size - 2);
  }
  const auto found = std::lower_bound(std::begin(kContractions), std::end(kContractions), folded,
                                      [](const Contraction& row, std::string_view word) { return row.whole < word; });
  return found != std::end(kContractions) && found->whole == folded ? found->cut : 0;
}

bool is_unit(std::string_view folded) { return is_in(kUnits, folded); }
bool is_bound_prefix(std::string_view folded) { return is_in(kPrefixes, folded); }
bool is_domain_ending(std::string_view folded) { return is_in(kDomains, folded); }

}  // namespace faultline
