#include "analysis/scene.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "analysis/names.h"

#include "analysis/colours.h"
#include "article/dateline.h"
#include "base/sort.h"

namespace faultline {
namespace {

void find_main_parties(Scene& scene) {
  scene.times_named.assign(scene.cast.parties.size(), 0);
  for (const Mention& mention : scene.cast.mentions)
    if (mention.party >= 0) ++scene.times_named[static_cast<size_t>(mention.party)];
  std::vector<PartyRef> order;
  for (size_t i = 0; i < scene.times_named.size(); ++i)
    if (scene.times_named[i] > 0) order.push_back(static_cast<PartyRef>(i));
  sort_stably(order, [&](PartyRef a, PartyRef b) {
    return scene.times_named[static_cast<size_t>(a)] > scene.times_named[static_cast<size_t>(b)];
  });
  if (order.size() < 2) return;
  scene.first_main = order[0];
  scene.second_main = order[1];
}

}  // namespace

// By the last word of any of its names, or the word before "of": "the Court of Arbitration".
static std::vector<bool> find_forums(const Cast& cast, const RuleSet& rules) {
  const auto heads = rules.words("forum-heads");
  const auto is_head = [&](std::string_view word) {
    return std::any_of(heads.begin(), heads.end(), [&](const std::string& head) {
      return word.size() == head.size() && std::equal(word.begin(), word.end(), head.begin(), [](char a, char b) { return (a | 0x20) == b; });
    });
  };
  std::vector<bool> forums;
  for (const Party& party : cast.parties)
    forums.push_back(party.kind != PartyKind::Person && std::any_of(party.names.begin(), party.names.end(), [&](const std::string& name) {
      const size_t of = name.find(" of "), end = of == std::string::npos ? name.size() : of, space = name.rfind(' ', end - 1);
      return is_head(std::string_view(name).substr(space == std::string::npos ? 0 : space + 1, end - (space == std::string::npos ? 0 : space + 1)));
    }));
  return forums;
}

PartyRef Scene::opponent_of(PartyRef party) const {
  return static_cast<size_t>(party) < opponents.size() ? opponents[static_cast<size_t>(party)] : kUnspecified;
}

PartyRef Scene::met_before(PartyRef party, uint32_t token, bool answers) const {
  constexpr uint32_t kReach = 4;            // sentences: two short paragraphs
  constexpr std::ptrdiff_t kMostLooked = 16;  // keeps a book linear
  const uint32_t sentence = clause_at(token).sentence;
  for (auto at = encounters.rbegin(); at != encounters.rend() && at - encounters.rbegin() < kMostLooked; ++at) {
    if (clause_at(at->token).sentence + kReach < sentence) break;
    if (at->token >= token || is_forum[static_cast<size_t>(at->who)] || (at->whom >= 0 && is_forum[static_cast<size_t>(at->whom)])) continue;
    if (at->whom == party) return at->who;
    if (at->who == party && at->whom != kUnspecified && !at->is_friendly) return at->whom;
    if (answers && at->whom == kUnspecified && at->who != party && !are_allied(at->who, party)) return at->who;
  }
  return kUnspecified;
}

PartyRef Scene::other_side_of(PartyRef speaker, uint32_t token) const {
  const PartyRef met = met_before(speaker, token, true);
  return met != kUnspecified ? met : opponent_of(speaker);
}

PartyRef Scene::doer_of(uint32_t noun) const {
  constexpr std::ptrdiff_t kMostLooked = 16;  // deeds
  const std::string_view name = stems.without_synonyms(word(noun));
  for (auto deed = deeds.rbegin(); deed != deeds.rend() && deed - deeds.rbegin() < kMostLooked; ++deed)
    for (uint32_t i = deed->first; i < deed->last && deed->last <= noun; ++i)
      if (trees.upos(i) != Upos::Adj && trees.upos(i) != Upos::Adp && stems.without_synonyms(word(i)) == name) return deed->who;
  return kUnspecified;
}

// "The parents' association": the mention behind a community's possessive.
static std::vector<std::pair<PartyRef, PartyRef>> find_bodies_of(const Article& article, const Cast& cast) {
  std::vector<std::pair<PartyRef, PartyRef>> found;
  for (size_t i = 0; i + 1 < cast.mentions.size(); ++i) {
    const Mention &owner = cast.mentions[i], &body = cast.mentions[i + 1];
    const uint32_t mark = owner.first_token + owner.token_count;
    if (owner.party < 0 || body.party < 0 || owner.party == body.party || body.first_token != mark + 1) continue;
    const std::string_view word = article.fold_of(article.tokens()[mark]);
    if ((word == "'s" || word == "'") && cast.parties[static_cast<size_t>(owner.party)].kind == PartyKind::Community) found.push_back({owner.party, body.party});
  }
  return found;
}

bool Scene::are_allied(PartyRef a, PartyRef b) const {
  if (a < 0 || b < 0) return false;
  for (const auto& [owner, body] : bodies_of)
    if ((owner == a && body == b) || (owner == b && body == a)) return true;
  const auto kind = [&](PartyRef party) { return std::string_view(to_string(cast.parties[static_cast<size_t>(party)].kind)); };
  for (const auto& row : rules.rows("allied-kinds"))
    if (row.size() > 1 && ((row[0] == kind(a) && row[1] == kind(b)) || (row[0] == kind(b) && row[1] == kind(a)))) return true;
  return false;
}

const Context* Scene::find_context(std::string_view category, const Match& own) const {
  const uint32_t first = own.trigger_first;
  const Clause& clause = clause_at(first);
  const Sentence& sentence = article.sentences()[clause.sentence];
  const ColourReader reader(trees, own.trigger_first, own.trigger_last);
  const Context* nearest = nullptr;
  auto at = std::lower_bound(contexts.begin(), contexts.end(), sentence.first_token,
                             [](const Context& context, uint32_t token) { return context.match.first < token; });
  for (; at != contexts.end() && at->match.first < sentence.first_token + sentence.token_count; ++at) {
    if (rules.rules()[at->match.rule].category != category) continue;
    if (at->is_of_clause) {
      if (clause_of[at->match.first] == clause_of[first] || clause_of[at->match.last - 1] == clause_of[first]) nearest = &*at;
      continue;
    }
    const bool is_own = at->match.first >= own.first && at->match.first < own.last;
    if (!is_own && at->match.last <= first && reader.is_coloured_by(at->match.first, at->match.last, at->is_of_object)) nearest = &*at;
  }
  return nearest;
}

// One pass with a set of the sentences seen; very short ones ("Yes.") are said again, not printed again.
static std::vector<bool> find_printed_before(const Article& article) {
  std::vector<bool> before(article.sentences().size(), false);
  std::unordered_set<std::string_view> seen;
  for (size_t i = 0; i < before.size(); ++i) {
    const Sentence& sentence = article.sentences()[i];
    if (sentence.token_count >= 4) before[i] = !seen.insert(article.text_of(sentence.span)).second;
  }
  return before;
}

// The end of the first sentence of the body: title, headline and lead tell the news (the inverted pyramid).
static uint32_t find_lead_end(const Article& article) {
  for (const Sentence& sentence : article.sentences()) {
    const BlockKind kind = article.blocks()[sentence.block].kind;
    if (kind != BlockKind::Title && kind != BlockKind::Heading && sentence.token_count > 0) return sentence.first_token + sentence.token_count;
  }
  return static_cast<uint32_t>(article.tokens().size());
}

Scene::Scene(const Reading& reading, const Cast& given_cast, const Voices& given_voices)
    : article(reading.article()), trees(reading.trees()), rules(reading.rules()), cast(given_cast), voices(given_voices), words(article, rules), stems(rules) {}

Work Scene::read(RuleMatches& matches) {
  marks = std::move(matches.marks);
  const size_t count = article.tokens().size();
  mention_of.assign(count, -1);
  for (size_t i = 0; i < cast.mentions.size(); ++i) {
    const Mention& mention = cast.mentions[i];
    std::fill_n(mention_of.begin() + mention.first_token, mention.token_count, static_cast<int32_t>(i));
  }
  for (const Sentence& sentence : article.sentences()) {
    // "KABUL (Agency) — ": where a report was written, not who acts in it.
    for (uint32_t i = sentence.first_token, end = end_of_dateline(article, sentence); i < end; ++i) mention_of[i] = -1;
    co_yield 1;
  }
  for (Work part = find_clauses(article, trees, words, clauses, clause_of); part.step();) co_yield part.cost();
  for (const Match& match : matches.contexts) contexts.push_back({match, rules.rules()[match.rule].field("reach") == "clause", rules.rules()[match.rule].field("reach") == "object"});
  sort_stably(contexts, [](const Context& a, const Context& b) { return a.match.first < b.match.first; });
  co_yield 0.1 * static_cast<double>(count);
  printed_before = find_printed_before(article);
  co_yield 0.1 * static_cast<double>(count);
  lead_end = find_lead_end(article);
  co_yield 0.1 * static_cast<double>(count);
  is_history = find_history(article, lead_end);
  co_yield 0.1 * static_cast<double>(count);
  find_main_parties(*this);
  is_forum = find_forums(cast, rules);
  bodies_of = find_bodies_of(article, cast);
}

}  // namespace faultline
