#include "reader/gl_renderer.h"

#include <GLES3/gl3.h>
#include <imgui.h>

#include <algorithm>
#include <vector>

namespace faultline {
namespace {

constexpr const char* kVertexShader = R"(#version 300 es
precision highp float;
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 color;
uniform vec2 scale;
out vec2 at;
out vec4 ink;
void main() {
  at = texel;
  ink = color;
  gl_Position = vec4(place.x * scale.x - 1.0, 1.0 - place.y * scale.y, 0.0, 1.0);
}
)";

constexpr const char* kFragmentShader = R"(#version 300 es
precision mediump float;
uniform sampler2D coverage;
in vec2 at;
in vec4 ink;
out vec4 pixel;
void main() { pixel = vec4(ink.rgb, ink.a * texture(coverage, at).r); }
)";

unsigned make_shader(unsigned kind, const char* source) {
  unsigned shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

// Rows of a rectangle of the texture, without gaps: WebGL 2 could skip, but packed rows upload faster in every driver seen.
void upload_rect(const ImTextureData& texture, const ImTextureRect& rect) {
  std::vector<unsigned char> rows(static_cast<size_t>(rect.w) * rect.h);
  for (int y = 0; y < rect.h; ++y) {
    const unsigned char* row = texture.Pixels + (rect.y + y) * texture.Width + rect.x;
    std::copy(row, row + rect.w, rows.data() + static_cast<size_t>(y) * rect.w);
  }
  glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.w, rect.h, GL_RED, GL_UNSIGNED_BYTE, rows.data());
}

}  // namespace

bool GlRenderer::start() {
  program_ = glCreateProgram();
  unsigned vertex = make_shader(GL_VERTEX_SHADER, kVertexShader), fragment = make_shader(GL_FRAGMENT_SHADER, kFragmentShader);
  glAttachShader(program_, vertex);
  glAttachShader(program_, fragment);
  glLinkProgram(program_);
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  int is_linked = 0;
  glGetProgramiv(program_, GL_LINK_STATUS, &is_linked);
  if (!is_linked) return false;
  scale_ = glGetUniformLocation(program_, "scale");
  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  auto attribute = [](unsigned place, int count, unsigned type, bool is_normalized, size_t offset) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, count, type, is_normalized, sizeof(ImDrawVert), reinterpret_cast<const void*>(offset));
  };
  attribute(0, 2, GL_FLOAT, false, offsetof(ImDrawVert, pos));
  attribute(1, 2, GL_FLOAT, false, offsetof(ImDrawVert, uv));
  attribute(2, 4, GL_UNSIGNED_BYTE, true, offsetof(ImDrawVert, col));
  glUseProgram(program_);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  return true;
}

void GlRenderer::forget() { program_ = vertex_array_ = vertices_ = indices_ = 0; }

void GlRenderer::upload(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    unsigned name = static_cast<unsigned>(texture.GetTexID());
    glDeleteTextures(1, &name);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
    return;
  }
  if (texture.Status == ImTextureStatus_WantCreate) {
    unsigned name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    // Glyphs lie texel on pixel; linear filtering only ever matters for the edges of rounded shapes.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.Width, texture.Height, 0, GL_RED, GL_UNSIGNED_BYTE, texture.GetPixels());
    texture.SetTexID(name);
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    glBindTexture(GL_TEXTURE_2D, static_cast<unsigned>(texture.GetTexID()));
    for (const ImTextureRect& rect : texture.Updates) upload_rect(texture, rect);
    texture.SetStatus(ImTextureStatus_OK);
  }
}

void GlRenderer::draw(const ImDrawData& triangles, Color background) {
  if (triangles.Textures) {
    for (ImTextureData* texture : *triangles.Textures) {
      if (texture->Status != ImTextureStatus_OK) upload(*texture);
    }
  }
  int width = static_cast<int>(triangles.DisplaySize.x), height = static_cast<int>(triangles.DisplaySize.y);
  if (width <= 0 || height <= 0) return;
  glViewport(0, 0, width, height);
  glScissor(0, 0, width, height);
  auto channel = [](uint8_t value) { return static_cast<float>(value) / 255; };
  glClearColor(channel(background.red), channel(background.green), channel(background.blue), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glUniform2f(scale_, 2.0f / triangles.DisplaySize.x, 2.0f / triangles.DisplaySize.y);
  unsigned bound = 0;
  for (const ImDrawList* list : triangles.CmdLists) {
    glBufferData(GL_ARRAY_BUFFER, list->VtxBuffer.Size * static_cast<long>(sizeof(ImDrawVert)), list->VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list->IdxBuffer.Size * static_cast<long>(sizeof(ImDrawIdx)), list->IdxBuffer.Data, GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.ElemCount == 0) continue;
      auto texture = static_cast<unsigned>(command.GetTexID());
      if (texture != bound) glBindTexture(GL_TEXTURE_2D, bound = texture);
      glDrawElements(GL_TRIANGLES, static_cast<int>(command.ElemCount), GL_UNSIGNED_INT,
                     reinterpret_cast<const void*>(static_cast<size_t>(command.IdxOffset) * sizeof(ImDrawIdx)));
    }
  }
}

}  // namespace faultline
