// Which named body a bare "the union", "the group", "the airline" means: the last one before it that has the word in its
// name, or that may be called so.
//
//   Bodies bodies(reading, entities);
//   bodies.read().finish();
//   int32_t council = bodies.find_named("council", token);   // a root entity, or kNobody
//   int32_t band = bodies.find(PartyKind::ArmedGroup, token);
//
// A body whose name says what it is ("Harbour Commission") is called by another kind of word only as a company, a union
// or an armed group; one whose name does not ("Unison", "al-Varr") by any.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/entities.h"

namespace faultline {

class Bodies {
 public:
  Bodies(const Reading& reading, const Entities& entities);  // keeps both by reference
  Work read();  // once, before anything is asked; counts names

  // `only_told`: a word of its name or of the article says that it is of the kind.
  int32_t find(PartyKind kind, uint32_t before_token, bool only_told = false) const;
  // The last one named before the token whose name has the word (case folded), else the first of the article.
  int32_t find_named(std::string_view word, uint32_t before_token) const;
  // The same, if it stands before and its name ends so: "the Chess Federation … the federation".
  int32_t find_ending(std::string_view word, uint32_t before_token) const;

 private:
  struct Use {
    uint32_t token, sentence, entity;
  };
  enum class Fit : uint8_t { None, May, Told };  // told: by a word of its name
  Fit fit(uint32_t entity, PartyKind kind) const;
  bool is_acted_on(uint32_t token, uint32_t name) const;

  const Reading& reading_;
  const Entities& entities_;
  std::map<std::string, std::vector<Use>, std::less<>> owners_;  // by word
  std::vector<bool> acts_, tells_kind_, is_settlement_, is_loose_;  // by entity; settlement: told as "the village of …"
  std::vector<Use> uses_;                // in reading order
};

}  // namespace faultline
