#include "analysis/capitals.h"

#include "rules/rule_set.h"

namespace faultline {

static bool is_opening(std::string_view mark) {
  return mark == "\"" || mark == "“" || mark == "‘" || mark == "'" || mark == ":" || mark == "(" || mark == "[" ||
         mark == "-" || mark == "–" || mark == "—" || mark == "…" || mark == "...";
}

Capitals::Capitals(const Reading& reading) : reading_(reading) {
  const Article& article = reading.article();
  inside_.assign(article.fold_count(), false);
  lower_.assign(article.fold_count(), false);
  begins_.assign(article.tokens().size(), false);
  title_case_.assign(article.sentences().size(), false);
}

Work Capitals::read() {
  for (uint32_t i = 0; i < title_case_.size(); ++i) {
    read_sentence(i);
    co_yield reading_.article().sentences()[i].token_count;
  }
}

void Capitals::read_sentence(uint32_t index) {
  const Sentence& sentence = reading_.article().sentences()[index];
  const uint32_t end = sentence.first_token + sentence.token_count;
  uint32_t words = 0, capitals = 0;
  bool begins = true;
  for (uint32_t at = sentence.first_token; at < end; ++at) {
    begins_[at] = begins;
    if (!reading_.is_word(at)) {
      begins = begins || is_opening(reading_.fold(at));
      continue;
    }
    begins = false;
    if (reading_.token(at).span.size() < 4) continue;  // "of", "and", "the" stay small in any heading
    ++words;
    capitals += reading_.is_capital(at);
  }
  // Two long words in three make a heading; a paragraph of news has as many only when it is a line of capitals without a stop.
  const bool heading = reading_.article().blocks()[sentence.block].kind <= BlockKind::Heading;
  const bool stopped = reading_.fold(end - 1) == "." || reading_.fold(end - 1) == "\"" || reading_.fold(end - 1) == "”";
  title_case_[index] = heading ? words >= 3 && capitals * 3 > words * 2 : words >= 5 && !stopped && capitals * 4 > words * 3;
  if (title_case_[index]) return;
  for (uint32_t at = sentence.first_token; at < end; ++at) {
    if (!reading_.is_word(at)) continue;
    const uint32_t fold = reading_.token(at).fold;
    if (!reading_.is_capital(at)) lower_[fold] = true;
    else if (!begins_[at]) inside_[fold] = true;
  }
}

bool Capitals::begins_name(uint32_t token) const {
  if (!reading_.is_capital(token)) return false;
  if (reading_.has(List::NeverNames, token)) return false;
  if (!begins_[token]) return true;
  const uint32_t fold = reading_.token(token).fold;
  const uint32_t next = token + 1;
  const bool has_more = next < reading_.article().tokens().size() && !begins_[next];
  // "Nurses strike" beside "the Nurses' Guild": a word of a name at the head of a sentence, alone.
  const bool is_alone = has_more && reading_.token(next).shape == TokenShape::Lower && reading_.fold(next) != "'s";
  if (is_alone && reading_.fold(token).ends_with("s") && (reading_.has(List::Roles, token) || reading_.has(List::StateOrgans, token))) return false;
  const bool is_proper = reading_.trees().upos(token) == Upos::Propn;
  if (inside_[fold] && (is_proper || !lower_[fold])) return true;
  if (lower_[fold] || reading_.has(List::Roles, token)) return false;
  if (reading_.token(token).shape != TokenShape::Capitalised) return true;
  if (!has_more) return false;
  if (reading_.is_capital(next) && !reading_.has(List::NeverNames, next)) return true;
  // "Dairy farmers": at the head of a sentence, before those whom it only tells apart.
  const uint32_t head = reading_.trees().head(token);
  const LexiconHit* role = is_alone && head == next ? reading_.find(List::Roles, next) : nullptr;
  if (role != nullptr && reading_.rules().rows("roles")[role->entry][2] == "community") return false;
  // "Unison’s members": a word never seen small that owns. For the rest the tagger reads the sentence.
  return reading_.fold(next) == "'s" || is_proper;
}

}  // namespace faultline
