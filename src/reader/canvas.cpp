#include "reader/canvas.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/check.h"
#include "reader/glyph_codes.h"

namespace faultline {
namespace {

// Glyphs reach ImGui's atlas by their number in the font, not by their character: shaped text (ligatures, joined Arabic) has
// glyphs that no character names. The loader keeps no copy of the font; it asks the FontSet that the atlas points at.
const Typeface* face_of(ImFontAtlas* atlas, const ImFontConfig* source) {
  return static_cast<const FontSet*>(atlas->UserData)->find(static_cast<FaceRole>(source->FontNo));
}

bool init_source(ImFontAtlas*, ImFontConfig*) { return true; }

bool init_baked(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*) {
  if (const Typeface* face = face_of(atlas, source)) {
    baked->Ascent = face->ascent() * baked->Size;
    baked->Descent = -face->descent() * baked->Size;
  }
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code, ImFontGlyph* glyph,
                float* advance) {
  const Typeface* face = face_of(atlas, source);
  if (!face || !is_glyph_code(code) || glyph_of_code(code) >= face->glyph_count()) return false;
  float width = face->advance_of(glyph_of_code(code)) * baked->Size;
  if (!glyph) {
    *advance = width;
    return true;
  }
  glyph->Codepoint = code;
  glyph->AdvanceX = width;
  float pixels_per_em = baked->Size * baked->RasterizerDensity;
  GlyphBox box = face->box_of(glyph_of_code(code), pixels_per_em, shift_of_code(code));
  if (box.empty()) return true;
  ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, box.width(), box.height());
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(box.width() * box.height());
  std::memset(pixels.Data, 0, static_cast<size_t>(pixels.Size));
  face->draw(glyph_of_code(code), pixels_per_em, shift_of_code(code), box, pixels.Data);
  // Device pixels from the pen: Painter places the quad itself.
  glyph->X0 = static_cast<float>(box.left), glyph->Y0 = static_cast<float>(box.top);
  glyph->X1 = static_cast<float>(box.right), glyph->Y1 = static_cast<float>(box.bottom);
  glyph->Visible = true;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data, ImTextureFormat_Alpha8, box.width());
  return true;
}

const ImFontLoader& glyph_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "glyphs by number";
    made.FontSrcInit = init_source;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return loader;
}

void set_up(ImFontAtlas& atlas, const FontSet& fonts) {
  atlas.UserData = const_cast<FontSet*>(&fonts);
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  atlas.TexDesiredFormat = ImTextureFormat_Alpha8;
  // Room for an article's glyphs from the start: a texture that grows is uploaded twice.
  atlas.TexMinWidth = atlas.TexMinHeight = 1024;
  atlas.TexMaxWidth = atlas.TexMaxHeight = 4096;
  atlas.RendererHasTextures = true;
  atlas.SetFontLoader(&glyph_loader());
  for (int role = 0; role < kFaceRoleCount; ++role) {
    ImFontConfig source;
    source.FontNo = static_cast<ImU32>(role);
    source.FontLoader = &glyph_loader();
    source.SizePixels = 16;
    FL_CHECK(atlas.AddFont(&source) != nullptr);
  }
}

}  // namespace

// What a context of ImGui's would hold for one draw list.
struct Canvas::Drawing {
  explicit Drawing(const FontSet& fonts) {
    set_up(atlas, fonts);
    shared.FontAtlas = &atlas;
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
    shared.InitialFringeScale = 1;
    shared.CurveTessellationTol = 1.25f;
    shared.SetCircleTessellationMaxError(0.3f);
    ImFontAtlasAddDrawListSharedData(&atlas, &shared);
  }
  ~Drawing() {
    // Nobody else keeps count of the textures: they go with the atlas.
    for (ImTextureData* texture : atlas.TexList) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImFontAtlasRemoveDrawListSharedData(&atlas, &shared);
  }

  ImFontAtlas atlas;
  ImDrawListSharedData shared;
  ImDrawList list{&shared};
  ImDrawData triangles;
  int frame = 0;
};

Canvas::Canvas(Shaper& shaper) : shaper_(shaper), revision_(shaper.fonts().revision()), drawing_(std::make_unique<Drawing>(shaper.fonts())) {}

Canvas::~Canvas() = default;

void Canvas::forget_textures() {
  for (ImTextureData* texture : drawing_->atlas.TexList) {
    if (texture->Status == ImTextureStatus_Destroyed) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
}

Painter Canvas::begin(const Frame& frame) {
  Drawing& drawing = *drawing_;
  if (revision_ != shaper_.fonts().revision()) {
    for (ImFont* font : drawing.atlas.Fonts) ImFontAtlasFontDiscardBakes(&drawing.atlas, font, 0);
    revision_ = shaper_.fonts().revision();
  }
  ImFontAtlasUpdateNewFrame(&drawing.atlas, ++drawing.frame, true);
  // ImGui counts in device pixels here: every edge can then be put on a whole one.
  ImVec2 size{std::max(std::round(frame.width * frame.dpr), 0.0f), std::max(std::round(frame.height * frame.dpr), 0.0f)};
  drawing.triangles.DisplaySize = size;
  drawing.shared.ClipRectFullscreen = {0, 0, size.x, size.y};
  drawing.list._ResetForNewFrame();
  drawing.list.PushTexture(drawing.atlas.TexRef);
  drawing.list.PushClipRectFullScreen();
  return Painter(shaper_, &drawing.list, drawing.atlas.Fonts.Data, frame.top, frame.height, frame.dpr);
}

const ImDrawData* Canvas::end() {
  ImDrawData& triangles = drawing_->triangles;
  triangles.Valid = true;
  triangles.CmdLists.resize(0);
  triangles.CmdListsCount = triangles.TotalIdxCount = triangles.TotalVtxCount = 0;
  triangles.FramebufferScale = {1, 1};
  triangles.Textures = &drawing_->atlas.TexList;
  for (ImTextureData* texture : drawing_->atlas.TexList) texture->RefCount = 1;
  ImGui::AddDrawListToDrawDataEx(&triangles, &triangles.CmdLists, &drawing_->list);
  return &triangles;
}

}  // namespace faultline
