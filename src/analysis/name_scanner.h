// Reads the names of one sentence from left to right; find_names (proper_names.h) runs it over the article.
#pragma once

#include <vector>

#include "analysis/capitals.h"
#include "analysis/proper_names.h"

namespace faultline {

// "R2000": a letter or two before a sum of money. "M23" is a name.
bool is_amount(std::string_view word);

class NameScanner {
 public:
  NameScanner(const Reading& reading, const Capitals& capitals, std::vector<Name>& names)
      : reading_(reading), capitals_(capitals), names_(names) {}
  void scan(uint32_t sentence);

 private:
  struct StateHit {
    uint32_t end = 0;  // 0: none
    uint32_t entry = 0;
    NameKind kind = NameKind::State;
  };
  struct Title {
    uint32_t end = 0;  // one past the last word of the title; == begin: none
    TitleKind kind = TitleKind::None;
  };

  uint32_t scan_at(uint32_t at);  // reads a name that begins at `at`, or nothing; the token to go on from
  uint32_t scan_state(uint32_t at, StateHit hit);
  uint32_t scan_titled(uint32_t begin, Title title, int32_t of, int32_t state);
  uint32_t scan_titled_run(uint32_t at, int32_t state);
  bool begins_full_name(uint32_t at) const;
  uint32_t scan_listed(uint32_t at);  // a party that the page's own rule pack names
  uint32_t scan_run(uint32_t at);
  uint32_t scan_alias(uint32_t at, int32_t of);  // "(TTP)" behind the name `of`
  uint32_t end_of_label(uint32_t at) const;

  const LexiconHit* listed_at(uint32_t at) const;
  StateHit state_at(uint32_t at) const;
  Title title_at(uint32_t at) const;
  StateHit owner_of(Title title) const;
  bool is_joint_organ(uint32_t at) const;
  uint32_t end_of_field(uint32_t at) const;     // "of Education" behind "Minister"; `at` when it is none
  uint32_t end_of_organ(uint32_t at) const;     // "foreign ministry", "special forces"; `at` when it is none
  uint32_t end_of_run(uint32_t at, bool person) const;
  bool joins_run(uint32_t at, uint32_t first, bool person) const;  // a small word inside a name: "of", "and", "’s"
  bool is_organisation_head(uint32_t at) const;
  bool is_title_word(uint32_t at) const;
  Name classify_run(uint32_t first, uint32_t end) const;
  int32_t add(Name name);

  const Reading& reading_;
  const Capitals& capitals_;
  std::vector<Name>& names_;
  uint32_t sentence_ = 0, begin_ = 0, end_ = 0;  // the sentence and its tokens
};

}  // namespace faultline
