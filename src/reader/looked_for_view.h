// What an article without findings was looked through for: the issues and the signals, by name.
//
//   draw_looked_for(sheet, words);      // below the sentence that nothing is marked
#pragma once

#include "reader/catalogue.h"
#include "reader/sheet.h"

namespace faultline {

void draw_looked_for(Sheet& sheet, const Catalogue& words);

}  // namespace faultline
