// Finds the proper names of an article and what stands around each: a title, whom it acts for, a bracketed short form.
//
//   std::vector<Name> names;
//   find_names(reading, names).finish();
//   for (const Name& name : names) print(reading.span_of(name.first, name.end));
//
// "Indian foreign ministry spokesman Navtej Sarna" is one name (Navtej Sarna) with a whole that begins at "Indian".
// Who is who is decided later, for the article at large (analysis/entities.h).
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/reading.h"

namespace faultline {

enum class NameKind : uint8_t {
  State,         // "Pakistan", "the Syrian army", "Indonesia's foreign ministry"
  Adjective,     // "Afghan" before a thing
  Seat,          // "Kabul": a state when it acts, else a place
  Organ,         // "the Foreign Ministry": of a state that the article tells elsewhere
  Organisation,  // by its head word, or written in capitals: "National Union of Mineworkers", "DA"
  Person,        // by its title
  Outlet,        // a news agency, paper or broadcaster that speaks
  Unknown,       // capitalised, not yet known as anything
};
enum class TitleKind : uint8_t { None, State, Office, Expert, Honorific };

inline constexpr int32_t kNobody = -1;

struct Name {
  uint32_t first = 0, end = 0;              // tokens of the name itself
  uint32_t whole_first = 0, whole_end = 0;  // with title and the name it acts for
  uint32_t sentence = 0;
  NameKind kind = NameKind::Unknown;
  PartyKind party_kind = PartyKind::Organisation;
  TitleKind title = TitleKind::None;
  bool acronym = false;          // one word in capitals
  bool employs = false;          // behind "staff at": no place
  bool nested = false;           // inside the whole of another name: no mention of its own
  int32_t state = kNobody;       // entry of the gazetteer; of a group "Afghan" in "the Afghan Taliban"
  int32_t of = kNobody;          // index of the name it acts for
  int32_t listed = kNobody;      // row of the table "parties" that a rule pack of the page brought
  int32_t alias_of = kNobody;    // index of the name that this one stands in brackets after
  uint32_t title_word = 0;       // token of the last word of an apposed title, or 0
  uint32_t role_before = 0;      // token of a lower-case body before the title ("commission" spokesman), or 0
};

// All names in reading order. In a heading in title case only listed states are names: capitals tell nothing there.
// Counts tokens.
Work find_names(const Reading& reading, std::vector<Name>& names);

}  // namespace faultline
