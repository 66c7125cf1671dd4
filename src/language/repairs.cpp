#include "language/repairs.h"

namespace faultline {
namespace {

class Repairer {
 public:
  Repairer(std::string_view text, std::span<SyntaxWord> words, uint32_t first) : text_(text), words_(words), first_(first) {}

  void run() {
    for (uint32_t i = 0; i < words_.size(); ++i) {
      raise_finite_verb(i);
      raise_verb_in_phrase(i);
      free_aside(i);
      free_past(i);
      if (words_[i].relation == Relation::OblAgent && !has_by(i)) words_[i].relation = Relation::Obl;
      if (is_subject(i)) join_next_subject(i);
      if (is_subject(i)) join_after_comma(i);
      raise_joined_verb(i);
      take_joined_subject(i);
    }
    for (uint32_t i = 0; i < words_.size(); ++i) turn_object_into_subject(i);
  }

 private:
  std::string_view form(uint32_t i) const { return text_.substr(words_[i].span.begin, words_[i].span.size()); }
  bool hangs_on(uint32_t i, uint32_t head) const { return words_[i].head == first_ + head; }
  bool is_name(uint32_t i) const { return words_[i].upos == Upos::Propn; }
  bool is_subject(uint32_t i) const {
    return words_[i].relation == Relation::Nsubj || words_[i].relation == Relation::NsubjPass;
  }

  bool is_finite(uint32_t i) const {
    return words_[i].upos == Upos::Verb && (words_[i].xpos == Xpos::Vbd || words_[i].xpos == Xpos::Vbz || words_[i].xpos == Xpos::Vbp);
  }
  template <class Fits>
  bool has_child(uint32_t head, Fits fits) const {
    for (uint32_t i = 0; i < words_.size(); ++i)
      if (hangs_on(i, head) && fits(i)) return true;
    return false;
  }

  // "A report called for sanctions." A sentence that ends in a full stop has a verb, so what alone may be it is no participle;
  // "a man charged by police." has an agent and is a caption.
  bool is_only_verb(uint32_t verb) const {
    if (words_[verb].xpos != Xpos::Vbn || form(static_cast<uint32_t>(words_.size()) - 1) != ".") return false;
    for (uint32_t i = 0; i < words_.size(); ++i) {
      const Xpos tag = words_[i].xpos;
      if (tag == Xpos::Vbd || tag == Xpos::Vbz || tag == Xpos::Vbp || tag == Xpos::Md) return false;
      if (hangs_on(i, verb) && words_[i].relation == Relation::OblAgent) return false;
    }
    return true;
  }

  // A noun that a finite verb describes as if it were a participle, and that nothing else makes a clause of.
  void raise_finite_verb(uint32_t noun) {
    const Relation relation = words_[noun].relation;
    if (relation != Relation::Root && relation != Relation::Ccomp && relation != Relation::Parataxis) return;
    if (words_[noun].upos != Upos::Noun && words_[noun].upos != Upos::Propn) return;
    if (has_child(noun, [&](uint32_t i) { return is_subject(i) || words_[i].relation == Relation::Cop; })) return;
    for (uint32_t verb = noun + 1; verb < words_.size(); ++verb) {
      if (!hangs_on(verb, noun) || words_[verb].relation != Relation::Acl) continue;
      const bool is_only = !is_finite(verb) && relation == Relation::Root && is_only_verb(verb);
      if ((!is_finite(verb) && !is_only) || has_child(verb, [&](uint32_t i) { return is_subject(i) || words_[i].relation == Relation::AuxPass || words_[i].relation == Relation::Mark; })) return;
      words_[verb].head = words_[noun].head;
      words_[verb].relation = relation;
      words_[noun].head = first_ + verb;
      words_[noun].relation = Relation::Nsubj;
      if (is_only) words_[verb].xpos = Xpos::Vbd;
      return;
    }
  }

