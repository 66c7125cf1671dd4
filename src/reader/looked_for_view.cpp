#include "reader/looked_for_view.h"

#include "reader/parts.h"
#include "reader/wording.h"

namespace faultline {
namespace {

// "Rejection, Accusation, …"; of issues the fields in which they are looked for.
std::string name_members(const Catalogue& words, Family family) {
  std::string names;
  auto add = [&](std::string_view name) {
    if (!names.empty()) names += words.text("party.comma");
    names += name;
  };
  if (family == Family::Issue) {
    for (int type = 0; type <= static_cast<int>(IssueType::Accord); ++type) add(name_of(words, static_cast<IssueType>(type)));
    return names;
  }
  for (Kind kind = 0; kind < kKindCount; ++kind) {
    if (family_of(kind) == family) add(name_of(words, kind));
  }
  return names;
}

}  // namespace

void draw_looked_for(Sheet& sheet, const Catalogue& words) {
  const Theme& theme = sheet.theme();
  draw_section(sheet, "looked-for", words.text("panel.looked_for"));
  for (int i = 0; i < kFamilyCount; ++i) {
    const auto family = static_cast<Family>(i);
    const std::string_view name = name_of(words, family);
    sheet.y += 12;
    const float top = sheet.y, width = sheet.painter().width_of(type::kFamily, name);
    sheet.set(type::kFamily, {sheet.left(), 0, 1, 1.4f}, name, theme.text);
    sheet.painter().underline(family, sheet.left(), sheet.left() + width, sheet.y, theme.family(family).mark, 1.6f);
    sheet.y += 6;
    const std::string members = name_members(words, family);
    sheet.set(type::kPlain, {sheet.left(), 0, 8, 1.5f}, members, theme.muted);
    sheet.add({std::string("looked-for:") + to_name(family), ControlRole::Text, std::string(name) + ": " + members,
               {sheet.left(), top, sheet.right(), sheet.y}, {}, {}, 0});
  }
}

}  // namespace faultline
