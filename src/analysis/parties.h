// Finds the parties of an article and every place that names them.
//
//   Cast cast = find_parties(reading);
//   for (const Mention& mention : cast.mentions_of(sentence)) ...
//
// A state and its capital, government, ministers and nationals acting officially are one party; an armed
// group is its own; an acronym in brackets is the name before it (annotation guide, section 1).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/analysis.h"
#include "article/article.h"
#include "base/work.h"

namespace faultline {

class Reading;  // analysis/reading.h

enum class MentionKind : uint8_t {
  Name,         // "Pakistan", "Ishaq Dar", "the Taliban", "TTP"
  Adjective,    // "Afghan" in "Afghan goods": names a party, rarely acts
  Description,  // "the company", "the union", "the two neighbours" (party kDyad)
  Pronoun,      // "it", "they", "he" where the text leaves no doubt
};

struct Mention {
  Span span;
  PartyRef party = kUnspecified;  // kDyad for "both sides", "the two countries"
  MentionKind kind = MentionKind::Name;
  uint32_t first_token = 0;  // index into article.tokens()
  uint32_t token_count = 0;
  uint32_t sentence = 0;
  bool place = false;   // "in Pakistan": where something happens, rarely who does it
  bool of_actor = false;  // of a pronoun: whoever it stands for is a subject there
  int32_t person = -1;  // index into Cast::people when it names one
};

// Somebody who can be quoted by name: an official of a party, an analyst, an outlet.
struct Person {
  std::string name;  // the fullest in the text, without title
  PartyRef party = kUnspecified;
  bool outlet = false;
};

struct Cast {
  std::vector<Party> parties;
  std::vector<Mention> mentions;  // reading order, not overlapping
  std::vector<Person> people;
  std::vector<Mention> bystanders;  // of people and outlets who are no party (party kUnspecified); reading order

  std::span<const Mention> mentions_of(uint32_t sentence) const;  // by index into article.sentences()
};

class Entities;
Work find_parties(const Reading& reading, const Entities& entities, Cast& cast);  // counts tokens
Cast find_parties(const Reading& reading);  // … of the names that it finds itself

}  // namespace faultline
