#include "analysis/proper_names.h"

#include "analysis/capitals.h"
#include "analysis/name_scanner.h"
#include "analysis/outlets.h"
#include "rules/rule_set.h"

namespace faultline {

static void make_person(Name& name, TitleKind title) {
  name.kind = NameKind::Person;
  name.party_kind = PartyKind::Person;
  if (name.title == TitleKind::None || name.title == TitleKind::Honorific) name.title = title;
}

// "Ana Reil, met members of the union": a verb that has begun is no apposition.
static bool is_finite(const Trees& trees, uint32_t token) {
  const Xpos xpos = trees.xpos(token);
  return xpos == Xpos::Vbd || xpos == Xpos::Vbz || xpos == Xpos::Vbp || xpos == Xpos::Md;
}

// The title of an apposition that begins at `at` ("a", "the" and small words may precede it); its end, or `at`.
static uint32_t end_of_apposed_title(const Reading& reading, uint32_t at, uint32_t end, TitleKind& kind) {
  constexpr uint32_t kReach = 6;  // "a former senior military policy analyst"
  if (at + 1 < end && reading.fold(at) == "who" && reading.trees().lemma(at + 1) == "be") {
    at += 2;  // "who is also deputy mayor"
  } else if (at + 1 < end && reading.fold(at) == "who") {
    if (!reading.has(List::LeadingVerbs, at + 1)) return at;
    kind = TitleKind::Office;
    return at + 1 + reading.longest(List::LeadingVerbs, at + 1);
  }
  for (uint32_t i = at; i < end && i < at + kReach && reading.is_word(i) && !is_finite(reading.trees(), i); ++i) {
    for (auto [list, title] : {std::pair{List::StateTitles, TitleKind::State}, std::pair{List::OfficeTitles, TitleKind::Office},
                               std::pair{List::ExpertTitles, TitleKind::Expert}}) {
      const uint32_t count = reading.longest(list, i);
      if (count == 0) continue;
      kind = title;
      uint32_t last = i + count;  // "chief negotiator", "deputy head": the second is of the same office
      while (last < end && reading.has(List::OfficeTitles, last)) last += reading.longest(List::OfficeTitles, last);
      return last;
    }
  }
  return at;
}

// The body that an apposition names by a common noun: "the union's secretary", "who leads the union". Its last token, or 0.
static uint32_t find_apposed_role(const Reading& reading, uint32_t first, uint32_t title_end, uint32_t end) {
  constexpr uint32_t kReach = 5;  // "of the regional water committee"
  for (uint32_t at = first; at < end && at < title_end + kReach; ++at) {
    if (at >= title_end && (reading.fold(at) == "," || reading.trees().upos(at) == Upos::Verb || reading.trees().upos(at) == Upos::Aux)) return 0;
    // A title is no body, though "minister" and "leader" stand for one elsewhere.
    if (reading.has(List::StateTitles, at) || reading.has(List::OfficeTitles, at)) continue;
    if (const uint32_t count = reading.longest(List::Roles, at); count > 0) return at + count - 1;
  }
  return 0;
}

// "Tomas Reil, spokesman for the Harbour Union", "Tomas Reil, the union's secretary" and "Tomas Reil, who leads the
// union": finds whom an apposed title serves.
static void read_apposition(const Reading& reading, std::vector<Name>& names, size_t index) {
  Name& name = names[index];
  if (name.kind != NameKind::Unknown && name.kind != NameKind::Person) return;
  const Sentence& sentence = reading.article().sentences()[name.sentence];
  const uint32_t end = sentence.first_token + sentence.token_count;
  if (name.end + 1 >= end || reading.fold(name.end) != ",") return;
  TitleKind kind = TitleKind::None;
  const uint32_t title_end = end_of_apposed_title(reading, name.end + 1, end, kind);
  if (kind == TitleKind::None) return;
  make_person(name, kind);
  name.title_word = title_end - 1;
  uint32_t owner = title_end;  // "of the", "for", "at", "with"
  while (owner < end && owner < title_end + 3 && !reading.is_capital(owner) && reading.is_word(owner)) ++owner;
  for (size_t i = index + 1; i < names.size() && names[i].sentence == name.sentence; ++i) {
    const bool before_title = names[i].whole_first > name.end && names[i].whole_end <= title_end;
    const bool behind_title = owner > title_end && names[i].first <= owner && owner < names[i].end;
    if (!before_title && !behind_title) continue;
    if (name.of == kNobody && name.state == kNobody) name.of = static_cast<int32_t>(i);
    break;
  }
  if (name.of == kNobody && name.state == kNobody && kind == TitleKind::Office && name.role_before == 0)
    name.role_before = find_apposed_role(reading, name.end + 1, title_end, end);
}

// "Ana Reil of the Harbour Union": somebody of a body that has a name.
static void read_origin(const Reading& reading, std::vector<Name>& names, size_t index) {
  Name& name = names[index - 1];
  const Name& body = names[index];
  const bool is_full_name = name.kind == NameKind::Person || (name.kind == NameKind::Unknown && name.end - name.first >= 2 && name.end - name.first <= 3);
  if (!is_full_name || name.of != kNobody || name.state != kNobody || body.kind != NameKind::Organisation || body.sentence != name.sentence) return;
  const uint32_t gap = body.whole_first - name.whole_end;
  if (body.whole_first <= name.whole_end || gap > 2 || (gap == 2 && reading.fold(name.whole_end + 1) != "the")) return;
  const std::string_view word = reading.fold(name.whole_end);
  if (word != "of" && word != "from") return;
  make_person(name, TitleKind::Office);
  name.of = static_cast<int32_t>(index);
}

// Where a title ends that stands before `comma`, with what it is of: "mayor of Larnport,", "director of operations,".
static uint32_t end_of_title_before(const Reading& reading, uint32_t comma, uint32_t begin) {
  constexpr uint32_t kReach = 6;
  for (uint32_t at = comma; at > begin + 1 && comma - at < kReach; --at) {
    if (at != comma && (reading.fold(at) == "," || (reading.fold(at) != "of" && reading.fold(at) != "for"))) continue;
    for (const List titles : {List::StateTitles, List::OfficeTitles})
      if (reading.begin_of_phrase_before(titles, at, begin) < at) return at;
  }
  return comma;
}

// "The union's president, Ana Reil", "its fisheries minister, Tomas Varr", "the mayor of Larnport, Ana Holm": the name is the
// apposition of an office, whose owner may stand before or behind it.
static void read_owned_office(const Reading& reading, std::vector<Name>& names, size_t index) {
  Name& name = names[index];
  const uint32_t begin = reading.article().sentences()[name.sentence].first_token;
  if (name.whole_first < begin + 3 || reading.fold(name.whole_first - 1) != ",") return;
  const uint32_t comma = name.whole_first - 1, title_end = end_of_title_before(reading, comma, begin);
  const uint32_t state_title = reading.begin_of_phrase_before(List::StateTitles, title_end, begin);
  const TitleKind kind = state_title < title_end ? TitleKind::State : TitleKind::Office;
  uint32_t title = kind == TitleKind::State ? state_title : reading.begin_of_phrase_before(List::OfficeTitles, title_end, begin);
  if (title == title_end || reading.is_capital(title)) return;
  name.title_word = title_end - 1;
  while (title > begin && (reading.has(List::TitleModifiers, title - 1) || reading.trees().relation(title - 1) == Relation::Compound || reading.trees().relation(title - 1) == Relation::Amod) && !reading.is_capital(title - 1)) --title;
  const bool is_before = index > 0 && names[index - 1].sentence == name.sentence;
  if (is_before && title_end < comma && names[index - 1].whole_end == comma && names[index - 1].whole_first <= title_end + 2) {
    make_person(name, kind);
    name.of = static_cast<int32_t>(index) - 1;
    return;
  }
  if (title > begin && (reading.fold(title - 1) == "its" || reading.fold(title - 1) == "their")) {  // whose: pronouns.cpp
    make_person(name, kind);
    name.role_before = title - 1;
    return;
  }
  if (title > begin && (reading.fold(title - 1) == "the" || reading.has(List::PersonPronouns, title - 1))) make_person(name, kind);
  if (title < begin + 2 || (reading.fold(title - 1) != "'s" && reading.fold(title - 1) != "'")) return;
  const uint32_t owner = title - 2;
  const bool is_named = is_before && names[index - 1].whole_end == title - 1;
  if (!is_named && !reading.has(List::Roles, owner)) return;
  make_person(name, kind);
  if (is_named) name.of = static_cast<int32_t>(index) - 1;
  else name.role_before = owner;
}

// "Chile's prime minister, Ana Reil": the name is the apposition of a state's title.
static void read_apposed_name(const Reading& reading, std::vector<Name>& names, size_t index) {
  Name& name = names[index];
  if ((name.kind != NameKind::Unknown && name.kind != NameKind::Person) || name.of != kNobody || name.state != kNobody || name.role_before != 0) return;
  read_owned_office(reading, names, index);
  if (index == 0 || name.of != kNobody) return;
  const Name& before = names[index - 1];
  const bool is_next = before.sentence == name.sentence && before.whole_end + 1 == name.whole_first && reading.fold(before.whole_end) == ",";
  if (!is_next || before.kind != NameKind::State || reading.longest(List::States, before.first) == before.end - before.first) return;
  if (reading.begin_of_phrase_before(List::StateTitles, before.end, before.first) == before.end) return;
  make_person(name, TitleKind::State);
  name.title = TitleKind::State;
  name.of = static_cast<int32_t>(index) - 1;
}

// "Varrbank's Ana Reil", "the union's Ana Reil".
static bool is_owned(const Reading& reading, const Name& name) {
  if (name.first < reading.article().sentences()[name.sentence].first_token + 2) return false;
  return reading.fold(name.first - 1) == "'s" || reading.fold(name.first - 1) == "'";
}

// A body denies and accuses as well as a person does, but what is somebody's own and does so is a person.
static bool speaks(const Reading& reading, const Name& name) {
  const Sentence& sentence = reading.article().sentences()[name.sentence];
  const uint32_t end = sentence.first_token + sentence.token_count;
  if (name.first > sentence.first_token && reading.has(List::NeutralCues, name.first - 1)) return true;
  if (name.end >= end || reading.has(List::NeutralCues, name.end)) return name.end < end;
  for (const List cues : {List::GuardedCues, List::EndorsingCues, List::DistancingCues, List::ObjectCues})
    if (reading.has(cues, name.end)) return is_owned(reading, name);
  return false;
}

// A surname that carries "Mr" once, or speaks, marks the full name as a person: "Kirit Varma … Mr Varma", "said Varma".
static void read_speech(const Reading& reading, Name& name) {
  if (name.kind != NameKind::Unknown || name.nested || name.end - name.first > 4 || name.end - name.first < 2) return;  // nested: "said Varr Watch director Ana Reil"
  if (!speaks(reading, name)) return;
  for (uint32_t at = name.first; at < name.end; ++at)
    if (reading.token(at).shape == TokenShape::Upper && reading.token(at).span.size() > 2) return;  // "SA Rail"
  name.kind = NameKind::Person;
  name.party_kind = PartyKind::Person;
}

// "Varrbank's Ana Reil said", "the union's Tomas Holm says": whose speaker it is stands before the name.
static void read_owner(const Reading& reading, std::vector<Name>& names, size_t index) {
  Name& name = names[index];
  if (name.kind != NameKind::Person || !is_owned(reading, name) || name.whole_first != name.first || name.end - name.first < 2 || name.of != kNobody || name.state != kNobody || name.role_before != 0) return;
  const bool is_named = index > 0 && names[index - 1].sentence == name.sentence && names[index - 1].whole_end == name.first - 1;
  if (is_named && names[index - 1].kind != NameKind::Person) {
    if (names[index - 1].kind == NameKind::Unknown) names[index - 1].kind = NameKind::Organisation;
    name.of = static_cast<int32_t>(index) - 1;
  } else if (!is_named && reading.has(List::Roles, name.first - 2)) {
    name.role_before = name.first - 2;
  }
}

// "A spokesman for Varrbank", "staff at Larn Airways": who has a spokesman or staff is a body, whatever its name says.
static void read_members_before(const Reading& reading, Name& name) {
  const uint32_t begin = reading.article().sentences()[name.sentence].first_token;
  if (name.kind != NameKind::Unknown || name.first < begin + 2) return;
  const uint32_t preposition = name.first - 1;
  const std::string_view word = reading.fold(preposition);
  const bool is_at = word == "at";
  if (!is_at && (name.end - name.first > 1 || (word != "of" && word != "for"))) return;  // "a lawyer for Ana Reil"
  const bool is_member = reading.has(List::MemberWords, preposition - 1) && word != "of";  // not "the council of Larn"
  const LexiconHit* role = is_at ? reading.find(List::Roles, preposition - 1) : nullptr;
  const bool works_there = role != nullptr && reading.rules().rows("roles")[role->entry][2] == "community";
  if (!works_there && !is_member && reading.begin_of_phrase_before(List::CompanyTitles, preposition, begin) == preposition) return;
  name.kind = NameKind::Organisation;
  name.employs = works_there;
}

Work find_names(const Reading& reading, std::vector<Name>& names) {
  Capitals capitals(reading);
  for (Work part = capitals.read(); part.step();) co_yield 0.2 * part.cost();
  NameScanner scanner(reading, capitals, names);
  for (uint32_t i = 0; i < reading.article().sentences().size(); ++i) {
    scanner.scan(i);
    co_yield 0.6 * reading.article().sentences()[i].token_count;
  }
  for (size_t i = 0; i < names.size(); ++i) {
    co_yield 3;
    read_apposition(reading, names, i);
    read_speech(reading, names[i]);
    read_owner(reading, names, i);
    read_members_before(reading, names[i]);
    read_apposed_name(reading, names, i);
    if (i == 0) continue;
    read_origin(reading, names, i);
  }
  for (Work part = mark_outlets(reading, names); part.step();) co_yield 2 * part.cost();
}

}  // namespace faultline
