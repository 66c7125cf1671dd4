#include "analysis/company.h"

namespace faultline {

namespace {

enum class Fit : uint8_t { Company, Letters, Unknown };

bool fits(const Entity& entity, Fit fit) {
  if (fit == Fit::Company) return entity.party_kind == PartyKind::Company;
  if (fit == Fit::Letters) return entity.kind == NameKind::Organisation && entity.acronym;
  return entity.kind == NameKind::Unknown && !entity.place;
}

int32_t most_mentioned(const Entities& entities, std::span<const uint32_t> places, Fit fit) {
  int32_t best = kNobody;
  uint32_t most = fit == Fit::Unknown ? 2 : 1;  // a company named once is not "the company"
  for (uint32_t i = 0; i < entities.all().size(); ++i) {
    const Entity& entity = entities.at(i);
    const uint32_t mentions = entity.mentions - (fit == Fit::Unknown ? places[i] : 0);
    if (entities.root_of(i) != i || mentions <= most || !fits(entity, fit)) continue;
    best = static_cast<int32_t>(i);
    most = mentions;
  }
  return best;
}

}  // namespace

int32_t find_company(const Entities& entities, std::span<const uint32_t> places) {
  for (const Fit fit : {Fit::Company, Fit::Letters, Fit::Unknown})
    if (const int32_t found = most_mentioned(entities, places, fit); found != kNobody) return found;
  return kNobody;
}

}  // namespace faultline
