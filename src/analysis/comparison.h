// Sets two or more articles side by side: which issues each of them calls disputed, and what passes between the parties in each.
//
//   const ComparedArticle articles[] = {{first, first_analysis}, {second, second_analysis}};
//   Comparison comparison = compare(articles, rules);
//   comparison.issues[0].cells[1].standing == Standing::Omitted;   // told by the first article alone
//
// A party of two articles is one if they share a name that begins with a capital, or its main name. An issue is one if half
// of the words of the shorter label are among the words of the other, stems and synonyms taken for one and states left out; of one
// type, a single word is enough, or that both articles have one issue of this type between the same parties. What a person has rejected
// (correction.h) is no issue and concedes nothing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "rules/rule_set.h"

namespace faultline {

struct ComparedArticle {
  const Article& article;
  const Analysis& analysis;
};

// Told: a sentence speaks of it, but nobody is said to dispute it. Conceded: eased or settled, or somebody agrees or yields about it.
enum class IssueStanding : uint8_t { Omitted, Told, Disputed, Conceded };
const char* to_string(IssueStanding standing);  // "omitted"

struct IssueCell {
  IssueStanding standing = IssueStanding::Omitted;
  std::vector<uint32_t> issues;  // of the article; empty if omitted or only told
  std::vector<uint32_t> voices;  // in whose words it is named there: speakers of the article's analysis, first come first
};

struct ComparedIssue {
  std::string label;  // of the first article that has it
  IssueType type = IssueType::Governance;
  std::vector<IssueCell> cells;  // one an article
};

struct ComparedPair {
  std::string who, whom;  // names, or "unspecified", "dyad"
  std::vector<const LedgerEntry*> cells;  // one an article; a null pointer where nothing passes
};

struct Comparison {
  std::vector<ComparedIssue> issues;  // in the order of the articles
  std::vector<ComparedPair> ledger;
};

// "A", "B", …: what an article is called where its title is too long; a number from the 27th on.
std::string letter_of(size_t article);

// The articles and the rules must outlive the result.
Comparison compare(std::span<const ComparedArticle> articles, const RuleSet& rules);

}  // namespace faultline
