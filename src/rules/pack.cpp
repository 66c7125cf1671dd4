#include "rules/pack.h"

#include <algorithm>
#include <array>

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

class PackReader {
 public:
  PackReader(std::string_view file, Examples examples) : examples_(examples) { pack_.file = file; }

  Result<Pack> read(std::string_view json) {
    document_ = Json::parse(json, nullptr, false);
    if (auto sound = check_document(); !sound) return std::unexpected(sound.error());
    if (auto read = read_lists(); !read) return std::unexpected(read.error());
    if (auto read = read_tables(); !read) return std::unexpected(read.error());
    if (auto read = read_rules(); !read) return std::unexpected(read.error());
    return std::move(pack_);
  }

 private:
  Result<void> check_document() const {
    if (document_.is_discarded() || !document_.is_object())
      return complain({pack_.file}, "this is not JSON, expected one object of schema " + std::string(kSchema));
    const auto schema = document_.find("schema");
    if (schema == document_.end() || *schema != kSchema)
      return complain({pack_.file, {}, "schema"}, "expected \"" + std::string(kSchema) + "\"");
    for (const char* field : {"rules", "lists", "tables"}) {
      const auto at = document_.find(field);
      const bool is_rules = std::string_view(field) == "rules";
      if (at != document_.end() && !(is_rules ? at->is_array() : at->is_object()))
        return complain({pack_.file, {}, field}, is_rules ? "expected a list of rules" : "expected an object, an entry a name");
    }
    return {};
  }

  Result<void> read_lists() {
    if (!document_.contains("lists")) return {};
    for (const auto& [name, list] : document_["lists"].items()) {
      const PackPlace place{pack_.file, "list \"" + name + "\"", "words"};
      if (!list.is_object() || !list.contains("words")) return complain(place, "expected {\"why\": …, \"words\": […]}");
      if (auto why = read_text(list, "why", place); !why) return std::unexpected(why.error());
      Result<std::vector<std::string>> words = read_strings(list["words"], place);
      if (!words) return std::unexpected(words.error());
      if (words->empty()) return complain(place, "expected at least one word");
      pack_.lists.try_emplace(name, std::move(*words));
    }
    return {};
  }

  Result<void> read_tables() {
    if (!document_.contains("tables")) return {};
    for (const auto& [name, table] : document_["tables"].items()) {
      const PackPlace place{pack_.file, "table \"" + name + "\"", "rows"};
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
      pack_.tables.try_emplace(name, std::move(rows));
    }
    return {};
  }

  // Table "parties": the kind, then the names.
  static Result<void> check_parties(const std::vector<std::vector<std::string>>& rows, const PackPlace& place) {
    constexpr std::array<std::string_view, 7> kKinds{"state", "armed-group", "organisation", "company", "union", "community", "person"};
    for (const auto& row : rows) {
      const bool known = !row.empty() && std::find(kKinds.begin(), kKinds.end(), row[0]) != kKinds.end();
      if (!known || row.size() < 2 || std::find(row.begin(), row.end(), std::string()) != row.end())
        return complain(place, "expected rows of a kind (state, armed-group, organisation, company, union, community, person) and names");
    }
    return {};
  }

  Result<void> read_rules() {
    if (!document_.contains("rules")) return {};
    const std::string pack = document_.value("pack", pack_.file);
    size_t number = 0;
    for (const Json& each : document_["rules"]) {
      PackPlace place{pack_.file, "rule " + std::to_string(++number)};
      if (!each.is_object()) return complain(place, "expected an object");
      Result<std::string> id = read_text(each, "id", place);
      if (!id) return std::unexpected(id.error());
      place.entry = "rule \"" + *id + "\"";
      Result<Rule> rule = read_rule(each, place);
      if (!rule) return std::unexpected(rule.error());
      rule->id = std::move(*id);
      rule->pack = pack;
      pack_.rules.push_back(std::move(*rule));
    }
    return {};
  }

  Result<Rule> read_rule(const Json& each, PackPlace place) const {
    Rule rule;
    for (auto [field, into] : {std::pair{"kind", &rule.kind}, std::pair{"why", &rule.why}}) {
      Result<std::string> text = read_text(each, field, place);
      if (!text) return std::unexpected(text.error());
      *into = std::move(*text);
    }
    for (auto [field, into] : {std::pair{"patterns", &rule.patterns}, std::pair{"fires", &rule.fires}, std::pair{"silent", &rule.silent}}) {
      place.field = field;
      const bool may_lack = into == &rule.patterns || examples_ == Examples::Optional;
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

  Examples examples_;
  Json document_;
  Pack pack_;
};

}  // namespace

std::string PackPlace::text() const {
  std::string out = file;
  if (!entry.empty()) out += ", " + entry;
  if (!field.empty()) out += ", field \"" + field + "\"";
  return out;
}

std::unexpected<Error> complain(const PackPlace& place, std::string message) {
  return make_error(ErrorCode::BadRule, std::move(message), place.text());
}

Result<Pack> parse_pack(const RulePack& pack, Examples examples) { return PackReader(pack.name, examples).read(pack.json); }

}  // namespace faultline
