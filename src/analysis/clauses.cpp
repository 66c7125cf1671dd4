#include "analysis/clauses.h"

namespace faultline {
namespace {

constexpr int kMostSteps = 24;  // up from a word to the verb of its clause: deeper is a sentence the parser lost

bool has_subject(const Trees& trees, uint32_t head) {
  for (const uint32_t child : trees.children(head)) {
    const Relation relation = universal(trees.relation(child));
    if (relation == Relation::Nsubj || relation == Relation::Csubj) return true;
  }
  return false;
}

class ClauseCutter {
 public:
  ClauseCutter(const Article& article, const Trees& trees, const WordsOf& words, std::vector<Clause>& out, std::vector<uint32_t>& clause_of)
      : article_(article), trees_(trees), words_(words), out_(out), clause_of_(clause_of), clause_under_(article.tokens().size(), kNoToken) {
    clause_of_.assign(article.tokens().size(), 0);
  }

  void cut_sentence(uint32_t index) {
    const Sentence& sentence = article_.sentences()[index];
    for (uint32_t token = sentence.first_token; token < sentence.first_token + sentence.token_count; ++token) {
      const uint32_t head = head_of_clause(token);
      uint32_t& at = clause_under_[head];
      if (at == kNoToken) {
        at = static_cast<uint32_t>(out_.size());
        out_.push_back({.first = token, .last = token, .sentence = index, .kind = kind_of(head), .head = head});
      }
      out_[at].last = token + 1;
      clause_of_[token] = at;
    }
  }

 private:
  uint32_t head_of_clause(uint32_t token) const {
    for (int steps = 0; steps < kMostSteps && !opens_clause(token); ++steps) token = trees_.head(token);
    return token;
  }

  bool opens_clause(uint32_t token) const {
    if (trees_.head(token) == kNoToken) return true;
    switch (trees_.relation(token)) {
      case Relation::AclRelcl: return true;
      case Relation::Conj: return trees_.upos(token) == Upos::Verb || trees_.find_child(token, Relation::Cop) != kNoToken || has_subject(trees_, token);
      default: break;
    }
    switch (universal(trees_.relation(token))) {
      case Relation::Advcl:
      case Relation::Ccomp:
      case Relation::Csubj:
      case Relation::Parataxis: return true;
      default: return false;
    }
  }

  ClauseKind kind_of(uint32_t head) const {
    for (const uint32_t child : trees_.children(head))
      if (trees_.relation(child) == Relation::Mark && words_.is(article_.tokens()[child].fold, WordKind::Conditional)) return ClauseKind::Conditional;
    if (trees_.relation(head) == Relation::AclRelcl) return ClauseKind::Relative;
    if (trees_.head(head) == kNoToken) return ClauseKind::Main;
    if (!has_subject(trees_, head)) return ClauseKind::Continued;
    const Relation relation = universal(trees_.relation(head));
    return relation == Relation::Conj || relation == Relation::Parataxis ? ClauseKind::Main : ClauseKind::Subordinate;
  }

  const Article& article_;
  const Trees& trees_;
  const WordsOf& words_;
  std::vector<Clause>& out_;
  std::vector<uint32_t>& clause_of_;
  std::vector<uint32_t> clause_under_;  // by token: the clause that it heads
};

}  // namespace

Work find_clauses(const Article& article, const Trees& trees, const WordsOf& words, std::vector<Clause>& clauses, std::vector<uint32_t>& clause_of) {
  ClauseCutter cutter(article, trees, words, clauses, clause_of);
  for (uint32_t i = 0; i < article.sentences().size(); ++i) {
    cutter.cut_sentence(i);
    co_yield article.sentences()[i].token_count;
  }
}

}  // namespace faultline
