// What a view has drawn that a person can read or press, for the page's own native twins of it.
//
//   sheet.add({"go:s3", ControlRole::Button, "Pakistan → Afghanistan, rejection: outright rejected", rect});
//
// The view that draws a thing is the one that lists it: nothing can be drawn and missing, or listed and not drawn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reader/finding.h"
#include "reader/painter.h"

namespace faultline {

enum class ControlRole : uint8_t { Button, Checkbox, Heading, Text, Link, Tab };
const char* to_string(ControlRole role);  // "button", …

struct Control {
  std::string id;  // unique on its surface; what Action::control takes
  ControlRole role = ControlRole::Text;
  std::string label;  // all that is drawn there, in words
  Rect rect;          // CSS pixels on the surface
  std::optional<bool> pressed;  // of a tab: whether it is the one that is shown
  std::optional<FindingId> finding;
  int level = 0;  // of a heading
  std::optional<bool> expanded = {};  // of a button that unfolds something below it
};

struct ControlList {
  float width = 0, height = 0;
  std::vector<Control> controls;  // in reading order
};

}  // namespace faultline
