#include "reader/painter.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "reader/glyph_codes.h"

namespace faultline {
namespace {

ImU32 to_imgui(Color color) { return IM_COL32(color.red, color.green, color.blue, color.alpha); }

// ImGui keeps 16-bit codes: a face with more glyphs than they reach draws the rest as nothing.
constexpr uint32_t kLastCode = IM_UNICODE_CODEPOINT_MAX;

// Letter spacing is for letters that stand alone.
bool is_tracked(const Run& run) { return !run.is_rtl && run.has_glyphs; }

size_t count_tracked(const SetLine& line, const Shaper& shaper) {
  size_t count = 0;
  for (const Run& run : line.runs) {
    for (uint32_t i = run.first_part; i < run.last_part; ++i) {
      if (line.parts[i].word == PlacedText::kSpace) count += 1;
      else if (is_tracked(run)) count += shaper.glyphs_of(line.parts[i].word).size();
    }
  }
  return count;
}

}  // namespace

Painter::Painter(Shaper& shaper, ImDrawList* list, ImFont* const* faces, float top, float height, float dpr)
    : shaper_(shaper), list_(list), faces_(faces), top_(top), height_(height), dpr_(dpr) {}

float Painter::to_device_x(float x) const { return std::round(x * dpr_); }
float Painter::to_device_y(float y) const { return std::round((y - top_) * dpr_); }

void Painter::fill(Rect rect, Color color, float radius) {
  if (!is_visible(rect.top, rect.bottom)) return;
  float left = side_of(rect.left, rect.width());
  ImVec2 from(to_device_x(left), to_device_y(rect.top)), to(to_device_x(left + rect.width()), to_device_y(rect.bottom));
  // What is meant to be seen is at least one pixel wide.
  to.x = std::max(to.x, from.x + 1), to.y = std::max(to.y, from.y + 1);
  list_->AddRectFilled(from, to, to_imgui(color), radius * dpr_);
}

void Painter::outline(Rect rect, Color color, float thickness, float radius) {
  if (!is_visible(rect.top, rect.bottom)) return;
  float pixels = std::max(1.0f, std::round(thickness * dpr_));
  float left = side_of(rect.left, rect.width());
  ImVec2 from(to_device_x(left), to_device_y(rect.top)), to(to_device_x(left + rect.width()), to_device_y(rect.bottom));
  ImVec2 half(pixels / 2, pixels / 2);
  list_->PathRect({from.x + half.x, from.y + half.y}, {to.x - half.x, to.y - half.y}, std::max(0.0f, radius * dpr_ - half.x));
  list_->PathStroke(to_imgui(color), ImDrawFlags_Closed, pixels);
}

void Painter::rule(float left, float right, float y, Color color) { fill({left, y, right, y + pixel()}, color); }

void Painter::dot(float x, float y, float radius, Color color) {
  if (!is_visible(y - radius, y + radius)) return;
  list_->AddCircleFilled({side_of(x, 0) * dpr_, (y - top_) * dpr_}, radius * dpr_, to_imgui(color));
}

void Painter::check(Rect box, Color color) {
  if (!is_visible(box.top, box.bottom)) return;
  auto point = [&](float x, float y) {
    return ImVec2((side_of(box.left, box.width()) + box.width() * x) * dpr_, (box.top + box.height() * y - top_) * dpr_);
  };
  list_->PathLineTo(point(0.22f, 0.52f));
  list_->PathLineTo(point(0.42f, 0.72f));
  list_->PathLineTo(point(0.78f, 0.30f));
  list_->PathStroke(to_imgui(color), 0, 1.75f * dpr_);
}

void Painter::cross(float x, float y, float radius, Color color) {
  const Point falling[] = {{x - radius, y - radius}, {x + radius, y + radius}}, rising[] = {{x - radius, y + radius}, {x + radius, y - radius}};
  path(falling, color, 1.25f);
  path(rising, color, 1.25f);
}

void Painter::triangle(Point a, Point b, Point c, Color color) {
  if (!is_visible(std::min({a.y, b.y, c.y}), std::max({a.y, b.y, c.y}))) return;
  for (Point point : {a, b, c}) {
    const Point at = to_device(point);
    list_->PathLineTo({at.x, at.y});
  }
  // Either way round: ImGui smooths the edge outwards only of what goes clockwise.
  const bool is_clockwise = ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y) > 0) != is_mirrored();
  if (!is_clockwise) std::swap(list_->_Path[0], list_->_Path[2]);
  list_->PathFillConvex(to_imgui(color));
}

void Painter::path(std::span<const Point> points, Color color, float thickness) {
  float top = 1e9f, bottom = -1e9f;
  for (Point point : points) top = std::min(top, point.y), bottom = std::max(bottom, point.y);
  if (!is_visible(top - thickness, bottom + thickness)) return;
  for (Point point : points) {
    const Point at = to_device(point);
    list_->PathLineTo({at.x, at.y});
  }
  list_->PathStroke(to_imgui(color), 0, thickness * dpr_);
}

