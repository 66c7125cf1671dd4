#include "host/curve_answers.h"

#include "host/answer_parts.h"
#include "host/answers.h"

namespace faultline {
namespace {

constexpr const char* kFamilies[kFamilyCount] = {"issue", "eroding", "building"};

}  // namespace

std::string to_curve_value(Reader& reader, float width) {
  const CurveFigure& figure = reader.curve(width);
  return make_object([&](JsonWriter& json) {
    json.key("list").raw(to_controls_value(figure.list));
    json.key("plot").open_object();
    write_rect(json, figure.plot);
    json.close_object();
    json.key("marks").open_array();
    for (const CurveMark& mark : figure.marks) {
      json.open_object();
      json.key("family").string(kFamilies[static_cast<int>(mark.family)]);
      if (mark.is_hollow) json.key("hollow").boolean(true);
      write_rect(json, mark.rect);
      json.close_object();
    }
    json.close_array();
    json.key("findings").open_array();
    for (const CurvePlace& place : figure.places) {
      json.open_object();
      json.key("finding").string(to_string(place.finding));
      write_length(json, "place", place.share);
      json.close_object();
    }
    json.close_array();
  });
}

}  // namespace faultline
