#include "analysis/comparison.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/correction.h"
#include "analysis/stems.h"

namespace faultline {
namespace {

using Stems = std::set<std::string>;

constexpr size_t kLeastTold = 2;  // words of a label in one sentence: one alone is chance

// The parties of all articles, numbered by who they are.
class SharedParties {
 public:
  explicit SharedParties(std::span<const ComparedArticle> articles) {
    for (const ComparedArticle& each : articles) {
      std::vector<size_t>& of_article = numbers_.emplace_back();
      for (const Party& party : each.analysis.parties) of_article.push_back(number_of(party));
    }
  }

  const std::string& name(size_t number) const { return names_[number]; }
  size_t number(size_t article, PartyRef party) const { return numbers_[article][static_cast<size_t>(party)]; }

 private:
  size_t number_of(const Party& party) {
    size_t number = names_.size();
    for (const std::string& name : party.names)
      if (const auto known = by_name_.find(name); is_own(name, party) && known != by_name_.end()) number = std::min(number, known->second);
    if (number == names_.size()) names_.push_back(party.name);
    for (const std::string& name : party.names)
      if (is_own(name, party)) by_name_.try_emplace(name, number);
    return number;
  }

  // "The company" is another one in another article.
  static bool is_own(const std::string& name, const Party& party) {
    return name == party.name || (name[0] >= 'A' && name[0] <= 'Z') || static_cast<unsigned char>(name[0]) >= 0x80;
  }

  std::map<std::string, size_t> by_name_;
  std::vector<std::string> names_;
  std::vector<std::vector<size_t>> numbers_;
};

class Comparer {
 public:
  Comparer(std::span<const ComparedArticle> articles, const RuleSet& rules) : articles_(articles), stems_(rules), parties_(articles) {
    for (const char* list : {"name.never", "issue.generic", "prepositions", "determiners"})
      for (const std::string& word : rules.words(list)) plain_.insert(word);
    for (const ComparedArticle& each : articles)
      for (const Party& party : each.analysis.parties)  // others may be what it is about: "refugees", an armed group
        for (const Span mention : party.mentions)
          if (party.kind == PartyKind::State) add_stems(each.article, mention, party_words_);
  }

  Comparison compare() {
    for (size_t article = 0; article < articles_.size(); ++article)
      for (uint32_t issue = 0; issue < articles_[article].analysis.issues.size(); ++issue)
        if (!is_rejected(articles_[article].analysis, {true, issue})) place(article, issue);
    for (size_t article = 0; article < articles_.size(); ++article) find_told(article);
    fill_ledger();
    return std::move(made_);
  }

 private:
  struct Words {
    Stems label, all;  // of the label; of every mention besides
    IssueType type = IssueType::Governance;
    bool is_only_one = false;  // of its type in its article
    std::set<size_t> parties;
  };

  void add_stems(const Article& article, Span span, Stems& into) const {
    const auto tokens = article.tokens();
    auto token = std::lower_bound(tokens.begin(), tokens.end(), span.begin, [](const Token& each, uint32_t begin) { return each.span.begin < begin; });
    for (; token != tokens.end() && token->span.end <= span.end; ++token) {
      const std::string_view fold = article.fold_of(*token);
      if (token->kind == TokenKind::Punctuation || token->span.size() < 3 || plain_.count(std::string(fold)) > 0) continue;
      into.insert(std::string(stems_.of(fold)));
    }
  }

  // The label is made of the first mention's words; parties tell who disputes, not about what.
  Words words_of(size_t index, const Issue& issue) const {
    const auto& [article, analysis] = articles_[index];
    Words words;
    words.type = issue.type;
    words.is_only_one = std::count_if(analysis.issues.begin(), analysis.issues.end(), [&](const Issue& each) { return each.type == issue.type; }) == 1;
    for (const PartyRef party : issue.parties)
      if (party >= 0) words.parties.insert(parties_.number(index, party));
    for (const Span span : issue.spans) {
      Stems found;
      add_stems(article, span, found);
      for (const std::string& stem : party_words_) found.erase(stem);
      if (words.label.empty()) words.label = found;
      words.all.merge(found);
    }
    words.all.insert(words.label.begin(), words.label.end());
    return words;
  }

  template <class Set>
  static size_t shared(const Set& a, const Set& b) {
    return static_cast<size_t>(std::count_if(a.begin(), a.end(), [&](const auto& each) { return b.count(each) > 0; }));
  }

  static bool is_same(const Words& a, const Words& b) {
    const Words& shorter = a.label.size() <= b.label.size() ? a : b;
    const Words& longer = &shorter == &a ? b : a;
    const size_t common = shared(shorter.label, longer.all);
    if (common > 0 && common * 2 >= shorter.label.size()) return true;
    // "Crossings that are shut" and "the closure of checkpoints": both articles have one issue of this kind between the same
    // parties. Governance is whatever is of no other kind.
    if (a.type != b.type || a.type == IssueType::Governance) return false;
    return common > 0 || (a.is_only_one && b.is_only_one && shared(a.parties, b.parties) >= 2);
  }

