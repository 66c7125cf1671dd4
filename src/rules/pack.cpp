#include "rules/pack.h"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

namespace faultline {
namespace {

using Json = nlohmann::json;
constexpr std::string_view kSchema = "faultline.rules/1";
constexpr std::array<std::string_view, 7> kKnownFields{"id", "kind", "category", "why", "patterns", "fires", "silent"};

// A string, or a list of strings, as a list.
Result<std::vector<std::string>> read_strings(const Json& value, const PackPlace& place) {
  std::vector<std::string> out;
  if (value.is_string()) return std::vector<std::string>{value.get<std::string>()};
  if (value.is_number_integer()) return std::vector<std::string>{std::to_string(value.get<int>())};
  if (value.is_boolean()) return std::vector<std::string>{value.get<bool>() ? "true" : "false"};
  if (!value.is_array()) return complain(place, "expected a string or a list of strings");
  out.reserve(value.size());
  for (const Json& each : value) {
    if (!each.is_string()) return complain(place, "expected strings only in this list");
    out.push_back(each.get<std::string>());
  }
  return out;
}

Result<std::string> read_text(const Json& object, const char* field, PackPlace place) {
  place.field = field;
  const auto at = object.find(field);
  if (at == object.end() || !at->is_string() || at->get_ref<const std::string&>().empty())
    return complain(place, "expected a string that is not empty");
  return at->get<std::string>();
}

// Table "parties": the kind, then the names.
Result<void> check_parties(const std::vector<std::vector<std::string>>& rows, const PackPlace& place) {
  constexpr std::array<std::string_view, 7> kKinds{"state", "armed-group", "organisation", "company", "union", "community", "person"};
  for (const auto& row : rows) {
    const bool known = !row.empty() && std::find(kKinds.begin(), kKinds.end(), row[0]) != kKinds.end();
    if (!known || row.size() < 2 || std::find(row.begin(), row.end(), std::string()) != row.end())
      return complain(place, "expected rows of a kind (state, armed-group, organisation, company, union, community, person) and names");
  }
  return {};
}

Result<Rule> read_fields(const Json& each, PackPlace place, Examples examples) {
  Rule rule;
  for (auto [field, into] : {std::pair{"kind", &rule.kind}, std::pair{"why", &rule.why}}) {
    Result<std::string> text = read_text(each, field, place);
    if (!text) return std::unexpected(text.error());
    *into = std::move(*text);
  }
  for (auto [field, into] : {std::pair{"patterns", &rule.patterns}, std::pair{"fires", &rule.fires}, std::pair{"silent", &rule.silent}}) {
    place.field = field;
    const bool may_lack = into == &rule.patterns || examples == Examples::Optional;
    if (!each.contains(field)) {
      if (may_lack) continue;
      return complain(place, "expected at least one sentence");
    }
    Result<std::vector<std::string>> texts = read_strings(each[field], place);
    if (!texts) return std::unexpected(texts.error());
    if (texts->empty()) return complain(place, "expected at least one entry");
    *into = std::move(*texts);
  }
  place.field = "category";
  if (const auto at = each.find("category"); at != each.end()) {
    if (!at->is_string()) return complain(place, "expected a string");
    rule.category = at->get<std::string>();
  }
  for (const auto& [name, value] : each.items()) {
    if (std::find(kKnownFields.begin(), kKnownFields.end(), name) != kKnownFields.end()) continue;
    place.field = name;
    Result<std::vector<std::string>> values = read_strings(value, place);
    if (!values) return std::unexpected(values.error());
    rule.fields[name] = std::move(*values);
  }
  return rule;
}

Result<std::vector<std::string>> read_list(const Json& list, const PackPlace& place) {
  if (!list.is_object() || !list.contains("words")) return complain(place, "expected {\"why\": …, \"words\": […]}");
  if (auto why = read_text(list, "why", place); !why) return std::unexpected(why.error());
  Result<std::vector<std::string>> words = read_strings(list["words"], place);
  if (words && words->empty()) return complain(place, "expected at least one word");
  return words;
}

Result<std::vector<std::vector<std::string>>> read_table(const Json& table, const std::string& name, const PackPlace& place) {
  if (!table.is_object() || !table.contains("rows") || !table["rows"].is_array())
    return complain(place, "expected {\"why\": …, \"rows\": [[…], …]}");
  if (auto why = read_text(table, "why", place); !why) return std::unexpected(why.error());
  std::vector<std::vector<std::string>> rows;
  for (const Json& row : table["rows"]) {
    Result<std::vector<std::string>> cells = read_strings(row, place);
    if (!cells) return std::unexpected(cells.error());
    rows.push_back(std::move(*cells));
  }
  if (name == "parties")
    if (auto sound = check_parties(rows, place); !sound) return std::unexpected(sound.error());
  if (rows.size() > Lexicon::kMostEntries) return complain(place, "expected at most " + std::to_string(Lexicon::kMostEntries) + " rows");
  return rows;
}

Result<Rule> read_rule(const Json& each, PackPlace place, Examples examples) {
  if (!each.is_object()) return complain(place, "expected an object");
  Result<std::string> id = read_text(each, "id", place);
  if (!id) return std::unexpected(id.error());
  place.entry = "rule \"" + *id + "\"";
  Result<Rule> rule = read_fields(each, place, examples);
  if (rule) rule->id = std::move(*id);
  return rule;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Where the value ends that begins at `at`, told by quotes and brackets alone: whether it is one is seen when it is parsed.
size_t find_value_end(std::string_view json, size_t at) {
  size_t depth = 0;
  bool is_quoted = false;
  for (; at < json.size(); ++at) {
    const char c = json[at];
    if (is_quoted) {
      if (c == '\\') ++at;
      else if (c == '"') is_quoted = false;
      if (is_quoted || depth > 0) continue;
      return at + 1;
    }
    if (depth == 0 && (c == ',' || c == ']' || c == '}' || is_space(c))) return at;
    is_quoted = c == '"';
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return at + 1;
  }
  return json.size();
}

}  // namespace

PackReader::PackReader(const RulePack& pack, Examples examples) : json_(pack.json), examples_(examples), name_(pack.name) { pack_.file = pack.name; }

Pack PackReader::take() && {
  for (Rule& rule : pack_.rules) rule.pack = name_;
  return std::move(pack_);
}

void PackReader::skip_spaces() {
  while (at_ < json_.size() && is_space(json_[at_])) ++at_;
}

bool PackReader::take_mark(char mark) {
  skip_spaces();
  if (!json_.substr(at_).starts_with(mark)) return false;
  ++at_;
  return true;
}

// Goes to the next member or element of what it is inside of, which ends with `end`.
bool PackReader::begin_next(char end) {
  const bool is_first = std::exchange(is_first_, false);
  if (take_mark(end)) return false;
  is_sound_ = is_first || take_mark(',');
  return is_sound_;
}

std::string_view PackReader::take_value() {
  skip_spaces();
  const size_t begin = std::exchange(at_, find_value_end(json_, at_));
  return json_.substr(begin, at_ - begin);
}

std::string PackReader::take_name() {
  const Json name = Json::parse(take_value(), nullptr, false);
  is_sound_ = name.is_string() && take_mark(':');
  return is_sound_ ? name.get<std::string>() : std::string();
}

Result<bool> PackReader::step() {
  const auto not_json = [this] { return complain({pack_.file}, "this is not JSON, expected one object of schema " + std::string(kSchema)); };
  if (inside_ == Inside::Nothing) {
    if (!take_mark('{')) return not_json();
    inside_ = Inside::Document;
  }
  if (begin_next(inside_ == Inside::Rules ? ']' : '}')) {
    const std::string name = inside_ == Inside::Rules ? std::string() : take_name();
    if (auto read = read_next(name); !read) return std::unexpected(read.error());
    return is_sound_ ? Result<bool>(true) : not_json();
  }
  if (!is_sound_) return not_json();
  if (std::exchange(inside_, Inside::Document) != Inside::Document) return true;
  skip_spaces();
  if (at_ < json_.size()) return not_json();
  if (!has_schema_) return complain({pack_.file, {}, "schema"}, "expected \"" + std::string(kSchema) + "\"");
  return false;
}

Result<void> PackReader::read_next(const std::string& name) {
  if (!is_sound_) return {};
  if (inside_ == Inside::Document && (name == "lists" || name == "tables" || name == "rules")) {
    const bool is_rules = name == "rules";
    if (!take_mark(is_rules ? '[' : '{')) return complain({pack_.file, {}, name}, is_rules ? "expected a list of rules" : "expected an object, an entry a name");
    inside_ = is_rules ? Inside::Rules : name == "lists" ? Inside::Lists : Inside::Tables;
    is_first_ = true;
    return {};
  }
  const Json value = Json::parse(take_value(), nullptr, false);
  is_sound_ = !value.is_discarded();
  if (!is_sound_) return {};
  const auto keep = [](auto read, auto into) -> Result<void> {
    if (!read) return std::unexpected(read.error());
    into(std::move(*read));
    return {};
  };
  switch (inside_) {
    case Inside::Rules:
      return keep(read_rule(value, {pack_.file, "rule " + std::to_string(pack_.rules.size() + 1)}, examples_), [&](Rule rule) { pack_.rules.push_back(std::move(rule)); });
    case Inside::Lists:
      return keep(read_list(value, {pack_.file, "list \"" + name + "\"", "words"}), [&](auto words) { pack_.lists.try_emplace(name, std::move(words)); });
    case Inside::Tables:
      return keep(read_table(value, name, {pack_.file, "table \"" + name + "\"", "rows"}), [&](auto rows) { pack_.tables.try_emplace(name, std::move(rows)); });
    default: break;
  }
  if (name == "pack" && value.is_string()) name_ = value.get<std::string>();
  if (name != "schema") return {};
  has_schema_ = value == kSchema;
  if (!has_schema_) return complain({pack_.file, {}, "schema"}, "expected \"" + std::string(kSchema) + "\"");
  return {};
}

std::string PackPlace::text() const {
  std::string out = file;
  if (!entry.empty()) out += ", " + entry;
  if (!field.empty()) out += ", field \"" + field + "\"";
  return out;
}

std::unexpected<Error> complain(const PackPlace& place, std::string message) {
  return make_error(ErrorCode::BadRule, std::move(message), place.text());
}

}  // namespace faultline
