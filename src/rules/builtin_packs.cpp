#include "rules/embedded_rule_packs.h"
#include "rules/rule_set.h"

namespace faultline {

std::vector<RulePack> builtin_packs() {
  std::vector<RulePack> packs;
  for (const EmbeddedFile& file : embedded_rule_packs()) packs.push_back({file.name, file.text});
  return packs;
}

}  // namespace faultline
