#include "rules/pattern.h"

#include <cctype>
#include <utility>

#include "text/utf8.h"

namespace faultline {
namespace {

constexpr int kMaxDepth = 16;  // brackets within brackets: a rule that needs more should be two rules

// Every function fills the node it is given, or notes what it expected and returns false: most of the time of loading rules
// went into moving nodes about.
class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  Result<PatternNode> parse() {
    PatternNode node;
    if (parse_alternatives(node) && at_ < text_.size()) complain("the end of the pattern");
    if (!expected_.empty()) return make_error(ErrorCode::BadRule, std::move(expected_));
    return node;
  }

 private:
  bool complain(std::string_view expected) {
    const std::string found = at_ < text_.size() ? "'" + std::string(1, text_[at_]) + "'" : "the end";
    expected_ = "character " + std::to_string(at_ + 1) + " of the pattern is " + found + ", expected " + std::string(expected);
    return false;
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool is_at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  bool parse_alternatives(PatternNode& node) {
    if (++depth_ > kMaxDepth) return complain("fewer nested brackets");
    if (!parse_sequence(node)) return false;
    if (is_at('|')) {
      PatternNode first = std::exchange(node, {.kind = PatternNode::Kind::Alternatives});
      node.children.push_back(std::move(first));
    }
    while (is_at('|')) {
      ++at_;
      if (!parse_sequence(node.children.emplace_back())) return false;
    }
    --depth_;
    return true;
  }

  bool parse_sequence(PatternNode& node) {
    node.kind = PatternNode::Kind::Sequence;
    for (skip_spaces(); at_ < text_.size() && !is_at('|') && !is_at(')') && !is_at(']'); skip_spaces())
      if (!parse_item(node.children.emplace_back())) return false;
    return node.children.empty() ? complain("a word, list, slot or bracket") : true;
  }

  bool parse_item(PatternNode& node) {
    if (!parse_atom(node)) return false;
    if (is_at('?')) {
      ++at_;
      node.optional = true;
    }
    return true;
  }

  // Fills a child of `node`.
  bool parse_bracket(char close, PatternNode& node) {
    ++at_;
    if (!parse_alternatives(node.children.emplace_back())) return false;
    if (!is_at(close)) return complain(std::string("'") + close + "'");
    ++at_;
    if (is_at('/')) {
      const size_t begin = ++at_;
      while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0)) ++at_;
      inflect_first_words(node, text_.substr(begin, at_ - begin));
    }
    return true;
  }

  // "(lay off|sack)/v": the part goes to the first word of every choice that has none of its own.
  static void inflect_first_words(PatternNode& node, std::string_view part) {
    if (node.kind == PatternNode::Kind::Word) {
      node.kind = PatternNode::Kind::Inflected;
      node.part = part;
    } else if (node.kind == PatternNode::Kind::Alternatives) {
      for (PatternNode& choice : node.children) inflect_first_words(choice, part);
    } else if (node.kind == PatternNode::Kind::Sequence) {
      inflect_first_words(node.children.front(), part);
    }
  }

  bool parse_atom(PatternNode& node) {
    using Kind = PatternNode::Kind;
    if (is_at('(')) return parse_bracket(')', node);
    if (is_at('[')) return node.kind = Kind::Trigger, parse_bracket(']', node);
    if (is_at('!')) {
      ++at_;
      node.kind = Kind::Not;
      return parse_atom(node.children.emplace_back());
    }
    if (is_at('>') || is_at('<')) return parse_tree_step(node);
    const size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" ()[]|?!").find(text_[at_]) == std::string_view::npos) ++at_;
    return read_word(text_.substr(begin, at_ - begin), node);
  }

  // ">object($proposal)", "<object(reject/v)", ">against(@party)", ">relative".
  bool parse_tree_step(PatternNode& node) {
    node.kind = is_at('>') ? PatternNode::Kind::Below : PatternNode::Kind::Above;
    const size_t begin = ++at_;
    while (at_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    append_folded(node.text, text_.substr(begin, at_ - begin));
    if (node.text.empty()) return complain("a role or a preposition");
    if (!is_at('(')) return true;
    PatternNode& words = node.children.emplace_back();
    return parse_bracket(')', words);
  }

  bool read_word(std::string_view word, PatternNode& node) {
    using Kind = PatternNode::Kind;
    if (word.empty()) return complain("a word");
    if (word == "_") return node.kind = Kind::Any, true;
    if (word == "#") return node.kind = Kind::Number, true;
    if (word == "^") return node.kind = Kind::Start, true;
    if (word.starts_with("..")) {
      const std::string_view digits = word.substr(2);
      if (digits.size() != 1 || digits[0] < '1' || digits[0] > '0' + kMaxGap)
        return complain("a gap of 1 to " + std::to_string(kMaxGap) + " words before this, such as ..3");
      node.kind = Kind::Gap;
      node.count = digits[0] - '0';
    } else if (word[0] == '$') {
      node.kind = Kind::List;
      node.text = word.substr(1);
    } else if (word[0] == '@') {
      if (word != "@who" && word != "@whom" && word != "@party") return complain("@who, @whom or @party before this");
      node.kind = Kind::Slot;
      node.text = word.substr(1);
    } else {
      const size_t slash = word.rfind('/');
      const bool has_part = slash != std::string_view::npos && slash > 0;
      node.kind = has_part ? Kind::Inflected : Kind::Word;
      append_folded(node.text, has_part ? word.substr(0, slash) : word);
      if (has_part) node.part = word.substr(slash + 1);
    }
    return true;
  }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
  std::string expected_;  // of a pattern that cannot be read
};

}  // namespace

Result<PatternNode> parse_pattern(std::string_view pattern) { return PatternParser(pattern).parse(); }

}  // namespace faultline
