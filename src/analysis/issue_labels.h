// Writes the short name under which an issue is shown: always a noun phrase, whatever the text says.
//
//   label_of_issue(reading, phrase)   // "to open the mountain crossing": "Opening the mountain crossing"
#pragma once

#include <string>

#include "analysis/issue_phrases.h"
#include "analysis/reading.h"

namespace faultline {

// Without the article in front, with a capital; a verb becomes its gerund, a passive one before its subject.
std::string label_of_issue(const Reading& reading, const IssuePhrase& phrase);

}  // namespace faultline
