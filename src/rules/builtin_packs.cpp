#include <algorithm>

#include "rules/rule_set.h"

#ifndef __EMSCRIPTEN__
#include "rules/embedded_rule_packs.h"
#endif

namespace faultline {

std::vector<RulePack> builtin_packs() {
  std::vector<RulePack> packs;
#ifndef __EMSCRIPTEN__
  for (const EmbeddedFile& file : embedded_rule_packs()) packs.push_back({file.name, file.text});
#endif
  return packs;
}

std::vector<RulePack> parse_pack_bundle(std::string_view bundle) {
  std::vector<RulePack> packs;
  auto take = [&] {
    std::string_view text = bundle.substr(0, bundle.find('\0'));
    bundle.remove_prefix(std::min(bundle.size(), text.size() + 1));
    return text;
  };
  while (!bundle.empty()) {
    std::string_view name = take();
    packs.push_back({name, take()});
  }
  return packs;
}

}  // namespace faultline
