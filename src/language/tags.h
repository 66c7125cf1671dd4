// Names of what a word can be: Universal Dependencies parts of speech and relations, Penn Treebank tags.
//
//   to_string(Relation::NsubjPass) == "nsubj:pass";
//   find_relation("obl:agent") == Relation::OblAgent;
//   universal(Relation::OblAgent) == Relation::Obl;
//
// Sources: universaldependencies.org (version 2 guidelines); Penn Treebank tags as UD English uses them in column XPOS.
// An enumerator never depends on a model: each model's file lists the names that it predicts (model_file.h).
#pragma once

#include <cstddef>
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace faultline {

enum class Upos : uint8_t {
  Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X,
};
inline constexpr size_t kUposCount = static_cast<size_t>(Upos::X) + 1;

enum class Xpos : uint8_t {
  Dollar, CloseQuote, Comma, OpenBracket, CloseBracket, Stop, Colon, Add, Afx, Cc, Cd, Dt, Ex, Fw, Gw, Hyph, In, Jj, Jjr,
  Jjs, Ls, Md, Nfp, Nn, Nnp, Nnps, Nns, Pdt, Pos, Prp, PrpPoss, Rb, Rbr, Rbs, Rp, Sym, To, Uh, Vb, Vbd, Vbg, Vbn, Vbp,
  Vbz, Wdt, Wp, WpPoss, Wrb, OpenQuote,
};

enum class Relation : uint8_t {
  Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Clf, Compound,
  CompoundPrt, Conj, Cop, Csubj, CsubjOuter, CsubjPass, Dep, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat,
  Goeswith, Iobj, List, Mark, Nmod, NmodDesc, NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass, Nummod, Obj, Obl,
  OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Root, Vocative, Xcomp,
};

std::string_view to_string(Upos upos);          // "PROPN"
std::string_view to_string(Xpos xpos);          // "PRP$"
std::string_view to_string(Relation relation);  // "nmod:poss"

std::optional<Upos> find_upos(std::string_view name);
std::optional<Xpos> find_xpos(std::string_view name);
std::optional<Relation> find_relation(std::string_view name);

// The relation without its English subtype.
Relation universal(Relation relation);
inline bool is_one_of(Relation relation, std::initializer_list<Relation> relations) { return std::find(relations.begin(), relations.end(), relation) != relations.end(); }
// "Who", "which", "that" as what stands for the noun before it, or asks for one.
inline bool is_relative_pronoun(Xpos xpos) { return xpos == Xpos::Wp || xpos == Xpos::Wdt; }

}  // namespace faultline
