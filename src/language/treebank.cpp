#include "language/treebank.h"

#include <array>
#include <charconv>
#include <optional>

#include "text/utf8.h"

namespace faultline {
namespace {

constexpr size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

std::optional<uint32_t> parse_number(std::string_view digits) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool has_no_space_after(std::string_view misc) {
  for (size_t at = 0; at <= misc.size();) {
    const size_t end = std::min(misc.find('|', at), misc.size());
    if (misc.substr(at, end - at) == "SpaceAfter=No") return true;
    at = end + 1;
  }
  return false;
}

class TreebankReader {
 public:
  explicit TreebankReader(std::string_view bytes) : bytes_(bytes) {}

  Result<Treebank> read() {
    if (const auto bad = find_invalid_utf8(bytes_)) return make_error(ErrorCode::BadEncoding, "The treebank is not UTF-8.", "byte " + std::to_string(*bad));
    for (size_t at = 0; at < bytes_.size();) {
      const size_t end = std::min(bytes_.find('\n', at), bytes_.size());
      std::string_view line = bytes_.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      at = end + 1;
      if (!read_line(line)) return make_error(ErrorCode::BadArticle, "This is not CoNLL-U: " + complaint_ + ".", "line " + std::to_string(line_));
    }
    if (!end_sentence()) return make_error(ErrorCode::BadArticle, "This is not CoNLL-U: " + complaint_ + ".", "line " + std::to_string(line_));
    if (!bank_.blocks.empty()) bank_.blocks.back().end = static_cast<uint32_t>(bank_.text.size());
    return std::move(bank_);
  }

 private:
  bool complain(std::string complaint) {
    complaint_ = std::move(complaint);
    return false;
  }

  bool read_line(std::string_view line) {
    if (line.empty()) return end_sentence();
    if (line[0] == '#') {
      new_block_ = new_block_ || line.starts_with("# newdoc") || line == "# newpar" || line.starts_with("# newpar ");
      return true;
    }
    Columns columns;
    for (size_t i = 0; i < kColumns; ++i) {
      const size_t end = line.find('\t');
      if (end == std::string_view::npos && i + 1 < kColumns) return complain("a word has ten columns, with tabs between them");
      columns[i] = line.substr(0, end);
      line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
    if (columns[0].find('.') != std::string_view::npos) return true;  // an empty node
    return columns[0].find('-') != std::string_view::npos ? begin_shared(columns) : add_word(columns);
  }

  // Writes the bytes of a token, after a space if there is one.
  Span write_token(std::string_view form) {
    if (first_ == bank_.words.size() && !in_sentence_) begin_sentence();
    else if (space_) bank_.text += ' ';
    const Span span{static_cast<uint32_t>(bank_.text.size()), static_cast<uint32_t>(bank_.text.size() + form.size())};
    bank_.text += form;
    return span;
  }

  void begin_sentence() {
    in_sentence_ = true;
    const uint32_t end = static_cast<uint32_t>(bank_.text.size());
    if (new_block_ || bank_.blocks.empty()) {
      if (!bank_.blocks.empty()) {
        bank_.blocks.back().end = end;
        bank_.text += "\n\n";
      }
      const uint32_t begin = static_cast<uint32_t>(bank_.text.size());
      bank_.blocks.push_back({begin, begin});
    } else {
      bank_.text += ' ';
    }
    new_block_ = false;
  }

  // "3-4  don't": the token's text; its words follow.
  bool begin_shared(const Columns& columns) {
    const size_t dash = columns[0].find('-');
    const auto last = parse_number(columns[0].substr(dash + 1));
    if (!last) return complain("a token's range is two numbers");
    shared_span_ = write_token(columns[1]);
    shared_until_ = *last;
    space_ = !has_no_space_after(columns[9]);
    return true;
  }

  bool add_word(const Columns& columns) {
    const uint32_t number = static_cast<uint32_t>(bank_.words.size() - first_) + 1;
    const auto id = parse_number(columns[0]);
    const auto head = parse_number(columns[6]);
    if (!id || *id != number) return complain("the words of a sentence are numbered from 1");
    if (!head) return complain("a head is a number");
    GoldWord word;
    word.shared = number <= shared_until_;
    if (word.shared) {
      word.span = shared_span_;
    } else {
      word.span = write_token(columns[1]);
      space_ = !has_no_space_after(columns[9]);
    }
    word.head = *head == 0 ? UINT32_MAX : static_cast<uint32_t>(first_) + *head - 1;
    word.lemma = columns[2];
    word.upos = columns[3];
    word.xpos = columns[4];
    word.relation = columns[7];
    if (!bank_.forms.empty()) bank_.forms += ' ';
    const uint32_t begin = static_cast<uint32_t>(bank_.forms.size());
    bank_.forms += columns[1];
    bank_.form_spans.push_back({begin, static_cast<uint32_t>(bank_.forms.size())});
    bank_.words.push_back(std::move(word));
    return true;
  }

  bool end_sentence() {
    if (first_ == bank_.words.size()) return true;
    for (size_t i = first_; i < bank_.words.size(); ++i)
      if (bank_.words[i].head != UINT32_MAX && bank_.words[i].head >= bank_.words.size()) return complain("a head lies outside its sentence");
    bank_.sentences.push_back({bank_.words[first_].span.begin, bank_.words.back().span.end});
    bank_.lengths.push_back(static_cast<uint32_t>(bank_.words.size() - first_));
    first_ = bank_.words.size();
    shared_until_ = 0;
    in_sentence_ = false;
    space_ = false;
    return true;
  }

  std::string_view bytes_;
  Treebank bank_;
  std::string complaint_;
  uint32_t line_ = 0;
  size_t first_ = 0;  // word of the sentence
  bool new_block_ = false, in_sentence_ = false, space_ = false;
  Span shared_span_;
  uint32_t shared_until_ = 0;
};

}  // namespace

Result<Treebank> parse_conllu(std::string_view bytes) { return TreebankReader(bytes).read(); }

}  // namespace faultline
