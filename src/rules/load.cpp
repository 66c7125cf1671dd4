// Reads rule packs: JSON → RuleSet, in two passes, so that a pattern may use the word lists of any pack.
#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "rules/rule_set.h"
#include "text/utf8.h"

namespace faultline {
namespace {

using Json = nlohmann::json;
constexpr std::string_view kSchema = "faultline.rules/1";
constexpr std::array<std::string_view, 7> kKnownFields{"id", "kind", "category", "why", "patterns", "fires", "silent"};

struct Place {
  std::string file, entry, field;
  std::string text() const {
    std::string out = file;
    if (!entry.empty()) out += ", " + entry;
    if (!field.empty()) out += ", field \"" + field + "\"";
    return out;
  }
};

std::unexpected<Error> complain(const Place& place, std::string message) {
  return make_error(ErrorCode::BadRule, std::move(message), place.text());
}

// A string, or a list of strings, as a list.
Result<std::vector<std::string>> read_strings(const Json& value, const Place& place) {
  std::vector<std::string> out;
  if (value.is_string()) return std::vector<std::string>{value.get<std::string>()};
  if (value.is_number_integer()) return std::vector<std::string>{std::to_string(value.get<int>())};
  if (value.is_boolean()) return std::vector<std::string>{value.get<bool>() ? "true" : "false"};
  if (!value.is_array()) return complain(place, "expected a string or a list of strings");
  for (const Json& each : value) {
    if (!each.is_string()) return complain(place, "expected strings only in this list");
    out.push_back(each.get<std::string>());
  }
  return out;
}

Result<std::string> read_text(const Json& object, const char* field, Place place) {
  place.field = field;
  const auto at = object.find(field);
  if (at == object.end() || !at->is_string() || at->get_ref<const std::string&>().empty())
    return complain(place, "expected a string that is not empty");
  return at->get<std::string>();
}

// FNV-1a, 64 bits (Fowler, Noll, Vo): names a set of packs, protects nothing.
uint64_t mix(uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return hash;
}

}  // namespace

class RuleLoader {
 public:
  explicit RuleLoader(Examples examples) : examples_(examples) {}

  Result<RuleSet> load(std::span<const RulePack> packs) {
    std::vector<Json> documents;
    uint64_t hash = 0xcbf29ce484222325u;
    for (const RulePack& pack : packs) {
      Result<Json> document = open(pack);
      if (!document) return std::unexpected(document.error());
      documents.push_back(std::move(*document));
      hash = mix(hash, pack.json);
    }
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    set_.version_ = digits;
    for (size_t i = 0; i < packs.size(); ++i) {
      if (auto read = read_lists(documents[i], std::string(packs[i].name)); !read) return std::unexpected(read.error());
      if (auto read = read_tables(documents[i], std::string(packs[i].name)); !read) return std::unexpected(read.error());
    }
    read_irregulars();
    if (auto written = write_out_lists(); !written) return std::unexpected(written.error());
    fill_lexicon();
    for (size_t i = 0; i < packs.size(); ++i)
      if (auto read = read_rules(documents[i], std::string(packs[i].name)); !read) return std::unexpected(read.error());
    set_.program_ = std::move(builder_).finish();
    return std::move(set_);
  }

 private:
  static Result<Json> open(const RulePack& pack) {
    const Place place{std::string(pack.name), {}, {}};
    Json document = Json::parse(pack.json, nullptr, false);
    if (document.is_discarded() || !document.is_object()) return complain(place, "this is not JSON, expected one object of schema " + std::string(kSchema));
    const auto schema = document.find("schema");
    if (schema == document.end() || *schema != kSchema)
      return complain({place.file, {}, "schema"}, "expected \"" + std::string(kSchema) + "\"");
    for (const char* field : {"rules", "lists", "tables"}) {
      const auto at = document.find(field);
      const bool is_rules = std::string_view(field) == "rules";
      if (at != document.end() && !(is_rules ? at->is_array() : at->is_object()))
        return complain({place.file, {}, field}, is_rules ? "expected a list of rules" : "expected an object, an entry a name");
    }
    return document;
  }

  Result<void> read_lists(const Json& document, const std::string& file) {
    if (!document.contains("lists")) return {};
    for (const auto& [name, list] : document["lists"].items()) {
      const Place place{file, "list \"" + name + "\"", "words"};
      if (!list.is_object() || !list.contains("words")) return complain(place, "expected {\"why\": …, \"words\": […]}");
      if (auto why = read_text(list, "why", place); !why) return std::unexpected(why.error());
      Result<std::vector<std::string>> words = read_strings(list["words"], place);
      if (!words) return std::unexpected(words.error());
      if (words->empty()) return complain(place, "expected at least one word");
      if (!written_.try_emplace(name, std::move(*words)).second) return complain(place, "another pack has a list of this name");
      list_files_[name] = file;
    }
    return {};
  }

  Result<void> read_tables(const Json& document, const std::string& file) {
    if (!document.contains("tables")) return {};
    for (const auto& [name, table] : document["tables"].items()) {
      const Place place{file, "table \"" + name + "\"", "rows"};
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
      if (!set_.tables_.try_emplace(name, std::move(rows)).second) return complain(place, "another pack has a table of this name");
    }
    return {};
  }

