#include "layout/font_set.h"

namespace faultline {
namespace {

struct FaceKind {
  FontFamily family;
  bool is_bold, is_italic;
};

constexpr FaceKind kKinds[kFaceRoleCount] = {
    {FontFamily::Serif, false, false}, {FontFamily::Serif, true, false},  {FontFamily::Sans, false, false},     {FontFamily::Sans, true, false},
    {FontFamily::Serif, false, true},  {FontFamily::Serif, true, true},   {FontFamily::Sans, false, true},      {FontFamily::Sans, true, true},
    {FontFamily::Naskh, false, false}, {FontFamily::Naskh, true, false},  {FontFamily::Nastaliq, false, false}, {FontFamily::Nastaliq, true, false},
    {FontFamily::Own, false, false}};

bool is_arabic(FontFamily family) { return family == FontFamily::Naskh || family == FontFamily::Nastaliq; }

// How far a face is from the one that is wished: another weight matters more than a missing slant, another family more than
// both, and another script most.
int distance(const FaceKind& a, const FaceKind& b) {
  int script = is_arabic(a.family) != is_arabic(b.family) ? 16 : 0;
  return script + (a.family != b.family ? 8 : 0) + (a.is_bold != b.is_bold ? 4 : 0) + (a.is_italic != b.is_italic ? 2 : 0);
}

// Controls, joiners, direction marks, variation selectors: nothing to draw in any font.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c >= 0xE0000;
}

}  // namespace

FontFamily family_of(FaceRole role) { return kKinds[static_cast<int>(role)].family; }

FaceRole role_of(FontFamily family, bool is_bold, bool is_italic) {
  int best = 0;
  for (int i = 1; i < kFaceRoleCount; ++i) {
    FaceKind wished{family, is_bold, is_italic};
    if (distance(kKinds[i], wished) < distance(kKinds[best], wished)) best = i;
  }
  return static_cast<FaceRole>(best);
}

void FontSet::add(FaceRole role, Typeface face) {
  faces_[static_cast<size_t>(role)] = std::make_unique<Typeface>(std::move(face));
  for (size_t i = 0; i < kFaceRoleCount; ++i) {
    resolved_[i] = nullptr;
    for (size_t j = 0; j < kFaceRoleCount; ++j) {
      bool is_nearer = !resolved_[i] || distance(kKinds[j], kKinds[i]) < distance(kKinds[static_cast<size_t>(sources_[i])], kKinds[i]);
      if (!faces_[j] || !is_nearer) continue;
      resolved_[i] = faces_[j].get();
      sources_[i] = static_cast<FaceRole>(j);
    }
  }
  revision_ += 1;
}

bool FontSet::can_show(FaceRole role, char32_t c) const {
  const Typeface* face = find(role);
  return face && face->glyph_of(c) != 0;
}

std::optional<FaceRole> FontSet::choose(FaceRole wished, char32_t c) const {
  if (can_show(wished, c) || (is_invisible(c) && find(wished))) return resolve(wished);
  const FaceKind& kind = kKinds[static_cast<int>(wished)];
  for (FontFamily family : {FontFamily::Naskh, FontFamily::Nastaliq, FontFamily::Serif, FontFamily::Sans}) {
    FaceRole role = role_of(family, kind.is_bold, kind.is_italic);
    if (can_show(role, c)) return resolve(role);
  }
  return {};
}

}  // namespace faultline
