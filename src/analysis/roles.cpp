#include "analysis/roles.h"

#include <algorithm>

#include "analysis/arguments.h"

namespace faultline {
namespace {

constexpr uint32_t kNounReach = 6;  // words between a preposition's object and the trigger it belongs to

class RoleFinder {
 public:
  RoleFinder(const Scene& scene, const Match& match, const RoleOrder& order, const Voice& voice)
      : scene_(scene), match_(match), order_(order), speaker_(party_of(scene, voice)),
        arguments_(scene, match.trigger_first, match.trigger_last, speaker_, voice.quote == Quote::Direct), answers_(order.answers && !opens_matter()), is_quoted_(voice.quote == Quote::Direct) {}

  Roles find() {
    Argument who = first_of(order_.who, kUnspecified);
    if (!who.is_found() && match_.who != kNoToken) who = at_slot(match_.who);
    if (who.party == kDyad) return make(who, {kDyad});
    // "Peru said that Chile had lied and warned Chile": nobody warns himself, so it was he who said so.
    if (const Argument self = order_.is_verb && who.party >= 0 ? arguments_.object() : Argument{}; self.party == who.party && self.mention >= 0 && self.mention != who.mention && mention(self.mention).kind == MentionKind::Name)
      if (const Argument above = arguments_.subject_above(who.party); above.is_found()) return make({above.party, above.mention}, self);
    // "Said it would ignore the ruling": what one tells of oneself blames nobody.
    if (order_.is_blame && !is_quoted_ && who.party >= 0 && scene_.trees.upos(scene_.trees.head_of(match_.trigger_first, match_.trigger_last)) == Upos::Verb)
      if (const Argument own = arguments_.subject(); own.party == who.party && own.mention >= 0 && !own.is_elsewhere) return {};
    if (order_.judges && who.party >= 0 && match_.whom != kNoToken && universal(scene_.trees.relation(match_.whom)) == Relation::Nsubj && at_slot(match_.whom).party == who.party) return {};  // "insisted that it had paid"
    Argument whom = first_of(order_.whom, who.party);
    if (!whom.is_found() && match_.whom != kNoToken && !undergoes(scene_.mention_of[match_.whom]) && !hears(scene_.mention_of[match_.whom])) whom = at_slot(match_.whom);
    if (whom.party == kDyad) return make({kDyad}, whom);
    if (denies_own_charge(who, whom)) return make({scene_.encounters.back().whom, who.mention, who.is_elsewhere}, {scene_.encounters.back().who, -1, true});
    if (whom.party == who.party || (scene_.are_allied(whom.party, who.party) && !are_communities(whom, who))) whom = {};  // "the union will ballot its workers"
    if (order_.is_else_dyad && !who.is_found() && !whom.is_found()) return make({kDyad}, {kDyad});
    if (!who.is_found() && !whom.is_found() && is_resistance()) {
      whom = arguments_.subject_above(kUnspecified);
      return make(opponent_who(whom), whom);
    }
    if (!who.is_found()) who = inherit_who(whom.party);
    if (!who.is_found()) who = opponent_who(whom);
    if (order_.is_mutual && arguments_.has_joint_subject()) return make({kDyad, who.mention}, {kDyad});
    if (!whom.is_found() && !has_role(order_.whom, "none") && !has_role(order_.whom, "victim")) {
      whom = inherit_whom(who);
      if (scene_.are_allied(whom.party, who.party)) {
        const PartyRef opponent = scene_.opponent_of(who.party);
        whom = opponent >= 0 && !scene_.are_allied(opponent, who.party) ? Argument{opponent, -1, true} : Argument{};
      }
    }
    return make(who, whom);
  }

 private:
  const Clause& clause() const { return scene_.clause_at(match_.trigger_first); }
  const Mention& mention(int32_t index) const { return scene_.cast.mentions[static_cast<size_t>(index)]; }
  // "Ana Reil accused the mayor. Her office denied it": nobody denies what he has charged another with.
  bool denies_own_charge(const Argument& who, const Argument& whom) const {
    if (!order_.answers || whom.is_found() || who.mention < 0 || mention(who.mention).kind != MentionKind::Pronoun || scene_.encounters.empty()) return false;
    const Encounter& last = scene_.encounters.back();
    const bool is_near = last.token < match_.trigger_first && scene_.clause_at(last.token).sentence + 1 == clause().sentence;
    return is_near && last.asks && last.who == who.party && last.whom >= 0 && scene_.is(scene_.trees.head_of(match_.trigger_first, match_.trigger_last), WordKind::Denying);
  }

