#include "analysis/roles.h"

#include <algorithm>
#include <optional>

namespace faultline {
namespace {

constexpr uint32_t kNounReach = 6;     // words between a preposition's object and the trigger it belongs to
constexpr int kMostClausesUp = 4;      // how far a shared subject is followed

// What one role of a rule yields: a mention of the text, or a party that is known without one.
struct Filler {
  PartyRef party = kUnspecified;
  int32_t mention = -1;
  bool is_elsewhere = false;  // found outside the trigger's clause
};

class RoleFinder {
 public:
  RoleFinder(const Scene& scene, const Match& match, const RoleOrder& order, const Voice& voice)
      : scene_(scene), match_(match), order_(order), voice_(voice), clause_(scene.clause_of[match.trigger_first]),
        is_passive_(order.is_verb && has_passive_form()) {}

  Roles find() {
    Filler who = match_.who != kNoToken ? at_token(match_.who) : first_of(order_.who, kUnspecified);
    if (who.party == kDyad) return make(who, {kDyad, -1, false});
    Filler whom = match_.whom != kNoToken ? at_token(match_.whom) : first_of(order_.whom, who.party);
    if (whom.party == kDyad) return make({kDyad, -1, false}, whom);
    if (whom.party == who.party) whom = {};
    if (order_.is_else_dyad && who.party == kUnspecified && whom.party == kUnspecified) return make({kDyad, -1, false}, {kDyad, -1, false});
    if (who.party == kUnspecified) who = inherit_who(whom.party);
    if (order_.is_mutual && has_joint_subject(who)) return make({kDyad, who.mention}, {kDyad, -1});
    if (whom.party == kUnspecified && !has_role(order_.whom, "none")) whom = inherit_whom(who);
    return make(who, whom);
  }

 private:
  const Clause& clause() const { return scene_.clauses[clause_]; }
  const Mention& mention(int32_t index) const { return scene_.cast.mentions[static_cast<size_t>(index)]; }
  uint32_t end_of(const Mention& each) const { return each.first_token + each.token_count; }
  static bool has_role(const std::vector<std::string>& roles, std::string_view role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }

  Roles make(Filler who, Filler whom) const {
    Roles roles{who.party, whom.party, who.is_elsewhere || whom.is_elsewhere, who.party != kUnspecified && !who.is_elsewhere, {}};
    if (who.mention >= 0) roles.because.push_back({mention(who.mention).span, "who"});
    if (whom.mention >= 0) roles.because.push_back({mention(whom.mention).span, "whom"});
    return roles;
  }

  Filler from_mention(int32_t index) const { return index < 0 ? Filler{} : Filler{mention(index).party, index, false}; }
  Filler at_token(uint32_t token) const { return from_mention(scene_.mention_of[token]); }

  Filler first_of(const std::vector<std::string>& roles, PartyRef other_than) const {
    for (const std::string& role : roles) {
      const Filler filler = find_role(role, other_than);
      if (filler.party != kUnspecified && (filler.party == kDyad || filler.party != other_than)) return filler;
    }
    return {};
  }

  Filler find_role(std::string_view role, PartyRef other_than) const {
    if (role == "subject") return is_passive_ ? after_word("by", other_than) : subject(clause_, match_.trigger_first);
    if (role == "object") return is_passive_ ? subject(clause_, match_.trigger_first) : object(other_than);
    if (role == "possessor") return possessor();
    if (role == "inside") return inside();
    if (role == "speaker") return {party_of(scene_, voice_), -1, false};
    if (role == "dyad") return {kDyad, -1, false};
    if (role == "none") return {};
    if (role == "between") return after_word("between", other_than).party == kUnspecified ? Filler{} : Filler{kDyad, -1, false};
    return after_word(role, other_than);
  }

  // "was rejected", "have been repeatedly attacked", "being blamed": a form of be before a participle.
  bool has_passive_form() const {
    uint32_t head = match_.trigger_first;
    while (head < match_.trigger_last && !scene_.words.is_verb(scene_.token(head).fold)) ++head;
    while (head + 1 < match_.trigger_last && scene_.words.is_auxiliary(scene_.token(head).fold)) ++head;
    if (head >= match_.trigger_last || scene_.word(head).ends_with("ing") || scene_.words.is_auxiliary(scene_.token(head).fold)) return false;
    for (uint32_t i = head; i-- > clause().first;) {
      if (scene_.is(i, WordKind::Be)) return scene_.word(i) != "'s" || scene_.word(head).ends_with("ed");
      if (!scene_.is(i, WordKind::Adverb) && !scene_.is(i, WordKind::Modal) && !scene_.is(i, WordKind::Booster)) return false;
    }
    return false;
  }

