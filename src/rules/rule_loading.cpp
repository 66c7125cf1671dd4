// In two passes, so that a pattern may use the word lists of any pack: everything is read, then lists and rules are compiled.
#include "rules/rule_loading.h"

#include <cstdio>

namespace faultline {
namespace {

// What the steps cost, in words of an article that take as long to parse.
constexpr double kWordsAKilobyte = 2, kWordsAPhrase = 0.1, kWordsAPattern = 1;

// FNV-1a, 64 bits (Fowler, Noll, Vo): names a set of packs, protects nothing.
uint64_t mix(uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return hash;
}

}  // namespace

RuleLoading::RuleLoading(std::span<const RulePack> packs, Examples examples) : packs_(packs.begin(), packs.end()), examples_(examples) {}

Work RuleLoading::load() {
  for (const RulePack& source : packs_) {
    PackReader reader(source, examples_);
    for (size_t begin = 0;; begin = reader.position()) {
      Result<bool> more = reader.step();
      if (!note(more)) co_return;
      if (!*more) break;
      co_yield kWordsAKilobyte * static_cast<double>(reader.position() - begin) / 1000;
    }
    hash_ = mix(hash_, source.json);
    if (!note(add_pack(std::move(reader).take()))) co_return;
  }
  read_irregulars();
  for (const auto& [name, list] : lists_) {
    if (!note(write_out(name, list))) co_return;
    co_yield kWordsAPhrase * static_cast<double>(set_.lists_[name].size());
  }
  add_tables();
  co_yield kWordsAPhrase * static_cast<double>(set_.rows("states").size() * 3 + set_.rows("parties").size() + set_.rows("roles").size());
  for (size_t rule = 0; rule < set_.rules_.size(); ++rule) {
    if (!note(compile(rule))) co_return;
    co_yield kWordsAPattern * static_cast<double>(set_.rules_[rule].patterns.size());
  }
  set_.program_ = std::move(builder_).finish(std::move(inflections_.vocabulary));
}

// Keeps the complaint, if there is one.
template <class Done>
bool RuleLoading::note(Done done) {
  if (!done) error_ = std::move(done.error());
  return !error_;
}

Result<RuleSet> RuleLoading::take() {
  if (error_) return std::unexpected(std::move(*error_));
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash_));
  set_.version_ = digits;
  return std::move(set_);
}

Result<void> RuleLoading::add_pack(Pack pack) {
  for (auto& [name, words] : pack.lists)
    if (!lists_.try_emplace(name, List{pack.file, std::move(words)}).second)
      return complain({pack.file, "list \"" + name + "\"", "words"}, "another pack has a list of this name");
  for (auto& [name, rows] : pack.tables)
    if (!set_.tables_.try_emplace(name, std::move(rows)).second)
      return complain({pack.file, "table \"" + name + "\"", "rows"}, "another pack has a table of this name");
  for (Rule& rule : pack.rules) {
    if (!set_.rule_ids_.try_emplace(rule.id, static_cast<uint32_t>(set_.rules_.size())).second)
      return complain({pack.file, "rule \"" + rule.id + "\"", "id"}, "another rule has this id");
    set_.rules_.push_back(std::move(rule));
    files_.push_back(pack.file);
  }
  constexpr size_t kOfTables = 8;  // lists that add_tables() makes
  if (lists_.size() + kOfTables > Lexicon::kMostLists)
    return complain({"the packs", "lists", {}}, "expected at most " + std::to_string(Lexicon::kMostLists - kOfTables) + " of them");
  return {};
}

// Table "irregular-forms": part, lemma, form…
void RuleLoading::read_irregulars() {
  Irregulars irregulars;
  for (const auto& row : set_.rows("irregular-forms"))
    if (row.size() > 2) irregulars[row[1] + "/" + row[0]] = {row.begin() + 2, row.end()};
  inflections_ = Inflections(std::move(irregulars));
}

// A list as phrases: every inflected word of an entry written out.
Result<void> RuleLoading::write_out(const std::string& name, const List& list) {
  std::vector<std::string>& phrases = set_.lists_[name];
  std::vector<PatternNode>& parsed = parsed_lists_[name];
  parsed.reserve(list.words.size());
  for (const std::string& entry : list.words) {
    const PackPlace place{list.file, "list \"" + name + "\"", "words"};
    Result<PatternNode> node = parse_pattern(entry);
    if (!node) return complain(place, "'" + entry + "': " + node.error().message);
    if (auto written = write_out(*node, phrases); !written) return complain(place, "'" + entry + "': " + written.error().message);
    if (phrases.size() > Lexicon::kMostEntries)
      return complain(place, "expected at most " + std::to_string(Lexicon::kMostEntries) + " phrases, inflections counted");
    parsed.push_back(std::move(*node));
  }
  for (uint32_t i = 0; i < phrases.size(); ++i) set_.lexicon_.add(name, i, phrases[i]);
  return {};
}

Result<void> RuleLoading::write_out(const PatternNode& sequence, std::vector<std::string>& phrases) {
  std::vector<std::string> made{""};
  for (const PatternNode& word : sequence.children) {
    if (word.kind != PatternNode::Kind::Word && word.kind != PatternNode::Kind::Inflected) return {};  // for patterns only
    Result<const std::vector<WordForm>*> forms = forms_of(word, inflections_);
    if (!forms) return std::unexpected(forms.error());
    std::vector<std::string> longer;
    for (const std::string& begin : made)
      for (const WordForm& form : **forms) longer.emplace_back(begin + (begin.empty() ? "" : " ")).append(inflections_.vocabulary.text_of(form.word));
    made = std::move(longer);
  }
  phrases.insert(phrases.end(), made.begin(), made.end());
  return {};
}

void RuleLoading::add_tables() {
  Lexicon& lexicon = set_.lexicon_;
  uint32_t entry = 0;
  for (const auto& row : set_.rows("states")) {
    static constexpr const char* kColumns[] = {"", "state.names", "state.adjectives", "state.seats"};
    for (size_t i = 1; i < row.size() && i < std::size(kColumns); ++i) lexicon.add_cell(kColumns[i], entry, row[i]);
    ++entry;
  }
  entry = 0;
  for (const auto& row : set_.rows("parties")) {  // written small ("the pilots"), a name may stand small
    for (size_t i = 1; i < row.size(); ++i)
      lexicon.add(row[i][0] >= 'a' && row[i][0] <= 'z' ? "party.nouns" : "party.names", entry, row[i]);
    ++entry;
  }
  entry = 0;
  for (const auto& row : set_.rows("roles")) {
    if (row.size() > 3) lexicon.add_cell("roles", entry, row[3]);
    ++entry;
  }
}

Result<void> RuleLoading::compile(size_t rule) {
  const Knowledge knowledge{&parsed_lists_, &inflections_};
  const std::vector<std::string>& patterns = set_.rules_[rule].patterns;
  for (const std::string& pattern : patterns)
    if (auto added = builder_.add(static_cast<uint32_t>(rule), pattern, knowledge); !added)
      return complain({files_[rule], "rule \"" + set_.rules_[rule].id + "\"", "patterns"}, "'" + pattern + "': " + added.error().message);
  return {};
}

Result<RuleSet> load_rules(std::span<const RulePack> packs, Examples examples) {
  RuleLoading loading(packs, examples);
  while (!loading.advance(Work::kEndOfPiece)) {}
  return loading.take();
}

}  // namespace faultline
