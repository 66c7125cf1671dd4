// The parts of a name: where it ends, what its words say about it. (NameScanner, second half.)
#include "analysis/name_scanner.h"

namespace faultline {

// A short code is a state only in capitals: "us" and "US", "can" and "CAN".
static bool is_written_as_name(const Reading& reading, uint32_t at, uint32_t count) {
  if (!reading.is_capital(at)) return false;
  const Token& word = reading.token(at);
  return count > 1 || word.span.size() > 3 || word.shape == TokenShape::Upper;
}

const LexiconHit* NameScanner::listed_at(uint32_t at) const {
  const LexiconHit* name = reading_.is_capital(at) ? reading_.find(List::PartyNames, at) : nullptr;
  return name != nullptr ? name : reading_.find(List::PartyNouns, at);
}

bool is_amount(std::string_view word) {
  size_t digits = 0;
  for (char c : word) digits += c >= '0' && c <= '9';
  return digits >= 3;
}

NameScanner::StateHit NameScanner::state_at(uint32_t at) const {
  constexpr struct {
    List list;
    NameKind kind;
  } kLists[] = {{List::States, NameKind::State}, {List::StateAdjectives, NameKind::Adjective}, {List::StateSeats, NameKind::Seat}};
  StateHit best;
  if (at + 1 < end_ && reading_.fold(at + 1) == "$") return best;  // "US$ 20 million"
  for (const auto& [list, kind] : kLists) {
    const LexiconHit* hit = reading_.find(list, at);
    if (hit == nullptr || at + hit->token_count <= best.end || !is_written_as_name(reading_, at, hit->token_count)) continue;
    best = {at + hit->token_count, hit->entry, kind};
  }
  return best;
}

// A title with what modifies it: "deputy prime minister and foreign minister", "senior military analyst".
NameScanner::Title NameScanner::title_at(uint32_t at) const {
  constexpr struct {
    List list;
    TitleKind kind;
  } kLists[] = {{List::StateTitles, TitleKind::State}, {List::OfficeTitles, TitleKind::Office},
                {List::ExpertTitles, TitleKind::Expert}, {List::Honorifics, TitleKind::Honorific}};
  Title title{at, TitleKind::None};
  uint32_t next = at;
  while (next < end_ && reading_.is_word(next)) {
    uint32_t longest = 0;
    TitleKind kind = TitleKind::None;
    for (const auto& entry : kLists) {
      const uint32_t count = reading_.longest(entry.list, next);
      if (count > longest) longest = count, kind = entry.kind;
    }
    if (longest > 0) {
      next += longest;
      title.end = next;
      // "military analyst": the last title counts, but an honorific never weakens one ("President Mr Dar").
      if (kind != TitleKind::Honorific || title.kind == TitleKind::None) title.kind = kind;
    } else if (reading_.has(List::TitleModifiers, next) || (title.end > at && reading_.fold(next) == "and")) {
      ++next;
    } else if (title.end == next && title.end > at && end_of_field(next) > next) {
      title.end = next = end_of_field(next);
    } else {
      break;
    }
  }
  return title;
}

// "Minister of Education", "secretary for health and welfare": the field of an office, told behind it. Where it ends, or `at`.
uint32_t NameScanner::end_of_field(uint32_t at) const {
  if (reading_.fold(at) != "of" && reading_.fold(at) != "for") return at;
  uint32_t next = at + 1, end = at;
  if (next < end_ && reading_.fold(next) == "the") ++next;
  while (next < end_ && (reading_.has(List::TitleModifiers, next) || (end > at && reading_.fold(next) == "and"))) {
    if (reading_.fold(next) != "and") end = next + 1;
    ++next;
  }
  return end;
}

uint32_t NameScanner::end_of_organ(uint32_t at) const {
  uint32_t end = at;
  for (uint32_t next = at; next < end_ && reading_.is_word(next);) {
    if (reading_.has(List::OppositionWords, next)) return at;  // "Chile's opposition leaders" act against the state
    if (uint32_t count = reading_.longest(List::StateOrgans, next); count > 0) {
      next += count;
      end = next;
    } else if (reading_.has(List::TitleModifiers, next) && next < at + 3) {
      ++next;
    } else {
      break;
    }
  }
  return end;
}

bool NameScanner::is_organisation_head(uint32_t at) const {
  for (List list : {List::CompanyHeads, List::UnionHeads, List::ArmedHeads, List::OrganisationHeads, List::OutletHeads})
    if (reading_.longest(list, at) == 1) return true;
  return false;
}

bool NameScanner::is_title_word(uint32_t at) const { return reading_.has(List::StateTitles, at) || reading_.has(List::OfficeTitles, at); }

uint32_t NameScanner::end_of_run(uint32_t at, bool person) const {
  uint32_t end = at + 1;
  while (end < end_) {
    if (listed_at(end) != nullptr) break;
    if (reading_.is_capital(end) && !reading_.has(List::NeverNames, end)) {
      // A title begins a name of its own; "Union" in "Harbour Union secretary" is the end of one.
      if (!is_organisation_head(end) && title_at(end).end > end && title_at(end).end < end_ && reading_.is_capital(title_at(end).end) && end > at) break;
      ++end;
      continue;
    }
    if (!joins_run(end, at, person)) break;
    // The small word and the capital behind it come together.
    uint32_t next = end + 1;
    if (next < end_ && !reading_.is_capital(next)) ++next;  // "of the", "’s" and a small word
    if (next >= end_ || !reading_.is_capital(next)) break;
    end = next + 1;
  }
  return end;
}

bool NameScanner::joins_run(uint32_t at, uint32_t first, bool person) const {
  const std::string_view word = reading_.fold(at);
  if (at + 1 >= end_) return false;
  const bool capital_next = reading_.is_capital(at + 1) && !reading_.has(List::NeverNames, at + 1);
  if (reading_.has(List::NameConnectors, at)) return capital_next;  // "de", "al", "bin"
  if (person) return false;
  if (word == "'s" || word == "'") return capital_next && state_at(at + 1).end == 0 && (reading_.has(List::PossessiveParts, at - 1) || (word == "'" && reading_.longest(List::UnionHeads, at + 1) == 1));  // "Weavers' Guild"
  const bool article_next = reading_.fold(at + 1) == "the" && at + 2 < end_ && reading_.is_capital(at + 2);
  if (word == "of" || word == "for" || word == "on") {  // "Commission on Human Rights"
    if (!capital_next && !article_next) return false;
    for (uint32_t i = first; i < at; ++i)  // "Bank of England", not "streets of London"
      if (word == "on" ? at == i + 1 && is_organisation_head(i) && state_at(at + 1).end == 0 : is_organisation_head(i) || reading_.has(List::StateOrgans, i) || reading_.has(List::PlaceWords, i) || reading_.fold(i) == "city") return true;
    return false;
  }
  if ((word == "and" || word == "&") && capital_next) {
    if (word == "&") return true;
    // "Transport and General Workers' Union": the head comes at the end; "Russia and Syria" has none.
    if (is_organisation_head(at - 1) || state_at(at + 1).end != 0) return false;
    for (uint32_t i = first; i < at; ++i)
      if (state_at(i).end != 0) return false;
    uint32_t last = at;
    for (uint32_t next = at + 1; next < end_ && next < at + 6; ++next) {
      if (reading_.is_capital(next)) last = next;
      else if (reading_.fold(next) != "'" && reading_.fold(next) != "'s") break;
    }
    return last > at && is_organisation_head(last);
  }
  return false;
}

Name NameScanner::classify_run(uint32_t first, uint32_t end) const {
  Name name{first, end, first, end, sentence_};
  constexpr struct {
    List list;
    PartyKind kind;
  } kHeads[] = {{List::CompanyHeads, PartyKind::Company}, {List::UnionHeads, PartyKind::Union},
                {List::ArmedHeads, PartyKind::ArmedGroup}, {List::OrganisationHeads, PartyKind::Organisation}};
  auto take_head = [&](uint32_t at) {
    for (const auto& head : kHeads) {
      if (reading_.longest(head.list, at) == 0) continue;
      name.kind = NameKind::Organisation;
      name.party_kind = head.kind;
      return true;
    }
    return false;
  };
  if (end - first > 1 && reading_.begin_of_phrase_before(List::OutletHeads, end, first) < end) {
    name.kind = NameKind::Outlet;
    return name;
  }
  if (end - first > 1 && take_head(end - 1)) return name;
  for (uint32_t at = first; at + 1 < end; ++at)  // "Congress of ..", "Bank of England"
    if ((reading_.fold(at + 1) == "of" || reading_.fold(at + 1) == "for" || reading_.fold(at + 1) == "on") && (take_head(at) || reading_.fold(at) == "city")) {
      name.kind = NameKind::Organisation;
      return name;
    }
  const Token& word = reading_.token(first);
  if (end - first == 1 && word.shape == TokenShape::Upper && word.span.size() > 1) {
    name.kind = NameKind::Organisation;
    name.acronym = true;
  }
  return name;
}

}  // namespace faultline