  // Whether a mention hangs on a preposition: "talks with Pakistan".
  bool is_after_preposition(const Mention& each) const {
    uint32_t i = each.first_token;
    for (int steps = 0; i > clause().first && steps < 4; ++steps) {
      --i;
      if (scene_.is(i, WordKind::Preposition) || scene_.word(i) == "to") return true;
      if (scene_.token(i).kind != TokenKind::Word || scene_.words.is_verb(scene_.token(i).fold) || scene_.mention_of[i] >= 0) return false;
      if (scene_.is(i, WordKind::Coordinator)) return false;
    }
    return false;
  }

  // The subject of a clause as far as it is a party, for a trigger that begins at `before`.
  Filler subject(uint32_t index, uint32_t before, int steps = 0) const {
    const Clause& each = scene_.clauses[index];
    int32_t hanging = -1;
    for (uint32_t i = each.first; i < std::min(before, each.last); ++i) {
      const int32_t at = scene_.mention_of[i];
      if (at < 0 || mention(at).first_token != i) continue;
      if (each.verb != kNoToken && i > each.verb && each.verb < before) break;
      if (!is_after_preposition(mention(at))) return from_mention(at);
      if (hanging < 0) hanging = at;
    }
    if (steps < kMostClausesUp) {
      if (each.kind == ClauseKind::Continued && each.subject_from >= 0 && static_cast<uint32_t>(each.subject_from) != index)
        return subject(static_cast<uint32_t>(each.subject_from), scene_.clauses[static_cast<size_t>(each.subject_from)].last, steps + 1);
      if (each.kind == ClauseKind::Relative) return antecedent(each);
    }
    // "a spokesman for Unison": the party stands behind the head of the subject.
    if (hanging >= 0 && each.verb != kNoToken && mention(hanging).first_token < each.verb) return from_mention(hanging);
    if (has_self_pronoun(each, before)) return {party_of(scene_, voice_), -1, false};
    return {};
  }

  bool has_self_pronoun(const Clause& each, uint32_t before) const {
    for (uint32_t i = each.first; i < std::min(before, each.last); ++i)
      if (scene_.is(i, WordKind::SelfPronoun)) return true;
    return false;
  }

  Filler antecedent(const Clause& relative) const {
    if (relative.first == 0) return {};
    for (uint32_t i = relative.first, steps = 0; i-- > scene_.article.sentences()[relative.sentence].first_token && steps < 5; ++steps)
      if (scene_.mention_of[i] >= 0) return from_mention(scene_.mention_of[i]);
    return {};
  }

  // The first mention in or after the trigger, in its clause.
  Filler object(PartyRef other_than) const {
    for (uint32_t i = match_.trigger_first; i < clause().last; ++i) {
      const int32_t at = scene_.mention_of[i];
      if (at < 0 || mention(at).party == other_than) continue;
      return from_mention(at);
    }
    return {};
  }

  // "Kabul's rejection", "the Afghan response": a mention right before the trigger.
  Filler possessor() const {
    uint32_t i = match_.trigger_first;
    for (int steps = 0; i > clause().first && steps < 4; ++steps) {
      --i;
      if (scene_.mention_of[i] >= 0) return from_mention(scene_.mention_of[i]);
      if (scene_.words.is_auxiliary(scene_.token(i).fold) && scene_.word(i) != "'s") return {};
      if (scene_.is(i, WordKind::Preposition)) return {};
    }
    return {};
  }

  // "deepened Kabul's dissatisfaction": whose feeling it is stands within the trigger.
  Filler inside() const {
    for (uint32_t i = match_.trigger_first; i < match_.trigger_last; ++i)
      if (scene_.mention_of[i] >= 0) return from_mention(scene_.mention_of[i]);
    return {};
  }

  // The party behind a preposition after the trigger: "accusations against the bank".
  Filler after_word(std::string_view preposition, PartyRef other_than) const {
    const uint32_t begin = match_.trigger_first;
    for (uint32_t i = begin; i < clause().last; ++i) {
      if (scene_.word(i) != preposition) continue;
      for (uint32_t k = i + 1; k < std::min(clause().last, i + kNounReach); ++k) {
        const int32_t at = scene_.mention_of[k];
        if (at >= 0 && mention(at).party != other_than) return from_mention(at);
        if (scene_.is(k, WordKind::Preposition) && scene_.word(k) != "of") break;
      }
    }
    return {};
  }

