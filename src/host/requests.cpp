#include "host/requests.h"

#include <nlohmann/json.hpp>

namespace faultline {
namespace {

using Json = nlohmann::json;

constexpr size_t kLongestNote = 4000;  // bytes

std::unexpected<Error> refuse(std::string where, std::string expected) {
  return make_error(ErrorCode::BadRequest, "expected " + std::move(expected), std::move(where));
}

Result<Json> parse_object(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refuse("", "a JSON object");
  return json;
}

// The member as a string; empty when it is not there or no string.
std::string_view find_text(const Json& json, const char* key) {
  auto member = json.find(key);
  if (member == json.end() || !member->is_string()) return {};
  return member->get_ref<const std::string&>();
}

// Reads a number between two bounds into `value`; false when it is there and is not one.
bool read_number(const Json& json, const char* key, double least, double most, float& value) {
  auto member = json.find(key);
  if (member == json.end()) return true;
  if (!member->is_number()) return false;
  auto number = member->get<double>();
  if (!(number >= least && number <= most)) return false;
  value = static_cast<float>(number);
  return true;
}

bool read_flag(const Json& json, const char* key, bool& value) {
  auto member = json.find(key);
  if (member == json.end()) return true;
  if (!member->is_boolean()) return false;
  value = member->get<bool>();
  return true;
}

struct FamilyName {
  std::string_view name;
  std::optional<FontFamily> family;  // none: whatever fits
};
constexpr FamilyName kLatinFamilies[] = {{"serif", FontFamily::Serif}, {"sans", FontFamily::Sans}, {"own", FontFamily::Own}};
constexpr FamilyName kArabicFamilies[] = {{"naskh", FontFamily::Naskh}, {"nastaliq", FontFamily::Nastaliq}, {"auto", {}}};

// Reads one of several names into `value`; false when it is there and is none of them.
template <class Family>
bool read_choice(const Json& json, const char* key, std::span<const FamilyName> names, Family& value) {
  if (!json.contains(key)) return true;
  for (const FamilyName& choice : names) {
    if (find_text(json, key) != choice.name) continue;
    if constexpr (std::is_same_v<Family, FontFamily>) value = *choice.family;
    else value = choice.family;
    return true;
  }
  return false;
}

// The kinds that stay off when only `shown` is to be seen.
std::optional<Kinds> find_off(std::string_view shown) {
  Kinds all = kinds_of(Family::Issue) | kinds_of(Family::Eroding) | kinds_of(Family::Building);
  if (shown == "all") return 0;
  if (shown == "none") return all;
  for (int i = 0; i < kFamilyCount; ++i) {
    if (shown == to_name(static_cast<Family>(i))) return all & ~kinds_of(static_cast<Family>(i));
  }
  return {};
}

Result<Kinds> find_searched(std::string_view kind) {
  if (kind.empty() || kind == "all") return 0;
  if (kind == "issue") return kinds_of(Family::Issue);
  if (auto kinds = find_kinds(kind)) return *kinds;
  return refuse("kind", "all, issue, eroding, building or a category");
}

// The members that are texts, each read by `find`; an error names the first that is not one, or is unknown.
template <class Find>
std::optional<Error> read_names(const Json& json, const char* key, const char* expected, Find read) {
  auto names = json.find(key);
  if (names == json.end()) return {};
  if (!names->is_array()) return refuse(key, expected).error();
  for (const Json& name : *names) {
    if (!name.is_string() || !read(name.get_ref<const std::string&>())) {
      return refuse(key, expected + (", but " + name.dump(-1, ' ', false, Json::error_handler_t::replace) + " is none")).error();
    }
  }
  return {};
}

Result<Action> parse_filter(const Json& json, const Analysis& analysis) {
  Action action{ActionKind::Filter};
  Filter& filter = action.filter;
  auto error = read_names(json, "off", "a list of categories and families", [&](std::string_view name) {
    auto kinds = find_kinds(name);
    filter.off |= kinds.value_or(0);
    return kinds.has_value();
  });
  if (error) return std::unexpected(*error);
  error = read_names(json, "only", "a list of choices that this article has, such as party:p1, pair:p1:p2, speaker:writer, certainty:reported, time:current, issue:i1",
                     [&](std::string_view name) {
    auto choice = find_choice(name);
    if (choice && !is_in(analysis, *choice)) choice.reset();
    if (choice && !has_choice(filter, *choice)) filter = switch_choice(filter, *choice);
    return choice.has_value();
  });
  if (error) return std::unexpected(*error);
  return action;
}

Result<Action> parse_finding_action(const Json& json, ActionKind kind) {
  auto finding = json.find("finding");
  if (finding == json.end() || finding->is_null()) return Action{kind};
  auto id = find_id(find_text(json, "finding"));
  if (!id) return refuse("finding", "an id such as s3 or i1, or null");
  return Action{kind, {}, id};
}

// What is not spoken of stays as the person has left it.
Result<Action> parse_correction(const Json& json, const Reader& reader) {
  auto id = find_id(find_text(json, "finding"));
  if (!id || !reader.find(*id)) return refuse("finding", "the id of a finding, such as s3 or i1");
  auto change = json.find("change");
  if (change == json.end() || !change->is_object()) return refuse("change", "an object with verdict, label or note");
  Correction correction = current_of(reader.state().corrections, *id);
  if (auto verdict = change->find("verdict"); verdict != change->end()) {
    const std::string_view name = verdict->is_null() ? "none" : find_text(*change, "verdict");
    if (name != "accepted" && name != "rejected" && name != "none") return refuse("change.verdict", "accepted, rejected or none");
    correction.verdict = name == "accepted" ? Verdict::Accepted : name == "rejected" ? Verdict::Rejected : Verdict::None;
  }
  if (auto label = change->find("label"); label != change->end()) {
    correction.label = find_label(find_text(*change, "label"), id->is_issue);
    if (!correction.label && !label->is_null()) return refuse("change.label", "a category of a signal, a type of an issue, or null");
    if (correction.label == found_label(reader.analysis(), *id)) correction.label.reset();
  }
  if (auto note = change->find("note"); note != change->end()) {
    if (!note->is_string() || note->get_ref<const std::string&>().size() > kLongestNote) return refuse("change.note", "a text of at most 4000 bytes");
    correction.note = note->get<std::string>();
  }
  Action action{ActionKind::Correct};
  if (correction != current_of(reader.state().corrections, *id)) action.corrections.push_back(std::move(correction));
  return action;
}

}  // namespace

Result<PreferenceRequest> parse_preferences(std::string_view text, const ReaderPreferences& current) {
  Result<Json> json = parse_object(text);
  if (!json) return std::unexpected(json.error());
  PreferenceRequest request{current, {}};
  if (json->contains("theme")) {
    auto theme = find_theme(find_text(*json, "theme"));
    if (!theme) return refuse("theme", "light, dark, sepia, contrast or night");
    request.preferences.theme = *theme;
  }
  PagePreferences& page = request.preferences.page;
  if (!read_number(*json, "fontSize", 0.7, 4, page.font_scale)) return refuse("fontSize", "a number from 0.7 to 4");
  if (!read_number(*json, "lineHeight", 1.2, 2.5, page.line_height)) return refuse("lineHeight", "a number from 1.2 to 2.5");
  if (!read_number(*json, "measure", 20, 100, page.measure)) return refuse("measure", "a number from 20 to 100");
  if (!read_number(*json, "paragraphSpace", 0, 4, page.paragraph_space)) return refuse("paragraphSpace", "a number from 0 to 4");
  if (!read_flag(*json, "coarse", request.preferences.is_coarse)) return refuse("coarse", "true or false");
  if (!read_flag(*json, "justify", page.is_justified)) return refuse("justify", "true or false");
  if (!read_choice(*json, "font", kLatinFamilies, page.latin)) return refuse("font", "serif, sans or own");
  if (!read_choice(*json, "arabic", kArabicFamilies, page.arabic)) return refuse("arabic", "naskh, nastaliq or auto");
  if (json->contains("highlights")) {
    request.off = find_off(find_text(*json, "highlights"));
    if (!request.off) return refuse("highlights", "all, issues, eroding, building or none");
  }
  return request;
}

Result<Action> parse_action(std::string_view text, const Reader& reader) {
  Result<Json> json = parse_object(text);
  if (!json) return std::unexpected(json.error());
  std::string_view name = find_text(*json, "action");
  if (name == "activate") {
    std::string control(find_text(*json, "control"));
    if (control.empty()) return refuse("control", "the id of a control");
    return Action{ActionKind::Activate, std::move(control)};
  }
  if (name == "hover") return parse_finding_action(*json, ActionKind::Hover);
  if (name == "select") return parse_finding_action(*json, ActionKind::Select);
  if (name == "filter") return parse_filter(*json, reader.analysis());
  if (name == "correct") return parse_correction(*json, reader);
  if (name == "next" || name == "previous") {
    Result<Kinds> kinds = find_searched(find_text(*json, "kind"));
    if (!kinds) return std::unexpected(kinds.error());
    return Action{name == "next" ? ActionKind::Next : ActionKind::Previous, {}, {}, *kinds};
  }
  return refuse("action", "activate, hover, select, next, previous, filter or correct");
}

}  // namespace faultline
