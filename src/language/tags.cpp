#include "language/tags.h"

#include <array>

namespace faultline {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 17> kUpos = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

constexpr std::array<std::string_view, 49> kXpos = {
    "$",  "''",  ",",   "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX",  "CC", "CD",  "DT",  "EX", "FW", "GW", "HYPH", "IN",
    "JJ", "JJR", "JJS", "LS",    "MD",    "NFP", "NN",  "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS",
    "RP", "SYM", "TO",  "UH",    "VB",    "VBD", "VBG", "VBN", "VBP",  "VBZ", "WDT", "WP",  "WP$", "WRB", "``",
};

constexpr std::array<std::string_view, 52> kRelations = {
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
    "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det",
    "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
    "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
};
static_assert(kUpos.size() == static_cast<size_t>(Upos::X) + 1);
static_assert(kXpos.size() == static_cast<size_t>(Xpos::OpenQuote) + 1);
static_assert(kRelations.size() == static_cast<size_t>(Relation::Xcomp) + 1);

template <class Tag, size_t kCount>
std::optional<Tag> find_in(const std::array<std::string_view, kCount>& names, std::string_view name) {
  for (size_t i = 0; i < kCount; ++i)
    if (names[i] == name) return static_cast<Tag>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Upos upos) { return kUpos[static_cast<size_t>(upos)]; }
std::string_view to_string(Xpos xpos) { return kXpos[static_cast<size_t>(xpos)]; }
std::string_view to_string(Relation relation) { return kRelations[static_cast<size_t>(relation)]; }

std::optional<Upos> find_upos(std::string_view name) { return find_in<Upos>(kUpos, name); }
std::optional<Xpos> find_xpos(std::string_view name) { return find_in<Xpos>(kXpos, name); }
std::optional<Relation> find_relation(std::string_view name) { return find_in<Relation>(kRelations, name); }

Relation universal(Relation relation) {
  const std::string_view name = to_string(relation);
  return *find_relation(name.substr(0, name.find(':')));
}

}  // namespace faultline
