// Checks a JSON value against the part of JSON Schema (draft 2020-12) that our two schemas use.
//
//   CHECK(find_violation(report, schema, schema) == "");
#pragma once

#include <nlohmann/json.hpp>
#include <regex>
#include <string>

namespace faultline {

using Json = nlohmann::ordered_json;

inline bool is_of_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

std::string find_violation(const Json& value, const Json& schema, const Json& root, const std::string& path = "");

inline std::string find_object_violation(const Json& value, const Json& schema, const Json& root, const std::string& path) {
  for (const Json& name : schema.value("required", Json::array()))
    if (!value.contains(name.get<std::string>())) return path + " lacks " + name.get<std::string>();
  const Json properties = schema.value("properties", Json::object());
  for (const auto& [name, member] : value.items()) {
    if (!properties.contains(name)) {
      if (schema.value("additionalProperties", true)) continue;
      return path + "/" + name + " is not in the schema";
    }
    const std::string violation = find_violation(member, properties[name], root, path + "/" + name);
    if (!violation.empty()) return violation;
  }
  return "";
}

// What is wrong first, with the place; empty when nothing is.
inline std::string find_violation(const Json& value, const Json& schema, const Json& root, const std::string& path) {
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
    return find_violation(value, root["$defs"][name], root, path);
  }
  if (schema.contains("anyOf")) {
    for (const Json& choice : schema["anyOf"])
      if (find_violation(value, choice, root, path).empty()) return "";
    return path + " is none of its choices: " + value.dump();
  }
  if (schema.contains("const") && value != schema["const"]) return path + " is not " + schema["const"].dump();
  if (schema.contains("enum")) {
    bool known = false;
    for (const Json& choice : schema["enum"]) known = known || choice == value;
    if (!known) return path + " is " + value.dump();
  }
  if (schema.contains("type")) {
    bool fits = false;
    for (const Json& type : schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]}))
      fits = fits || is_of_type(value, type.get<std::string>());
    if (!fits) return path + " has the wrong type: " + value.dump();
  }
  if (schema.contains("minimum") && value.get<double>() < schema["minimum"].get<double>()) return path + " is too small";
  if (schema.contains("maximum") && value.get<double>() > schema["maximum"].get<double>()) return path + " is too large";
  if (schema.contains("pattern") && !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
    return path + " does not match: " + value.dump();
  if (value.is_object()) return find_object_violation(value, schema, root, path);
  if (value.is_array() && schema.contains("items"))
    for (size_t i = 0; i < value.size(); ++i) {
      const std::string violation = find_violation(value[i], schema["items"], root, path + "/" + std::to_string(i));
      if (!violation.empty()) return violation;
    }
  return "";
}

}  // namespace faultline
