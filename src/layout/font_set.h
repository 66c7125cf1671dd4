// The faces that an article and its panel are set in, by the part they play, with a stand-in for each that is missing.
//
//   FontSet fonts;
//   fonts.add(FaceRole::Serif, std::move(*parse_typeface(bytes)));
//   const Typeface* face = fonts.find(FaceRole::SerifBold);            // the regular face while there is no bold
//   std::optional<FaceRole> role = fonts.choose(FaceRole::Serif, U'ب');  // an Arabic face, if one is there
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "layout/typeface.h"

namespace faultline {

// Numbered as in host/faultline.h. Own is the face that a page brings for its article.
enum class FaceRole : uint8_t {
  Serif, SerifBold, Sans, SansBold, SerifItalic, SerifBoldItalic, SansItalic, SansBoldItalic, Naskh, NaskhBold, Nastaliq, NastaliqBold, Own
};
inline constexpr int kFaceRoleCount = 13;

// A set of roles, a bit each.
using FaceRoles = uint32_t;
constexpr FaceRoles bit_of(FaceRole role) { return FaceRoles{1} << static_cast<int>(role); }

enum class FontFamily : uint8_t { Serif, Sans, Naskh, Nastaliq, Own };
FontFamily family_of(FaceRole role);
// The member of a family; an Arabic family has no italic, Own has one face.
FaceRole role_of(FontFamily family, bool is_bold, bool is_italic);

class FontSet {
 public:
  void add(FaceRole role, Typeface face);
  // The face itself, else its nearest relative; a null pointer only when the set is empty.
  const Typeface* find(FaceRole role) const { return resolved_[static_cast<size_t>(role)]; }
  // The role whose face find() returns: faces that share a file share their glyphs.
  FaceRole resolve(FaceRole role) const { return sources_[static_cast<size_t>(role)]; }
  bool has(FaceRole role) const { return faces_[static_cast<size_t>(role)] != nullptr; }
  uint32_t revision() const { return revision_; }  // grows with each face: what was measured before is stale

  // The face to set a character in when `wished` is asked for: that one or its relatives, else any family that has the
  // character. What is invisible by nature needs no glyph. Nothing when no face has it: the page shows it in a font of its own.
  std::optional<FaceRole> choose(FaceRole wished, char32_t character) const;

 private:
  bool can_show(FaceRole role, char32_t character) const;

  std::array<std::unique_ptr<Typeface>, kFaceRoleCount> faces_;
  std::array<const Typeface*, kFaceRoleCount> resolved_{};
  std::array<FaceRole, kFaceRoleCount> sources_{};
  uint32_t revision_ = 0;
};

}  // namespace faultline