  // A participle right after a noun that hangs on the same noun as it does, or on it: "X began strikes".
  void raise_verb_in_phrase(uint32_t verb) {
    const SyntaxWord& word = words_[verb];
    if (verb == 0 || (word.relation != Relation::Amod && word.relation != Relation::Compound) || word.upos != Upos::Verb || word.xpos == Xpos::Vbg) return;
    const uint32_t subject = verb - 1, object = word.head - first_;
    const bool is_noun = words_[subject].upos == Upos::Noun || words_[subject].xpos == Xpos::Nnp || words_[subject].xpos == Xpos::Nnps;
    const bool is_beside = words_[subject].head == word.head && (words_[subject].relation == Relation::Compound || words_[subject].relation == Relation::Amod);
    if (!is_noun || object < verb || (!is_beside && !(hangs_on(subject, verb) && is_subject(subject)))) return;
    if (has_child(object, [&](uint32_t i) { return is_subject(i) || words_[i].relation == Relation::Cop; })) return;
    Relation relation = words_[object].relation;
    if (is_subject(object)) {  // "Chile closed ports, the envoy said": what is said has a subject besides
      const uint32_t said = words_[object].head - first_;
      if (said < object || !has_child(said, [&](uint32_t i) { return i > object && is_subject(i); })) return;
      relation = Relation::Ccomp;
    } else if (relation != Relation::Root && relation != Relation::Ccomp && relation != Relation::Parataxis) {
      return;
    }
    words_[verb].head = words_[object].head;
    words_[verb].relation = relation;
    attach(object, verb, Relation::Obj);
    for (uint32_t i = 0; i < verb; ++i)  // what stands before the verb belongs to its subject
      if (i != subject && (hangs_on(i, object) || (hangs_on(i, verb) && !is_beside))) words_[i].head = first_ + subject;
    attach(subject, verb, Relation::Nsubj);
  }

  // A clause of subject and verb between two commas, which the network hung on the noun before it.
  void free_aside(uint32_t verb) {
    const Relation relation = words_[verb].relation;
    if ((relation != Relation::AclRelcl && relation != Relation::Parataxis) || !is_finite(verb) || verb < 2 || verb + 1 >= words_.size()) return;
    if (form(verb + 1) != "," || words_[verb].head == SyntaxWord::kNoHead) return;
    // "agreed, the envoys say, to lift the ban": what follows the aside belongs to what stands before it.
    for (uint32_t i = verb + 2; i < words_.size() && relation == Relation::Parataxis; ++i)
      if (hangs_on(i, verb) && words_[i].relation == Relation::Ccomp && has_child(i, [&](uint32_t k) { return words_[k].xpos == Xpos::To; }))
        attach(i, words_[verb].head - first_, Relation::Xcomp);
    const uint32_t noun = words_[verb].head - first_;
    if (noun >= verb || words_[noun].head == SyntaxWord::kNoHead || words_[noun].upos == Upos::Verb) return;
    uint32_t first = verb;
    for (uint32_t i = noun + 1; i < verb; ++i) {
      if (words_[i].xpos == Xpos::Wdt || words_[i].xpos == Xpos::Wp || words_[i].xpos == Xpos::WpPoss || words_[i].xpos == Xpos::Wrb || words_[i].xpos == Xpos::In) return;
      if (hangs_on(i, verb) && is_subject(i)) first = i;
    }
    if (first == verb || form(noun + 1) != ",") return;
    words_[verb].head = words_[noun].head;
    words_[verb].relation = Relation::Parataxis;
  }

  // "Reil, the director, apologised for it, he said": a past read as a participle of the noun before, whose own verb has a
  // subject besides.
  void free_past(uint32_t verb) {
    if (words_[verb].relation != Relation::Acl || words_[verb].xpos != Xpos::Vbn || verb == 0 || form(verb - 1) != ",") return;
    const uint32_t noun = words_[verb].head - first_;
    if (noun > verb || !is_subject(noun) || words_[noun].head < first_ + verb) return;
    const uint32_t main = words_[noun].head - first_;
    if (!has_child(main, [&](uint32_t i) { return i > verb && is_subject(i); })) return;
    attach(verb, main, Relation::Parataxis);
    words_[verb].xpos = Xpos::Vbd;
    attach(noun, verb, Relation::Nsubj);
  }

