// The words of the interface in one language. English is built in (assets/strings/en.json); the page brings the others.
//
//   const Catalogue& words = Catalogue::english();
//   words.text("panel.title");                                          // "Who disputes what"
//   words.count("panel.issues", 5);                                     // "5 disputed issues."
//   words.fill("certainty.fact", {{"who", words.text("speaker.by_writer")}});   // "Stated as fact by the writer"
//
// A key is "view.word"; each view has its own group in the file. The group "page" is the page's own and no concern of the core.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace faultline {

class Catalogue {
 public:
  static const Catalogue& english();

  // Reads {"lang":"ur","dir":"rtl","digits":"…"?,"plurals":["one",…]?,"panel":{"title":"…","issues":{"one":"…","other":"…"}},…}.
  // "plurals" are the forms that the language uses for 0, 1, 2, … 199 (CLDR's names, as Intl.PluralRules gives them); without
  // it 1 is "one" and all else "other". "digits": ten characters that stand for 0 to 9. Keys that are missing fall back to English.
  // BadRequest names a key that English does not have, or a value that is no text.
  static Result<Catalogue> parse(std::string_view json);

  // The text of a key that English has; another key is a mistake in our own code.
  std::string_view text(std::string_view key) const;
  // The form of `key` for n things, with n put in for "{n}". A form that is missing falls back to "other".
  std::string count(std::string_view key, int n) const;
  // The text with each "{name}" replaced; values are not searched for names again.
  using Value = std::pair<std::string_view, std::string_view>;
  std::string fill(std::string_view key, std::initializer_list<Value> values) const;
  std::string number(int n) const;  // in the language's digits

  const std::string& lang() const { return lang_; }
  bool is_rtl() const { return is_rtl_; }

  // A text and where it stands in the file: "panel.title", or "panel.issues.one".
  struct Entry {
    std::string key, text;
  };
  const std::vector<Entry>& entries() const { return entries_; }  // in order of key; what falls back is not among them

 private:
  static Result<Catalogue> read(std::string_view json);
  const std::string* find(std::string_view key) const;

  std::vector<Entry> entries_;  // in order of key
  std::vector<std::string> plurals_, digits_;
  std::string lang_;
  bool is_rtl_ = false;
};

}  // namespace faultline