  // "India and Pakistan met": both parties in the subject of a mutual act.
  bool has_joint_subject(const Filler& who) const {
    if (who.mention < 0) return false;
    const Mention& first = mention(who.mention);
    const uint32_t i = end_of(first);
    if (i + 1 >= clause().last || scene_.word(i) != "and") return false;
    const int32_t other = scene_.mention_of[i + 1];
    return other >= 0 && mention(other).party != first.party && mention(other).first_token < match_.trigger_first;
  }

  Filler elsewhere(Filler filler) const {
    filler.is_elsewhere = true;
    return filler;
  }

  Filler inherit_who(PartyRef whom) const {
    if (has_role(order_.who, "none") || !has_role(order_.who, "subject") || is_passive_) return {};
    // A clause without a subject of its own, or with a pronoun: the subject of the clause before it in the sentence.
    for (uint32_t i = clause_; i-- > 0 && scene_.clauses[i].sentence == clause().sentence;) {
      const Filler found = subject(i, scene_.clauses[i].last);
      if (found.party != kUnspecified && found.party != whom) return elsewhere(found);
    }
    if (const PartyRef speaker = party_of(scene_, voice_); speaker != kUnspecified && speaker != whom) return {speaker, -1, true};
    return {};
  }

  // The opponent, from the sentence if it names him; else another party of the sentence.
  Filler inherit_whom(const Filler& who) const {
    if (who.party < 0) return {};
    const Sentence& sentence = scene_.article.sentences()[clause().sentence];
    const uint32_t end = sentence.first_token + sentence.token_count;
    const auto fits = [&](uint32_t i) {
      const int32_t at = scene_.mention_of[i];
      return at >= 0 && mention(at).party >= 0 && mention(at).party != who.party;
    };
    const PartyRef opponent = scene_.opponent_of(who.party);
    int32_t nearest = -1;
    for (uint32_t i = sentence.first_token; i < end; ++i) {
      if (!fits(i)) continue;
      if (mention(scene_.mention_of[i]).party == opponent) return elsewhere(at_token(i));
      if (nearest < 0 || i <= match_.trigger_first + kNounReach) nearest = scene_.mention_of[i];
    }
    if (opponent != kUnspecified && scene_.times_named[static_cast<size_t>(opponent)] > 1) return {opponent, -1, true};
    return elsewhere(from_mention(nearest));
  }

  const Scene& scene_;
  const Match& match_;
  const RoleOrder& order_;
  const Voice& voice_;
  uint32_t clause_;
  bool is_passive_;
};

}  // namespace

PartyRef party_of(const Scene& scene, const Voice& voice) {
  if (voice.speaker == 0 || voice.speaker >= scene.voices.speakers.size()) return kUnspecified;
  const Speaker& speaker = scene.voices.speakers[voice.speaker];
  if (speaker.party != kUnspecified) return speaker.party;
  // A speaker by the very name of a party is that party.
  for (size_t i = 0; i < scene.cast.parties.size(); ++i) {
    const auto& names = scene.cast.parties[i].names;
    if (std::find(names.begin(), names.end(), speaker.name) != names.end()) return static_cast<PartyRef>(i);
  }
  return kUnspecified;
}

RoleOrder make_role_order(const Rule& rule, const RuleSet& rules) {
  const std::string_view head = rule.field("head", "verb");
  RoleOrder order{{}, {}, head == "verb", rule.field("mutual") == "true", rule.field("otherwise") == "dyad"};
  const auto who = rule.field_values("who"), whom = rule.field_values("whom");
  order.who.assign(who.begin(), who.end());
  order.whom.assign(whom.begin(), whom.end());
  for (const auto& row : rules.rows("role-orders")) {
    if (row.size() < 3 || row[0] != head) continue;
    std::vector<std::string>& into = row[1] == "who" ? order.who : order.whom;
    if (into.empty()) into.assign(row.begin() + 2, row.end());
  }
  return order;
}

Roles find_roles(const Scene& scene, const Match& match, const RoleOrder& order, const Voice& voice) {
  return RoleFinder(scene, match, order, voice).find();
}

}  // namespace faultline