  // "Said it would appeal and accused them", "urged both to talk and offered help": the network joins a verb to the nearest
  // one, but a past cannot share "would" or "to"; and who asks, offers or blames is mostly he who said, not the thing or
  // the one that he spoke of.
  void raise_joined_verb(uint32_t verb) {
    const Xpos tag = words_[verb].xpos;
    if (words_[verb].relation != Relation::Conj || (tag != Xpos::Vbd && tag != Xpos::Vbn && tag != Xpos::Vbz)) return;
    const uint32_t told = words_[verb].head - first_;
    const Relation relation = words_[told].relation;
    if (told >= verb || (relation != Relation::Ccomp && relation != Relation::Xcomp)) return;
    const uint32_t said = words_[told].head - first_;
    const bool agrees = words_[said].xpos == tag || (words_[said].xpos == Xpos::Vbd && tag == Xpos::Vbn);
    if (said >= told || !agrees) return;
    bool is_joined = false, is_bare = true, is_told = false, is_open = false, is_of_them = false;
    for (uint32_t i = 0; i < words_.size(); ++i) {
      const Relation own = universal(words_[i].relation);
      const bool is_pronoun = words_[i].upos == Upos::Pron;
      if (hangs_on(i, verb)) {
        is_joined = is_joined || own == Relation::Cc;
        is_bare = is_bare && own != Relation::Nsubj && own != Relation::Aux && own != Relation::Mark;
        is_of_them = is_of_them || (own == Relation::Obj && is_pronoun);
      } else if (hangs_on(i, told)) {
        is_open = is_open || (words_[told].xpos == Xpos::Vb && (words_[i].xpos == Xpos::Md || words_[i].xpos == Xpos::To));
        is_of_them = is_of_them || own == Relation::Cop || (own == Relation::Nsubj && is_pronoun);
      } else if (hangs_on(i, said)) {
        is_told = is_told || (own == Relation::Nsubj && i < said);
      }
    }
    if (is_joined && is_bare && is_told && (is_open || (relation == Relation::Ccomp && is_said(form(verb)) && is_of_them))) attach(verb, said, Relation::Conj);
  }

  // "Growers met over prices and drivers blocked the road": a clause that is joined has an "and" of its own, so the noun
  // between the two is no second price.
  void take_joined_subject(uint32_t verb) {
    if (verb < 3 || words_[verb].relation != Relation::Conj || !is_finite(verb)) return;
    const uint32_t noun = verb - 1;
    const bool is_noun = words_[noun].upos == Upos::Noun || words_[noun].upos == Upos::Propn;
    if (!is_noun || words_[noun].relation != Relation::Conj || hangs_on(verb, noun) || words_[verb].head >= first_ + noun) return;
    uint32_t joint = verb;
    for (uint32_t i = 0; i < words_.size(); ++i) {
      const Relation own = universal(words_[i].relation);
      if (hangs_on(i, verb) && (own == Relation::Cc || own == Relation::Nsubj || own == Relation::Aux || own == Relation::Mark)) return;
      if (hangs_on(i, noun) && own == Relation::Cc && i < noun) joint = i;
    }
    if (joint == verb) return;
    attach(noun, verb, Relation::Nsubj);
    attach(joint, verb, Relation::Cc);
  }

  // Pasts and presents of verbs of address.
  static bool is_said(std::string_view past) {
    for (const std::string_view stem : {"accus", "admit", "appeal", "ask", "begg", "blam", "call", "complain", "condemn", "criticis", "criticiz", "demand", "denie", "denounc", "dismiss",
                                        "insist", "offer", "order", "pledg", "prais", "promis", "reject", "summon", "thank", "threaten", "urge", "vow", "warn", "welcom"})
      if (past.starts_with(stem)) return true;
    return false;
  }

  // What stands before a finite verb that has no subject is its subject, be it taken for an object or, with the
  // conjunction for a preposition, for an oblique: "after the union began a strike".
  void turn_object_into_subject(uint32_t object) {
    if (words_[object].head == SyntaxWord::kNoHead) return;
    const bool is_bare_oblique = words_[object].relation == Relation::Obl && (is_name(object) || has_child(object, [&](uint32_t i) { return form(i) == "the"; })) &&
                                 !has_child(object, [&](uint32_t i) { return words_[i].relation == Relation::Case; });
    const uint32_t verb = words_[object].head - first_, conjunction = find_conjunction(object, verb);
    if (words_[object].relation != Relation::Obj && !is_bare_oblique && conjunction == kNone) return;
    if (object > verb || words_[verb].upos != Upos::Verb) return;
    if (words_[object].upos == Upos::Pron || words_[object].upos == Upos::Det) return;  // "what they want", "themselves"
    bool finite = is_finite(verb), passive = false;
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (!hangs_on(i, verb)) continue;
      const Relation relation = universal(words_[i].relation);
      if (relation == Relation::Nsubj || relation == Relation::Csubj || relation == Relation::Expl) return;
      if (words_[i].xpos == Xpos::Wdt || words_[i].xpos == Xpos::Wp || words_[i].xpos == Xpos::Wrb || words_[i].xpos == Xpos::To) return;
      if (relation != Relation::Aux) continue;
      if (i < object) return;  // a question
      finite = true;
      passive = passive || words_[i].relation == Relation::AuxPass;
    }
    if (!finite || universal(words_[verb].relation) == Relation::Acl) return;
    words_[object].relation = passive ? Relation::NsubjPass : Relation::Nsubj;
    if (conjunction != kNone) attach(conjunction, verb, Relation::Mark);
  }

