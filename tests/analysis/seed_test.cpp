// The seed article, where the shared folder is at hand: what an analysis of it must hold.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "analysis/names.h"
#include "analysis/reading_fixture.h"

using namespace faultline;

TEST_CASE("the seed: five listed points of friction, a rejected request, two grievances") {
  std::ifstream file(std::string(FAULTLINE_SHARED_DIR) + "/seed/article.txt", std::ios::binary);
  if (!file) {
    std::puts("skipped: the shared folder with the seed article is not beside the checkout");
    return;
  }
  std::stringstream bytes;
  bytes << file.rdbuf();
  const Article article = article_of(bytes.str());
  const Analysis analysis = analyze_english(article);
  auto count = [&](IssueBasis basis) { return std::count_if(analysis.issues.begin(), analysis.issues.end(), [&](const Issue& issue) { return issue.basis == basis; }); };
  CHECK(count(IssueBasis::Labelled) == 5);
  CHECK(count(IssueBasis::Enacted) == 1);
  CHECK(count(IssueBasis::Grievance) == 2);
  std::string types;
  for (const Issue& issue : analysis.issues)
    if (issue.basis == IssueBasis::Labelled) types += std::string(to_string(issue.type)) + " ";
  CHECK(types == "TERRITORY FORCE BORDER_ACCESS POPULATION SANCTUARY_PROXY ");
  for (const Signal& signal : analysis.signals) CHECK(article.text_of(signal.span).find("equally essential") == std::string_view::npos);
}
