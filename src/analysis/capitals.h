// Tells whether a capital letter means a name: the first word of a sentence has one anyway.
//
//   Capitals capitals(reading);
//   if (capitals.begins_name(token)) ...
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/reading.h"

namespace faultline {

class Capitals {
 public:
  explicit Capitals(const Reading& reading);
  Work read();  // once, before anything is asked; counts tokens

  // A capitalised word that is, by what the rest of the article does with it, a name.
  bool begins_name(uint32_t token) const;
  // A heading whose words are mostly capitalised, or a sentence in capitals throughout.
  bool is_title_case(uint32_t sentence) const { return title_case_[sentence]; }
  bool begins_sentence(uint32_t token) const { return begins_[token]; }  // or a quotation

 private:
  void read_sentence(uint32_t index);

  const Reading& reading_;
  std::vector<bool> inside_;      // by fold: written with a capital inside a sentence
  std::vector<bool> lower_;       // by fold: written in lower case somewhere
  std::vector<bool> title_case_;  // by sentence
  std::vector<bool> begins_;      // by token
};

}  // namespace faultline