  // "A day [after] a patrol boat stopped": the preposition of what stands right before the verb of a clause; kNone if there is none.
  static constexpr uint32_t kNone = UINT32_MAX;
  uint32_t find_conjunction(uint32_t noun, uint32_t verb) const {
    if (words_[noun].relation != Relation::Obl || noun + 1 != verb || verb >= words_.size() || words_[verb].relation != Relation::Advcl || words_[noun].upos == Upos::Num) return kNone;
    for (uint32_t i = 0; i < noun; ++i)
      if (hangs_on(i, noun) && words_[i].relation == Relation::Case && (form(i) == "after" || form(i) == "before" || form(i) == "since" || form(i) == "until")) return i;
    return kNone;
  }

  // Prepositions stand before their noun, not far off.
  bool has_by(uint32_t noun) const {
    for (uint32_t i = noun; i-- > 0 && noun - i <= 12;)
      if (hangs_on(i, noun) && words_[i].relation == Relation::Case && (form(i) == "by" || form(i) == "By")) return true;
    return false;
  }

  // Two subjects of one verb with a comma before the second: it stands in apposition, if another comma closes it behind the
  // first, or goes on with a list that the first ends with ("issues like pay | , shifts and safety").
  void join_after_comma(uint32_t i) {
    const uint32_t verb = words_[i].head;
    for (uint32_t j = i + 2; j < words_.size() && first_ + j < verb; ++j) {
      if (!is_subject(j) || words_[j].head != verb || words_[j].upos == Upos::Pron) continue;
      uint32_t begin = j;
      while (begin > i + 1 && hangs_on(begin - 1, j) && form(begin - 1) != ",") --begin;
      const uint32_t comma = begin - 1;
      if (comma <= i || form(comma) != ",") return;
      if (has_child(j, [&](uint32_t k) { return words_[k].relation == Relation::Conj; })) {
        if ((words_[comma - 1].upos != Upos::Noun && !is_name(comma - 1)) || is_below(comma - 1, j)) return;
        return attach(j, comma - 1, Relation::Conj);
      }
      const bool is_behind = comma == i + 1 || words_[comma - 1].relation == Relation::Flat;
      for (uint32_t k = j + 1; is_behind && first_ + k < verb; ++k)
        if (form(k) == ",") return attach(j, i, Relation::Appos);
      return;
    }
  }
  bool is_below(uint32_t word, uint32_t ancestor) const {
    while (word != ancestor && words_[word].head != SyntaxWord::kNoHead) word = words_[word].head - first_;
    return word == ancestor;
  }
  void attach(uint32_t word, uint32_t head, Relation relation) {
    words_[word].head = first_ + head;
    words_[word].relation = relation;
  }

  // Two subjects of one verb with nothing between them.
  void join_next_subject(uint32_t i) {
    const uint32_t next = i + 1;
    if (next >= words_.size() || !is_subject(next) || words_[next].head != words_[i].head || !is_name(next)) return;
    if (is_name(i)) {
      // "Minister | Theresa | May": all of them one name, which its first word stands for.
      const uint32_t verb = words_[i].head;
      for (uint32_t j = next; j < words_.size() && is_subject(j) && is_name(j) && words_[j].head == verb; ++j) {
        words_[j].head = first_ + i;
        words_[j].relation = Relation::Flat;
      }
    } else if (words_[i].upos == Upos::Noun) {
      words_[i].head = first_ + next;
      words_[i].relation = Relation::NmodDesc;
    }
  }

  std::string_view text_;
  std::span<SyntaxWord> words_;
  uint32_t first_;
};

}  // namespace

void repair_sentence(std::string_view text, std::span<SyntaxWord> words, uint32_t first) { Repairer(text, words, first).run(); }

}  // namespace faultline
