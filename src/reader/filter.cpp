#include "reader/filter.h"

#include <algorithm>
#include <charconv>

#include "analysis/names.h"
#include "reader/wording.h"
#include "report/names.h"

namespace faultline {
namespace {

constexpr const char* kFacetNames[] = {"party", "pair", "speaker", "certainty", "time", "issue"};

// "p3" → 2
std::optional<int32_t> find_index(std::string_view text, char letter) {
  int32_t number = 0;
  if (text.empty() || text[0] != letter) return {};
  auto [stop, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size() || number < 1) return {};
  return number - 1;
}

std::optional<int32_t> find_party(std::string_view name) {
  if (name == to_party_id(kDyad)) return kDyad;
  if (name == to_party_id(kUnspecified)) return kUnspecified;
  return find_index(name, 'p');
}

std::optional<int32_t> find_speaker(std::string_view name) {
  if (name == to_speaker_id(0)) return 0;
  auto index = find_index(name, 'v');
  return index ? std::optional(*index + 1) : std::nullopt;
}

template <class Value>
std::optional<int32_t> find_named(std::string_view name, int count) {
  for (int i = 0; i < count; ++i) {
    if (name == to_string(static_cast<Value>(i))) return i;
  }
  return {};
}

std::optional<int32_t> find_value(Facet facet, std::string_view name) {
  switch (facet) {
    case Facet::Party:
    case Facet::Pair: return find_party(name);
    case Facet::Speaker: return find_speaker(name);
    case Facet::Certainty: return find_named<Factuality>(name, kCertaintyCount);
    case Facet::Time: return find_named<Time>(name, kTimeCount);
    case Facet::Issue: return find_index(name, 'i');
  }
  return {};
}

template <class Value>
void switch_value(std::vector<Value>& values, Value value) {
  auto place = std::lower_bound(values.begin(), values.end(), value);
  if (place != values.end() && *place == value) values.erase(place);
  else values.insert(place, value);
}

template <class Values, class Value>
bool has(const Values& values, Value value) { return std::find(values.begin(), values.end(), value) != values.end(); }

bool has_parties(const Filter& filter, const Issue& issue) {
  auto is_party = [&](PartyRef party) { return has(issue.parties, party); };
  if (!filter.parties.empty() && std::none_of(filter.parties.begin(), filter.parties.end(), is_party)) return false;
  return !filter.direction || (is_party(filter.direction->first) && is_party(filter.direction->second));
}

bool has_parties(const Filter& filter, const Signal& signal) {
  if (!filter.parties.empty() && !has(filter.parties, signal.who) && !has(filter.parties, signal.whom)) return false;
  return !filter.direction || *filter.direction == std::pair(signal.who, signal.whom);
}

bool is_about_signals(const Filter& filter) { return !filter.speakers.empty() || filter.certainties != 0 || filter.times != 0; }

bool is_so_said(const Filter& filter, const Signal& signal) {
  return (filter.speakers.empty() || has(filter.speakers, signal.speaker)) &&
         (filter.certainties == 0 || (filter.certainties & 1 << static_cast<int>(signal.factuality)) != 0) &&
         (filter.times == 0 || (filter.times & 1 << static_cast<int>(signal.time)) != 0);
}

// Drops what the facet is set to.
Filter without(Filter filter, Facet facet) {
  switch (facet) {
    case Facet::Party: filter.parties.clear(); break;
    case Facet::Pair: filter.direction.reset(); break;
    case Facet::Speaker: filter.speakers.clear(); break;
    case Facet::Certainty: filter.certainties = 0; break;
    case Facet::Time: filter.times = 0; break;
    case Facet::Issue: filter.issue.reset(); break;
  }
  return filter;
}

}  // namespace

std::string to_string(FilterChoice choice) {
  std::string name = std::string(kFacetNames[static_cast<int>(choice.facet)]) + ":";
  const auto index = static_cast<uint32_t>(choice.value);
  switch (choice.facet) {
    case Facet::Party: return name + to_party_id(choice.value);
    case Facet::Pair: return name + to_party_id(choice.value) + ":" + to_party_id(choice.second);
    case Facet::Speaker: return name + to_speaker_id(index);
    case Facet::Certainty: return name + to_string(static_cast<Factuality>(choice.value));
    case Facet::Time: return name + to_string(static_cast<Time>(choice.value));
    case Facet::Issue: return name + to_issue_id(index);
  }
  return name;
}

std::optional<FilterChoice> find_choice(std::string_view name) {
  const size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {};
  for (int i = 0; i < static_cast<int>(std::size(kFacetNames)); ++i) {
    if (name.substr(0, colon) != kFacetNames[i]) continue;
    const auto facet = static_cast<Facet>(i);
    std::string_view value = name.substr(colon + 1);
    std::optional<int32_t> second = 0;
    if (facet == Facet::Pair) {
      const size_t next = value.find(':');
      if (next == std::string_view::npos) return {};
      second = find_party(value.substr(next + 1));
      value = value.substr(0, next);
    }
    auto first = find_value(facet, value);
    return first && second ? std::optional(FilterChoice{facet, *first, *second}) : std::nullopt;
  }
  return {};
}

bool is_in(const Analysis& analysis, FilterChoice choice) {
  auto is_below = [](int32_t value, size_t count) { return value < 0 || static_cast<size_t>(value) < count; };
  switch (choice.facet) {
    case Facet::Party:
    case Facet::Pair: return is_below(choice.value, analysis.parties.size()) && is_below(choice.second, analysis.parties.size());
    case Facet::Speaker: return is_below(choice.value, analysis.speakers.size());
    case Facet::Issue: return is_below(choice.value, analysis.issues.size());
    default: return true;
  }
}

std::vector<FilterChoice> choices_of(const Filter& filter) {
  std::vector<FilterChoice> choices;
  for (PartyRef party : filter.parties) choices.push_back({Facet::Party, party});
  if (filter.direction) choices.push_back({Facet::Pair, filter.direction->first, filter.direction->second});
  for (uint32_t speaker : filter.speakers) choices.push_back({Facet::Speaker, static_cast<int32_t>(speaker)});
  for (int i = 0; i < kCertaintyCount; ++i) {
    if (filter.certainties & 1 << i) choices.push_back({Facet::Certainty, i});
  }
  for (int i = 0; i < kTimeCount; ++i) {
    if (filter.times & 1 << i) choices.push_back({Facet::Time, i});
  }
  if (filter.issue) choices.push_back({Facet::Issue, static_cast<int32_t>(*filter.issue)});
  return choices;
}

bool has_choice(const Filter& filter, FilterChoice choice) { return has(choices_of(filter), choice); }

Filter switch_choice(Filter filter, FilterChoice choice) {
  const auto index = static_cast<uint32_t>(choice.value);
  switch (choice.facet) {
    case Facet::Party: switch_value(filter.parties, choice.value); break;
    case Facet::Speaker: switch_value(filter.speakers, index); break;
    case Facet::Certainty: filter.certainties = static_cast<uint8_t>(filter.certainties ^ 1 << choice.value); break;
    case Facet::Time: filter.times = static_cast<uint8_t>(filter.times ^ 1 << choice.value); break;
    case Facet::Pair:
      if (has_choice(filter, choice)) filter.direction.reset();
      else filter.direction = {choice.value, choice.second};
      break;
    case Facet::Issue:
      if (filter.issue == index) filter.issue.reset();
      else filter.issue = index;
      break;
  }
  return filter;
}

Filter for_any_article(const Filter& filter) {
  Filter kept;
  kept.off = filter.off;
  kept.certainties = filter.certainties;
  kept.times = filter.times;
  return kept;
}

bool is_listed(const Finding& finding, const Filter& filter, const Analysis& analysis) {
  if (filter.off & bit_of(finding.kind)) return false;
  const uint32_t index = finding.id.index;
  if (!finding.id.is_issue) {
    const Signal& signal = analysis.signals[index];
    return has_parties(filter, signal) && is_so_said(filter, signal) && (!filter.issue || has(analysis.issues[*filter.issue].signals, index));
  }
  const Issue& issue = analysis.issues[index];
  if ((filter.issue && *filter.issue != index) || !has_parties(filter, issue)) return false;
  auto is_passed = [&](uint32_t signal) { return is_so_said(filter, analysis.signals[signal]); };
  return !is_about_signals(filter) || std::any_of(issue.signals.begin(), issue.signals.end(), is_passed);
}

bool is_listed(FindingId id, const Filter& filter, const Analysis& analysis) {
  return is_listed({id, id.is_issue ? kIssueKind : kind_of(analysis.signals[id.index].category), {}}, filter, analysis);
}

int count_listed(std::span<const Finding> findings, const Filter& filter, const Analysis& analysis) {
  auto count = std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return is_listed(finding, filter, analysis); });
  return static_cast<int>(count);
}

