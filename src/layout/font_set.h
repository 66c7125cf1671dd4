// The faces that an article and its panel are set in, by the part they play, with a stand-in for each that is missing.
//
//   FontSet fonts;
//   fonts.add(FaceRole::Serif, std::move(*parse_typeface(bytes)));
//   float width = fonts.advance_of(FaceRole::SerifBold, U'a') * size;   // the regular face while there is no bold
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "layout/typeface.h"

namespace faultline {

enum class FaceRole : uint8_t { Serif, SerifBold, Sans, SansBold, SerifItalic };  // numbered as in host/faultline.h
inline constexpr int kFaceRoleCount = 5;

class FontSet {
 public:
  void add(FaceRole role, Typeface face);
  // The face itself, else its nearest relative; a null pointer only when the set is empty.
  const Typeface* find(FaceRole role) const { return resolved_[static_cast<size_t>(role)]; }
  // The role whose face find() returns: faces that share a file share their glyphs.
  FaceRole resolve(FaceRole role) const { return sources_[static_cast<size_t>(role)]; }
  uint32_t revision() const { return revision_; }  // grows with each face: what was measured before is stale

  // In em. A character that the face lacks gets the width that its kind usually has, because the page draws it in
  // another font: nothing for marks, one em for ideographs and emoji, about half an em for the rest.
  float advance_of(FaceRole role, char32_t character) const;
  bool has(FaceRole role, char32_t character) const;  // true also for what is invisible by nature
  // The width of one line of text, in em; white space that follows white space adds nothing. Requires valid UTF-8.
  float width_of(FaceRole role, std::string_view text) const;

 private:
  std::array<std::unique_ptr<Typeface>, kFaceRoleCount> faces_;
  std::array<const Typeface*, kFaceRoleCount> resolved_{};
  std::array<FaceRole, kFaceRoleCount> sources_{};
  uint32_t revision_ = 0;
};

// White space at which a line may end, and of which only the first counts: every one that Unicode does not call unbreakable.
bool is_breaking_space(char32_t character);

}  // namespace faultline
