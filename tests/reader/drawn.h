// What a frame of the reader holds, and what its controls say: for the tests that draw without a GPU.
//
//   Picture picture = draw(reader, Surface::Panel, {340, 900, 0, 1});
//   CHECK(outline_of(reader.controls(Surface::Panel, 340)) == "…");
#pragma once

#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>
#include <string>

#include "reader/reader.h"

namespace faultline {

// Does what a GPU would: takes every texture that it is offered.
inline void take_textures(const ImDrawData& triangles) {
  for (ImTextureData* texture : *triangles.Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

struct Picture {
  int quads = 0;
  bool is_inside = true;  // every vertex is a number, and no further out than what overlaps the frame's edge
  int glyph_pixels = 0;   // texels of the atlas that are not empty
};

inline Picture draw(Reader& reader, Surface surface, Frame frame) {
  const ImDrawData* triangles = reader.draw(surface, frame);
  take_textures(*triangles);
  Picture picture;
  for (const ImDrawList* list : triangles->CmdLists) {
    picture.quads += list->IdxBuffer.Size / 6;
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      picture.is_inside &= std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y) && std::abs(vertex.pos.y) < 16000 + frame.height * frame.dpr;
    }
  }
  for (const ImTextureData* texture : *triangles->Textures) {
    for (int i = 0; i < texture->GetSizeInBytes(); ++i) picture.glyph_pixels += texture->Pixels[i] != 0;
  }
  return picture;
}

inline std::string outline_of(const ControlList& list) {
  std::string outline;
  for (const Control& control : list.controls) {
    outline += std::string(to_string(control.role)) + " " + control.id + ": " + control.label;
    if (control.pressed) outline += *control.pressed ? " [on]" : " [off]";
    if (control.expanded) outline += *control.expanded ? " [open]" : " [closed]";
    outline += "\n";
  }
  return outline;
}

inline void check_rects(const ControlList& list) {
  for (const Control& control : list.controls) {
    CAPTURE(control.id);
    CHECK(control.rect.left >= 0);
    CHECK(control.rect.right <= list.width);
    CHECK(control.rect.bottom <= list.height);
    bool is_target = control.role != ControlRole::Heading && control.role != ControlRole::Text;
    if (is_target) CHECK(control.rect.height() >= 24);
    if (is_target) CHECK(control.rect.width() >= 24);
  }
}

// Whatever can be pressed stands clear of everything else that can be.
inline void check_apart(const ControlList& list) {
  std::vector<const Control*> targets;
  for (const Control& control : list.controls) {
    if (control.role != ControlRole::Heading && control.role != ControlRole::Text) targets.push_back(&control);
  }
  for (size_t i = 0; i < targets.size(); ++i) {
    for (size_t j = i + 1; j < targets.size(); ++j) {
      const Rect &a = targets[i]->rect, &b = targets[j]->rect;
      const bool is_apart = a.right <= b.left + 0.01f || b.right <= a.left + 0.01f || a.bottom <= b.top + 0.01f || b.bottom <= a.top + 0.01f;
      CHECK_MESSAGE(is_apart, (targets[i]->id + " lies over " + targets[j]->id));
    }
  }
}

}  // namespace faultline