int count_if_added(FilterChoice choice, std::span<const Finding> findings, const Filter& filter, const Analysis& analysis) {
  return count_listed(findings, switch_choice(without(filter, choice.facet), choice), analysis);
}

std::string describe_choice(FilterChoice choice, const Analysis& analysis, const Catalogue& words) {
  const auto index = static_cast<uint32_t>(choice.value);
  switch (choice.facet) {
    case Facet::Party: return name_of_party(words, analysis, choice.value);
    case Facet::Pair: return describe_pair(words, analysis, choice.value, choice.second);
    case Facet::Speaker: return name_of_speaker(words, analysis, index);
    case Facet::Certainty: return std::string(name_of(words, static_cast<Factuality>(choice.value)));
    case Facet::Time: return std::string(name_of(words, static_cast<Time>(choice.value)));
    case Facet::Issue: return analysis.issues[index].label;
  }
  return {};
}

std::vector<Chip> find_chips(const Filter& filter, const Analysis& analysis, const Catalogue& words) {
  std::vector<Chip> chips;
  auto add_off = [&](const char* name, std::string_view label) {
    chips.push_back({std::string("off:") + name, words.fill("filter.without", {{"what", label}})});
  };
  for (int i = 0; i < kFamilyCount; ++i) {
    const auto family = static_cast<Family>(i);
    if ((filter.off & kinds_of(family)) == kinds_of(family)) {
      add_off(to_name(family), name_of(words, family));
      continue;
    }
    for (Kind kind = 0; kind < kKindCount; ++kind) {
      if (family_of(kind) == family && filter.off & bit_of(kind)) add_off(to_name(kind), name_of(words, kind));
    }
  }
  for (FilterChoice choice : choices_of(filter)) chips.push_back({to_string(choice), describe_choice(choice, analysis, words)});
  return chips;
}

}  // namespace faultline