  void place(size_t article, uint32_t index) {
    const Analysis& analysis = articles_[article].analysis;
    const Issue& issue = analysis.issues[index];
    const Words words = words_of(article, issue);
    size_t row = 0;
    while (row < rows_.size() && !is_same(rows_[row], words)) ++row;
    if (row == rows_.size()) {
      rows_.push_back(words);
      made_.issues.push_back({issue.label, issue.type, std::vector<IssueCell>(articles_.size())});
    } else {
      rows_[row].all.insert(words.all.begin(), words.all.end());
    }
    IssueCell& cell = made_.issues[row].cells[article];
    cell.issues.push_back(index);
    if (cell.standing != IssueStanding::Conceded) cell.standing = is_conceded(analysis, issue) ? IssueStanding::Conceded : IssueStanding::Disputed;
    for (const Span span : issue.spans) add_voice(analysis, span, cell.voices);
  }

  // What other articles dispute and this one only speaks of.
  void find_told(size_t article) {
    const auto& [text, analysis] = articles_[article];
    for (const Sentence& sentence : text.sentences()) {
      Stems found;
      add_stems(text, sentence.span, found);
      for (size_t row = 0; row < rows_.size(); ++row) {
        IssueCell& cell = made_.issues[row].cells[article];
        const size_t words = shared(rows_[row].label, found);
        if (cell.standing > IssueStanding::Told || words < std::min(kLeastTold, rows_[row].label.size()) || words * 2 < rows_[row].label.size() || words == 0) continue;
        cell.standing = IssueStanding::Told;
        add_voice(analysis, sentence.span, cell.voices);
      }
    }
  }

  static bool is_rejected(const Analysis& analysis, FindingId finding) {
    const Correction* correction = find_correction(analysis, finding);
    return correction != nullptr && correction->verdict == Verdict::Rejected;
  }

  static bool is_conceded(const Analysis& analysis, const Issue& issue) {
    if (issue.status == IssueStatus::Eased || issue.status == IssueStatus::Settled) return true;
    return std::any_of(issue.signals.begin(), issue.signals.end(), [&](uint32_t signal) {
      const Category category = analysis.signals[signal].category;
      return (category == Category::Concession || category == Category::Agreement) && !is_rejected(analysis, {false, signal});
    });
  }

  // The innermost that says it.
  static void add_voice(const Analysis& analysis, Span span, std::vector<uint32_t>& voices) {
    const Attribution* inner = nullptr;
    for (const Attribution& each : analysis.attributions)
      if (each.content.begin <= span.begin && span.end <= each.content.end && (inner == nullptr || each.content.size() < inner->content.size())) inner = &each;
    const uint32_t speaker = inner == nullptr ? 0 : inner->speaker;
    if (std::find(voices.begin(), voices.end(), speaker) == voices.end()) voices.push_back(speaker);
  }

  std::string name_of(size_t article, PartyRef party) const {
    if (party == kUnspecified) return "unspecified";
    return party == kDyad ? "dyad" : parties_.name(parties_.number(article, party));
  }

  void fill_ledger() {
    std::map<std::pair<std::string, std::string>, size_t> rows;
    for (size_t article = 0; article < articles_.size(); ++article)
      for (const LedgerEntry& entry : articles_[article].analysis.ledger) {
        const std::pair names{name_of(article, entry.who), name_of(article, entry.whom)};
        const auto [row, fresh] = rows.try_emplace(names, made_.ledger.size());
        if (fresh) made_.ledger.push_back({names.first, names.second, std::vector<const LedgerEntry*>(articles_.size())});
        made_.ledger[row->second].cells[article] = &entry;
      }
  }

  std::span<const ComparedArticle> articles_;
  WordStems stems_;
  SharedParties parties_;
  std::set<std::string, std::less<>> plain_;  // words that are in every phrase
  Stems party_words_;
  std::vector<Words> rows_;
  Comparison made_;
};

}  // namespace

const char* to_string(IssueStanding standing) {
  switch (standing) {
    case IssueStanding::Omitted: return "omitted";
    case IssueStanding::Told: return "told";
    case IssueStanding::Disputed: return "disputed";
    case IssueStanding::Conceded: return "conceded";
  }
  return "";
}

std::string letter_of(size_t article) { return article < 26 ? std::string(1, static_cast<char>('A' + article)) : std::to_string(article + 1); }

Comparison compare(std::span<const ComparedArticle> articles, const RuleSet& rules) { return Comparer(articles, rules).compare(); }

}  // namespace faultline
