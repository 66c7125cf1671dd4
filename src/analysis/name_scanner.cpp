#include "analysis/name_scanner.h"

#include "analysis/names.h"
#include "article/dateline.h"
#include "rules/rule_set.h"

namespace faultline {

void NameScanner::scan(uint32_t sentence) {
  const Sentence& read = reading_.article().sentences()[sentence];
  sentence_ = sentence;
  begin_ = read.first_token;
  end_ = begin_ + read.token_count;
  for (uint32_t at = begin_; at < end_;) {
    const uint32_t next = scan_at(at);
    at = next > at ? next : at + 1;
  }
}

// "(D-Vermont)", "(R-Ky.)": a seat and a colour behind a member's name, which name nobody. Where it ends, or `at`.
uint32_t NameScanner::end_of_label(uint32_t at) const {
  const std::string_view text = reading_.text(at);
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  return text.size() > 3 && is_letter(text[0]) && text[1] == '-' && is_letter(text[2]) && at > begin_ && reading_.fold(at - 1) == "(" ? at + 1 : at;
}

uint32_t NameScanner::scan_at(uint32_t at) {
  if (!reading_.is_word(at)) return at;
  if (const uint32_t end = end_of_label(at); end > at) return end;
  if (listed_at(at) != nullptr) return scan_listed(at);
  if (StateHit hit = state_at(at); hit.end != 0) return scan_state(at, hit);
  if (capitals_.is_title_case(sentence_)) return at;
  const uint32_t organ = end_of_organ(at);
  // "Foreign Ministry spokesman" begins with an organ, "Foreign Minister" is a title.
  const bool organ_first = organ > at && reading_.is_capital(organ - 1) && !is_title_word(organ - 1);
  const auto is_owner = [&](uint32_t end) { return end < end_ && reading_.fold(end) == "'" && reading_.has(List::PossessiveParts, end - 1); };  // "Lecturers' Guild"
  if (Title title = title_at(at); title.end > at && !organ_first && !is_owner(title.end)) {
    const uint32_t next = scan_titled(at, title, kNobody, kNobody);
    if (next > at) return next;
    // "Premier League": a body's name that begins with a title.
    if (reading_.is_capital(at) && title.kind == TitleKind::State && title.end == at + 1 && title.end < end_ && reading_.is_capital(title.end) && is_organisation_head(end_of_run(at, false) - 1)) return scan_run(at);
    return reading_.is_capital(at) && title.kind == TitleKind::State ? title.end : at;
  }
  if (reading_.is_capital(at)) {
    // "the Foreign Ministry", "the Supreme Court": capitals, but no name of their own. "Congress of …" has one.
    if (organ_first && organ < end_ && reading_.fold(organ) == "of") {  // "the Government of Chile"
      const uint32_t owner = organ + 1 < end_ && reading_.fold(organ + 1) == "the" ? organ + 2 : organ + 1;
      const StateHit state = owner < end_ ? state_at(owner) : StateHit{};
      if (state.kind == NameKind::State && state.end != 0) {
        Name name{at, state.end, at, state.end, sentence_, NameKind::State, PartyKind::State};
        name.state = static_cast<int32_t>(state.entry);
        add(name);
        return state.end;
      }
    }
    const bool owns_name = organ + 1 < end_ && reading_.fold(organ) == "'" && reading_.is_capital(organ + 1);  // "Pilots' Guild"
    const bool named = organ < end_ && (owns_name || reading_.fold(organ) == "of" || reading_.fold(organ) == "for" || reading_.is_capital(organ));
    if (organ_first && !named && (!capitals_.begins_sentence(at) || organ > at + 1)) {
      Name name{at, organ, at, organ, sentence_, NameKind::Organ, PartyKind::State};
      const int32_t index = add(name);
      if (Title title = title_at(organ); title.end > organ) {
        const uint32_t next = scan_titled(organ, title, index, kNobody);
        if (next > organ) return next;
      }
      return organ;
    }
    if (capitals_.begins_name(at) && !is_amount(reading_.text(at))) return scan_run(at);
  }
  return at;
}

// A state, its adjective or its seat, with what follows it: an organ ("Syrian army"), a titled person, a longer name.
uint32_t NameScanner::scan_state(uint32_t at, StateHit hit) {
  uint32_t next = hit.end;
  const bool possessive = next < end_ && reading_.fold(next) == "'s";
  const uint32_t after = possessive ? next + 1 : next;
  if (after + 1 < end_ && reading_.has(List::StateParts, after) && reading_.fold(after + 1) == "of") return after;
  uint32_t organ = after < end_ ? end_of_organ(after) : after;
  if (organ > after && organ < end_ && is_title_word(organ - 1) && reading_.is_capital(organ)) organ = after;  // "US President" and a name
  Name name{at, hit.end, at, hit.end, sentence_, hit.kind, PartyKind::State};
  name.state = static_cast<int32_t>(hit.entry);
  if (organ > after) {
    name.kind = NameKind::State;
    name.end = name.whole_end = organ;
  } else if (hit.kind == NameKind::Adjective && is_joint_organ(next)) {
    name.kind = NameKind::State;
  }
  const uint32_t behind = organ > after ? organ : after;
  if (behind < end_ && !reading_.is_capital(behind) && reading_.has(List::OppositionWords, behind)) {  // "Chile's opposition leader Ana Reil" does not act for Chile
    add(name);
    return behind;
  }
  if (behind < end_) {
    if (Title title = title_at(behind); title.end > behind) {
      const uint32_t person = scan_titled(behind, title, kNobody, name.state);
      if (person > behind) {
        names_.back().whole_first = at;
        return person;
      }
      // "the Turkish president", "Indian officials": the state itself acts.
      if (title.kind == TitleKind::State) {
        name.kind = NameKind::State;
        name.end = name.whole_end = title.end;
        add(name);
        return title.end;
      }
    }
  }
  if (const uint32_t person = scan_titled_run(next, name.state); person > next) {
    names_.back().whole_first = at;
    return person;
  }
  const bool run_follows = organ == after && !possessive && next < end_ && reading_.is_capital(next) &&
                           state_at(next).end == 0 && !reading_.has(List::NeverNames, next) &&
                           !capitals_.is_title_case(sentence_);
  if (run_follows) {
    const uint32_t run_end = end_of_run(next, false);
    Name run = classify_run(at, run_end);
    if (run.kind != NameKind::Unknown) {  // "African National Congress", "Syrian Observatory"
      const int32_t index = add(run);
      return scan_alias(run_end, index);
    }
    if (hit.kind == NameKind::Adjective) {  // "the Afghan Taliban": a group, with the state it belongs to
      Name group = classify_run(next, run_end);
      group.whole_first = at;
      group.state = name.state;
      const int32_t index = add(group);
      return scan_alias(run_end, index);
    }
    if (hit.kind == NameKind::State) {  // "Jordan Smith", "China Daily"
      run.kind = NameKind::Unknown;
      const int32_t index = add(run);
      return scan_alias(run_end, index);
    }
  }
  const int32_t index = add(name);
  return scan_alias(name.end, index);
}

// "Chilean and Peruvian forces": behind the first adjective, the second with the organ of both.
bool NameScanner::is_joint_organ(uint32_t at) const {
  if (at + 2 >= end_ || reading_.fold(at) != "and") return false;
  const StateHit second = state_at(at + 1);
  return second.end != 0 && second.end < end_ && second.kind == NameKind::Adjective && end_of_organ(second.end) > second.end;
}

// "EU Budget Commissioner Reil": of a state, by a title that begins with the words of an office. Where it ends, or `at`.
uint32_t NameScanner::scan_titled_run(uint32_t at, int32_t state) {
  constexpr uint32_t kLongest = 3;
  for (uint32_t next = at; next < end_ && next < at + kLongest && reading_.is_capital(next) && !reading_.has(List::NeverNames, next); ++next) {
    const Title title = next > at ? title_at(next) : Title{};
    if (title.kind == TitleKind::None || title.kind == TitleKind::Honorific) continue;
    const uint32_t person = scan_titled(next, title, kNobody, state);
    return person > next ? person : at;
  }
  return at;
}

// A given name that is a place elsewhere too: "Douglas Varr".
bool NameScanner::begins_full_name(uint32_t at) const {
  return at + 1 < end_ && state_at(at).end == at + 1 && reading_.is_capital(at + 1) && !reading_.has(List::NeverNames, at + 1) &&
         state_at(at + 1).end == 0 && end_of_organ(at + 1) == at + 1;
}

// "President of the Ruritanian Union Ana Reil": the state between a title and a name; its end is 0 where there is none.
NameScanner::StateHit NameScanner::owner_of(Title title) const {
  if (title.kind == TitleKind::Honorific || title.end + 2 >= end_ || reading_.fold(title.end) != "of") return {};
  const uint32_t first = title.end + (reading_.fold(title.end + 1) == "the" ? 2 : 1);
  const StateHit state = state_at(first);
  const bool is_named = state.end != 0 && state.end < end_ && state.kind == NameKind::State && reading_.is_capital(state.end) && !reading_.has(List::NeverNames, state.end);
  return is_named && state_at(state.end).end == 0 && end_of_organ(state.end) == state.end ? state : StateHit{};
}

uint32_t NameScanner::scan_titled(uint32_t begin, Title title, int32_t of, int32_t state) {
  uint32_t at = title.end;
  if (const StateHit owner = owner_of(title); owner.end != 0 && state == kNobody) {
    at = owner.end;
    state = static_cast<int32_t>(owner.entry);
  }
  if (at >= end_ || !reading_.is_capital(at) || reading_.has(List::NeverNames, at)) return begin;
  if (state_at(at).end != 0 && !begins_full_name(at)) return begin;
  const uint32_t run_end = end_of_run(at, true);
  if (is_organisation_head(run_end - 1) && title.kind != TitleKind::Honorific) return begin;
  // "Unification Minister", "Competition Commissioner": the field of an office, no body.
  const bool has_field = reading_.fold(at - 1) == "minister" || reading_.fold(at - 1) == "secretary" || reading_.fold(at - 1) == "commissioner";
  if (has_field && of == kNobody && !names_.empty() && names_.back().kind == NameKind::Unknown && names_.back().end == begin && names_.back().alias_of == kNobody &&
      names_.back().sentence == sentence_) {
    begin = names_.back().whole_first;
    state = names_.back().state;
    names_.pop_back();
    const bool is_second = !names_.empty() && begin > begin_ && reading_.fold(begin - 1) == "and" && names_.back().kind == NameKind::Unknown && names_.back().end == begin - 1;
    if (is_second) {  // "Harbour and Canal Minister"
      begin = names_.back().whole_first;
      names_.pop_back();
    }
  }
  Name name{at, run_end, begin, run_end, sentence_, NameKind::Person, PartyKind::Person, title.kind};
  name.of = of;
  name.state = state;
  if (of == kNobody && state == kNobody && begin > begin_) {
    const uint32_t before = reading_.fold(begin - 1) == "'s" || reading_.fold(begin - 1) == "'" ? begin - 2 : begin - 1;
    if (!names_.empty() && names_.back().sentence == sentence_ && names_.back().end <= before + 1 && before + 1 > begin_ &&
        names_.back().end + reading_.longest(List::MemberWords, names_.back().end) >= before + 1) {  // "Varr campaign spokesman Reil"
      name.of = static_cast<int32_t>(names_.size()) - 1;
    } else if (before >= begin_ && before + 1 > begin_ && reading_.is_word(before) && reading_.has(List::Roles, before)) {
      name.role_before = before;
    }
  }
  if (name.of != kNobody) {
    name.whole_first = names_[static_cast<size_t>(name.of)].whole_first;
    names_[static_cast<size_t>(name.of)].nested = true;
  }
  add(name);
  return run_end;
}

uint32_t NameScanner::scan_listed(uint32_t at) {
  const LexiconHit& hit = *listed_at(at);
  const uint32_t end = at + hit.token_count;
  Name name{at, end, at, end, sentence_, NameKind::Organisation};
  name.party_kind = find_party_kind(reading_.rules().rows("parties")[hit.entry][0]).value_or(PartyKind::Organisation);
  name.listed = static_cast<int32_t>(hit.entry);
  return scan_alias(end, add(name));
}

uint32_t NameScanner::scan_run(uint32_t at) {
  const uint32_t run_end = end_of_run(at, false);
  const int32_t index = add(classify_run(at, run_end));
  return scan_alias(run_end, index);
}

uint32_t NameScanner::scan_alias(uint32_t at, int32_t of) {
  if (at + 2 >= end_) return at;
  const std::string_view open = reading_.fold(at);
  if (open == "(" || open == "[") {
    uint32_t close = at + 1;
    while (close < end_ && close < at + 9 && reading_.fold(close) != ")" && reading_.fold(close) != "]") ++close;
    if (close == end_ || close == at + 9 || !reading_.is_capital(at + 1) || !reading_.is_capital(close - 1)) return at;
    if (end_of_label(at + 1) > at + 1) return close + 1;
    Name alias = classify_run(at + 1, close);
    const bool in_dateline = close < end_of_dateline(reading_.article(), reading_.article().sentences()[sentence_]);  // "(Varrpress) -" is no short form of the town
    if (!in_dateline) alias.alias_of = of;
    if (!in_dateline && alias.kind == NameKind::Unknown) alias.kind = NameKind::Organisation;
    add(alias);
    return close + 1;
  }
  // "Maghawir al Thawra, or MaT"
  if (open == "," && reading_.fold(at + 1) == "or" && at + 2 < end_ && reading_.is_capital(at + 2)) {
    const Token& word = reading_.token(at + 2);
    if (word.shape == TokenShape::Upper || word.shape == TokenShape::Mixed) {
      Name alias = classify_run(at + 2, at + 3);
      alias.alias_of = of;
      add(alias);
      return at + 3;
    }
  }
  return at;
}

int32_t NameScanner::add(Name name) {
  names_.push_back(name);
  return static_cast<int32_t>(names_.size()) - 1;
}

}  // namespace faultline
