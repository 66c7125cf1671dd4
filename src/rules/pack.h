// Reads one rule pack: JSON → lists, tables and rules as they stand in the file, with complaints that name file, entry and field.
//
//   PackReader reader({"rejection.json", json}, Examples::Optional);
//   Result<bool> more = true;
//   while (more && *more) more = reader.step();   // a rule, a list or a table at a time
//   if (more) use(std::move(reader).take());
//
// A pack may have fifty kilobytes, and a page must not wait until a JSON parser that has just arrived has read them all: so it is given
// one entry after another. Knows the form of a pack (assets/rules/README.md), but nothing of what patterns mean: that is for rule_loading.h.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/rule_set.h"

namespace faultline {

// Where something stands in a pack, for complaints: 'rejection.json, rule "rejection.reject", field "why"'.
struct PackPlace {
  std::string file, entry{}, field{};
  std::string text() const;
};
std::unexpected<Error> complain(const PackPlace& place, std::string message);

struct Pack {
  std::string file;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> tables;
  std::vector<Rule> rules;
};

class PackReader {
 public:
  // The bytes of the pack must outlive this.
  PackReader(const RulePack& pack, Examples examples);

  // Reads the next entry, or a member that has none. False when there are no more. Errors: BadRule.
  Result<bool> step();
  size_t position() const { return at_; }  // bytes read so far
  Pack take() &&;                          // requires that step() has returned false

 private:
  enum class Inside : uint8_t { Nothing, Document, Lists, Tables, Rules };

  void skip_spaces();
  bool take_mark(char mark);
  bool begin_next(char end);
  std::string_view take_value();
  std::string take_name();
  Result<void> read_next(const std::string& name);

  std::string_view json_;
  Examples examples_;
  size_t at_ = 0;
  Inside inside_ = Inside::Nothing;
  bool is_first_ = true, has_schema_ = false, is_sound_ = true;  // sound: JSON, as far as it was read
  Pack pack_;
  std::string name_;  // as the pack calls itself
};

}  // namespace faultline