  // "Guards removed the protesters": of one kind, and yet two sides where the clause says so.
  bool are_communities(const Argument& a, const Argument& b) const {
    const auto is_one = [&](PartyRef party) { return scene_.cast.parties[static_cast<size_t>(party)].kind == PartyKind::Community; };
    return a.mention >= 0 && !a.is_elsewhere && a.party >= 0 && b.party >= 0 && is_one(a.party) && is_one(b.party);
  }

  // "Blocked a merger" answers nobody; "blocked the merger" may.
  bool opens_matter() const {
    const uint32_t end = std::min<uint32_t>(match_.trigger_last + 1, static_cast<uint32_t>(scene_.mention_of.size()));
    for (uint32_t i = match_.trigger_first; i < end; ++i)
      if (scene_.word(i) == "a" || scene_.word(i) == "an") return true;
    return false;
  }
  bool is_resistance() const { return order_.is_hostile && arguments_.is_resistance(); }
  bool undergoes(int32_t at) const { return at >= 0 && arguments_.undergoes(head_of(mention(at))); }
  static bool has_role(const std::vector<std::string>& roles, std::string_view role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }

  Roles make(Argument who, Argument whom) const {
    Roles roles{who.party, whom.party, who.is_elsewhere || whom.is_elsewhere, who.is_found() && !who.is_elsewhere, {}};
    if (who.mention >= 0) roles.because.push_back({mention(who.mention).span, "who"});
    if (whom.mention >= 0) roles.because.push_back({mention(whom.mention).span, "whom"});
    return roles;
  }

  // Of "fined US carmaker Varr" Varr is meant: an adjective stands for the party that it qualifies.
  Argument at_slot(uint32_t token) const {
    int32_t at = scene_.mention_of[token];
    if (at >= 0 && mention(at).kind == MentionKind::Adjective && scene_.trees.relation(token) == Relation::Amod)
      if (const int32_t head = scene_.mention_of[scene_.trees.head(token)]; head >= 0 && mention(head).party >= 0) at = head;
    return at < 0 ? Argument{} : Argument{mention(at).party, at, false};
  }

  Argument first_of(const std::vector<std::string>& roles, PartyRef other_than) const {
    for (const std::string& role : roles)
      if (const Argument found = find_role(role, other_than); found.is_found() && !hears(found.mention) && !is_what_was_said(found.mention)) return found;
    return {};
  }

  Argument find_role(std::string_view role, PartyRef other_than) const {
    if (role == "subject") return subject(other_than);
    if (role == "object") return object(other_than);
    if (role == "victim") return arguments_.object(other_than);
    if (role == "undergoer") return arguments_.is_passive() ? arguments_.object(other_than) : Argument{};  // "Peru will not be lectured"
    if (role == "possessor") return arguments_.possessor(other_than);
    if (role == "inside") return inside();
    if (role == "speaker") return {speaker_};
    if (role == "dyad") return {kDyad};
    if (role == "none") return {};
    if (role == "cause") return arguments_.cause(other_than);
    if (role == "clause") return arguments_.actor_behind(other_than);
    if (role == "between") return arguments_.behind("between").is_found() ? Argument{kDyad} : Argument{};
    return arguments_.behind(role, other_than);
  }

  // "Denied it", "dismissed it": what was asked or alleged, no party.
  bool is_what_was_said(int32_t at) const {
    return answers_ && at >= 0 && mention(at).kind == MentionKind::Pronoun && scene_.word(mention(at).first_token) == "it" && mention(at).first_token >= match_.trigger_last;
  }

  // "Appealed to the court", "filed it before a judge": who hears the matter is not whom it is against.
  bool hears(int32_t at) const {
    if (at < 0 || mention(at).party < 0 || !scene_.is_forum[static_cast<size_t>(mention(at).party)]) return false;
    for (const uint32_t child : scene_.trees.children(head_of(mention(at)))) {
      const std::string_view word = scene_.word(child);
      if (scene_.trees.relation(child) == Relation::Case && (word == "to" || word == "with" || word == "at" || word == "before" || word == "in")) return true;
    }
    return false;
  }

