#include "reader/catalogue.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "base/check.h"
#include "base/sort.h"
#include "reader/embedded_strings.h"
#include "text/utf8.h"

namespace faultline {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kForms[] = {"zero", "one", "two", "few", "many", "other"};
constexpr size_t kPlurals = 200;  // beyond them only the last two digits matter: 301 is counted as 101

bool is_form(std::string_view name) { return std::find(std::begin(kForms), std::end(kForms), name) != std::end(kForms); }

std::unexpected<Error> refuse(std::string where, const char* expected) {
  return make_error(ErrorCode::BadRequest, std::string("expected ") + expected, std::move(where));
}

// The member as a string; a null pointer when it is not there or no string.
const std::string* find_text(const Json& json, const char* key) {
  auto member = json.find(key);
  return member == json.end() ? nullptr : member->get_ptr<const std::string*>();
}

// A group's texts as "group.word" and, of what is counted, "group.word.one".
Result<std::vector<Catalogue::Entry>> read_group(const std::string& group, const Json& words) {
  std::vector<Catalogue::Entry> entries;
  if (!words.is_object()) return refuse(group, "an object with the texts of a view");
  for (auto word = words.begin(); word != words.end(); ++word) {
    std::string key = group + "." + word.key();
    if (const auto* text = word->get_ptr<const std::string*>()) {
      entries.push_back({std::move(key), *text});
      continue;
    }
    if (!word->is_object()) return refuse(key, "a text, or an object with its plural forms");
    for (auto form = word->begin(); form != word->end(); ++form) {
      const auto* text = form->get_ptr<const std::string*>();
      if (!text || !is_form(form.key())) return refuse(key + "." + form.key(), "texts named zero, one, two, few, many and other");
      entries.push_back({key + "." + form.key(), *text});
    }
  }
  return entries;
}

bool is_before(const Catalogue::Entry& a, const Catalogue::Entry& b) { return a.key < b.key; }

std::string replace(std::string_view text, std::span<const Catalogue::Value> values) {
  std::string filled;
  for (size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
    size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    std::string_view name = text.substr(open + 1, close - open - 1);
    auto value = std::find_if(values.begin(), values.end(), [&](const Catalogue::Value& pair) { return pair.first == name; });
    filled += text.substr(0, open);
    filled += value == values.end() ? text.substr(open, close + 1 - open) : value->second;
    text.remove_prefix(close + 1);
  }
  return filled += text;
}

}  // namespace

const Catalogue& Catalogue::english() {
  static const Catalogue english = [] {
    Result<Catalogue> read = Catalogue::read(embedded_strings()[0].text);
    FL_CHECK(read.has_value());
    return std::move(*read);
  }();
  return english;
}

Result<Catalogue> Catalogue::parse(std::string_view json) {
  Result<Catalogue> made = read(json);
  if (!made) return made;
  const Catalogue& known = english();
  for (const Entry& entry : made->entries_) {
    size_t dot = entry.key.rfind('.');
    bool is_counted = is_form(std::string_view(entry.key).substr(dot + 1));
    if (!known.find(is_counted ? entry.key.substr(0, dot) + ".other" : entry.key)) return refuse(entry.key, "a key of assets/strings/en.json");
  }
  return made;
}

Result<Catalogue> Catalogue::read(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refuse("", "a JSON object with the texts of the interface");
  Catalogue made;
  for (auto member = json.begin(); member != json.end(); ++member) {
    const std::string& name = member.key();
    if (name == "page" || name == "lang" || name == "dir" || name == "digits" || name == "plurals") continue;
    Result<std::vector<Entry>> entries = read_group(name, *member);
    if (!entries) return std::unexpected(entries.error());
    for (Entry& entry : *entries) made.entries_.push_back(std::move(entry));
  }
  sort_stably(made.entries_, is_before);
  if (const std::string* lang = find_text(json, "lang")) made.lang_ = *lang;
  if (const std::string* dir = find_text(json, "dir")) made.is_rtl_ = *dir == "rtl";
  if (const std::string* digits = find_text(json, "digits")) {
    for (uint32_t at = 0; at < digits->size(); at += code_point_at(*digits, at).length) {
      made.digits_.push_back(digits->substr(at, code_point_at(*digits, at).length));
    }
    if (made.digits_.size() != 10) return refuse("digits", "ten characters");
  }
  auto plurals = json.find("plurals");
  if (plurals != json.end()) {
    for (const Json& form : *plurals) {
      const auto* name = form.get_ptr<const std::string*>();
      if (!name || !is_form(*name)) return refuse("plurals", "a list of the names of plural forms");
      made.plurals_.push_back(*name);
    }
    if (made.plurals_.size() != kPlurals) return refuse("plurals", "the forms of the numbers 0 to 199");
  }
  return made;
}

const std::string* Catalogue::find(std::string_view key) const {
  auto found = std::lower_bound(entries_.begin(), entries_.end(), key, [](const Entry& entry, std::string_view wanted) { return entry.key < wanted; });
  return found == entries_.end() || found->key != key ? nullptr : &found->text;
}

std::string_view Catalogue::text(std::string_view key) const {
  const std::string* found = find(key);
  if (!found) found = english().find(key);
  FL_CHECK(found != nullptr);
  return *found;
}

std::string Catalogue::count(std::string_view key, int n) const {
  // A number takes its form from the language that the text is in.
  const std::string start = std::string(key) + ".";
  if (this != &english() && !find(start + "other")) return english().count(key, n);
  size_t at = static_cast<size_t>(std::max(0, n));
  if (at >= kPlurals) at = at % 100 + 100;
  std::string_view form = plurals_.empty() ? (n == 1 ? "one" : "other") : std::string_view(plurals_[at]);
  const std::string* found = find(start + std::string(form));
  const std::string digits = number(n);
  const Value value{"n", digits};
  return replace(found ? *found : text(start + "other"), {&value, 1});
}

std::string Catalogue::fill(std::string_view key, std::initializer_list<Value> values) const {
  return replace(text(key), {values.begin(), values.size()});
}

std::string Catalogue::number(int n) const {
  std::string number = std::to_string(n);
  if (digits_.empty()) return number;
  std::string own;
  for (char c : number) own += c >= '0' && c <= '9' ? digits_[static_cast<size_t>(c - '0')] : std::string(1, c);
  return own;
}

}  // namespace faultline