  // Table "parties": the kind, then the names.
  static Result<void> check_parties(const std::vector<std::vector<std::string>>& rows, const Place& place) {
    constexpr std::array<std::string_view, 7> kKinds{"state", "armed-group", "organisation", "company", "union", "community", "person"};
    for (const auto& row : rows) {
      const bool known = !row.empty() && std::find(kKinds.begin(), kKinds.end(), row[0]) != kKinds.end();
      if (!known || row.size() < 2 || std::find(row.begin(), row.end(), std::string()) != row.end())
        return complain(place, "expected rows of a kind (state, armed-group, organisation, company, union, community, person) and names");
    }
    return {};
  }

  // Table "irregular-forms": part, lemma, form…
  void read_irregulars() {
    for (const auto& row : set_.rows("irregular-forms"))
      if (row.size() > 2) irregulars_[row[1] + "/" + row[0]] = {row.begin() + 2, row.end()};
  }

  // The lists as phrases: every inflected word of an entry written out.
  Result<void> write_out_lists() {
    constexpr size_t kOfTables = 8;  // lists that fill_lexicon makes of tables
    if (written_.size() + kOfTables > Lexicon::kMostLists)
      return complain({"the packs", "lists", {}}, "expected at most " + std::to_string(Lexicon::kMostLists - kOfTables) + " of them");
    for (const auto& [name, entries] : written_) {
      std::vector<std::string>& phrases = set_.lists_[name];
      for (const std::string& entry : entries) {
        const Place place{list_files_[name], "list \"" + name + "\"", "words"};
        Result<PatternNode> node = parse_pattern(entry);
        if (!node) return complain(place, "'" + entry + "': " + node.error().message);
        if (auto written = write_out(*node, phrases); !written) return complain(place, "'" + entry + "': " + written.error().message);
        if (phrases.size() > Lexicon::kMostEntries)
          return complain(place, "expected at most " + std::to_string(Lexicon::kMostEntries) + " phrases, inflections counted");
      }
    }
    return {};
  }

  void fill_lexicon() {
    for (const auto& [name, phrases] : set_.lists_)
      for (uint32_t i = 0; i < phrases.size(); ++i) set_.lexicon_.add(name, i, phrases[i]);
    uint32_t entry = 0;
    for (const auto& row : set_.rows("states")) {
      static constexpr const char* kColumns[] = {"", "state.names", "state.adjectives", "state.seats"};
      for (size_t i = 1; i < row.size() && i < std::size(kColumns); ++i) set_.lexicon_.add_cell(kColumns[i], entry, row[i]);
      ++entry;
    }
    entry = 0;
    for (const auto& row : set_.rows("parties")) {  // written small ("the pilots"), a name may stand small
      for (size_t i = 1; i < row.size(); ++i)
        set_.lexicon_.add(row[i][0] >= 'a' && row[i][0] <= 'z' ? "party.nouns" : "party.names", entry, row[i]);
      ++entry;
    }
    entry = 0;
    for (const auto& row : set_.rows("roles")) {
      if (row.size() > 3) set_.lexicon_.add_cell("roles", entry, row[3]);
      ++entry;
    }
  }

  Result<void> write_out(const PatternNode& sequence, std::vector<std::string>& phrases) {
    std::vector<std::string> made{""};
    for (const PatternNode& word : sequence.children) {
      if (word.kind != PatternNode::Kind::Word && word.kind != PatternNode::Kind::Inflected) return {};  // for patterns only
      Result<std::vector<Form>> forms = forms_of(word, irregulars_);
      if (!forms) return std::unexpected(forms.error());
      std::vector<std::string> longer;
      for (const std::string& begin : made)
        for (const Form& form : *forms) longer.push_back(begin.empty() ? form.text : begin + " " + form.text);
      made = std::move(longer);
    }
    phrases.insert(phrases.end(), made.begin(), made.end());
    return {};
  }

  Result<void> read_rules(const Json& document, const std::string& file) {
    if (!document.contains("rules")) return {};
    const std::string pack = document.value("pack", file);
    size_t number = 0;
    for (const Json& each : document["rules"]) {
      Place place{file, "rule " + std::to_string(++number), {}};
      if (!each.is_object()) return complain(place, "expected an object");
      Result<std::string> id = read_text(each, "id", place);
      if (!id) return std::unexpected(id.error());
      place.entry = "rule \"" + *id + "\"";
      Result<Rule> rule = read_rule(each, place);
      if (!rule) return std::unexpected(rule.error());
      rule->id = *id;
      rule->pack = pack;
      const auto index = static_cast<uint32_t>(set_.rules_.size());
      if (!set_.rule_ids_.try_emplace(*id, index).second) return complain({place.file, place.entry, "id"}, "another rule has this id");
      const Knowledge knowledge{&written_, &irregulars_};
      place.field = "patterns";
      for (const std::string& pattern : rule->patterns)
        if (auto added = builder_.add(index, pattern, knowledge); !added)
          return complain(place, "'" + pattern + "': " + added.error().message);
      set_.rules_.push_back(std::move(*rule));
    }
    return {};
  }

  Result<Rule> read_rule(const Json& each, Place place) const {
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
  RuleSet set_;
  ProgramBuilder builder_;
  std::map<std::string, std::vector<std::string>, std::less<>> written_;  // lists as they stand in the packs
  std::map<std::string, std::string> list_files_;
  Irregulars irregulars_;
};

Result<RuleSet> load_rules(std::span<const RulePack> packs, Examples examples) { return RuleLoader(examples).load(packs); }

}  // namespace faultline