  // "Condemned the rise in front of a crowd": a state behind a preposition is hit as well as one without, nobody else is.
  bool is_only_beside(int32_t at) const {
    const PartyRef party = mention(at).party;
    if (party >= 0 && scene_.cast.parties[static_cast<size_t>(party)].kind == PartyKind::State) return false;
    uint32_t noun = head_of(mention(at));
    for (int steps = 0; noun != kNoToken && steps < 4; ++steps, noun = scene_.trees.head(noun)) {
      const uint32_t preposition = scene_.trees.find_child(noun, Relation::Case);
      if (preposition == kNoToken) return false;
      if (scene_.is(preposition, WordKind::Placing)) return true;
      if (scene_.word(preposition) != "of") return false;
    }
    return false;
  }

  // "Fresh attacks near Larnport": where, not whom; what happens in a state happens to it.
  bool is_scene(int32_t at) const { return mention(at).place && mention(at).party >= 0 && scene_.cast.parties[static_cast<size_t>(mention(at).party)].kind != PartyKind::State; }

  uint32_t head_of(const Mention& each) const { return scene_.trees.head_of(each.first_token, each.first_token + each.token_count); }

  // Where the tree shows no subject at all, the first party before the trigger that hangs on no preposition.
  Argument subject(PartyRef other_than) const {
    if (is_resistance()) return arguments_.behind("by", other_than);
    const Argument found = arguments_.subject(other_than);
    if (found.is_found() || arguments_.is_passive() || arguments_.has_subject() || arguments_.is_judged()) return found;
    for (uint32_t i = scene_.article.sentences()[clause().sentence].first_token; i < match_.trigger_first; ++i)
      if (const int32_t at = scene_.mention_of[i]; at >= 0 && scene_.trees.is_below(match_.trigger_first, scene_.clause_at(i).head) && mention(at).party != other_than && !is_after_preposition(mention(at))) return at_slot(i);
    return {};
  }

  bool is_after_preposition(const Mention& each) const {
    uint32_t i = each.first_token;
    for (int steps = 0; i > scene_.article.sentences()[clause().sentence].first_token && steps < 4; ++steps) {
      --i;
      if (scene_.is(i, WordKind::Preposition) || scene_.word(i) == "to") return true;
      const Upos upos = scene_.trees.upos(i);
      if (scene_.token(i).kind != TokenKind::Word || upos == Upos::Verb || upos == Upos::Aux || upos == Upos::Cconj || scene_.mention_of[i] >= 0) return false;
    }
    return false;
  }

  // Where the tree shows no party as object, the first one after the trigger in its clause.
  Argument object(PartyRef other_than) const {
    if (const Argument found = arguments_.object(other_than); found.is_found() || arguments_.is_passive() || !order_.is_verb) return found;
    for (uint32_t i = match_.trigger_first; i < clause().last; ++i)
      if (const int32_t at = scene_.mention_of[i]; at >= 0 && scene_.clause_of[i] == scene_.clause_of[match_.trigger_first] && mention(at).party != other_than && !is_only_beside(at) && !undergoes(at) && !hears(at)) return at_slot(i);
    return {};
  }

  // "deepened Kabul's dissatisfaction": whose feeling it is stands within the trigger.
  Argument inside() const {
    for (uint32_t i = match_.trigger_first; i < match_.trigger_last; ++i)
      if (scene_.mention_of[i] >= 0) return at_slot(i);
    return {};
  }

  Argument inherit_who(PartyRef whom) const {
    if (has_role(order_.who, "none") || !has_role(order_.who, "subject") || arguments_.is_passive()) return {};
    if (arguments_.is_told_of_noun() || arguments_.is_judged()) return {};
    if (const Argument above = arguments_.subject_above(whom); above.is_found()) return above;
    return speaker_ != whom ? Argument{speaker_, -1, speaker_ != kUnspecified} : Argument{};
  }

  // "Two envoys of Kabul were expelled": an article on two parties need not say who did it. A subject that is no party did.
  Argument opponent_who(const Argument& whom) const {
    if (whom.party < 0 || has_role(order_.who, "none") || arguments_.is_judged() || (arguments_.has_subject() && !arguments_.is_passive())) return {};
    const PartyRef opponent = scene_.opponent_of(whom.party);
    const Sentence& sentence = scene_.article.sentences()[clause().sentence];
    for (const Mention& each : scene_.cast.mentions_of(clause().sentence))
      if (opponent != kUnspecified && each.party == opponent && each.first_token < sentence.first_token + sentence.token_count) return {opponent, -1, true};
    return {};
  }

