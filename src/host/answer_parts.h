// Pieces that answers to the page are written with.
//
//   return make_object([&](JsonWriter& json) { write_rect(json, control.rect); });   // {"left":…,"top":…,"width":…,"height":…}
#pragma once

#include <string>
#include <string_view>

#include "reader/painter.h"
#include "report/json_writer.h"

namespace faultline {

// A JSON object in a string, built by a function that fills it.
template <class Fill>
std::string make_object(Fill fill) {
  StringOutput output;
  {
    JsonWriter json(output, JsonLayout::Compact);
    json.open_object();
    fill(json);
    json.close_object();
  }
  return std::move(output).take();
}

// A number on a grid of a millionth: finer than any screen, and the same digits on every machine.
std::string to_digits(double value);
// CSS pixels.
void write_length(JsonWriter& json, std::string_view key, double value);
void write_rect(JsonWriter& json, const Rect& rect);

}  // namespace faultline
