// An article as every later stage sees it: one text, its blocks, their sentences, their tokens. Immutable.
//
//   Result<Article> article = parse_article(bytes, ArticleFormat::Auto);
//   for (const Sentence& sentence : article->sentences())
//     for (const Token& token : article->tokens_of(sentence)) use(article->fold_of(token));
//
// For plain text the text is the input, byte for byte, so that every span also holds in the file. For
// Markdown and JSON it is the readable text: blocks joined by one empty line, list items by one line break.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "text/folds.h"
#include "text/words.h"

namespace faultline {

enum class BlockKind : uint8_t { Title, Heading, Paragraph, ListItem, Quote };
const char* to_string(BlockKind kind);  // "title", "heading", "paragraph", "list-item", "quote"

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  uint8_t level = 0;  // heading 1..6; list item: nesting depth from 1; else 0
  Span span;          // without bullet, marks or line end
  uint32_t first_sentence = 0;
  uint32_t sentence_count = 0;
};

struct Sentence {
  Span span;
  uint32_t block = 0;  // index into blocks()
  uint32_t first_token = 0;
  uint32_t token_count = 0;
};

// An inline style (Markdown, JSON): for drawing only; the analysis does not see it.
enum class StyleKind : uint8_t { Emphasis, Strong, Link };
struct Style {
  StyleKind kind;
  Span span;
  std::string target;  // of a link
};

// Where the article says it comes from (JSON only; each may be empty). The analysis does not see it.
struct Origin {
  std::string source, published, author;
  std::string dir;  // "ltr", "rtl" or empty: from the text
};

enum class ArticleFormat : uint8_t { Auto, Text, Markdown, Json };

class Article {
 public:
  const std::string& text() const { return text_; }
  const std::string& title() const { return title_; }  // may be empty
  const std::string& lang() const { return lang_; }    // BCP 47; "en" unless the document says otherwise
  const Origin& origin() const { return origin_; }
  std::span<const Block> blocks() const { return blocks_; }
  std::span<const Sentence> sentences() const { return sentences_; }
  std::span<const Token> tokens() const { return tokens_; }
  std::span<const Style> styles() const { return styles_; }

  std::span<const Sentence> sentences_of(const Block& block) const;
  std::span<const Token> tokens_of(const Sentence& sentence) const;
  // The last block or sentence that begins at a byte or before it, the first where none does; logarithmic in their number.
  uint32_t block_at(uint32_t byte) const;
  uint32_t sentence_at(uint32_t byte) const;
  std::string_view text_of(Span span) const { return faultline::text_of(text_, span); }
  std::string_view fold_of(const Token& token) const { return folds_.text_of(token.fold); }  // "kabul", "'s"
  // The id of a folded word, or kNoFold when the article does not have it: rules are looked up once an article.
  static constexpr uint32_t kNoFold = FoldTable::kNone;
  uint32_t find_fold(std::string_view folded_word) const { return folds_.find(folded_word); }
  uint32_t fold_count() const { return folds_.size(); }
  std::string_view fold_text(uint32_t fold) const { return folds_.text_of(fold); }

 private:
  friend class ArticleBuilder;  // article/builder.h: the one place that makes an Article
  std::string text_, title_;
  std::string lang_ = "en";
  std::vector<Block> blocks_;
  std::vector<Sentence> sentences_;
  std::vector<Token> tokens_;
  std::vector<Style> styles_;
  FoldTable folds_;
  Origin origin_;
};

// Parses bytes of an article. Auto: JSON if the first character is '{', Markdown if it has Markdown
// headings, bold or links, else plain text. Errors: BadEncoding with the byte, BadArticle, TooLarge
// (over kMaxArticleBytes). Empty input is an article without blocks.
inline constexpr uint32_t kMaxArticleBytes = 64u << 20;
Result<Article> parse_article(std::string_view bytes, ArticleFormat format = ArticleFormat::Auto);

}  // namespace faultline