  // "Condemned the arrests": whoever was told to have arrested.
  PartyRef judged_doer() const {
    const uint32_t noun = order_.judges ? arguments_.object_noun() : kNoToken;
    if (noun == kNoToken || noun < match_.trigger_first) return kUnspecified;
    const uint32_t determiner = scene_.trees.find_child(noun, Relation::Det);
    const std::string_view word = determiner == kNoToken ? std::string_view() : scene_.word(determiner);
    return word == "the" || word == "these" || word == "this" || word == "that" || word == "those" ? scene_.doer_of(noun) : kUnspecified;
  }

  // The opponent, from the sentence if it names him; else another party of the sentence.
  Argument inherit_whom(const Argument& who) const {
    if (who.party < 0) return {};
    const Sentence& sentence = scene_.article.sentences()[clause().sentence];
    const uint32_t end = sentence.first_token + sentence.token_count;
    if (const PartyRef doer = judged_doer(); doer != kUnspecified && doer != who.party) return {doer, -1, true};
    const PartyRef opponent = scene_.opponent_of(who.party);
    int32_t nearest = -1, further = -1;
    for (uint32_t i = sentence.first_token; i < end; ++i) {
      const int32_t at = scene_.mention_of[i];
      if (at < 0 || mention(at).party < 0 || mention(at).party == who.party || hears(at) || (is_scene(at) && mention(at).party != opponent)) continue;
      if (undergoes(at)) {  // "condemned the eviction of the tenants": not them
        if (mention(at).party == opponent) return {};
        continue;
      }
      // "Took the invitation, but Peru …": an answer does not wait for the next clause.
      const bool is_further = answers_ && i >= match_.trigger_last && scene_.clause_of[i] != scene_.clause_of[match_.trigger_first];
      if (mention(at).party == opponent && !is_further) return {opponent, at, true};
      if (mention(at).party == opponent && further < 0) further = at;
      if (scene_.is_side.empty() || !scene_.is_side[static_cast<size_t>(mention(at).party)]) continue;
      if (nearest < 0 || i <= match_.trigger_first + kNounReach) nearest = at;
    }
    if (const PartyRef met = scene_.met_before(who.party, match_.trigger_first, answers_); met != kUnspecified) return {met, -1, true};
    if (further >= 0) return {opponent, further, true};
    const auto is_state = [&](PartyRef party) { return scene_.cast.parties[static_cast<size_t>(party)].kind == PartyKind::State; };
    for (const Mention& each : scene_.cast.mentions_of(clause().sentence))  // states answer to states
      if (each.party >= 0 && each.party != who.party && !each.place && each.kind != MentionKind::Adjective && opponent != kUnspecified && !is_state(opponent) && is_state(each.party) && is_state(who.party)) return {each.party, -1, true};
    if (opponent != kUnspecified && scene_.times_named[static_cast<size_t>(opponent)] > 1) return {opponent, -1, true};
    return nearest < 0 ? Argument{} : Argument{mention(nearest).party, nearest, true};
  }

  const Scene& scene_;
  const Match& match_;
  const RoleOrder& order_;
  PartyRef speaker_;
  Arguments arguments_;
  bool answers_, is_quoted_;
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
  RoleOrder order{{}, {}, head == "verb", rule.field("mutual") == "true", rule.field("answers") == "true", rule.category == "ACCUSATION" || rule.category == "REJECTION", rule.field("otherwise") == "dyad"};
  const auto who = rule.field_values("who"), whom = rule.field_values("whom");
  order.is_hostile = order.judges || rule.category == "THREAT";
  order.who.assign(who.begin(), who.end());
  order.whom.assign(whom.begin(), whom.end());
  for (const auto& row : rules.rows("role-orders")) {
    if (row.size() < 3 || row[0] != head) continue;
    std::vector<std::string>& into = row[1] == "who" ? order.who : order.whom;
    if (into.empty()) into.assign(row.begin() + 2, row.end());
  }
  order.is_blame = rule.category == "ACCUSATION" && head == "speech" && !order.who.empty() && order.who[0] == "speaker";
  return order;
}

Roles find_roles(const Scene& scene, const Match& match, const RoleOrder& order, const Voice& voice) {
  return RoleFinder(scene, match, order, voice).find();
}

}  // namespace faultline
