#include "analysis/issue_objects.h"

#include <algorithm>

#include "analysis/issue_phrases.h"

namespace faultline {

namespace {

constexpr uint32_t kPrepositionReach = 12;  // tokens: the parser hangs "over …" on the nearest noun as often as on the cue
constexpr uint32_t kConditionReach = 20;
constexpr int kMostWraps = 4;               // "the rejection of the request for a review of …"

class ObjectFinder {
 public:
  ObjectFinder(const Reading& reading, TokenRange cue) : reading_(reading), trees_(reading.trees()), range_(cue), cue_(trees_.head_of(cue.first, cue.end)) {}

  uint32_t find(std::string_view place) const {
    if (place == "object") return object();
    if (place == "subject") return subject();
    if (place == "content") return content_of(cue_);
    if (place == "topic") return topic();
    if (place == "after") return phrase_head_at(reading_, range_.end);
    if (place == "unless" || place == "until") return condition(place);
    return behind_preposition(place);
  }

  // The object within "request", "allegation", "issue", where it is told; a bare "the request" names nothing.
  uint32_t unwrap(uint32_t head) const {
    for (int i = 0; i < kMostWraps && head != kNoToken && reading_.has(List::IssueWrappers, head); ++i) {
      uint32_t inner = content_of(head);
      for (uint32_t child : trees_.children(head)) {
        if (inner != kNoToken) break;
        if (child > head && universal(trees_.relation(child)) == Relation::Nmod && leads_to_object(child)) inner = child;
      }
      if (inner == kNoToken) break;
      head = inner;
    }
    return head;
  }

 private:
  uint32_t object() const {
    const bool is_stance = reading_.fold(cue_) == "opposed" && range_.end < reading_.article().tokens().size() && (reading_.fold(cue_ + 1) == "to" || reading_.fold(range_.end) == "to");
    if (const uint32_t passive = trees_.find_child(cue_, Relation::NsubjPass); passive != kNoToken && !is_stance) return passive;
    if (const uint32_t noun = trees_.find_child(cue_, Relation::Obj); noun != kNoToken) return noun;
    // "to veto legislation", read as a compound noun.
    const uint32_t head = trees_.head(cue_);
    return trees_.relation(cue_) == Relation::Compound && head != kNoToken && head > cue_ ? head : kNoToken;
  }

  uint32_t subject() const {
    const uint32_t noun = trees_.find_child(cue_, Relation::Nsubj);
    return noun != kNoToken ? noun : trees_.find_child(cue_, Relation::Csubj);
  }

  // "Tolls are (remain, have become) a sticking point", "tolls, a sticking point since May".
  uint32_t topic() const {
    if (const uint32_t own = subject(); own != kNoToken) return own;
    const uint32_t head = trees_.head(cue_);
    if (head == kNoToken || head > cue_) return kNoToken;
    const Relation relation = trees_.relation(cue_);
    if (relation == Relation::Appos) return head;
    if (relation == Relation::Xcomp || relation == Relation::Obj) return trees_.find_child(head, Relation::Nsubj);
    return kNoToken;
  }

  uint32_t content_of(uint32_t head) const {
    for (uint32_t child : trees_.children(head)) {
      if (child < head) continue;
      const Relation relation = trees_.relation(child);
      if (relation == Relation::Xcomp || relation == Relation::Ccomp) return said(child);
      // "urged them to …", "a request to …": an infinitive; "the claim that …": a clause with a mark.
      if (relation == Relation::Acl || relation == Relation::Advcl) {
        const uint32_t mark = trees_.find_child(child, Relation::Mark);
        if (mark != kNoToken && (reading_.fold(mark) == "to" || reading_.fold(mark) == "that")) return said(child);
      }
    }
    return kNoToken;
  }

  // "that the law is unjust" is about the law.
  uint32_t said(uint32_t clause) const {
    if (trees_.find_child(clause, Relation::Cop) == kNoToken || trees_.upos(clause) == Upos::Verb) return clause;
    const uint32_t noun = trees_.find_child(clause, Relation::Nsubj);
    return noun == kNoToken ? clause : noun;
  }

  // "A strike unless pay is raised", "unless they raise pay": what is asked for under a threat.
  uint32_t condition(std::string_view word) const {
    const uint32_t end = std::min<uint32_t>(static_cast<uint32_t>(reading_.article().tokens().size()), range_.end + kConditionReach);
    for (uint32_t at = range_.end; at < end && !is_end(at); ++at) {
      if (reading_.fold(at) != word || trees_.relation(at) != Relation::Mark) continue;
      const uint32_t clause = trees_.head(at);
      for (Relation relation : {Relation::Obj, Relation::NsubjPass})
        if (const uint32_t noun = trees_.find_child(clause, relation); noun != kNoToken) return noun;
      return kNoToken;
    }
    return kNoToken;
  }

  bool leads_to_object(uint32_t noun) const {
    const uint32_t preposition = trees_.find_child(noun, Relation::Case);
    if (preposition == kNoToken || preposition > noun) return false;
    const std::string_view word = reading_.fold(preposition);
    return word == "of" || word == "for" || reading_.has(List::DisputeObjects, preposition);
  }

  uint32_t behind_preposition(std::string_view word) const {
    const uint32_t end = std::min<uint32_t>(static_cast<uint32_t>(reading_.article().tokens().size()), range_.end + kPrepositionReach);
    const uint32_t root = trees_.head_of(range_.first, range_.end);
    for (uint32_t at = root + 1; at < end; ++at) {
      if (at >= range_.end && (is_end(at) || (trees_.upos(at) == Upos::Verb && !trees_.is_below(at, cue_) && trees_.find_child(at, Relation::Nsubj) != kNoToken))) break;
      if (reading_.fold(at) != word) continue;
      const Relation relation = trees_.relation(at);
      if (relation != Relation::Case && relation != Relation::Mark) continue;
      const uint32_t noun = trees_.head(at);
      if (noun == kNoToken || !(reading_.has(List::DisputeObjects, at) || hangs_on_cue(noun))) continue;
      return noun;
    }
    return kNoToken;
  }

  // "accused Ruritania of …": of the cue, or by mistake of the object of the cue, but not of "on the price [of gas]".
  bool hangs_on_cue(uint32_t noun) const {
    uint32_t head = trees_.head(noun);
    if (head != kNoToken && !is_in_cue(head) && trees_.find_child(head, Relation::Case) == kNoToken) head = trees_.head(head);
    return head != kNoToken && is_in_cue(head);
  }

  bool is_in_cue(uint32_t token) const { return range_.first <= token && token < range_.end; }

  bool is_end(uint32_t at) const {
    if (reading_.token(at).kind != TokenKind::Punctuation) return false;
    const std::string_view mark = reading_.fold(at);
    return mark == "." || mark == ";" || mark == ":" || mark == "?" || mark == "!" || mark == "—" || mark == "(";
  }

  const Reading& reading_;
  const Trees& trees_;
  TokenRange range_;
  uint32_t cue_;
};

}  // namespace

std::vector<uint32_t> find_issue_objects(const Reading& reading, TokenRange cue, std::span<const std::string> places, bool always_split) {
  const ObjectFinder finder(reading, cue);
  for (const std::string& place : places) {
    const uint32_t found = finder.find(place);
    if (found == kNoToken) continue;
    std::vector<uint32_t> members = members_of(reading, finder.unwrap(found));
    if (members.size() < 3 && !always_split) members.resize(1);  // "pay and conditions" is one name; a list of three is a list
    return members;
  }
  return {};
}

}  // namespace faultline