void Painter::wave(float left, float right, float y, unsigned color, float thickness) {
  constexpr float kPi = 3.14159265f, kHalfWave = 3.5f;
  float step = dpr_, height = 1.1f * dpr_;
  float middle = to_device_y(y);
  // The phase comes from the place, so that two parts of one mark continue each other.
  for (float x = left * dpr_; x < right * dpr_ + step; x += step) {
    float at = std::min(x, right * dpr_);
    list_->PathLineTo({at, middle + height * std::sin(at / (kHalfWave * dpr_) * kPi)});
  }
  list_->PathStroke(color, 0, thickness * dpr_);
}

void Painter::underline(Family family, float left, float right, float y, Color color, float thickness) {
  if (!is_visible(y - 4, y + 4) || right <= left) return;
  float width = right - left;
  left = side_of(left, width), right = left + width;
  ImU32 ink = to_imgui(color);
  if (family == Family::Eroding) return wave(left, right, y, ink, thickness * 0.85f);
  float pixels = std::max(1.0f, std::round(thickness * dpr_));
  float top = to_device_y(y) - std::floor(pixels / 2);
  if (family == Family::Building) {
    list_->AddRectFilled({to_device_x(left), top}, {to_device_x(right), top + pixels}, ink);
    return;
  }
  // Square dots on a grid of whole pixels, as wide as they are high.
  float gap = std::max(pixels * 1.75f, pixels + 1);
  for (float x = to_device_x(left); x < to_device_x(right); x += std::round(pixels + gap)) {
    list_->AddRectFilled({x, top}, {std::min(x + pixels, to_device_x(right)), top + pixels}, ink);
  }
}

float Painter::tracked_width_of(const SetLine& line, float tracking) const {
  return tracking == 0 ? line.width : line.width + tracking * static_cast<float>(count_tracked(line, shaper_));
}

float Painter::width_of(TextStyle style, std::string_view text) const {
  return tracked_width_of(set_single_line(text, style.face, style.size, shaper_), style.tracking * style.size);
}

float Painter::text(TextStyle style, float x, float baseline, std::string_view text, Color color) {
  SetLine set = set_single_line(text, style.face, style.size, shaper_);
  line(set, x, baseline, color, style.tracking * style.size);
  return tracked_width_of(set, style.tracking * style.size);
}

void Painter::place(ImFontBaked* baked, uint32_t glyph, float x, float y) {
  float quarters = std::floor(x * kPhases + 0.5f), whole = std::floor(quarters / kPhases);
  uint32_t code = code_of_glyph(glyph, static_cast<uint32_t>(quarters - whole * kPhases));
  if (code > kLastCode) return;
  // Every glyph is loaded before the first quad is made: loading one may move the others in the texture.
  const ImFontGlyph* loaded = baked->FindGlyphNoFallback(static_cast<ImWchar>(code));
  if (loaded && loaded->Visible) placed_.push_back({baked, static_cast<uint16_t>(code), whole, std::round(y)});
}

void Painter::line(const SetLine& line, float x, float baseline, Color color, float tracking) {
  if (!is_visible(baseline - line.size * 2.5f, baseline + line.size * 1.5f)) return;
  float device_size = line.size * dpr_, rounded = std::max(1.0f, std::round(device_size));
  float y = to_device_y(baseline), added = 0;
  if (is_mirrored()) x = side_of(x, tracked_width_of(line, tracking));
  placed_.clear();
  for (const Run& run : line.runs) {
    if (!run.has_glyphs) continue;
    // ImGui bakes whole sizes; the density makes up for what rounding took.
    ImFontBaked* baked = faces_[static_cast<size_t>(fonts().resolve(run.face))]->GetFontBaked(rounded, device_size / rounded);
    for (uint32_t i = run.first_part; i < run.last_part; ++i) {
      const PlacedText& part = line.parts[i];
      if (part.word == PlacedText::kSpace) {
        added += tracking;
        continue;
      }
      float pen = (x + part.left + added) * dpr_;
      for (const Glyph& glyph : shaper_.glyphs_of(part.word)) {
        place(baked, glyph.id, pen + glyph.x * device_size, y - glyph.y * device_size);
        pen += glyph.advance * device_size;
        if (is_tracked(run)) pen += tracking * dpr_, added += tracking;
      }
    }
  }
  ImU32 ink = to_imgui(color);
  int count = static_cast<int>(placed_.size());
  list_->PrimReserve(count * 6, count * 4);
  for (const PlacedGlyph& quad : placed_) {
    const ImFontGlyph* glyph = quad.baked->FindGlyphNoFallback(quad.code);
    list_->PrimRectUV({quad.x + glyph->X0, quad.y + glyph->Y0}, {quad.x + glyph->X1, quad.y + glyph->Y1}, {glyph->U0, glyph->V0},
                      {glyph->U1, glyph->V1}, ink);
  }
}

}  // namespace faultline
