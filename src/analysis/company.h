// Which party an article means by "the company" when it has several names to choose from.
//
//   int32_t company = find_company(entities, places);   // an entity, or kNobody
#pragma once

#include <cstdint>
#include <span>

#include "analysis/entities.h"

namespace faultline {

// One by its name, else letters that nothing explains, else a name that may be anything: of these the most mentioned, if it is
// mentioned twice (a name that may be anything: three times). `places`: of each entity, how often it only says where something happens.
int32_t find_company(const Entities& entities, std::span<const uint32_t> places);

}  // namespace faultline
