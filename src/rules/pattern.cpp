#include "rules/pattern.h"

#include <cctype>

#include "text/utf8.h"

namespace faultline {
namespace {

constexpr int kMaxDepth = 16;  // brackets within brackets: a rule that needs more should be two rules

class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  Result<PatternNode> parse() {
    Result<PatternNode> node = parse_alternatives();
    if (!node) return node;
    if (at_ < text_.size()) return complain("the end of the pattern");
    return node;
  }

 private:
  std::unexpected<Error> complain(std::string expected) const {
    const std::string found = at_ < text_.size() ? "'" + std::string(1, text_[at_]) + "'" : "the end";
    return make_error(ErrorCode::BadRule, "character " + std::to_string(at_ + 1) + " of the pattern is " + found +
                                              ", expected " + expected);
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool is_at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  Result<PatternNode> parse_alternatives() {
    if (++depth_ > kMaxDepth) return complain("fewer nested brackets");
    PatternNode all{.kind = PatternNode::Kind::Alternatives};
    do {
      if (!all.children.empty()) ++at_;  // over the '|'
      Result<PatternNode> one = parse_sequence();
      if (!one) return one;
      all.children.push_back(std::move(*one));
    } while (is_at('|'));
    --depth_;
    if (all.children.size() == 1) return std::move(all.children.front());
    return all;
  }

  Result<PatternNode> parse_sequence() {
    PatternNode sequence{.kind = PatternNode::Kind::Sequence};
    for (skip_spaces(); at_ < text_.size() && !is_at('|') && !is_at(')') && !is_at(']'); skip_spaces()) {
      Result<PatternNode> item = parse_item();
      if (!item) return item;
      sequence.children.push_back(std::move(*item));
    }
    if (sequence.children.empty()) return complain("a word, list, slot or bracket");
    return sequence;
  }

  Result<PatternNode> parse_item() {
    Result<PatternNode> atom = parse_atom();
    if (!atom || !is_at('?')) return atom;
    ++at_;
    atom->optional = true;
    return atom;
  }

  Result<PatternNode> parse_bracket(char close, PatternNode::Kind kind) {
    ++at_;
    Result<PatternNode> inner = parse_alternatives();
    if (!inner) return inner;
    if (!is_at(close)) return complain(std::string("'") + close + "'");
    ++at_;
    PatternNode node{.kind = kind};
    node.children.push_back(std::move(*inner));
    if (is_at('/')) {
      const size_t begin = ++at_;
      while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0)) ++at_;
      inflect_first_words(node, std::string(text_.substr(begin, at_ - begin)));
    }
    return node;
  }

  // "(lay off|sack)/v": the part goes to the first word of every choice that has none of its own.
  static void inflect_first_words(PatternNode& node, const std::string& part) {
    if (node.kind == PatternNode::Kind::Word) {
      node.kind = PatternNode::Kind::Inflected;
      node.part = part;
    } else if (node.kind == PatternNode::Kind::Alternatives) {
      for (PatternNode& choice : node.children) inflect_first_words(choice, part);
    } else if (node.kind == PatternNode::Kind::Sequence) {
      inflect_first_words(node.children.front(), part);
    }
  }

  Result<PatternNode> parse_atom() {
    if (is_at('(')) return parse_bracket(')', PatternNode::Kind::Sequence);
    if (is_at('[')) return parse_bracket(']', PatternNode::Kind::Trigger);
    if (is_at('!')) {
      ++at_;
      Result<PatternNode> inner = parse_atom();
      if (!inner) return inner;
      PatternNode node{.kind = PatternNode::Kind::Not};
      node.children.push_back(std::move(*inner));
      return node;
    }
    if (is_at('>') || is_at('<')) return parse_tree_step();
    const size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" ()[]|?!").find(text_[at_]) == std::string_view::npos) ++at_;
    return read_word(text_.substr(begin, at_ - begin));
  }

  // ">object($proposal)", "<object(reject/v)", ">against(@party)", ">relative".
  Result<PatternNode> parse_tree_step() {
    PatternNode node{.kind = is_at('>') ? PatternNode::Kind::Below : PatternNode::Kind::Above};
    const size_t begin = ++at_;
    while (at_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    node.text = fold_case(text_.substr(begin, at_ - begin));
    if (node.text.empty()) return complain("a role or a preposition");
    if (!is_at('(')) return node;
    Result<PatternNode> words = parse_bracket(')', PatternNode::Kind::Sequence);
    if (!words) return words;
    node.children.push_back(std::move(*words));
    return node;
  }

  Result<PatternNode> read_word(std::string_view word) const {
    using Kind = PatternNode::Kind;
    if (word.empty()) return complain("a word");
    if (word == "_") return PatternNode{.kind = Kind::Any};
    if (word == "#") return PatternNode{.kind = Kind::Number};
    if (word == "^") return PatternNode{.kind = Kind::Start};
    if (word.starts_with("..")) {
      const std::string_view digits = word.substr(2);
      if (digits.size() != 1 || digits[0] < '1' || digits[0] > '0' + kMaxGap)
        return complain("a gap of 1 to " + std::to_string(kMaxGap) + " words before this, such as ..3");
      return PatternNode{.kind = Kind::Gap, .count = digits[0] - '0'};
    }
    if (word[0] == '$') return PatternNode{.kind = Kind::List, .text = std::string(word.substr(1))};
    if (word[0] == '@') {
      if (word != "@who" && word != "@whom" && word != "@party") return complain("@who, @whom or @party before this");
      return PatternNode{.kind = Kind::Slot, .text = std::string(word.substr(1))};
    }
    const size_t slash = word.rfind('/');
    if (slash != std::string_view::npos && slash > 0)
      return PatternNode{.kind = Kind::Inflected, .text = fold_case(word.substr(0, slash)), .part = std::string(word.substr(slash + 1))};
    return PatternNode{.kind = Kind::Word, .text = fold_case(word)};
  }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Result<PatternNode> parse_pattern(std::string_view pattern) { return PatternParser(pattern).parse(); }

}  // namespace faultline
